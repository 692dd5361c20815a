package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionTest {

  /** What all gains add up to is the worth of the whole, worked out from scratch. */
  @Test
  void gainsAddUpToWhatASelectionIsWorth() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      ArticleSalience article = article(random);
      boolean central = round % 2 == 0;
      Selection selection = article.select(central);
      double sum = 0;
      Set<Integer> chosen = new HashSet<>();
      for (int i : new int[] {3, 0, 4}) {
        sum += selection.gain(i);
        selection.add(i);
        chosen.add(i);
        assertThat(sum)
            .isCloseTo(chosen.size() * worth(article, central ? 1 : 0, chosen), within(1e-4));
      }
    }
  }

  @Test
  void triesASentenceWithoutChoosingIt() {
    ArticleSalience article = article(new Random(2));
    Selection selection = article.select(true);
    selection.add(1);
    double before = selection.gain(2);
    selection.gain(3);

    assertThat(selection.gain(2)).isEqualTo(before);
    assertThat(selection.size()).isEqualTo(1);
  }

  @Test
  void partsAddUpToTheGainOfTheFirstSentence() {
    ArticleSalience article = article(new Random(3));
    for (int i = 0; i < article.size(); i++) {
      Selection.Parts parts = article.select(true).parts(i);
      assertThat(parts.words() + parts.pairs() + parts.chance() + parts.centrality())
          .isCloseTo(article.select(true).gain(i), within(1e-9));
    }
  }

  @Test
  void aSentenceIsWorthNothingOnceItsWordsAreSaid() {
    ArticleSalience article =
        new ArticleSalience(
            ReadArticle.of(
                List.of("one two three", "one two three", "four five six"),
                new float[3][1],
                null,
                null),
            new float[] {.5f, .5f, .5f, .5f, .5f, .5f},
            new float[] {.2f, .2f, .2f, .2f},
            new float[3],
            new float[3]);
    Selection selection = article.select(true);
    double alone = selection.gain(2);
    selection.add(0);

    assertThat(selection.gain(1)).isCloseTo(0, within(1e-9));
    assertThat(selection.gain(2)).isCloseTo(alone, within(1e-9));
  }

  /** The formula of {@link Selection}, written down once more with sets. */
  private static double worth(ArticleSalience article, int centrality, Set<Integer> chosen) {
    Set<Integer> words = new HashSet<>();
    Set<Integer> pairs = new HashSet<>();
    double length = 0;
    double alone = 0;
    for (int i : chosen) {
      for (int word : article.words().sentence(i)) {
        words.add(word);
      }
      for (int pair : article.pairs().sentence(i)) {
        pairs.add(pair);
      }
      length += article.words().sentence(i).length;
      alone +=
          (0.25 + 0.75 * centrality) * article.logChance(i)
              + centrality * (0.8 * article.centrality(i) + 1.6 * article.lexicalCentrality(i));
    }
    double ofWords = words.stream().mapToDouble(article::wordChance).sum();
    double ofPairs = pairs.stream().mapToDouble(article::pairChance).sum();
    int n = chosen.size();
    return 10 * ofWords / (length + 18.0 * n / 3)
        + 10 * ofWords / (length + 43.0 * n / 3)
        + 12 * ofPairs / (length + 43.0 * n / 3)
        + alone / n;
  }

  private static ArticleSalience article(Random random) {
    List<String> texts =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    IntStream.range(0, 3 + random.nextInt(12))
                        .mapToObj(k -> "w" + random.nextInt(25))
                        .collect(Collectors.joining(" ")))
            .toList();
    ArticleWords words = new ArticleWords(texts);
    ArticlePairs pairs = new ArticlePairs(words);
    return new ArticleSalience(
        new ReadArticle(
            words,
            pairs,
            new Cosines(chances(random, 6), new float[6], new float[6], true, 0),
            new Surface[6],
            null),
        chances(random, words.size()),
        chances(random, pairs.size()),
        chances(random, 6),
        chances(random, 6));
  }

  private static float[] chances(Random random, int size) {
    float[] chances = new float[size];
    for (int i = 0; i < size; i++) {
      chances[i] = random.nextFloat();
    }
    return chances;
  }
}
