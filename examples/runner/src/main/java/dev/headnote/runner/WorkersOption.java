package dev.headnote.runner;

import picocli.CommandLine.Option;

/** How many cores a command uses. */
final class WorkersOption {

  static final String NAME = "--workers";

  /** No pool of threads may have more. */
  private static final int MOST = Short.MAX_VALUE;

  @Option(
      names = NAME,
      paramLabel = "N",
      description = "How many cores to use. Default: all of them.")
  private int workers = Runtime.getRuntime().availableProcessors();

  /**
   * How many.
   *
   * @throws RunFailure if it is less than 1, or more than threads can be
   */
  int count() {
    if (workers < 1) {
      throw new RunFailure(Exit.USAGE, "--workers: at least 1, not " + workers);
    }
    if (workers > MOST) {
      throw new RunFailure(Exit.USAGE, "--workers: at most " + MOST + ", not " + workers);
    }
    return workers;
  }
}
