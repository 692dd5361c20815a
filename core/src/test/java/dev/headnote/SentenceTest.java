package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTest {

  /** "/" parts lines. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "It was/  a  bridge. ~ It was a bridge.",
        "It was only after I had/> ridden/> > through rain. ~ It was only after I had ridden through rain.",
        "Water at 5 > 4 degrees. ~ Water at 5 > 4 degrees.",
        "The harbour-/master left. ~ The harbour-master left.",
        "Of two-/and three-year terms. ~ Of two- and three-year terms.",
        "It was late -/nobody came. ~ It was late - nobody came.",
        "The A-/Team left. ~ The A- Team left.",
        "A count of/> 30 or/>= 7.0 was/> (as usual) high. ~ A count of > 30 or >= 7.0 was (as usual) high.",
        "He wrote:/>/> > \"Come.\" ~ He wrote: \"Come.\"",
        "In three-/versus two-part songs. ~ In three- versus two-part songs.",
        "Die Ein-/oder Ausfahrt war zu. ~ Die Ein- oder Ausfahrt war zu.",
      })
  void standsInOneLineWithoutMarksOfReplies(String text, String expected) {
    String lines = text.replace('/', '\n');
    assertThat(new Sentence(0, 0, lines.length(), lines).inOneLine()).isEqualTo(expected);
  }

  /** Any character parts words that is white space, whatever the line's other characters. */
  @Test
  void countsTheWordsBetweenWhiteSpace() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
      String text = "rain" + c + "fell";

      assertThat(new Sentence(0, 0, text.length(), text).wordCount())
          .as("U+%04X", (int) c)
          .isEqualTo(space ? 2 : 1);
    }
  }

  /** Whatever parts lines for the reader of an article's text. */
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\u000B", "\f", "\u0085", "\u2028", "\u2029"})
  void standsInOneLineWhateverPartsLines(String end) {
    String text = "The council met" + end + "on Monday in the harbour-" + end + "master's hall.";

    assertThat(Article.of(text).sentences())
        .singleElement()
        .extracting(Sentence::inOneLine)
        .isEqualTo("The council met on Monday in the harbour-master's hall.");
  }

  /** A budget of words is kept by the line that is shown, too. */
  @ParameterizedTest
  @ValueSource(chars = {' ', '\t', '\n', '\r', '\u0085', '\u00a0', '\u2028', '\u2029'})
  void countsWordsAsTheLineShowsThem(char between) {
    String text = "One" + between + "word.";
    Sentence sentence = new Sentence(0, 0, text.length(), text);
    assertThat(sentence.wordCount()).isEqualTo(2);
    assertThat(new Sentence(0, 0, text.length(), sentence.inOneLine()).wordCount()).isEqualTo(2);
  }
}
