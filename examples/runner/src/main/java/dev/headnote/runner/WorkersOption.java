package dev.headnote.runner;

import picocli.CommandLine.Option;

/** How many cores a command uses. */
final class WorkersOption {

  static final String NAME = "--workers";

  @Option(
      names = NAME,
      paramLabel = "N",
      description = "How many cores to use. Default: all of them.")
  private int workers = Runtime.getRuntime().availableProcessors();

  /**
   * How many.
   *
   * @throws RunFailure if it is less than 1
   */
  int count() {
    if (workers < 1) {
      throw new RunFailure(Exit.USAGE, "--workers: at least 1, not " + workers);
    }
    return workers;
  }
}
