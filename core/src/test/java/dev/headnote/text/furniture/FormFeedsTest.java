package dev.headnote.text.furniture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.ClassedText;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  private static List<String> navigation(String text) {
    return new FurnitureScan(null, new ClassedText(text), null)
        .furniture().stream()
            .filter(piece -> piece.reason() == Reason.NAVIGATION)
            .map(piece -> text.substring(piece.start(), piece.end()))
            .toList();
  }

  @Test
  void marksTheHeadsAndTheNumbersOfTwoPages() {
    String head = "Bridges and Sand\n\nAnnual Report 2026\n\n";
    String text =
        "Report\n" + PROSE + "\n7\n\f" + head + OTHER + "\n8\n\f" + head + PROSE + "\n9\n";

    assertThat(navigation(text))
        .containsExactly(
            "7",
            "Bridges and Sand",
            "Annual Report 2026",
            "8",
            "Bridges and Sand",
            "Annual Report 2026",
            "9");
  }

  @Test
  void marksHeadsThatStandBesideTheNumber() {
    String first = "Bridges and Sand, a report to the council          14\n\n";
    String second = "Bridges and Sand, a report to the council          15\n\n";
    String foot = "\nHolm Press | Page 2 of 3\n";

    assertThat(navigation(PROSE + foot + "\f" + first + OTHER + foot + "\f" + second + PROSE))
        .containsExactly(foot.strip(), first.strip(), foot.strip(), second.strip());
  }

  /** The title of a report is often its running head. */
  @Test
  void keepsTheFirstLineOfAll() {
    String head = "Bridges and sand\n\n";

    assertThat(navigation(head + PROSE + "\f" + head + OTHER)).containsExactly("Bridges and sand");
  }

  @Test
  void keepsWhatOnePageAloneHasAtItsEnds() {
    assertThat(navigation("Day 1\n" + PROSE + "\fDay 2\n" + OTHER + "\fDay 3\n" + PROSE)).isEmpty();
    assertThat(navigation(PROSE + "\f" + OTHER + "\f")).isEmpty();
    assertThat(navigation("\f\f" + PROSE + "\n4\n")).isEmpty();
  }

  @Test
  void marksSentencesOfThreePages() {
    String notice = "This report may not be shown to anybody before the council has met.\n";

    assertThat(navigation(PROSE + notice + "\f" + OTHER + notice)).isEmpty();
    assertThat(navigation(PROSE + notice + "\f" + OTHER + notice + "\fThe end.\n" + notice))
        .containsExactly(notice.strip(), notice.strip(), notice.strip());
  }

  /** What recurs further in is the text's own. */
  @Test
  void keepsWhatRecursBelowAPagesHead() {
    String refrain = "\nAnd nobody crossed it.\n\n";

    assertThat(navigation(PROSE + refrain + OTHER + "\f" + OTHER + refrain + PROSE)).isEmpty();
  }

  @Test
  void takesTimeInProportionToTheText() {
    String text = (OTHER + "\n12\n\f").repeat(2_000) + "x\n".repeat(50_000) + "\f";

    long start = System.nanoTime();
    assertThat(navigation(text)).hasSizeGreaterThan(1_000);
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }
}
