package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadArticleTest {

  private static final float[][] VECTORS = {{1, 0}, {0, 1}};

  @Test
  void looksPastSoftHyphens() {
    String first = "The infor\u00admation of the har\u00adbour came late.";
    String second = "No infor\u00admation came on Tues\u00adday.";
    String title = "Infor\u00admation came late";

    ReadArticle read = ReadArticle.of(List.of(first, second), VECTORS, title, VECTORS[0]);
    ReadArticle plain =
        ReadArticle.of(List.of(plain(first), plain(second)), VECTORS, plain(title), VECTORS[0]);

    assertThat(read.title()).isEqualTo(plain.title());
    assertThat(read.words().sentence(0)).isEqualTo(plain.words().sentence(0));
    assertThat(read.words().sentence(1)).isEqualTo(plain.words().sentence(1));
    assertThat(read.surfaces()).usingRecursiveComparison().isEqualTo(plain.surfaces());
  }

  private static String plain(String text) {
    return text.replace("\u00ad", "");
  }
}
