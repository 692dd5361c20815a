package dev.headnote.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Headnote;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An article that does not fit the memory fails, and those beside it have the digests that they
 * always have.
 *
 * <pre>mvn test -pl core -am -Dtest=OutOfMemoryTest -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
@Tag("model")
class OutOfMemoryTest {

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
}
