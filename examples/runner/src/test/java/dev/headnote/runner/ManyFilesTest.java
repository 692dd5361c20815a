package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of ten thousand articles is one run: all of them, in order. */
class ManyFilesTest {

  private static final int FILES = 10_000;

  @TempDir private Path folder;

  @Test
  void readsAFolderOfTenThousandInOrder() throws IOException {
    // Written from the last to the first, so that no file system lists them in order by chance.
    for (int i = FILES - 1; i >= 0; i--) {
      Files.writeString(folder.resolve(name(i)), "Article " + i + " has one sentence.");
    }
    Console console = new Console();

    assertThat(console.run("sentences", "--format", "jsonl", folder.toString())).isZero();

    List<String> rows = console.rows();
    assertThat(rows).hasSize(FILES);
    assertThat(IntStream.range(0, FILES))
        .allMatch(i -> rows.get(i).startsWith("{\"id\":\"" + name(i) + "\","));
  }

  private static String name(int i) {
    return String.format("%05d.txt", i);
  }
}
