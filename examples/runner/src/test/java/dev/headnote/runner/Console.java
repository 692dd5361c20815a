package dev.headnote.runner;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs the command line in this JVM and keeps what it writes. */
final class Console {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String in = "";
  private Map<String, String> environment = Map.of("COLUMNS", "60");
  private boolean attached;

  /** Gives it this standard input. */
  Console reading(String newIn) {
    in = newIn;
    return this;
  }

  /** Makes its streams look like a terminal's. */
  Console onTerminal(Map<String, String> newEnvironment) {
    attached = true;
    environment = newEnvironment;
    return this;
  }

  /** Gives it this environment. */
  Console with(Map<String, String> newEnvironment) {
    environment = newEnvironment;
    return this;
  }

  int run(String... args) {
    return Main.run(terminal(), args);
  }

  Terminal terminal() {
    return new Terminal(
        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
        out,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        environment,
        descriptor -> attached,
        () -> false);
  }

  ByteArrayOutputStream out() {
    return out;
  }

  String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  List<String> rows() {
    return output().lines().toList();
  }

  List<String> errors() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
