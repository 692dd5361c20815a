package dev.headnote.faults;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A JVM of its own with this one's class path, for what can't be undone or tried in this one. */
final class ForkedJvm {

  private static final int PATIENCE_SECONDS = 120;

  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private boolean withErrors;
  private Predicate<String> classPath = entry -> true;

  ForkedJvm option(String option) {
    options.add(option);
    return this;
  }

  ForkedJvm environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Has its standard error among its output. */
  ForkedJvm withErrors() {
    withErrors = true;
    return this;
  }

  /** Leaves entries out of the class path. */
  ForkedJvm without(String partOfName) {
    classPath = classPath.and(entry -> !entry.contains(partOfName));
    return this;
  }

  /** The command line of a program, quoted for a shell. */
  String command(Class<?> program, String... args) {
    return words(program, args).stream()
        .map(word -> "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }

  private List<String> words(Class<?> program, String... args) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options);
    if (Runtime.version().feature() >= 24) {
      words.add("--enable-native-access=ALL-UNNAMED");
    }
    words.add("-cp");
    words.add(
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(classPath)
            .collect(Collectors.joining(File.pathSeparator)));
    words.add(program.getName());
    words.addAll(List.of(args));
    return words;
  }

  /** Starts a program whose output goes to a file. */
  Started start(Class<?> program, String... args) throws IOException {
    return start(words(program, args), environment, withErrors);
  }

  /** Starts any command whose output goes to a file. */
  static Started start(List<String> words) throws IOException {
    return start(words, Map.of(), false);
  }

  private static Started start(
      List<String> words, Map<String, String> environment, boolean withErrors) throws IOException {
    Path out = Files.createTempFile("forked", ".out");
    ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(out.toFile());
    builder.redirectErrorStream(withErrors);
    if (!withErrors) {
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
    builder.environment().putAll(environment);
    return new Started(builder.start(), out);
  }

  /** Runs a program and returns the lines that it printed. */
  List<String> run(Class<?> program, String... args) throws IOException, InterruptedException {
    return start(program, args).lines();
  }

  /** A process under way. */
  record Started(Process process, Path out) {

    /** Waits for its end and returns the lines of its standard output. */
    List<String> lines() throws IOException, InterruptedException {
      try {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException("does not end");
        }
        if (process.exitValue() != 0) {
          throw new IllegalStateException(
              "exit code " + process.exitValue() + ": " + Files.readString(out));
        }
        return Files.readAllLines(out, StandardCharsets.UTF_8);
      } finally {
        process.destroyForcibly();
        Files.delete(out);
      }
    }
  }
}
