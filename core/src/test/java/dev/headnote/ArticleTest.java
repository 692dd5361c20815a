package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleTest {

  private static final String TEXT = "The council met on Monday. It passed the budget.";

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\n", "\u00A0", "\u2007 \u202F", "\u3000", "\u0000", "\u200B\uFEFF"})
  void takesATitleThatShowsNothingForNone(String blank) {
    assertThat(Article.of(blank, TEXT).title()).isEmpty();
    assertThat(Article.of("Another", TEXT).withTitle(blank).title()).isEmpty();
  }
}
