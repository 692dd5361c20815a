package dev.headnote.runner;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
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

  /** Whether an unfinished file is left behind, for {@code --resume}. */
  private final boolean resumable;

  private final UnfinishedRows before;

  /** Whether another program reads what is written. */
  private final BooleanSupplier piped;

  private Output(
      OutputStream stream,
      String name,
      @Nullable Path target,
      @Nullable Path unfinished,
      boolean resumable,
      UnfinishedRows before,
      BooleanSupplier piped) {
    this.stream = new BufferedOutputStream(stream, 1 << 16);
    this.name = name;
    this.target = target;
    this.unfinished = unfinished;
    this.resumable = resumable;
    this.before = before;
    this.piped = piped;
  }

  private static Output direct(OutputStream stream, String name, BooleanSupplier piped) {
    return new Output(stream, name, null, null, false, UnfinishedRows.NONE, piped);
  }

  static Output standard(Terminal terminal) {
    return direct(terminal.out(), "standard output", terminal.piped());
  }

  /** What a command prints. */
  interface Printing {
    void to(Output output) throws IOException;
  }

  /**
   * Prints to standard output. A reader such as head, which has seen enough, is no failure.
   *
   * @return {@link Exit#DONE}
   * @throws RunFailure if it can't be written
   */
  static Exit print(Terminal terminal, Printing printing) throws IOException {
    try (Output output = standard(terminal)) {
      try {
        printing.to(output);
        output.complete();
      } catch (IOException e) {
        return output.failed(e);
      }
    }
    return Exit.DONE;
  }

  /**
   * Opens the output that was asked for, packed by gzip if its name ends in {@code .gz}.
   *
   * @param file a file, or null for standard output
   * @throws RunFailure if it can't be written
   */
  static Output open(@Nullable Path file, Terminal terminal) {
    if (file == null || isStandard(file)) {
      return standard(terminal);
    }
    return open(
        file,
        target -> {
          Path unfinished =
              target.resolveSibling(
                  "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".unfinished");
          OutputStream stream =
              Files.newOutputStream(
                  unfinished, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
          ReplacedFile.hide(target, unfinished);
          unfinished.toFile().deleteOnExit();
          return new Output(
              InputFormat.isPacked(file.toString()) ? new GZIPOutputStream(stream) : stream,
              file.toString(),
              target,
              unfinished,
              false,
              UnfinishedRows.NONE,
              () -> false);
        });
  }

  /**
   * Opens a file for JSON lines. If the run is broken off, the rows that it wrote stay, and another
   * can go on from them.
   *
   * @param file a file, or null for standard output, which is not resumed
   * @param run names the run: the same for the same command
   * @param resume whether to go on from what such a run has left, if it has left anything
   * @throws RunFailure if it can't be written
   */
  static Output ofRows(@Nullable Path file, String run, boolean resume, Terminal terminal) {
    if (file == null || isStandard(file)) {
      return standard(terminal);
    }
    return open(
        file,
        target -> {
          Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished-" + run);
          FileChannel channel =
              FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          try {
            lock(channel, file);
            ReplacedFile.hide(target, unfinished);
            UnfinishedRows before = resume ? UnfinishedRows.read(unfinished) : UnfinishedRows.NONE;
            channel.truncate(before.bytes()).position(before.bytes());
            OutputStream stream = Channels.newOutputStream(channel);
            return new Output(
                stream, file.toString(), target, unfinished, true, before, () -> false);
          } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
          }
        });
  }

  /** Two runs in one file would mix their rows. The lock ends with the process. */
  private static void lock(FileChannel channel, Path file) throws IOException {
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // This process has it.
    }
    if (lock == null) {
      throw new RunFailure(
          Exit.USAGE, file + ": the same command is writing it just now; wait for its end");
    }
  }

  // Opened by its own name, a redirected standard output would be overwritten from its start.
  static boolean isStandard(Path file) {
    return STANDARD.contains(file.toString());
  }

  /** Makes an output of the file that is to be replaced in the end. */
  private interface Opener {
    Output open(Path target) throws IOException;
  }

  private static Output open(Path file, Opener opener) {
    if (Files.isDirectory(file)) {
      throw new RunFailure(Exit.USAGE, file + ": is a folder; give --output a file");
    }
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        // A device or a pipe takes what is written to it; it can't be replaced.
        return direct(Files.newOutputStream(file), file.toString(), () -> false);
      }
      return opener.open(ReplacedFile.of(file));
    } catch (IOException e) {
      throw new RunFailure(
          Exit.USAGE, file + ": cannot be written; check that its folder exists and is yours", e);
    }
  }

  /** What an earlier run has written; none unless it is to be resumed. */
  UnfinishedRows before() {
    return before;
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
    try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      // So that even a loss of power leaves the old file or the whole new one.
      written.force(true);
    }
    ReplacedFile.givePermissions(target, unfinished);
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
    // The system's message is in the user's language, and a pipe fails for no other reason.
    if (isStandard()
        && (piped.getAsBoolean() || String.valueOf(e.getMessage()).contains("Broken pipe"))) {
      return Exit.DONE;
    }
    throw new RunFailure(Exit.FAILED, name + ": cannot be written: " + e.getMessage(), e);
  }

  private static boolean isEmpty(Path file) throws IOException {
    return Files.exists(file) && Files.size(file) == 0;
  }

  /** Closes the stream; an incomplete file is removed, unless there are rows to go on from. */
  @Override
  public void close() throws IOException {
    try {
      if (!isStandard()) {
        stream.close();
      }
    } finally {
      if (unfinished != null && (!resumable || isEmpty(unfinished))) {
        Files.deleteIfExists(unfinished);
      }
    }
  }
}
