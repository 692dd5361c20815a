package dev.headnote.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractiveReferenceTest {

  private static final List<Sentence> ARTICLE =
      Sentences.of(
          "Rain fell all night.",
          "The river rose\nby two metres.",
          "Nobody was hurt; \"We were lucky,\" said the mayor.",
          "Schools stay shut.");

  private static int[] found(String reference) {
    return ExtractiveReference.sentences(ARTICLE, reference).stream().toArray();
  }

  @Test
  void findsTheLinesOfAReference() {
    assertThat(found("Schools stay shut.\n\nThe  river rose by two metres.\n"))
        .containsExactly(1, 3);
  }

  @Test
  void findsTheSentencesOfALineThatStandApart() {
    assertThat(found("Rain fell all night. Schools stay shut.")).containsExactly(0, 3);
  }

  @Test
  void findsSentencesThatOthersPartElsewhere() {
    assertThat(found("Rain fell all night. The river rose by two metres."))
        .as("two in one line")
        .containsExactly(0, 1);
    assertThat(found("\"We were lucky,\" said the mayor.")).as("most of one").containsExactly(2);
    assertThat(found("Nobody was hurt; \"We")).as("20 of 49 characters").isEmpty();
  }

  /** A page has no-break spaces where the text that was made of it may have others. */
  @Test
  void takesAnyWhiteSpaceForTheSame() {
    assertThat(found("Schools\u00a0stay\u2009shut.\u00a0\nThe river rose by two\u00a0metres."))
        .containsExactly(1, 3);
  }

  @Test
  void findsNothingIfALineIsOfOtherWords() {
    assertThat(found("Schools stay shut.\nThe river rose.")).isEmpty();
    assertThat(found("")).isEmpty();
  }
}
