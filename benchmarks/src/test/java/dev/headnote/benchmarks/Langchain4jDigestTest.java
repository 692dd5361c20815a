package dev.headnote.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pipeline that digests are compared with does its work. */
@Tag("model")
class Langchain4jDigestTest {

  @Test
  void labelsAnArticleAndPicksThreeSentences() {
    String text =
        "The team won the final on Sunday. Its captain scored twice. The coach praised the players. "
            + "The crowd sang until midnight. The cup will be shown in the town hall.";
    Langchain4jDigest.Result digest =
        new Langchain4jDigest(Setting.of("minilm-l6", "int8", "cpu", 0)).digest(text);
    assertThat(digest.labels()).hasSize(1).allSatisfy(label -> assertThat(label).isNotBlank());
    assertThat(digest.summary().split("(?<=\\.) "))
        .hasSize(3)
        .allSatisfy(sentence -> assertThat(text).contains(sentence));
  }
}
