package dev.headnote.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Article;
import dev.headnote.talk.MadeTalks;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too little to stand in a summary by itself. */
class FragmentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who pays for it | true",
        "He paid for it. | false",
        "Thank you. | true",
        "WHO PAYS FOR IT? | true",
        "LEE: Thank you so much. | true",
        "NATO PLANES HIT TWO BRIDGES NEAR HOLM ON MONDAY. | false",
        // Headlines, however long; a sentence may have lost its full stop.
        "Harbour Bridge Opens to Cyclists After Two Years of Doubt: What to Know | true",
        "Harbour bridge opens to cyclists after two years of doubt | false",
        "The Harbour Bridge Opened to Cyclists After Two Years, Says Ann Lee. | false",
        "The man who ran the ship had no oil and was not well so he sat on the deck | false",
        "\u6e2f\u53e3\u7684\u6865 2024 \u5f00\u653e \u4e86 \u4e24 \u5e74 \u4e4b \u540e \u5427 | false",
        // Programs and what one types are no sentences.
        "a = [[1, 2], [3, 4]] b = list(a) b[0][0] = 99 print(a) | true",
        "The bridge was built by Ann Lee in 1890.[1][2][3] | false",
        "Goals came from Lee (12), Ford (34) and Day (90) as Holm won the cup. | false",
        "Set retry_backoff to a number of seconds (2 or more), or to True. | false",
        // No capitals are left out where a script has none.
        "\u4e2d\u56fd\u53d1\u5e03AI\u65b0\u89c4\u3002 | false",
        "\uc0bc\uc131\uc740 \uc0c8\ub85c\uc6b4 AI \uce69\uc744 \uacf5\uac1c\ud588\ub2e4. | false"
      })
  void tellsThemFromSentences(String text, boolean expected) {
    assertThat(Fragment.is(text, text.split(" ").length)).isEqualTo(expected);
  }

  /** The foot of a page stands between the two halves, or they are two items of a list. */
  @Test
  void bothHalvesOfACutSentenceComeLast() {
    assertThat(
            Fragment.of(
                MadeArticle.sentences(
                    "The council met on Tuesday.",
                    "It voted to reopen the bridge, whose lamps, of which there are nine,",
                    "were made by a smith in Holm who asked for more time.",
                    "Rules",
                    "iPods are not allowed on the bridge by order of the council.")))
        .containsExactly(false, true, true, true, false);
    assertThat(
            Fragment.of(
                MadeArticle.sentences(
                    "The council said that the money of the fund would be used",
                    "for two hundred flats that were to be built by the river",
                    "for lamps on each of the town's nine old bridges",
                    "The fund has these aims, said the mayor of Holm on Monday:",
                    "to build two hundred flats by the river before the winter.",
                    "i went to the shop to buy bread and it was shut",
                    "then i went home and slept until the evening.")))
        .containsOnly(false);
    assertThat(
            Fragment.of(
                MadeArticle.sentences(
                    "The man who ran the ship had no oil and was not well so he sat on the deck",
                    "Nobody came to help him before the evening.",
                    "iPods are not allowed on the bridge by order of the council.")))
        .containsExactly(false, false, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {MadeTalks.LABELLED, MadeTalks.UNLABELLED})
  void whatIsPoliteComesLast(String text) {
    boolean[] fragments = Fragment.of(Article.of(text).sentences());
    assertThat(
            IntStream.range(0, fragments.length)
                .filter(i -> !fragments[i])
                .mapToObj(i -> Article.of(text).sentences().get(i).text()))
        .hasSize(2)
        .allMatch(sentence -> sentence.contains("mill") || sentence.contains("nine million"));
  }

  @Test
  void aShortQuestionComesLast() {
    assertThat(Fragment.of(Article.of(MadeTalks.CURT).sentences()))
        .containsExactly(false, false, true, false);
  }

  @Test
  void elsewhereThanksAreSentences() {
    assertThat(Fragment.of(Article.of("Good morning from all of us here. It rains.").sentences()))
        .containsExactly(false, true);
  }
}
