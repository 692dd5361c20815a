package dev.headnote.text.furniture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.text.FurnitureDetector;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a whole page has twice, in the copy of one who selected all of it. */
class RepeatedLinesTest {

  private static final String MENU = "Harbours\nRailways\nBells\nFerries\nMills\nGardens\n\n";

  private static final String HEAD = "Bridge opens to cyclists\nBy Ann Lee\n\n";

  private static final String ARTICLE =
      "The harbour bridge, which a storm bent two years ago, opened to cyclists on Tuesday, and"
          + " nobody fell in.\n\n";

  private static final String LAST =
      "The council will meet again in March to decide whether carts may cross it, too, and who is"
          + " to pay for the lamps.\n\n";

  /** Returns the lines that stay. */
  private static List<String> kept(String text) {
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (var piece : FurnitureDetector.detect(null, text)) {
      kept.append(text, from, piece.start());
      from = piece.end();
    }
    return kept.append(text.substring(from)).toString().lines().filter(l -> !l.isBlank()).toList();
  }

  @Test
  void marksTheMenuThatStandsAboveAnArticleOnceMoreBelowIt() {
    assertThat(kept(MENU + HEAD + ARTICLE + LAST + MENU))
        .containsExactly(ARTICLE.strip(), LAST.strip());
  }

  @Test
  void keepsAHeadingThatIsAnEntryOfTheMenu() {
    assertThat(kept(MENU + HEAD + ARTICLE + "Ferries\n\n" + LAST))
        .containsExactly(ARTICLE.strip(), "Ferries", LAST.strip());
  }

  @Test
  void keepsSentencesThatStandOnceMoreAmongLinks() {
    String text = HEAD + ARTICLE + LAST + "Related stories\n" + ARTICLE.strip();

    assertThat(kept(text)).contains(ARTICLE.strip(), LAST.strip());
  }
}
