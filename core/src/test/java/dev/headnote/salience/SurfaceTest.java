package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the sentence network is told of how a sentence is written. */
class SurfaceTest {

  private static float[] features(String text) {
    return Surface.of(text).features();
  }

  @Test
  void countsOverTokens() {
    assertThat(features("“He told us, in May (2024): why?"))
        .containsExactly(
            1f / 7, // capitals but for the first token's
            1f / 7, // tokens with a digit
            1, // a quotation mark
            1, // which opens it
            1, // "He" first
            1f / 7, // "us"
            1, // a question mark
            1f / 7, // commas
            1, // "told"
            0, // ends as a sentence does
            1, // a colon
            26f / 7, // characters of tokens
            1); // a bracket
  }

  @Test
  void countsAWordThatPointsBackOnlyAtTheStart() {
    int pointsBack = 4;
    assertThat(features("However, it rained.")[pointsBack]).isEqualTo(1);
    assertThat(features("\t(HOWEVER) it rained.")[pointsBack]).isEqualTo(1);
    assertThat(features("Rain fell, however.")[pointsBack]).isEqualTo(0);
    assertThat(features("12 he saw.")[pointsBack]).isEqualTo(0);
  }

  @Test
  void takesWhatSurroundsLettersOff() {
    int firstPerson = 5;
    assertThat(features("x “we” 'our' don't w3e I.")[firstPerson]).isEqualTo(3f / 6);
  }

  @Test
  void knowsCharactersBeyondLatin() {
    // An Arabic-Indic digit, a no-break space, which is part of a token, and an em space.
    assertThat(features("a Ωmega\u00a0b\u2003٤ „c…"))
        .containsExactly(1f / 4, 1f / 4, 1, 0, 0, 0, 0, 0, 0, 0, 0, 12f / 4, 0);
  }

  /** U+6865 has the bits of "he", one after the other. */
  @Test
  void takesNoOtherLettersForAWordOfItsOwn() {
    int pointsBack = 4;
    assertThat(features("\u6865 saw.")[pointsBack]).isEqualTo(0);
    assertThat(features("h\u00c9 saw.")[pointsBack]).isEqualTo(0);
    assertThat(features("he saw.")[pointsBack]).isEqualTo(1);
  }

  @Test
  void hasNothingToCountInAnEmptyText() {
    float[] expected = new float[Surface.SIZE];
    expected[9] = 1; // no end of a sentence
    assertThat(features(" \n")).containsExactly(expected);
    assertThat(features("")).containsExactly(expected);
  }
}
