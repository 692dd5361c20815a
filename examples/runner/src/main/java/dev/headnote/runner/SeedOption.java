package dev.headnote.runner;

import picocli.CommandLine.Option;

/** What is drawn at random in learning. */
final class SeedOption {

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of what is drawn at random. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  long value() {
    return seed;
  }
}
