package dev.headnote.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file to write that must not be one of those that are read, and can be written. */
final class OutputFile {

  private OutputFile() {}

  /**
   * Finds out before anything is read whether writing would replace what is read.
   *
   * @param out the file to write; null for standard output
   * @throws RunFailure if it would
   */
  static void checkIsNoneOf(List<Path> inputs, @Nullable Path out) {
    // A device or a pipe is not replaced.
    if (out == null || Output.isStandard(out) || !Files.isRegularFile(out)) {
      return;
    }
    if (inputs.stream().anyMatch(input -> isSame(input, out))) {
      throw new RunFailure(
          Exit.USAGE, out + ": is to be read, and would be replaced; name another file to write");
    }
  }

  /** Whether two paths lead to the same file or folder, and it is there. */
  static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      // One of them isn't there, which is told by who reads it.
      return false;
    }
  }

  /**
   * Finds out before the work whether the file can be written.
   *
   * @throws RunFailure if it can't
   */
  static void check(Path out) {
    if (out.toString().equals(Source.STANDARD_INPUT)) {
      throw new RunFailure(
          Exit.USAGE, out + ": is standard output, where words are printed; name a file");
    }
    Path folder = out.toAbsolutePath().getParent();
    boolean replaced = !Files.exists(out) || Files.isRegularFile(out);
    Path written = replaced ? folder : out;
    if (Files.isDirectory(out) || written == null || !Files.isWritable(written)) {
      throw new RunFailure(
          Exit.USAGE, out + ": cannot be written; give a file in a folder that exists");
    }
  }
}
