package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleWordsTest {

  private static final ArticleWords WORDS =
      new ArticleWords(
          List.of(
              "The mayor's plan, 12-year-old.", "", "In Paris the Mayor met the plan's author."));

  @Test
  void numbersWordsInTheOrderInWhichTheyFirstOccur() {
    assertThat(WORDS.sentence(0)).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(WORDS.sentence(1)).isEmpty();
    assertThat(WORDS.sentence(2)).containsExactly(7, 8, 0, 1, 9, 0, 3, 2, 10);
    assertThat(List.of(WORDS.word(0), WORDS.word(2), WORDS.word(4), WORDS.word(8)))
        .containsExactly("the", "s", "12", "paris");
    assertThat(WORDS.size()).isEqualTo(11);
    assertThat(WORDS.total()).isEqualTo(16);
  }

  @Test
  void saysWhichDifferentWordsASentenceHas() {
    assertThat(WORDS.different(0)).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(WORDS.different(1)).isEmpty();
    assertThat(WORDS.different(2)).containsExactly(7, 8, 0, 1, 9, 3, 2, 10);
  }

  @Test
  void countsWordsAndSaysWhereTheyStand() {
    assertThat(WORDS.count(0)).isEqualTo(3);
    assertThat(WORDS.sentenceCount(0)).isEqualTo(2);
    assertThat(WORDS.first(0)).isZero();
    assertThat(WORDS.last(0)).isEqualTo(2);
    assertThat(WORDS.first(8)).isEqualTo(2);
  }

  /** A capital at the beginning of a sentence says nothing. */
  @Test
  void countsCapitalsWithinSentences() {
    assertThat(WORDS.capitals(0)).isZero();
    assertThat(WORDS.capitals(1)).isEqualTo(1);
    assertThat(WORDS.capitals(8)).isEqualTo(1);
  }

  @Test
  void findsTheWordsOfAnotherText() {
    assertThat(WORDS.numbersOf("PARIS: a plan")).containsExactly(8, WordNumbers.UNKNOWN, 3);
    assertThat(WORDS.numbersOf("…")).isEmpty();
  }

  @Test
  void takesLettersOfAnyScript() {
    assertThat(new ArticleWords(List.of("Über 3 часа")).size()).isEqualTo(3);
  }
}
