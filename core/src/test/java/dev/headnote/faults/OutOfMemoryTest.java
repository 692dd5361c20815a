package dev.headnote.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import dev.headnote.topic.LabelSet;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An article that does not fit the memory fails, and those beside it have the digests that they
 * always have. Labels that do not fit are refused as wrong ones are.
 *
 * <pre>mvn test -pl core -am -Dtest=OutOfMemoryTest -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class OutOfMemoryTest {

  @Tag("model")
  @ParameterizedTest
  @CsvSource({"instant, 600000", "minilm-l6, 600000"})
  void aGiantArticleFailsAlone(String model, int sentences) throws Exception {
    List<String> lines =
        new ForkedJvm()
            .option("-Xmx160m")
            .run(GiantArticle.class, model, Integer.toString(sentences));
    assertThat(lines).hasSize(GiantArticle.ARTICLES);
    assertThat(lines.get(GiantArticle.GIANT))
        .isEqualTo(
            "LIMIT_EXCEEDED the article does not fit the memory; divide it, or raise java -Xmx");
    try (Headnote headnote = Headnote.builder().model(model).build()) {
      for (int i = 0; i < GiantArticle.ARTICLES; i++) {
        if (i != GiantArticle.GIANT) {
          assertThat(lines.get(i))
              .isEqualTo(DigestOnce.line(headnote.digest(GiantArticle.article(i))));
        }
      }
    }
  }

  @Test
  void labelsThatDoNotFitAreRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("labels.jsonl");
    try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
      hole.setLength(1L << 30);
    }
    assertThat(new ForkedJvm().option("-Xmx64m").run(LoadLabels.class, file.toString()))
        .containsExactly("INVALID_LABELS " + file + ": does not fit the memory; raise java -Xmx");
  }

  /** A program that loads labels and prints why it can't. */
  static final class LoadLabels {

    private LoadLabels() {}

    /**
     * @param args the file
     */
    public static void main(String[] args) {
      try {
        System.out.println(LabelSet.load(Path.of(args[0])));
      } catch (HeadnoteException e) {
        System.out.println(e.code() + " " + e.getMessage());
      }
    }
  }
}
