package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderFeaturesTest {

  private static final int NEIGHBOURS = 1;
  private static final int SHORT_NAMES_FIRST = 2;
  private static final int LENGTHS = 3 + 2 * 4;

  private static final List<String> TEXTS =
      List.of(
          "On Monday Anna Berger opened the longest bridge of the whole country.",
          "Crowds came to see it in the rain.",
          "There Berger spoke for an hour.",
          "Nobody left before the end.",
          "Then Berger wept.");

  @Test
  void seesWhetherNamesStandInFullFirst() {
    assertThat(row(TEXTS)[SHORT_NAMES_FIRST]).isEqualTo(1 / 3f);
    assertThat(row(List.of(TEXTS.get(2), TEXTS.get(0)))[SHORT_NAMES_FIRST]).isEqualTo(2 / 3f);
    assertThat(row(TEXTS.subList(1, 4))[SHORT_NAMES_FIRST]).isEqualTo(1 / 2f);
  }

  /** The first, the next two and the last sentence, in deviations, and how lengths fall. */
  @Test
  void seesHowSentencesGetShorter() {
    float[] row = row(TEXTS);

    assertThat(row[LENGTHS]).isPositive();
    assertThat(row[LENGTHS + 1]).isLessThan(row[LENGTHS]).isGreaterThan(row[LENGTHS + 2]);
    assertThat(row[LENGTHS + 2]).isNegative();
    assertThat(row[LENGTHS + 3]).isLessThan(-1.5f);
  }

  @Test
  void seesWhetherNeighboursAreNearEachOther() {
    float[][] turning = new float[5][];
    for (int i = 0; i < turning.length; i++) {
      turning[i] = new float[] {(float) Math.cos(0.3 * i), (float) Math.sin(0.3 * i)};
    }
    float[][] mixed = {turning[2], turning[4], turning[0], turning[3], turning[1]};

    assertThat(Cosines.of(turning, null).neighbours()).isPositive();
    assertThat(Cosines.of(mixed, null).neighbours()).isNegative();
  }

  @Test
  void saysNothingOfWhatIsTooShortOrAllAlike() {
    float[] one = row(List.of("!!!"));

    assertThat(one).hasSize(OrderFeatures.SIZE);
    for (int i = 0; i < one.length; i++) {
      assertThat(one[i]).isEqualTo(i == SHORT_NAMES_FIRST ? 0.5f : 0);
    }
    assertThat(row(List.of("A b.", "A b.", "A b.", "A b."))[NEIGHBOURS]).isZero();
  }

  /** One mark alone among thousands of sentences is no more than it can be among those learned. */
  @Test
  void isNoMoreInLongTextsThanInThoseLearnedFrom() {
    List<String> texts = new ArrayList<>(Collections.nCopies(5000, "It rained all day."));
    texts.set(0, "“It rained all day.”");

    for (float feature : row(texts)) {
      assertThat(Math.abs(feature)).isLessThanOrEqualTo((float) Math.sqrt(150));
    }
  }

  private static float[] row(List<String> texts) {
    float[][] vectors = new float[texts.size()][2];
    for (float[] vector : vectors) {
      vector[0] = 1;
    }
    ReadArticle article = ReadArticle.of(texts, vectors, null, null);
    KnownWords known = KnownWords.of(article.words(), WordCounts.of(Map.of(), 1000, 0.1));
    return OrderFeatures.of(article, known, LexicalCentrality.of(article.words(), known));
  }
}
