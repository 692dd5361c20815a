package dev.headnote.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Article;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are talks, and what in them is not what they are about. */
class TalkTest {

  @ParameterizedTest
  @ValueSource(strings = {MadeTalks.LABELLED, MadeTalks.CURT, MadeTalks.UNLABELLED})
  void tellsItByLabelsOrThanks(String text) {
    assertThat(Talk.is(Article.of(text).sentences())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Ann,\n\nThe mill closes in May. Orders fell by half.\n\nThanks for your patience.",
        "Date: Monday.\n\nPlace: the hall.\n\nPrice: nine pounds.\n\nBring: a pen, and a cup.",
        "Thanks to the rain the harvest was good. Thanks to the sun it was early. Thanks to both it"
            + " was the best."
      })
  void lettersAndListsAreNone(String text) {
    assertThat(Talk.is(Article.of(text).sentences())).isFalse();
  }

  @Test
  void aLongTextWithAFewLabelsIsNone() {
    StringBuilder text = new StringBuilder(MadeTalks.LABELLED);
    IntStream.range(0, 200)
        .forEach(i -> text.append("The bridge over the river opened on day ").append(i + ".\n\n"));
    assertThat(Talk.is(Article.of(text.toString()).sentences())).isFalse();
  }

  /** Words are counted by one pass over the sentence before they are looked at. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thank you all for coming here on such a cold wet day. | true",
        "Thank you all for coming here on such a very cold wet day. | false",
        "Thank you all for coming-here, on/such a cold, wet, grey day. | false",
        "\u0130 thank you all for coming here on such a cold day. | false",
        "The next question. | true",
      })
  void opensOnlyShortSentences(String sentence, boolean expected) {
    assertThat(Pleasantry.opens(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann: Yes.",
        "Q. Can you hear me?",
        "[00:01:04] Ann Lee: Yes.",
        "[00:01:04]Q. Yes?",
        "Speaker 2: Yes."
      })
  void whatHasALabelMayHaveOne(String sentence) {
    assertThat(Talk.saidFrom(sentence)).isPositive();
    assertThat(Talk.mayHaveLabel(sentence)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Operator: Good afternoon, and welcome to the Acme third quarter 2023 earnings call. | true",
        "[00:01:04] Ann Lee: Thank you, Madam President, and good evening, everyone. | true",
        "At this time, all participants are in a listen-only mode. | true",
        "With that, I\u2019ll turn the call over to Bob Ford, Vice President. | true",
        "Q. Can you hear me? | true",
        "Ann Lee: Mr Ford, may I first say thank you to the workers of the mill. | true",
        "Hello from all of us here at the mill. | true",
        "\"Thank you for coming,\" Ann Lee told the workers of the mill. | false",
        "Thank you for the 40 million dollars that saved our school. | false",
        "Thanks to the rain, the harvest was the best in years. | false",
        "\u201cThank you for coming,\u201d Ann Lee told the workers of the mill. | false",
        "Ann Lee: The mill at Holm will close in May because orders fell by half. | false",
      })
  void tellsPleasantries(String sentence, boolean expected) {
    assertThat(Pleasantry.is(sentence.substring(Talk.saidFrom(sentence)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ann Lee: [Applause] The mill at Holm will close. | The mill at Holm will close.",
        "[00:01:04] Ann Lee: The mill will close. | The mill will close.",
        "Speaker 2: The mill will close. | The mill will close.",
        "(Laughter and applause.) | ''",
        "[Music] [Applause] | ''",
        "[00:12] Ann Lee: [Host], the mill will close. | [Host], the mill will close.",
        "(In May) the mill will close. | (In May) the mill will close.",
        "The mill (at Holm) will close. | The mill (at Holm) will close.",
      })
  void findsWhereWhatIsSaidBegins(String sentence, String said) {
    assertThat(sentence.substring(Talk.saidFrom(sentence))).isEqualTo(said);
  }
}
