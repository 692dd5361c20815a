package dev.headnote.runner;

/** The exit codes, which scripts rely on. */
enum Exit {
  /** Everything was done. */
  DONE(0),
  /** The run could not go on: the engine, a damaged model, a full disk. */
  FAILED(1),
  /** The command line can't be carried out as it stands. */
  USAGE(2),
  /** Some inputs failed and were reported in their place; all others were done. */
  SOME_FAILED(3);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
