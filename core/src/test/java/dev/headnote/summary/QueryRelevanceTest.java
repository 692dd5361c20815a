package dev.headnote.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What of an article is relevant to a query. */
class QueryRelevanceTest {

  private static final Offset<Double> TINY = Offset.offset(1e-9);

  private static final String[] TEXTS = {
    "The council met on Monday.",
    "It rained.",
    "The old mill at Holm will close.",
    "Orders fell by half.",
    "The council thanked the clerk.",
    "A vote is due in May.",
    "The library stays open.",
    "Nobody spoke of the weather."
  };

  @Test
  void findsByTheVectorWhereNoWordIsShared() {
    float[][] vectors = alike(TEXTS.length);
    vectors[6] = new float[] {0, 1};

    assertThat(best(relevance(TEXTS, vectors, "bookshop", new float[] {0, 1}))).isEqualTo(6);
  }

  @Test
  void findsByAWordWhereAllVectorsAreAlike() {
    assertThat(best(relevance("What happens to the MILL?"))).isEqualTo(2);
    assertThat(best(relevance("or\u00adders"))).isEqualTo(3);
  }

  @Test
  void countsARareWordForMoreThanCommonOnes() {
    double[] relevance = relevance("the council, or the mill");

    assertThat(relevance[2]).isGreaterThan(relevance[0]).isGreaterThan(relevance[4]);
  }

  /** Only one lacks "the", and is what was meant. */
  @Test
  void letsTheVectorDecideWhereTheArticleLacksWhatWasAsked() {
    String[] texts = {
      "The mill.", "The clerk.", "The river.", "Balloons!", "The hall.", "The end."
    };
    float[][] vectors = alike(6);
    vectors[3] = new float[] {0, 1};

    assertThat(best(relevance(texts, vectors, "the zeppelin", new float[] {0, 1}))).isEqualTo(3);
  }

  @Test
  void takesAContractionForOneWord() {
    String[] texts = {
      "They don't close before nine.", "Don ran the shop.", "It closed.", "It rained."
    };

    assertThat(best(relevance(texts, alike(4), "Don", new float[] {1, 0}))).isEqualTo(1);
    assertThat(best(relevance(texts, alike(4), "don\u2019t", new float[] {1, 0}))).isEqualTo(0);
  }

  @Test
  void takesThePossessiveForNoWord() {
    String[] texts = {"The mill's roof fell.", "Its owner left.", "It\u2019s old.", "Holm grew."};

    assertThat(best(relevance(texts, alike(4), "owner\u2019s house", new float[] {1, 0})))
        .isEqualTo(1);
    assertThat(relevance(texts, alike(4), "Ann's", new float[] {1, 0})).containsOnly(0);
  }

  /** Here one has the name and one the verb, but most of the others have the name. */
  @Test
  void countsWordsWhereItIsToldTo() {
    String[] texts = {"Ann may say so.", "Calloway spoke of it."};
    String[] whole = {
      "Ann may say so.", "Calloway spoke of it.", "Calloway left.", "Calloway won.", "It rained."
    };

    assertThat(
            best(
                QueryRelevance.of(
                    MadeArticle.sentences(texts),
                    alike(2),
                    MadeArticle.sentences(whole),
                    query("say Calloway"),
                    1)))
        .isEqualTo(0);
    assertThat(relevance(texts, alike(2), "say Calloway", new float[] {1, 0})).containsOnly(0);
  }

  @Test
  void isInDeviationsTimesTheWeight() {
    double[] one = relevance("mill");
    double[] three = QueryRelevance.of(MadeArticle.sentences(TEXTS), alike(8), query("mill"), 3);

    assertThat(Arrays.stream(one).sum()).isEqualTo(0, TINY);
    assertThat(Arrays.stream(one).map(value -> value * value).sum()).isEqualTo(8, TINY);
    for (int i = 0; i < 8; i++) {
      assertThat(three[i]).isEqualTo(3 * one[i], TINY);
    }
  }

  @Test
  void isZeroWhereNothingTellsSentencesApart() {
    assertThat(relevance("...")).containsOnly(0);
    assertThat(relevance("Zeppelin")).containsOnly(0);
    assertThat(relevance(new String[] {"One mill."}, alike(1), "mill", new float[] {1, 0}))
        .containsExactly(0);
  }

  private static double[] relevance(String query) {
    return QueryRelevance.of(MadeArticle.sentences(TEXTS), alike(TEXTS.length), query(query), 1);
  }

  private static double[] relevance(
      String[] texts, float[][] vectors, String query, float[] ofQuery) {
    return QueryRelevance.of(MadeArticle.sentences(texts), vectors, new Query(query, ofQuery), 1);
  }

  private static Query query(String text) {
    return new Query(text, new float[] {1, 0});
  }

  private static float[][] alike(int count) {
    return IntStream.range(0, count).mapToObj(i -> new float[] {1, 0}).toArray(float[][]::new);
  }

  private static int best(double[] relevance) {
    return IntStream.range(0, relevance.length)
        .boxed()
        .max((a, b) -> Double.compare(relevance[a], relevance[b]))
        .orElseThrow();
  }
}
