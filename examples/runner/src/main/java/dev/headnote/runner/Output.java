package dev.headnote.runner;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where rows go: standard output, or a file that appears under its name only when it is complete.
 */
final class Output implements Closeable {

  private static final Set<String> STANDARD = Set.of("-", "/dev/stdout");

  private final OutputStream stream;
  private final String name;
  private final @Nullable Path target;
  private final @Nullable Path unfinished;

  private Output(
      OutputStream stream, String name, @Nullable Path target, @Nullable Path unfinished) {
    this.stream = new BufferedOutputStream(stream, 1 << 16);
    this.name = name;
    this.target = target;
    this.unfinished = unfinished;
  }

  static Output standard(Terminal terminal) {
    return new Output(terminal.out(), "standard output", null, null);
  }

  /**
   * Opens the output that was asked for.
   *
   * @param file a file, or null for standard output
   * @throws RunFailure if it can't be written
   */
  static Output open(@Nullable Path file, Terminal terminal) {
    // Opened by its own name, a redirected standard output would be overwritten from its start.
    return file == null || STANDARD.contains(file.toString()) ? standard(terminal) : file(file);
  }

  private static Output file(Path file) {
    if (Files.isDirectory(file)) {
      throw new RunFailure(Exit.USAGE, file + ": is a folder; give --output a file");
    }
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        // A device or a pipe takes what is written to it; it can't be replaced.
        return new Output(Files.newOutputStream(file), file.toString(), null, null);
      }
      // A link stays a link: what it points to is replaced.
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Path unfinished =
          target.resolveSibling(
              "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".unfinished");
      OutputStream stream =
          Files.newOutputStream(
              unfinished, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
      unfinished.toFile().deleteOnExit();
      return new Output(stream, file.toString(), target, unfinished);
    } catch (IOException e) {
      throw new RunFailure(
          Exit.USAGE, file + ": cannot be written; check that its folder exists and is yours", e);
    }
  }

  OutputStream stream() {
    return stream;
  }

  boolean isStandard() {
    return name.equals("standard output");
  }

  /** Gives the file its name, now that it is complete. */
  void complete() throws IOException {
    stream.flush();
    if (unfinished == null || target == null) {
      return;
    }
    stream.close();
    try {
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Says what a failed write means for the run: a reader such as head, which has seen enough, is no
   * failure.
   *
   * @throws RunFailure if it is one
   */
  Exit failed(IOException e) {
    if (isStandard() && String.valueOf(e.getMessage()).contains("Broken pipe")) {
      return Exit.DONE;
    }
    throw new RunFailure(Exit.FAILED, name + ": cannot be written: " + e.getMessage(), e);
  }

  /** Closes the stream; an incomplete file is removed. */
  @Override
  public void close() throws IOException {
    try {
      if (!isStandard()) {
        stream.close();
      }
    } finally {
      if (unfinished != null) {
        Files.deleteIfExists(unfinished);
      }
    }
  }
}
