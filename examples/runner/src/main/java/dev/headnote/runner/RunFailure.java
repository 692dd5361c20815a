package dev.headnote.runner;

import org.jspecify.annotations.Nullable;

/**
 * Ends the run with a line for the user, or a line for each of several inputs, and an exit code.
 */
final class RunFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Exit exit;

  RunFailure(Exit exit, String message) {
    this(exit, message, null);
  }

  RunFailure(Exit exit, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exit = exit;
  }

  Exit exit() {
    return exit;
  }
}
