package dev.headnote.text.furniture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is left of printed pages in a text that was copied out of them. */
class PageBreaksTest {

  private static final String PAGE =
      "The council voted on Tuesday to reopen the bridge to\n"
          + "cyclists, after two years and a storm that nobody had\n"
          + "foreseen. A toll of a penny will pay for the lamps that\n";

  private static final String REST = "light it, and nobody is to cross it without a lamp.\n";

  @Test
  void marksThePagesNumbersAndTheHeadsBesideThem() {
    String text = PAGE + "31\n" + REST + PAGE + "32\nLEE AND DAY\n" + PAGE + "33\n" + PAGE;

    assertThat(Navigation.in(text)).containsExactly("31", "32", "33");
    assertThat(Navigation.in(text + "34\nLEE AND DAY\n" + PAGE))
        .containsExactly("31", "32", "LEE AND DAY", "33", "34", "LEE AND DAY");
  }

  @Test
  void marksHeadsWithTheirNumberInTheLine() {
    String head = "Bridges and Sand        ";

    assertThat(
            Navigation.in(
                PAGE + head + "9\n" + REST + PAGE + head + "10\n" + PAGE + head + "11\n" + PAGE))
        .containsExactly(head + "9", head + "10", head + "11");
  }

  /**
   * As PDF readers give them: the number at the foot, and a head with two parts on the next page.
   */
  @Test
  void marksLongHeadsBelowTheNumbers() {
    String head = "Regional Water Board             Annual Report 2026\n";

    assertThat(
            Navigation.in(
                PAGE + "14\n" + head + REST + PAGE + "15\n" + head + PAGE + "16\n" + head + PAGE))
        .containsExactly("14", head.strip(), "15", head.strip(), "16", head.strip());
  }

  /** A date below a page's number is no comment's. */
  @Test
  void keepsThePagesBelowARunningHeadWithADate() {
    String head = "Holm Letter          Page  ";
    String date = "\nVolume 6, Number 11          April 25, 2021\n";
    String text = PAGE;
    for (int page = 1; page <= 6; page++) {
      text += head + page + date + REST + PAGE;
    }

    assertThat(Navigation.in(text))
        .allMatch(line -> line.startsWith("Holm") || date.contains(line));
  }

  @Test
  void keepsNumbersThatCountNoPages() {
    assertThat(Navigation.in(PAGE + "31\n" + PAGE + "32\n" + PAGE)).isEmpty();
    assertThat(Navigation.in(PAGE + "31\n" + PAGE + "33\n" + PAGE + "35\n" + PAGE)).isEmpty();
    assertThat(Navigation.in(PAGE + "1\n2\n3\n4\n" + PAGE)).isEmpty();
    assertThat(Navigation.in(PAGE + "1998\n" + PAGE + "1999\n" + PAGE + "2000\n" + PAGE)).isEmpty();
    for (String step : new String[] {"Step ", "Day  ", "Day   "}) {
      assertThat(
              Navigation.in(
                  step + "1\n" + PAGE + REST + step + "2\n" + PAGE + REST + step + "3\n" + PAGE))
          .isEmpty();
    }
  }

  @Test
  void keepsNumbersOfChaptersAndWhatIsRepeatedInThem() {
    String chapter = PAGE + REST;
    String refrain = "She said nothing.\n";

    assertThat(Navigation.in("1\n" + chapter + "2\n" + chapter + "3\n" + chapter)).isEmpty();
    assertThat(
            Navigation.in(
                chapter + refrain + "1\n" + chapter + refrain + "2\n" + chapter + refrain + "3"))
        .isEmpty();
    assertThat(
            Navigation.in(
                PAGE + refrain + "1\n" + REST + PAGE + refrain + "2\n" + PAGE + "3\n" + PAGE))
        .containsExactly("1", "2", "3");
  }
}
