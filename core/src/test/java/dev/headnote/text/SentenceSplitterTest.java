package dev.headnote.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.Span;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

  private static List<String> split(String text) {
    return SentenceSplitter.split(text).stream()
        .map(span -> text.substring(span.start(), span.end()))
        .toList();
  }

  /** A bar marks where a sentence must end; it stands before the space. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ferry left at dawn.| Nobody waved.",
        "Dr. Osei met Mrs. Lund and Prof. Abadi at St. Anne's.| They talked.",
        "Shares of Tollan Corp. and Merrow Inc. fell.| Brandt & Co. rose.",
        "She moved to the U.S. in May.| He stayed in the U.K.| They write.",
        "The U.S. Senate and the U.N. Security Council met.",
        "It opened on Sept. 30 and closed on Nov. 2, 2021.| Rain fell.",
        "See No. 5, Fig. 3 and pp. 12 of it.| It is short.",
        "Under s. 21, ss. 3 and 4 of the Act and reg. 12(3) he lost.| Rule r. 24 and sch. 2 say so.",
        "See paras. 3 and 4, cl. 5 and vol. 3, iss. 2 of it.| The letter is s.| The end.",
        "It grew (Smith et al. 2019).| Jones et al. 2020 agree, and Roe et al.| The end.",
        "They met at 3 Mill Rd., Apt. 5, near Bldg. 7.| Rte. 66, Hwy. 61 and Rm. 12 are shut.",
        "Cllr. Moss, Cllrs. Hale and Dunn, Revd. Poe and Pte. Jones came.| Bo sang.",
        "The Rt. Hon. Jane Fox came.| The Rt. Rev. Al Moss left.",
        "J. K. Marlow and A. B. Ruiz wrote it.| It sold well.",
        "Prices rose 3.5 percent to $4.20.| Wages did not.",
        "Version 2.0.1 is out.| Version 3 follows.",
        "Many fruits, e.g. pears, i.e. soft ones, etc. are sold.| Buy some.",
        "\u201cWe will not leave.\u201d| The mayor sat down.",
        "\u201cWill you leave?\u201d he asked.| \u201cNo!\u201d she said.",
        "It was left \u201cunanswered.\u201d| Then came spring.",
        "He said, 'They said \"no.\"'| Then he left.",
        "\u201cIt's when people say \u2018the farmers.\u2019| My dad was told to drain it.\u201d",
        "\u201cThey say \u2018the farmers.\u2019 as if we were one,\u201d he said.",
        "We answered the request\u2026we found a basis\u2026and then it stopped.| So it went.",
        "He waited... and waited.| Nothing came...| Then a knock.",
        "It ended.|The next one began.",
        "Really?!| Yes!!!| Good.",
        "Write to ann.lee@example.org or see www.example.org/a.b?c=d.| Thanks.",
        "She came at 5 p.m. on Friday.| It was 6 a.m. Monday there.",
        "(It was late.)| We went home.",
        "The report (see p. 4) is long.| Read it.",
        "\u4eca\u65e5\u306f\u6674\u308c\u3002|\u660e\u65e5\u306f\u96e8\uff1f|\u300c\u306f\u3044\u3002\u300d|\u7d42\u308f\u308a",
        "It rained.[3]| It stopped.",
        "The walk is the only free act in it.[citation needed]| It sold well.[note 2]| It won.",
        "The proof is that of [Kat04, Thm. 12.5] and Lem. 3.| It is short.",
        "The game starts at 8 p.m. CT.| 40 million will watch it.",
        "At the [edit] hierarchy level, include the firewall statement.",
        "See 676 F.3d 841 (9th Cir. 2012) and 142 S. Ct. 941 (2022).| It held that.",
        "Det. Con. Laura Pym of the Herts. Constabulary drove to Pt. Dume Road.| It was a con.| She left.",
        "what a day!| so tired.| going home now :)",
        "Smith v. Jones was heard.| Jones won.",
        "The Rev. Al Moss and Gen. Ruth Kay spoke.| All rose.",
        "1. Boil water 2. Add salt 3. Wait",
        "She asked about Plan B.| The answer was no.",
        "It was sold to AT&T.| Rivals bought less.",
        "Few used IE.| While it lasted, he had MS.| Doctors knew.",
        "A paper in J. Appl. Ecol., and the 2nd Inf. Div., came up.| I saw Tom.| Ann left.",
        "He is 5 ft. 9 in. tall.| She isn't.",
        "It begins at 5:30.|A bell rings.| It rose by 3%.|The rest fell (by 2%).|They wept.",
        "Sens. Hale and Dunn voted.| Reps. Cole and Holt did not.",
        "i loved it.| why not.| call 303-832-8160.| they know.| ask Miramar.| i did.",
        "You were right :-)| Now I know.| What ?| i don't.",
        "See below| ========| The end| ____________| Ann Lee",
        "It cost nothing.| (and it was worth it)",
        "The U.S. 10-year yield rose, and the U.S. 5th Fleet left.| See H.R. 3684 and 347 U.S. 483.",
        "See 86 Stat. 816 and 612 F. Supp. 3d 1.| By Miller, K. L. (2003) and others.",
        "Lt. Col. (Ret.) James Ware met Jane Cho, Ph.D. '09, of the fund.| Its grant no. IOS-22 ended.",
        "Add 2 tbsp. olive oil and 1 tsp. salt.| Stir.",
        "They fall like feathers.1| Economists knew.12| It is in file.2 or so.",
        "The world no.1 Rafael Nadal won.| He is in fig.2 Here we see him.",
        "\u202bFew came.\u202c| \u2067None stayed.\u2069| They left."
      })
  void endsSentencesWhereReadersDo(String marked) {
    List<String> expected = List.of(marked.split("\\|")).stream().map(String::strip).toList();
    if (marked.startsWith("1. ")) {
      expected = List.of("1. Boil water", "2. Add salt", "3. Wait");
    }
    assertThat(split(marked.replace("|", ""))).isEqualTo(expected);
  }

  @Test
  void takesMarksOfDirectionBehindAFullStopForWhiteSpace() {
    assertThat(split("They left.\u200f Rain fell.\u200e"))
        .containsExactly("They left.", "Rain fell.");
  }

  @Test
  void joinsLinesBrokenToAWidth() {
    String text =
        """
        The old lighthouse keeper climbed the stairs every evening at
        dusk and lit the lamp. Nobody had asked him to do so since the
        station was closed. He did it
        all the same.

        Then one night
        the lamp stayed dark.\
        """;
    assertThat(split(text)).hasSize(4);
    assertThat(split(text).get(1)).startsWith("Nobody").endsWith("closed.");
  }

  @Test
  void keepsHeadingsAndItemsApart() {
    String text =
        """
        What to bring
        - a warm coat
        - two litres of water
        * Boots
        When to come
        Come early in the morning, since the path is closed at noon and nobody opens it again later.
        """;
    assertThat(split(text))
        .hasSize(6)
        .contains("What to bring", "a warm coat", "Boots", "When to come");
  }

  @ParameterizedTest
  @CsvSource({
    "\u2022 Victims paid a total., Victims paid a total.",
    "\u25aaThree eggs, Three eggs",
    "\u2022\t3 eggs, 3 eggs",
    "- a warm coat, a warm coat",
    "* 3 eggs, 3 eggs",
    "- 6 degrees inland, - 6 degrees inland",
    "-6 degrees, -6 degrees",
    "\u2013 I think so, \u2013 I think so",
    "1. Beat the eggs, 1. Beat the eggs",
    "# Eggs, Eggs",
    "### 10 eggs, 10 eggs",
    "####### Eggs, ####### Eggs",
    "#eggs are dear, #eggs are dear",
    "\u2022, \u2022",
    "*Really*?, *Really*?"
  })
  void leavesOutBulletsAndMarksOfHeadings(String text, String sentence) {
    assertThat(split(text)).containsExactly(sentence);
  }

  /** Short lines may be as alike as those of a paragraph that was broken to a width. */
  @Test
  void takesShortLinesForItemsWhereParagraphsStandOnALineEach() {
    String text =
        """
        The snake plant asks for so little that people who forget everything else about it have kept one alive for years.

        What it is
        A plant of dry places, with leaves that stand up like swords and keep water for the months in which no rain falls.

        What the critics said
        The Institute of Gardens found it dull, and said so, in a report of nine pages that nobody has read to its end yet.

        Light: Low to bright, indirect
        Water: Every 3-4 weeks
        Toxic to pets: Yes\
        """;
    assertThat(split(text))
        .hasSize(8)
        .contains(
            "What it is",
            "What the critics said",
            "Light: Low to bright, indirect",
            "Water: Every 3-4 weeks");
  }

  @Test
  void joinsLinesBrokenToAGreatWidth() {
    String line =
        "It is a plant of dry places, with leaves that stand up like swords, and it keeps";
    String text =
        (line + " water for the months in which no rain falls, and which come\n").repeat(4);
    assertThat(split(text + "to an end.")).hasSize(1);
  }

  @Test
  void leavesEmojiThatOpenALineToIt() {
    String text =
        "\ud83d\udd25 Numbers don't fire people. People do.\n\ud83d\udd25 Keep a list. \ud83d\udc4d\nGo.";
    assertThat(split(text))
        .containsExactly(
            "\ud83d\udd25 Numbers don't fire people.",
            "People do.",
            "\ud83d\udd25 Keep a list. \ud83d\udc4d",
            "Go.");
  }

  @Test
  void takesShortLinesForItems() {
    assertThat(split("Oak\n\tAsh\n\tBirch\n\tElm")).containsExactly("Oak", "Ash", "Birch", "Elm");
  }

  @Test
  void takesEachLongLineForAParagraph() {
    String line = "This paragraph has no full stop at its end but it is longer than any usual line";
    String text = line + " and goes on and on and further\n" + "Another paragraph follows it here";
    assertThat(split(text)).hasSize(2);
  }

  @Test
  void leavesOutReplyMarksAtLineStarts() {
    String text =
        "> I tried the new paint on wood and it\n> held well. Did yours hold?\nMine peeled.";
    assertThat(split(text)).hasSize(3).last().isEqualTo("Mine peeled.");
    assertThat(split(text).get(1)).isEqualTo("Did yours hold?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "\t\r\n ", "\u00a0\ufeff\u200b"})
  void findsNothingInBlankText(String text) {
    assertThat(SentenceSplitter.split(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "x", "\ud800", "\udc00", "?!", "\u0301", "\u05d0", ">", "...", "\""})
  void takesAnySingleSignForASentence(String text) {
    assertThat(split(text)).containsExactly(text);
  }

  @Test
  void splitsOnlyThePartAskedFor() {
    String text = "One is here. Two is here. Three is here.";
    assertThat(SentenceSplitter.split(text, 13, 25)).containsExactly(new Span(13, 25));
    assertThatThrownBy(() -> SentenceSplitter.split(text, 5, 99))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        ".",
        ". ",
        "\"",
        ". . ",
        "...",
        "(",
        ")",
        "a.b",
        "1. ",
        "\n",
        " ",
        "[1]",
        "> ",
        "- ",
        "A.",
        "\u2022 ",
        ":) ",
        "x\n",
        "'.",
        "Mr. ",
        "\ud83d\ude00",
        "!",
        "a) ",
        "\n```\n",
        "\n``` a",
        "\n~~~ a"
      })
  void takesLinearTime(String unit) {
    String text = unit.repeat(2_000_000 / unit.length());
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> SentenceSplitter.split("Start" + text + " end."));
  }

  /** Each line between Markdown's fences stands for itself, and none goes on in the text. */
  @Test
  void endsSentencesAtTheLinesOfABlockOfCode() {
    String text = "Then run this:\n```sh\nholm init\nholm run --all\n```\nand wait for a minute.";

    assertThat(SentenceSplitter.split(text))
        .extracting(span -> text.substring(span.start(), span.end()))
        .containsExactly(
            "Then run this:",
            "```sh",
            "holm init",
            "holm run --all",
            "```",
            "and wait for a minute.");
  }

  /** A line may end a sentence right above, and a blank line may stand in a block. */
  @Test
  void joinsTheLinesOfAParagraphBelowABlockOfCode() {
    String below = "Wait for a minute, and then\ngo on with the rest of it, which\nis long.";

    assertThat(split("Run this now.\n```\nholm init\n```\n" + below))
        .containsExactly("Run this now.", "```", "holm init", "```", below);
    assertThat(split("Run this:\n```\nimport os\n\nrun(os)\n```\n" + below))
        .containsExactly("Run this:", "```", "import os", "run(os)", "```", below);
  }

  /** As CommonMark has it: a block may show another with shorter fences. */
  @Test
  void closesABlockOfCodeWithAsManySignsAsOpenItOrMore() {
    assertThat(split("Write this:\n````md\n```\nholm init\n```\ntwice a day\n````\nand wait."))
        .containsExactly(
            "Write this:", "````md", "```", "holm init", "```", "twice a day", "````", "and wait.");
    assertThat(split("Run this:\n```\nholm init\n`````\nand wait."))
        .containsExactly("Run this:", "```", "holm init", "`````", "and wait.");
    assertThat(split("````\nOpen this.\n\n```\nholm init\ntwice\n```\nand wait."))
        .containsExactly("````", "Open this.", "```", "holm init", "twice", "```", "and wait.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"```ls -la``` lists what", "~~~ SPOILERS ~~~ tells that", "``` opens what"})
  void takesNoBlockOfCodeThatIsNotClosed(String line) {
    String text = line + " a folder\nholds, and it is the first command\nthat most people learn.";

    assertThat(split(text)).containsExactly(text);
  }
}
