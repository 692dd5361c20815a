package dev.headnote.runner;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Whether what a person reads has bold text and the like. */
final class ColorOption {

  /** When it has. */
  enum When {
    /** On a terminal, unless the environment says otherwise. */
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "WHEN",
      description =
          "Bold text and the like: always, never, or auto: on a terminal, if NO_COLOR is not set."
              + " Default: auto.")
  private When when = When.AUTO;

  /** The terminal as it is to be written to. */
  Terminal of(Terminal terminal) {
    if (when == When.AUTO) {
      return terminal;
    }
    Map<String, String> environment = new HashMap<>(terminal.environment());
    environment.remove(when == When.ALWAYS ? Terminal.NO_COLOR : Terminal.FORCE_COLOR);
    environment.put(when == When.ALWAYS ? Terminal.FORCE_COLOR : Terminal.NO_COLOR, "1");
    return new Terminal(
        terminal.in(),
        terminal.out(),
        terminal.err(),
        environment,
        terminal.attached(),
        terminal.piped());
  }
}
