package dev.headnote.runner;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.apache.commons.io.input.CloseShieldInputStream;

/**
 * The process's standard streams, and what is known of who reads them. Tests make their own.
 *
 * @param in standard input
 * @param out standard output, unbuffered; unlike {@link System#out} it reports failing writes
 * @param err standard error, in UTF-8
 * @param environment the environment variables
 * @param attached whether a file descriptor (1 for output, 2 for errors) is a terminal; may be slow
 * @param piped whether standard output leads to another program, as far as that can be told
 */
record Terminal(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Map<String, String> environment,
    IntPredicate attached,
    BooleanSupplier piped) {

  /** The variable that asks for no bold text and the like. */
  static final String NO_COLOR = "NO_COLOR";

  /** The variable that asks for it wherever the output goes. */
  static final String FORCE_COLOR = "CLICOLOR_FORCE";

  private static final int DEFAULT_COLUMNS = 80;

  /** Longer lines are hard to read. */
  private static final int MOST_COLUMNS = 100;

  private static final int LEAST_COLUMNS = 30;

  static Terminal ofProcess() {
    return new Terminal(
        // In the place of one that was closed the JVM has a file of its own, and needs it open.
        CloseShieldInputStream.wrap(System.in),
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        System.getenv(),
        Terminal::isAttached,
        Terminal::isPiped);
  }

  boolean outIsTerminal() {
    return attached.test(1);
  }

  boolean errIsTerminal() {
    return attached.test(2);
  }

  /** Whether bold text and the like is wanted on standard output. */
  boolean styled() {
    if (!environment.getOrDefault(NO_COLOR, "").isEmpty()) {
      return false;
    }
    String force = environment.getOrDefault(FORCE_COLOR, "");
    return !(force.isEmpty() || force.equals("0"))
        || (!"dumb".equals(environment.get("TERM")) && outIsTerminal());
  }

  /** The width to wrap lines at. */
  int columns() {
    int columns = number(environment.getOrDefault("COLUMNS", ""));
    if (columns <= 0 && outIsTerminal()) {
      columns = terminalColumns();
    }
    return columns <= 0
        ? DEFAULT_COLUMNS
        : Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, columns));
  }

  /** Prints one line for the user; control characters of file names and texts are made visible. */
  void complain(String message) {
    err.println("headnote: " + Page.printable(message));
  }

  /**
   * Java can't ask this of one stream: {@link System#console()} speaks of input and output at once,
   * and says something else in each Java version. So the system's own test program is asked.
   */
  private static boolean isAttached(int descriptor) {
    if (isFileOrPipe(descriptor)) {
      return false;
    }
    try {
      Process test =
          new ProcessBuilder("test", "-t", Integer.toString(descriptor)).inheritIO().start();
      return test.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isPiped() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return target.startsWith("pipe:") || target.startsWith("socket:");
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** On Linux most descriptors that are no terminal can be told without starting a program. */
  private static boolean isFileOrPipe(int descriptor) {
    try {
      Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
      return !target.startsWith("/dev") || target.endsWith("null");
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static int terminalColumns() {
    try {
      Process size =
          new ProcessBuilder(List.of("stty", "size"))
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(size.getInputStream(), StandardCharsets.US_ASCII))) {
        String line = lines.readLine();
        return line == null ? 0 : number(line.substring(line.indexOf(' ') + 1));
      }
    } catch (IOException e) {
      return 0;
    }
  }

  private static int number(String digits) {
    return digits.strip().matches("[0-9]{1,6}") ? Integer.parseInt(digits.strip()) : 0;
  }
}
