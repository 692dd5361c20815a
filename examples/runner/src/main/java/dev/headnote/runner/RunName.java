package dev.headnote.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * A name for a run that is the same for the same command, so that rows which were made in another
 * way are not gone on from.
 */
final class RunName {

  /** What changes no row. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(ArticlesCommand.RESUME, "--debug", WorkersOption.NAME);

  private RunName() {}

  /**
   * Returns eight hexadecimal digits of the release, a command and what its files of labels and the
   * like hold.
   *
   * @param arguments the command's name and its options
   * @param settings the files that are read beside the articles; of a pipe, which can be read only
   *     once, and of what cannot be read, the name counts alone
   */
  static String of(List<String> arguments, List<Path> settings) {
    List<String> words = new ArrayList<>(List.of(Main.version()));
    Iterator<String> all = arguments.iterator();
    while (all.hasNext()) {
      String word = all.next();
      String option = word.split("=", 2)[0];
      if (!WITHOUT_EFFECT.contains(option)) {
        words.add(word);
      } else if (word.equals(WorkersOption.NAME) && all.hasNext()) {
        all.next();
      }
    }
    CRC32 hash = new CRC32();
    for (String word : words) {
      hash.update(word.getBytes(StandardCharsets.UTF_8));
      hash.update(0);
    }
    for (Path file : settings) {
      addContent(file, hash);
    }
    return String.format("%08x", hash.getValue());
  }

  private static void addContent(Path file, CRC32 hash) {
    if (Files.isRegularFile(file)) {
      try {
        Files.copy(file, new CheckedOutputStream(OutputStream.nullOutputStream(), hash));
      } catch (IOException e) {
        // Who needs its content says what is wrong with it.
      }
    }
  }
}
