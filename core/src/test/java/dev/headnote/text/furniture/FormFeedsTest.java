package dev.headnote.text.furniture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.text.ArticleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of pages in text that was taken out of a PDF, where form feeds part them. */
class FormFeedsTest {

  private static final String PROSE =
      "The council voted on Tuesday to reopen the bridge to\n"
          + "cyclists, after two years and a storm that nobody had\n"
          + "foreseen. A toll of a penny will pay for the lamps that\n"
          + "light it, and nobody is to cross it without a lamp.\n";

  private static final String OTHER =
      "The lamps were made by a smith in Holm, who asked for\n"
          + "more time than he had said. They burn for six hours.\n";

  private static final String THIRD = OTHER.replace("lamps", "rails") + PROSE;

  @Test
  void marksTheHeadsAndTheNumbersOfPages() {
    String head = "Bridges and Sand\n\nAnnual Report 2026\n\n";
    String text =
        "Report\n" + PROSE + "\n7\n\f" + head + OTHER + "\n8\n\f" + head + THIRD + "\n9\n";

    assertThat(Navigation.in(text))
        .containsExactly(
            "7",
            "Bridges and Sand",
            "Annual Report 2026",
            "8",
            "Bridges and Sand",
            "Annual Report 2026",
            "9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bridges and Sand, a report to the council          14",
        "14\tBridges and Sand",
        "Holm Press | 14",
        "Holm Council Minutes, page 14",
        "Report \u2013 14",
        "Page 14 of 30",
        "- 14 -",
        "14/30",
        "2.3. Who pays for it          14"
      })
  void marksANumberWithWhatStandsBesideIt(String foot) {
    String text =
        PROSE
            + foot
            + "\n\f"
            + OTHER
            + foot.replace("14", "15").replace("2.3", "2.4")
            + "\n\f"
            + THIRD
            + foot.replace("14", "16").replace("pays", "paid");

    assertThat(Navigation.in(text)).hasSize(3).contains(foot);
  }

  /** "-30-" ends a press release: what is below it is dropped. */
  @ParameterizedTest
  @ValueSource(strings = {"%d", "- %d -"})
  void takesNoPagesNumberForTheTextsEnd(String number) {
    StringBuilder text = new StringBuilder("Report\n\n");
    for (int page = 26; page < 33; page++) {
      char name = (char) ('A' + page);
      text.append("On the bridge of ").append(name).append(" nobody was hurt when on Monday\n");
      text.append("the lamps of the mayor of ").append(name).append(" went out.\n");
      text.append(String.format(number, page)).append("\n\f");
    }

    assertThat(ArticleText.of("Report", text.toString()).sentences()).hasSize(7);
  }

  /** The title of a report is often its running head. */
  @Test
  void keepsTheTopOfTheFirstPage() {
    String head = "Bridges and sand\nA report to the council\n\n";

    assertThat(Navigation.in(head + PROSE + "\f" + head + OTHER))
        .containsExactly("Bridges and sand", "A report to the council");
  }

