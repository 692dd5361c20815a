package dev.headnote.text.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseListsTest {

  private final PhraseLists lists = new PhraseLists();

  @Test
  void keepsTheOrderAndTheQuotedSpaces() {
    assertThat(lists.named("bare-call")).containsExactly("subscribe", "follow us", "sign up");
    assertThat(lists.named("after-bare-call")).contains("!", " now").doesNotContain("now");
  }

  /** Lines are compared as {@link PlainLine#of} gives them: another phrase would never match. */
  @Test
  void holdsOnlyPhrasesThatCanMatch() {
    assertThat(lists.names()).hasSize(87);
    for (String name : lists.names()) {
      assertThat(lists.named(name)).as(name).isNotEmpty().doesNotHaveDuplicates();
      for (String phrase : lists.named(name)) {
        assertThat(PlainLine.of(phrase, 0, phrase.length()))
            .as("%s: %s", name, phrase)
            .isEqualTo(phrase.stripTrailing());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "caption-start",
        "description-start",
        "disclaimer-start",
        "disclaimer-edge-start",
        "tag-start",
        "source-start",
        "source-credit",
        "credit"
      })
  void holdsNoBeginningThatBeginsWithAnother(String name) {
    for (String phrase : lists.named(name)) {
      assertThat(lists.named(name)).filteredOn(phrase::startsWith).containsExactly(phrase);
    }
  }

  @Test
  void holdsNoEndOfACaptionThatEndsWithAnother() {
    for (String phrase : lists.named("caption-end")) {
      assertThat(lists.named("caption-end")).filteredOn(phrase::endsWith).containsExactly(phrase);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rights-limit", "disclosure", "note-sign"})
  void holdsNoPartThatHoldsAnother(String name) {
    for (String phrase : lists.named(name)) {
      assertThat(lists.named(name)).filteredOn(phrase::contains).containsExactly(phrase);
    }
  }

  @Test
  void failsOnAnUnknownName() {
    assertThatNullPointerException().isThrownBy(() -> lists.named("none")).withMessage("none");
  }
}
