package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headnote.evaluate.Rouge;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  /** Within one sentence the article's pairs are those that ROUGE-2 counts. */
  @Test
  void rewardsASentenceAsRougeDoes() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      List<String> texts = List.of(text(random, 12), text(random, 9), text(random, 20));
      String summary = text(random, 15);
      ArticleWords words = new ArticleWords(texts);
      Reference reference = new Reference(words, new ArticlePairs(words), summary);
      for (int i = 0; i < texts.size(); i++) {
        assertThat(reference.reward(i))
            .isCloseTo(
                Rouge.n(1, texts.get(i), summary).f1() + Rouge.n(2, texts.get(i), summary).f1(),
                within(1e-9));
      }
    }
  }

  /** Words repeat, so counts have to be clipped; some are not in the article. */
  private static String text(Random random, int words) {
    return IntStream.range(0, words)
        .mapToObj(i -> "word" + random.nextInt(14))
        .collect(Collectors.joining(" "));
  }

  @Test
  void countsAWordThatTwoSentencesShareAsOftenAsTheReferenceHasIt() {
    ArticleWords words = new ArticleWords(List.of("red apple", "red pear"));
    Reference reference = new Reference(words, new ArticlePairs(words), "red");

    assertThat(reference.reward(0, 1)).isCloseTo(2.0 * 1 / (4 + 1), within(1e-9));
  }

  @Test
  void knowsTheSentencesThatASummaryIsMadeOf() {
    List<String> texts =
        List.of(
            "The town will open a new library.",
            "It has cost four million euros.",
            "Readers are glad about it all.");
    ArticleWords words = new ArticleWords(texts);
    ArticlePairs pairs = new ArticlePairs(words);

    assertThat(new Reference(words, pairs, texts.get(2) + " " + texts.get(0)).gold())
        .containsExactlyInAnyOrder(0, 2);
    assertThat(new Reference(words, pairs, "A new library opens, readers are glad.").gold())
        .isEmpty();
    assertThat(
            new Reference(
                    words, pairs, texts.get(1) + " This and much more was said by many people.")
                .gold())
        .isEmpty();
  }
}
