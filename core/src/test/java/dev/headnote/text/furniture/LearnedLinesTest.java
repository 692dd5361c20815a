package dev.headnote.text.furniture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.FurnitureDetector;
import dev.headnote.text.chars.ClassedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnedLinesTest {

  private static final String ARTICLE =
      "The harbour bridge, which a storm bent two years ago, opened to cyclists on Tuesday, and"
          + " nobody fell in.\n\n"
          + "Engineers had doubted that it would, since one of its piers stands on sand that moves"
          + " with each tide.\n\n";

  private static final String LAST =
      "The council will meet again in March to decide whether carts may cross it, too, and who is"
          + " to pay for the lamps.";

  private static List<String> learned(String text) {
    return FurnitureDetector.detect(null, text).stream()
        .filter(piece -> piece.reason() == Reason.SIDE_MATTER)
        .map(piece -> text.substring(piece.start(), piece.end()))
        .toList();
  }

  @Test
  void marksALineThatNoRuleKnowsAndKeepsTheOnlyParagraph() {
    String text = "Menu\nLog in\n" + LAST + "\nShare this\nTweet";

    assertThat(new FurnitureScan(null, new ClassedText(text), null).furniture())
        .noneMatch(piece -> piece.start() == 0);
    assertThat(learned(text)).containsExactly("Menu");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes.\n\nNo.\n\nPerhaps.\n\n",
        "- lamps\n- railings\n- a bell\n\n",
        "What it cost\n\n",
        "Alder v Holm\nHexley v Penrith\nThorpe v Colne\n\n",
        "2 tbsp butter\n3 leeks, sliced\n300 g barley\n\n",
        "The tide comes in\nthe tide goes out\nand nobody asks the sand\n\n",
      })
  void keepsListsAndVerseAndHeadings(String lines) {
    assertThat(learned(ARTICLE + lines + LAST)).isEmpty();
    assertThat(learned(ARTICLE + lines.strip())).isEmpty();
  }

  @Test
  void keepsHeadingsOfMarkdown() {
    String menu = "bo / bell\nPublic\nCode\nIssues\n12\nPull requests\n3\nActions\n\nREADME.md\n";
    String table = "| Key | Default |\n|---|---|\n| `interval` | 60 |\n| `retain` | 7d |\n\n";

    assertThat(learned(menu + "# Bell\n\n" + ARTICLE + "## Configuration\n\n" + table + LAST))
        .noneMatch(line -> line.startsWith("#"));
    assertThat(learned(ARTICLE + table + LAST + "\n\n## License\n\nMIT. See the file LICENSE."))
        .noneMatch(line -> line.startsWith("#"));
  }

  /**
   * Without its last line a fence opens no block, and the lines of one are no neighbours' words.
   */
  @Test
  void keepsFencedCodeWhole() {
    String code =
        "```xml\n<dependency>\n  <groupId>holm</groupId>\n  <artifactId>bridge</artifactId>\n"
            + "</dependency>\n```\n\n";

    assertThat(
            learned(
                ARTICLE
                    + LAST
                    + "\n\n## Install\n\n"
                    + code
                    + "## License\n\nMIT, as LICENSE says."))
        .isEmpty();
  }

  /** A whole page between two fences is no code. */
  @Test
  void judgesAPageThatIsFenced() {
    String page = "Menu\nLog in\n" + ARTICLE + LAST + "\nShare this\nTweet\n";

    assertThat(learned("```\n" + page + "```\n")).isNotEmpty();
  }

  @Test
  void keepsCountedHeadings() {
    String list = "1. Skerra, Ellisland\n" + ARTICLE + "2. Vlieg, Netherlands\n" + LAST;

    assertThat(
            FurnitureDetector.detect(
                null, "Islands where you are alone\n\nBy Ann Lee\n4 May 2021\n\n" + list))
        .noneMatch(piece -> piece.end() > 55);
  }

  @Test
  void keepsTheHeadingsOfNumberedParts() {
    String rules =
        "Holm Angling Club\nBylaws\n\nARTICLE I\n\n" + LAST + "\n\nARTICLE II\n\n" + ARTICLE;

    assertThat(learned(rules)).noneMatch(line -> line.startsWith("ARTICLE"));
  }

  @Test
  void keepsWhatWasPostedAtATime() {
    String blog =
        "LIVE\nStorm Hedda: schools shut as rivers rise\nLast updated 16:42\nShare\n"
            + "\u2022 Trains between Holm and Hexley are cancelled until Friday\n\n16:38\n"
            + "River still rising at Holm bridge\nAnn Lee\nReporting from Holm\n"
            + LAST
            + "\n\n4.05pm\nAnalysis: why the Colne floods so fast\n"
            + "By Bo Day, environment correspondent\n"
            + ARTICLE;

    assertThat(learned(blog)).containsExactly("Ann Lee", "Reporting from Holm");
  }

  @Test
  void keepsThePostsOfAThread() {
    String thread =
        "Radiator knocks at night\nQuestion\n"
            + LAST
            + "\n312\nShare\nSave\nSort by: Best\nlevel 1\ndan\n2 yr. ago\n"
            + "No, he isn't. Knocking means that water lies in the pipe. Put two coins under it.\n"
            + "411\nReply\nShare\nlevel 2\nporch77\nOP · 2 yr. ago\n"
            + "Two coins! It has been quiet for three nights. Thank you.\n"
            + "96\nReply\nlevel 1\n[deleted]\n· 2 yr. ago\nComment removed by moderator";

    assertThat(FurnitureDetector.detect(null, thread))
        .noneMatch(piece -> thread.startsWith("Two coins!", piece.start()));
  }

  @Test
  void keepsWhatIsSaidInATalk() {
    String chat =
        "Chat started: 2024-05-02 14:03\n\n"
            + "[14:03] Dana F.: hello my router keeps dropping the wifi every 20 min or so\n"
            + "[14:03] Moritz: Hi Dana, thanks for contacting us! Can you tell me the model?\n"
            + "[14:05] Dana F.: it says HX-300 rev 2\n"
            + "[14:07] Moritz: It has lost its connection. How long has this been going on?\n"
            + "[14:08] Dana F.: since monday, we had a storm\n"
            + "[14:09] Moritz: I've run a line test, and I can see 61 resyncs since Monday. There's"
            + " a fault on the line, so an engineer will come on Saturday.\n"
            + "Chat ended: 2024-05-02 14:13\n";

    assertThat(learned(chat)).noneMatch(line -> line.startsWith("["));
  }

  @Test
  void keepsQuotedNumbersAndWhatAButtonStandsBehind() {
    String mail =
        "On Monday, Ann Lee wrote:\n> How cold was it at the lighthouse?\n> -9\n\nIt was a cold"
            + " night. The harbour froze for the first time in years, and no boat could leave.\n";
    String item =
        "From April a school lunch will cost 2.80, up from 2.45. Families on low incomes still pay"
            + " nothing, and 1,900 children are entitled to a free meal. Read more";
    String letter =
        "View this email in your browser\n\nThe Holm Weekly\n\nSchool meals go up\n"
            + item
            + "\n\nA heron called Gerald\nThe heron that stands on the roof of the fish market has"
            + " a mate. The market has put up a platform.\n\nUnsubscribe | Update your"
            + " preferences\n";

    assertThat(learned(mail)).isEmpty();
    assertThat(learned(letter)).doesNotContain(item);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lamps\n\nRailings", "Menu\nLog in\nTweet", "Yes.", ""})
  void marksNothingWithoutAParagraph(String text) {
    assertThat(learned(text)).isEmpty();
  }

  @Test
  void judgesNoScriptWithoutCapitals() {
    String text = "\u518d\u8d77\u52d5\n\u5b8c\u4e86\nMenu\n" + LAST + "\nTweet";

    assertThat(learned(text)).containsExactly("Menu");
  }
}
