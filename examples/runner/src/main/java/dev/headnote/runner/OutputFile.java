package dev.headnote.runner;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a model goes that takes long to learn. */
final class OutputFile {

  private OutputFile() {}

  /**
   * Finds out before the work whether the file can be written.
   *
   * @throws RunFailure if it can't
   */
  static void check(Path out) {
    Path folder = out.toAbsolutePath().getParent();
    boolean replaced = !Files.exists(out) || Files.isRegularFile(out);
    Path written = replaced ? folder : out;
    if (Files.isDirectory(out) || written == null || !Files.isWritable(written)) {
      throw new RunFailure(
          Exit.USAGE, out + ": can't be written; give a file in a folder that exists");
    }
  }
}