  @Test
  void keepsWhatOnePageAloneHasAtItsEnds() {
    assertThat(Navigation.in("Day 1\n" + PROSE + "\fDay 2\n" + OTHER)).isEmpty();
    assertThat(Navigation.in("2024\n" + PROSE + "\f2026\n" + OTHER + "\f2027\n" + THIRD)).isEmpty();
    assertThat(Navigation.in(PROSE + "1,021\n\f" + OTHER + "1,022\n\f" + THIRD + "1,023"))
        .isEmpty();
    assertThat(Navigation.in(PROSE + "\u00a75\n\f" + OTHER + "\u00a76\n\f" + THIRD + "\u00a77"))
        .isEmpty();
    assertThat(Navigation.in(PROSE + "\f" + OTHER + "\f")).isEmpty();
    assertThat(Navigation.in("\f\f" + PROSE + "\n4\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Holm Press | 7", "Holm Press\t7", "7   Holm Press"})
  void knowsAHeadBesideAnotherNumber(String foot) {
    String next = foot.replace('7', '8');

    assertThat(Navigation.in(PROSE + foot + "\n\f" + OTHER + next)).containsExactly(foot, next);
  }

  /** The number is in the last line of a notice. */
  @Test
  void marksWhatIsRepeatedAboveANumber() {
    String foot = "Not for Sale\nHolm Press, page %d\n";

    assertThat(
            Navigation.in(
                PROSE
                    + String.format(foot, 7)
                    + "\f"
                    + OTHER
                    + String.format(foot, 8)
                    + "\f"
                    + THIRD
                    + String.format(foot, 9)))
        .hasSize(6)
        .contains("Not for Sale", "Holm Press, page 9");
  }

  @Test
  void keepsNumbersInSentencesAndThoseOfFewPages() {
    StringBuilder pages = new StringBuilder();
    for (int page = 1; page <= 3; page++) {
      pages.append(PROSE.replace("Tuesday", "day " + page));
      pages.append("In the year ").append(page).append(" the council of Holm built a bridge.\n");
      pages.append('\f');
    }
    assertThat(Navigation.in(pages.toString())).isEmpty();

    pages = new StringBuilder("Report\n");
    for (char c = 'a'; c < 'm'; c++) {
      pages.append("Of ").append(c).append(" nothing is known.\n");
      pages.append(c < 'd' ? "Item " + (c - 'a' + 1) : "").append("\n\f");
    }
    assertThat(Navigation.in(pages.toString())).isEmpty();
  }

  @Test
  void marksNoMoreThanThreeLinesOfAHead() {
    String head = "Holm\nBridges and Sand\nAnnual Report\nA Toll of a Penny\n\n";

    assertThat(Navigation.in("Report\n" + PROSE + "\f" + head + OTHER + "\f" + head + THIRD))
        .hasSize(6)
        .doesNotContain("A Toll of a Penny");
  }

  @Test
  void marksHeadsThatAreCut() {
    String head = "CHAPTER 5. WHAT BECAME OF THE \u2026\n";

    assertThat(Navigation.in("Report\n" + PROSE + "\f" + head + OTHER + "\f" + head + THIRD))
        .containsExactly(head.strip(), head.strip());
  }

  /** The end of a paragraph, a refrain, an item. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "the Minister.",
        "and nobody else",
        "Quoth the raven, Nevermore.",
        "What did you do then?",
        "Syntax:",
        "* Errors mended",
        "This report may not be shown to anybody before the council has met."
      })
  void marksLinesOfTextOnlyIfAThirdOfThePagesHasThem(String line) {
    String twice = PROSE + line + "\n\f" + OTHER + line + "\n\f" + THIRD;

    assertThat(Navigation.in(twice)).isEmpty();
    assertThat(Navigation.in(twice + line)).hasSize(3).containsOnly(line);
    StringBuilder pages = new StringBuilder(twice + line);
    for (char c = 'a'; c < 'j'; c++) {
      pages.append("\f").append("Of " + c + " nothing is known.\n");
    }
    assertThat(Navigation.in(pages.toString())).isEmpty();
  }

  /** Further in it is the text's own. */
  @Test
  void looksAtTheEndsOfPagesAlone() {
    String refrain = "\nA Toll of a Penny\n\n";

    assertThat(
            Navigation.in(PROSE + refrain + OTHER + OTHER + "\f" + THIRD + refrain + PROSE + PROSE))
        .isEmpty();
    assertThat(Navigation.in(PROSE + refrain + OTHER + "\f" + THIRD + refrain + PROSE)).isEmpty();
    assertThat(Navigation.in(PROSE + refrain + "\f" + THIRD + refrain)).hasSize(2);
  }

  @Test
  void takesTimeInProportionToTheText() {
    String text = (OTHER + "\n12\n\f").repeat(2_000) + "x\n".repeat(50_000) + "\f";

    long start = System.nanoTime();
    assertThat(Navigation.in(text)).hasSizeGreaterThan(1_000);
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }
}
