package dev.headnote.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an article's first sentence says that its subject is. */
class DefinitionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mira Holt (born 4 May 1961, in Leeds) is an English jazz trumpeter. | English jazz trumpeter",
        "Mira Holt ( 1921 1988 ) was an English jazz trumpeter who led a band | English jazz trumpeter",
        "Tovar [ˈtoʋar] is a village in the district of Lenz. | village",
        "Acalypta minor is a species of moth in the family Nolidae. | species of moth",
        "The Tarn is the longest river of the region. | longest river of the region",
        "The Holt 7 was a British tea clipper, built in 1850. | British tea clipper",
        "Holt is a DJ, record producer and remixer from Leeds. | DJ record producer and remixer",
        "The Elms are also an American rock band. | American rock band",
        "Holt & Sons, of Leeds, was a maker of bicycles; it closed. | maker of bicycles",
        "Night Ferry is a 1957 film by Ann Holt. | 1957 film",
        "“Night Ferry” is a song by Ann Holt. | song",
        "“Leeds is a great city,” the mayor said. | great city",
        "World War I was a global conflict. | global conflict",
      })
  void isFoundInFirstSentences(String sentence, String definition) {
    assertThat(Definition.of(sentence)).contains(definition);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Is a",
        "Holt is",
        "Holt is a",
        "Holt is a .",
        "Holt was born in Leeds.",
        "Holt is (a village) in Kent.",
        "It is a village in Kent.",
        "There was a fire in Leeds.",
        "This is a test of the siren.",
        "The plan that ministers put to the council in the spring of last year is a mistake.",
        "The council passed the budget.",
        "“It was a terrible night,” she said.",
        "\"This is a great day for London,\" the mayor said.",
        "Why is the sky blue?",
        "Which is the best phone of 2024?",
        "They are the champions of Europe.",
        "Police said the attack was a hate crime.",
      })
  void isNoneWhereNothingIsDefined(String sentence) {
    assertThat(Definition.of(sentence)).isEmpty();
  }

  @Test
  void endsAfterTwelveWords() {
    assertThat(Definition.of("Holt is a " + "very ".repeat(1_000_000) + "long word"))
        .contains("very ".repeat(12).strip());
  }

  @Test
  void movesTheFirstSentenceHalfOfTheWay() {
    EncodedArticle article =
        new EncodedArticle(
            List.of("first", "second"),
            new float[][] {{1, 0}, {1, 0}},
            null,
            null,
            new float[] {0, 1});
    float half = (float) Math.sqrt(0.5);
    assertThat(article.topicVectors()).isDeepEqualTo(new float[][] {{half, half}, {1, 0}});
    assertThat(article.vectors()).isDeepEqualTo(new float[][] {{1, 0}, {1, 0}});
  }

  @Test
  void needsASentence() {
    assertThatThrownBy(
            () -> new EncodedArticle(List.of(), new float[0][], null, null, new float[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
