package dev.headnote.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Furniture;
import dev.headnote.Furniture.Reason;
import dev.headnote.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FurnitureDetectorTest {

  private static final String BODY =
      "The town council voted on Tuesday to reopen the harbour bridge to cyclists.\n\n"
          + "Engineers had closed it two years ago, after a storm bent one of its piers.";

  private static List<Furniture> inBody(String line) {
    String text = BODY + "\n\n" + line + "\n\n" + BODY.replace("two", "three");
    return FurnitureDetector.detect(null, text);
  }

  private static String found(String text, Furniture furniture) {
    return text.substring(furniture.start(), furniture.end());
  }

  /** As site generators have it; a fence that isn't closed, or prose between, is none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: \"The bridge: open again\"\ndate: 2025-03-04\ntags:\n  - bridges\n---\n\n",
        "+++\nTitle = 'The bridge: open again'\ndraft = false\n+++\n\n",
        "---\ndate: 2025-03-04\n\n# The title\ntitle: The bridge: open again\n---\n\n"
            + "# The bridge: open again\n\n",
        "---\ntitle: \"The bridge: open again\"\n---\n\n"
            + "# The council opens the harbour bridge again after a storm and two years\n\n"
      })
  void takesFieldsAboveMarkdownForFurniture(String fields) {
    String text = fields + BODY;
    assertThat(kept(text)).isEqualTo(BODY);
    assertThat(title(text)).hasValue("The bridge: open again");
    assertThat(FurnitureDetector.detect(null, text).get(0).reason()).isEqualTo(Reason.ATTRIBUTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: The bridge\n\n",
        "---\nThey cheered when it opened.\n---\n\n",
      })
  void leavesLinesBelowADrawnLineAlone(String opening) {
    assertThat(FurnitureDetector.detect(null, opening + BODY))
        .noneMatch(furniture -> furniture.reason() == Reason.ATTRIBUTION);
  }

  @ParameterizedTest
  @CsvSource({
    "'From: Ann Lee\nTo: All\nSubject: Re: FWD: The bridge is open', The bridge is open",
    "'Subject: The bridge is open', The bridge is open",
    "'Subject: Re:\nFrom: Ann Lee',"
  })
  void takesAMessagesSubjectForItsTitle(String header, @Nullable String expected) {
    String text = header + "\n\n" + BODY;
    assertThat(kept(text)).isEqualTo(BODY);
    assertThat(title(text)).isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void keepsWordsWithHyphensBelowAMessagesHeader() {
    String text =
        "Follow-up: the council decided that the pool stays shut until July.\nRe-opening: a race"
            + " for the children, and a speech.\n";
    assertThat(kept("From: Ann Lee\nTo: All\nSubject: Plans\n" + text + BODY))
        .isEqualTo(text + BODY);
  }

  @Test
  void keepsParagraphsOfAMessageBelowDashes() {
    String mail = "From: Ann Lee\nSubject: Plans\n\n" + BODY + "\n\n--\n";
    String text = "The bridge will be closed to lorries at night.\nCyclists may use it in May.";
    assertThat(kept(mail + text)).endsWith(text);
    assertThat(kept(mail + "Ann Lee\nBoats are holes, and I have two of them.")).isEqualTo(BODY);
  }

  @Test
  void infersAHeadlineAboveACommandInTheText() {
    String title = "How to put a server on a machine";
    String body = "\n\n" + BODY.repeat(4);
    assertThat(title(title + "\n\n# apt-get install nginx" + body + "\n\n# systemctl" + body))
        .hasValue(title);
  }

  /** A text's first character may be a dash. */
  @ParameterizedTest
  @ValueSource(strings = {"- Apple\n- Banana", "-REUTERS\n\nThe bridge fell.", "- Ann Lee\nHolm"})
  void readsListsFromTheFirstCharacterOn(String text) {
    assertThat(FurnitureDetector.detect(null, text)).isNotNull();
  }

  @Test
  void leavesTheSubjectOfAQuotedMessageInItsArticle() {
    String text =
        "Who closed the bridge\n\nOne of the messages reads:\nFrom: Ann Lee\nSubject: Close it\n\n"
            + BODY;
    assertThat(title(text)).hasValue("Who closed the bridge");
  }

  @Test
  void keepsTheMessagesBetweenTheHeadersOfAThread() {
    String header = "From: Ann Lee\nSent: 4 May 2021\nTo: Bo Day\nSubject: RE: The bridge\n\n";
    String text =
        header + "The council voted for it.\n\n" + header + "Is it open?\n\nBo\n\n" + header + BODY;
    assertThat(kept(text)).contains("The council voted for it.", "Is it open?", "Bo", BODY);
    assertThat(kept(text)).doesNotContain("Subject", "From");
  }

  @Test
  void keepsParagraphsThatEndWithReferences() {
    String text =
        "Corn crake\n\nVoice[edit]\nOn the breeding grounds, the male's call is a loud, repetitive"
            + " crex, uttered with the neck almost vertical.[21]\n\nFood[edit]\nIt eats what it"
            + " finds, which is mostly made of insects and worms.[22][citation needed]\n\n"
            + BODY;
    assertThat(kept(text)).contains("vertical.[21]", "worms.[22][citation needed]");
  }

  @Test
  void takesNoNameThatAPictureRepeatsForATitle() {
    String text =
        "Why nobody crosses the harbour bridge\nTomasz Wieczorek\nTomasz Wieczorek\nFollow\n"
            + "8 min read\n\n"
            + BODY;
    assertThat(title(text)).hasValue("Why nobody crosses the harbour bridge");
  }

  @Test
  void takesWhatOneSpeakerOfSeveralSaysForNoDateline() {
    String said = "WHITFIELD: " + BODY;
    assertThat(kept(said + "\n\nKLINE: Thank you for having me here.")).startsWith(said);
    assertThat(kept(said + "\n\nALSO READ: Who pays for the pier?")).isEqualTo(BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Home\nBreaking News\nWeather\nWhy nobody crosses the harbour bridge\nBy Ann Lee\n4 May 2021",
        "Home\nLatest News\nWhy nobody crosses the harbour bridge\nBy Ann Lee\n4 May 2021",
        "Why nobody crosses the harbour bridge\nIt opened two years ago and stands there"
            + "\nAnn Lee\nScience Correspondent\n4 May 2021 6:00pm",
        "Why nobody crosses the harbour bridge\nby\nAnn Lee\n4 May 2021",
        "Rigour and flair, every day\nEdition:\nUnited Kingdom\nWhy nobody crosses the harbour"
            + " bridge\nPublished: 4 May 2021",
        "This article is more than 1 month old\nWhy nobody crosses the harbour bridge\nAnn Lee"
      })
  void findsTheTitleAmongTheLinesAroundIt(String head) {
    assertThat(title(head + "\n\n" + BODY)).hasValue("Why nobody crosses the harbour bridge");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FOR IMMEDIATE RELEASE\n\nContact:\nAnn Lee\nLee & Roe Public Relations\n(415) 555-0128"
            + "\nann@lee.example",
        "FOR IMMEDIATE RELEASE\n\nCONTACT:\nAnn Lee\nDirector of Communications"
            + "\nOffice: 402-555-0117\nCell: 402-555-0118",
        "MEDIA ALERT\n\nFOR MORE INFORMATION, CONTACT:\nBo Day, bo@day.example\n207-555-0114",
        "U.S. DEPARTMENT OF HARBORS\nOffice of Communications\nNews Release\nRelease No. 24-145"
            + "\nMarch 20, 2024\nContact: Bo Day    Phone: 678-555-0136",
        "For Immediate Release\nWednesday, January 17, 2024\nOffice of Public Affairs",
        "University of Holm\nPRESS RELEASE \u2013 EMBARGOED UNTIL 00:01 BST ON THURSDAY 11 JULY 2024"
            + "\n\nFor further information, please contact: Ann Lee, tel: 01632 960 177",
        "NEWS FROM SENATOR ANN LEE\nFor Immediate Release\nContact: Bo Day (202) 555-0162",
        "City of Holm\n400 Court Street, Holm, PA 15999\n\nFor more information contact:"
            + "\nHarbour office of the city\nPhone: 814-555-0102\n\nDate: April 2, 2024",
        "Media release\nIssued by: Holm Valley Trust communications team"
            + "\nMedia enquiries: 01632 960 355"
      })
  void findsTheTitleOfAReleaseBelowWhomToAsk(String head) {
    String headline = "Nobody crosses the harbour bridge of Holm";
    String text = head + "\n\n" + headline + "\n\n" + BODY + "\n\n" + BODY + "\n\n" + BODY;
    assertThat(title(text)).hasValue(headline);
    assertThat(kept(text)).startsWith(BODY).doesNotContain("Ann Lee", "Bo Day", "555");
  }

  /**
   * Who reports it or which category it is of may stand below a headline, and a deck below that.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Contact: Ann Lee, ann@gazette.example",
        "Press release",
        "Contact:\nAnn Lee\n(415) 555-0128",
      })
  void leavesAHeadlineAboveSuchLinesTheTitle(String below) {
    String headline = "Nobody crosses the harbour bridge of Holm";
    String deck = "Two years after the storm the tolls pay for less than the lamps";
    String text = headline + "\n" + below + "\n\n" + deck + "\n\n" + BODY + "\n\n" + BODY;
    assertThat(title(text)).hasValue(headline);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Storm closes four ferries\n\nContact: Ann Lee, ann@gazette.example",
        "Storm closes four ferries\nContact: Ann Lee, ann@gazette.example\n\n"
            + "Nobody will cross to the islands before the end of May\n\nPress release",
        "Harbour fair on Saturday\nFor more information: fair@holm.example",
        "The last ferry to Skerra\nReleased by: Pier Films, 2021",
        "Embargo: 50 years on, Cuba still waits for its ships",
        "For release on Friday: the new film of the harbour",
        "For general release: four films of ferries you should see this spring"
      })
  void leavesTheTitleOfWhatIsNoRelease(String head) {
    String deck = "Tolls pay for less than the lamps of the quay";
    String text = head + "\n\n" + deck + "\n\n" + BODY + "\n\n" + BODY + "\n\n" + BODY;
    assertThat(title(text)).hasValue(head.lines().findFirst().orElseThrow());
  }

  @Test
  void keepsWhatStandsBesideAContactOfWhatIsNoRelease() {
    String notice = "Contact: Ann Lee\nGates open at nine on Saturday\nDesk: 555-010-1234";
    String text = "Harbour fair on the pier of Holm\n\n" + notice + "\n\n" + BODY + "\n\n" + BODY;
    assertThat(kept(text)).contains("Gates open at nine");
  }

  @Test
  void findsTheTitleOfAReleaseAboveItsDate() {
    String head = "FOR IMMEDIATE RELEASE\nContact: Ann Lee, 555-010-1234\n\n";
    String text = head + "Storm shuts four ferries\n2024-05-12\n\n" + BODY + "\n\n" + BODY;
    assertThat(title(text)).hasValue("Storm shuts four ferries");
  }

  /** Who sent a release is no author, of whom a last paragraph would tell. */
  @Test
  void keepsALastParagraphOnWhoSentTheRelease() {
    String last = "Holm Ferries runs nine ships between the four harbours of the islands.";
    String text =
        "Nobody crosses the harbour bridge of Holm\n\nNews provided by\nHolm Ferries"
            + "\n4 May 2021, 09:00 ET\n\n"
            + BODY
            + "\n\n"
            + last
            + "\n\nSOURCE Holm Ferries";
    assertThat(kept(text)).endsWith(last).doesNotContain("provided by\nHolm");
  }

  /** A line that is known, such as the author's, is no label beside it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Review: The Salt Clerk\nBy: Ann Lee",
        "Opinion: Let the carts cross it\nUpdated: 4 May 2021",
        "Harbour bridge: why nobody in all the islands crosses it\nAnalysis: it is dear",
        "Opinion: Rebuild the quay now\nTopic: harbours and ports\n3 May 2024\n\nA town of quays",
      })
  void takesALabelledHeadlineForATitle(String head) {
    assertThat(title(head + "\n\n" + BODY + BODY + BODY)).hasValue(head.split("\n")[0]);
  }

  @Test
  void marksReferencesOfEncyclopedias() {
    String text =
        BODY
            + "\n\nReferences[edit]\n^ Irish Lights. \"Harbour bridge: an inventory\".\n"
            + "^ Jump up to: a b Lee, Ann (2003). On Bridges. Holm: Pier Press.\n"
            + "12. ^ Day, Bo (2019). Under Bridges. It sold well, they say.";
    assertThat(kept(text)).isEqualTo(BODY);
  }

  @Test
  void marksWordsOfAParagraphThatStandOnceMoreAlone() {
    String other = "\n\n\u201cA storm bent one of its piers\u201d\n\n";
    assertThat(kept(BODY + other + BODY.replace("two", "three")))
        .isEqualTo(BODY + "\n\n\n\n" + BODY.replace("two", "three"));
    String own = "\n\n\u201cA storm bent both of its piers\u201d\n\n";
    assertThat(kept(BODY + own + BODY.replace("two", "three"))).contains("both of its piers");
  }

  /** As publishers end abstracts; in a short one it took the whole abstract with it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(C) 2016 Example Ltd. All rights reserved.",
        "\u00a9 2016 The Authors. Published by Example B.V.",
        "Copyright (c) 2016 Example & Sons, Ltd.",
      })
  void marksANoticeOnRightsBehindAText(String notice) {
    String paragraph = BODY.replace("\n\n", " ");
    for (String text : List.of(paragraph, BODY, paragraph + " " + paragraph + " " + paragraph)) {
      assertThat(kept(text + " " + notice)).isEqualTo(text);
      assertThat(FurnitureDetector.detect(null, text + " " + notice))
          .extracting(Furniture::reason)
          .containsExactly(Reason.COPYRIGHT);
    }
  }

  /** Sentences on rights begin as notices do. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "All rights reserved on the design were sold by the widow in 1961, for ten pounds.",
        "All rights reserved on the design were sold.",
        "The phrase \"all rights reserved\" is on every label, and nobody asked why.",
        "The agreement ends in May, and all rights reserved to the council remain in force.",
        "Copyright in the drawings, which dates from 1948, was never part of the sale.",
        "Copyright law in 1961 gave heirs fifty years.",
        "Copyright and patents were what she taught from 1961 on.",
        "Copyright Tribunal ruled in 2019 that the fee was fair.",
        "Copyright Tribunal ruled in 2019.",
        "Copyright Office rules changed in May 2019.",
        "Copyright Office of the United States found in 2004 that nobody held it.",
        "With all rights reserved, the heirs sold the design to a museum in May.",
        "\u00a9 1948 is stamped under each seat, and collectors pay for it.",
        "(c) 2021 records are exempt where the law requires their disclosure.",
      })
  void keepsASentenceOnRights(String sentence) {
    assertThat(inBody(sentence)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00a9 2016 example.com all rights reserved.",
        "(c) 2016 by Ann Lee of Holm in Hexley.",
        "\u00a9 the authors of this paper, 2016.",
        "All rights reserved by the Holm Gazette.",
        "All rights reserved. Copyright 2016.",
        "Copyright The Holm Gazette 2016.",
        "Copyright Holm Gazette and contributors 2016.",
        "Copyright Maria de la Cruz 2021.",
        "Copyright Leonardo di Holm, 2021.",
        "Copyright Holm News pty ltd 2019.",
        "Copyright Ann Lee unless otherwise stated 2020.",
        "Copyright Holm Gazette 2016, all rights reserved, unless its authors hold them.",
        "All rights reserved, Holm Gazette 2016.",
      })
  void marksANoticeOnRightsWhateverItsCase(String notice) {
    assertThat(inBody(notice)).extracting(Furniture::reason).containsExactly(Reason.COPYRIGHT);
  }

  @Test
  void keepsTheTextBehindANoticeOnRights() {
    String notice = "\u00a9 2021 Holm Gazette Ltd. All rights reserved.";
    String text = " Divers who looked for the bridge's bell found a boat, two anchors and a bath.";
    assertThat(inBody(notice + text))
        .extracting(piece -> piece.end() - piece.start())
        .containsExactly(notice.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " This material may not be published, broadcast, rewritten or redistributed.",
        " Gazette content is the intellectual property of the Gazette or those it buys from.",
        " Any copying, republication or redistribution of it is expressly prohibited.",
        " Distributed by Holm Information Services, to whom all requests must be sent."
      })
  void takesTermsBehindANoticeOnRightsForAPartOfIt(String terms) {
    String notice = "\u00a9 2021 Holm Gazette Ltd. All rights reserved.";
    assertThat(inBody(notice + terms))
        .extracting(piece -> piece.end() - piece.start())
        .containsExactly(notice.length() + terms.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The council, which closed the bridge, sold the rights (c) 2016 was its best year.",
        "Engineers closed the bridge two years ago, after a storm. (c) They may open it again.",
        "The council voted on Tuesday to reopen the bridge. Read \"\u00a9\" as 2016 for once.",
      })
  void leavesASignThatIsNoNoticeOnRights(String paragraph) {
    assertThat(FurnitureDetector.detect(null, paragraph + " " + BODY)).isEmpty();
  }

  @Test
  void takesANoticeOnRightsWithItsTermsAsAWhole() {
    String notice =
        "This material may not be published, broadcast, rewritten or redistributed without the"
            + " written permission of the council. \u00a9 2016 Example. All rights reserved.";
    assertThat(inBody(notice))
        .extracting(furniture -> furniture.end() - furniture.start())
        .containsExactly(notice.length());
  }

  /** Prose that begins or ends as furniture does. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Press release journalism is in decline, union says after survey",
        "The shares went to two of them: (a) 1000 shares to Al Roe, and for a fee, (b) 1500 shares"
            + " to Bo Day. (c) 2000 shares of common stock to Cy Fox.",
        "They found the letters on a wall behind the altar of the church. \u00a9 2016 was painted on"
            + " the wall of the old mill, and nobody knew by whom.",
      })
  void leavesProseThatLooksLikeIt(String line) {
    assertThat(inBody(line)).isEmpty();
  }

  /** As of titles in a forum, which would have no sentence and no topic. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unlock cell on a condition from adjacent cell",
        "Display posts from x cat and y tag",
        "most read pages - drupal",
        "\n  Hibernate Next/Previous Sibling Mapping\n\n"
      })
  void leavesTheOnlyLineOfATextWithoutATitle(String text) {
    assertThat(FurnitureDetector.detect(null, text)).isEmpty();
    assertThat(FurnitureDetector.detect("A title", text)).hasSize(1);
    assertThat(inBody(text.strip())).hasSize(1);
    assertThat(FurnitureDetector.detect(null, "***")).as("no words").hasSize(1);
  }

  /** What is left of a text without its furniture, and without white space around it. */
  private static String kept(String text) {
    StringBuilder kept = new StringBuilder();
    int at = 0;
    for (Furniture furniture : FurnitureDetector.detect(null, text)) {
      kept.append(text, at, furniture.start());
      at = furniture.end();
    }
    return kept.append(text.substring(at)).toString().strip();
  }

  private static Optional<String> title(String text) {
    return TitleDetector.infer(text).map(span -> text.substring(span.start(), span.end()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[ad_1] | SHORTCODE",
        "[/vc_row] | SHORTCODE",
        "[gallery ids=\"3,4\"] | SHORTCODE",
        "See Also: Ten Bridges That Nobody Crosses | RELATED_LINK",
        "READ MORE: Harbour plans delayed again | RELATED_LINK",
        "Related: Who pays for the pier? | RELATED_LINK",
        "Read more | RELATED_LINK",
        "Check out more of the Gazette's harbour coverage by following this link. | PROMOTION",
        "Sign up for our weekly newsletter! | PROMOTION",
        "Follow us on Twitter and Facebook | PROMOTION",
        "Subscribe | PROMOTION",
        "Image and article originally from www.example.org. Read the original article here. |"
            + " ATTRIBUTION",
        "This article was originally published on The Example. | ATTRIBUTION",
        "(Reporting by Ana Lund; Editing by Tom Reyes) | ATTRIBUTION",
        "The Daily Example contributed to this report. | ATTRIBUTION",
        "\u00a9 2021 Example Media | COPYRIGHT",
        "Copyright 2021 Example Media. All rights reserved. | COPYRIGHT",
        "Advertisement | ADVERTISEMENT",
        "Story continues below advertisement | ADVERTISEMENT",
        "Continue reading after this message from our sponsors | ADVERTISEMENT",
        "Love bridges? Join 9,000 readers of our free weekly letter. | PROMOTION",
        "If you enjoyed this piece, become a supporter of the Example. | PROMOTION",
        "Not investment advice. Alerts are free for a week. | DISCLAIMER",
        "This article is for informational purposes only. | DISCLAIMER",
        "This article is more than 1 month old | ATTRIBUTION",
        "All times stated are UK | ATTRIBUTION",
        "Contact: Ana Lund, 01999 555 014 | ATTRIBUTION",
        "From Wikipedia, the free encyclopedia | ATTRIBUTION",
        "From Simple English Wikipedia, the free encyclopedia | ATTRIBUTION",
        "EMBARGOED FOR RELEASE UNTIL 4 MAY 2021 | ATTRIBUTION",
        "Editor's note: An earlier version gave the wrong year. | ATTRIBUTION",
        "Ana Lund covers bridges. Reach her at ana@example.org. | ATTRIBUTION",
        "We and our 214 partners store and access information on your device. | COOKIE_NOTICE",
        "Never miss a tide. Our daily round-up is free: add your e-mail | PROMOTION",
        "Don't miss another tide. Subscribe to the Ferry Newsletter today. | PROMOTION",
        "You can also read: The bridge that sang | RELATED_LINK",
        "MOST READ IN BRIDGES | RELATED_LINK",
        "No part may be reproduced without the written permission. | COPYRIGHT",
        "The bridge at dawn - Credit: Ana Lund | CAPTION",
        "View gallery | NAVIGATION",
        "Goals: Tanner 3, Moy 2, Peters | TABLE",
        "Key Points: | RUN_IN",
        "Share Tweet Email Print | SHARE_BAR",
        "Share on Facebook (opens in new window) | SHARE_BAR",
        "Photo: Ana Lund / Example | CAPTION",
        "A cyclist on the bridge. (Ana Lund/Getty Images) | CAPTION",
        "----------- | SEPARATOR",
        "00:00:04.500 --> 00:00:09.000 | CAPTION",
        "00:01:04,500 --> 00:01:09,000 | CAPTION",
        "01:04.500 --> 01:09.000 align:start position:0% | CAPTION",
        "\u2605\u2605\u2605\u2605\u2605 4.8 (120 reviews) | TABLE",
        "\u2605\u2605\u2605\u2605\u2606 1 vote | TABLE",
        "4.5 from 20 votes | TABLE",
        "Story continues below this ad | ADVERTISEMENT",
        "Continue reading below this ad | ADVERTISEMENT",
        "This interview first appeared on Medium. | ATTRIBUTION",
        "This review was originally published on March 3, 2014. | ATTRIBUTION",
        "(Contributed reporting by Ann Lee.) | ATTRIBUTION",
        "Associated Press writer Ann Lee contributed. | ATTRIBUTION",
      })
  void knowsALineByItsWording(String line, Reason reason) {
    assertThat(inBody(line)).extracting(Furniture::reason).containsExactly(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The night train: Holm 10:05 --> Lund 11:30, and back on Sundays.",
        "Follow the river and you will find the mill, the guide said.",
        "Share prices fell by a third.",
        "Sign up sheets were posted in the hall.",
        "By Friday the water had gone.",
        "Related costs rose to two million.",
        "Read more books, the teacher told them, and write less.",
        "She wrote \"[sic]\" behind the name [of the ship] and left it there [1].",
        "Watch the tide, the old man said.",
        "More: that was all she asked for, and all she got.",
        "Source code for the gauge is public.",
        "Warning: the path is closed after dark, the sign says.",
        "April 14, 1912",
        "Photographs of the bridge hung in the hall.",
        "Copyright law was her subject.",
        "More from habit than from hope, they went on.",
        "Correction: the bridge is closed, the sign now says.",
        "Background",
        "The 378 reports do not necessarily represent 378 bridges.",
        "At low water, the ferry went on Twitter to ask for patience.",
        "It was the first US film about ferries that you could watch without a map.",
        "Photo by photo, the team measured how soon each plank gave way.",
        "Comment on the planks if you must, but cross the bridge first.",
        "Send your boat over, he called.",
        "This article is more than a list.",
        "(c) The person moves birds from the premises to another place.",
        "Chairs\t4 euros\nTables\t9 euros\nLamps\t3 euros",
        "\u201cSubscribe to our newsletter,\u201d he said, and she laughed at this link.",
        "For more than a decade the coverage was thin.",
        "NASA - which built it - said no.",
        "The Mayor: I never said that, and I never would.",
      })
  void leavesContentAlone(String line) {
    assertThat(inBody(line)).isEmpty();
  }

  @Test
  void marksTheHeadOfACopiedArticle() {
    String text =
        """
        \u2022 Tue. Mar 4th, 2025

        Harbour Bridge \u2018To Reopen\u2019 \u2014 Cyclists First

        ByMara Ellingsen

        Mar 3, 2025
        Harbour Bridge 'To Reopen' - Cyclists First

        """
            + BODY;
    List<Furniture> furniture = FurnitureDetector.detect(null, text);
    assertThat(furniture)
        .extracting(Furniture::reason)
        .containsExactly(
            Reason.DATE_HEADER, Reason.TITLE, Reason.BYLINE, Reason.DATE_HEADER, Reason.TITLE);
    assertThat(TitleDetector.infer(text))
        .hasValueSatisfying(
            span ->
                assertThat(text.substring(span.start(), span.end()))
                    .isEqualTo("Harbour Bridge \u2018To Reopen\u2019 \u2014 Cyclists First"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Jane Doe",
        "By Jane Doe, Staff Writer",
        "BY JANE DOE AND TOM REYES",
        "By Jane Doe | March 4, 2025",
        "By the Editorial Team",
        "Published: 4 March 2025, 10:30 GMT",
        "2025-03-04",
        "3 hours ago",
        "4 min read",
        "Tuesday, March 4, 2025 at 5:01 p.m. ET",
        "Home > News > Harbour",
        "We use cookies. Accept all cookies or see our privacy policy."
      })
  void knowsHeaderLinesAboveTheBody(String line) {
    assertThat(FurnitureDetector.detect(null, line + "\n\n" + BODY)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LONDON (Reuters) - | The",
        "NEW YORK, Jan. 5 (AP) \u2014 | The",
        "CLEVELAND, Ohio \u2013 | The",
        "MADRID \u2014 | The",
        "(CNN) -- | The",
        "(CNN)| The",
        "Lagos, Nigeria (AFP) - | The",
        "AUSTIN, Texas--(BUSINESS WIRE)--Oct. 30, 2025-- | The",
        "AUSTIN, Texas--(BUSINESS WIRE)-- | May 4-June 6 the",
        "Boston, MA \u2013 | May 4\u2013June 6 the",
        "Boston, MA \u2013 | May 4 \u2013 June 6 the",
      })
  void marksOnlyTheDateline(String dateline, String rest) {
    String text = dateline + " " + rest + BODY.substring(3);
    List<Furniture> furniture = FurnitureDetector.detect(null, text);
    assertThat(furniture).hasSize(1);
    assertThat(furniture.get(0).reason()).isEqualTo(Reason.DATELINE);
    assertThat(found(text, furniture.get(0))).isEqualTo(dateline);
  }

  @ParameterizedTest
  @ValueSource(strings = {"What Happened:", "Why It Matters:", "The bottom line:"})
  void marksOnlyTheRunIn(String label) {
    String text = label + " " + BODY;
    assertThat(FurnitureDetector.detect(null, text))
        .containsExactly(new Furniture(0, label.length(), Reason.RUN_IN));
  }

  @Test
  void findsTheGivenTitleInItsOtherSpellings() {
    String text = "\u201cNo Way Back\u201d: A Town Waits | The Example\n\n" + BODY;
    assertThat(FurnitureDetector.detect("\"No way back\": a town waits", text))
        .extracting(Furniture::reason)
        .containsExactly(Reason.TITLE);
  }

  @Test
  void takesALoneCommaBelowABylineForNoRole() {
    assertThat(FurnitureDetector.detect(null, "By Ana Lund\n,\n\n" + BODY))
        .extracting(Furniture::reason)
        .containsExactly(Reason.BYLINE);
  }

  @Test
  void marksTablesOfNumbers() {
    String table = "Team  Won  Lost\nReds  12  3\nBlues  9  6\nGreens  4  11\nBrowns  3  12";
    assertThat(inBody(table)).extracting(Furniture::reason).containsOnly(Reason.TABLE);
  }

  @Test
  void marksTablesWithTabsAndTheirHeadings() {
    String table =
        "Where the votes went\nParty\tSeats\nReds\t12 (9)\nBlues\t8\nGreens and others\t4";
    assertThat(inBody(table)).hasSize(5).extracting(Furniture::reason).containsOnly(Reason.TABLE);
  }

  @Test
  void marksLinksRightBelowTheirLabel() {
    assertThat(inBody("MORE FROM THE EXAMPLE\nTen bridges: a guide\nWho pays for the pier?"))
        .hasSize(3)
        .extracting(Furniture::reason)
        .containsOnly(Reason.RELATED_LINK);
  }

  @Test
  void marksSiteAndSectionAboveTheTitle() {
    String text =
        """
        THE LONG READ
        Example Weekly \u2022 Towns & Harbours
        All the news that floats
        \u2022 Tue. Mar 4th, 2025

        Harbour bridge to reopen for cyclists

        By Mara Ellingsen
        Transport correspondent

        Published 6:42 a.m., Mar. 4, 2025 | Updated 11:05 a.m.

        4 min read \u00b7 Listen to this article

        """
            + BODY;
    assertThat(FurnitureDetector.detect(null, text))
        .extracting(Furniture::reason)
        .containsExactly(
            Reason.NAVIGATION,
            Reason.NAVIGATION,
            Reason.NAVIGATION,
            Reason.DATE_HEADER,
            Reason.TITLE,
            Reason.BYLINE,
            Reason.BYLINE,
            Reason.DATE_HEADER,
            Reason.DATE_HEADER);
    assertThat(ArticleText.of(null, text).title())
        .isEqualTo("Harbour bridge to reopen for cyclists");
  }

  @Test
  void findsShortcodesInsideParagraphs() {
    String text = "[ad_1] " + BODY + " [vc_row width=\"1\"]";
    assertThat(FurnitureDetector.detect(null, text))
        .extracting(Furniture::reason)
        .containsExactly(Reason.SHORTCODE, Reason.SHORTCODE);
  }

  @Test
  void infersNoTitleFromProse() {
    assertThat(TitleDetector.infer(BODY)).isEmpty();
    assertThat(TitleDetector.infer("Buyer beware\n\nThey will cheat you out of it all.")).isEmpty();
    assertThat(TitleDetector.infer("")).isEmpty();
  }

  @Test
  void infersAQuestionSetApartFromALongBody() {
    String body = "\n\n" + (BODY + "\n\n").repeat(5);
    assertThat(title("Who crosses the harbour bridge?" + body))
        .hasValue("Who crosses the harbour bridge?");
    assertThat(title("Who cares?" + body)).isEmpty();
    assertThat(title(BODY + "\n\nWho crosses the harbour bridge?" + body)).isEmpty();
  }

  @Test
  void takesNoSubtitleForATitle() {
    String text =
        "1\n00:00:01,000 --> 00:00:04,200\nWelcome back to the bridge. Today\nwe mend a lamp.\n\n"
            + "2\n00:00:04,400 --> 00:00:08,900\nAll you need is a ladder, a lamp and\n"
            + "five days of patience.\n\n";
    assertThat(title(text)).isEmpty();
    assertThat(kept(text)).matches("Welcome back[^0-9]*lamp\\.\\s+All you need[^0-9]*patience\\.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fetter Lane, London, EC4A 1NL",
        "11 Broad Street, Holm, NY 10004",
        "Customer since: 2018",
        "Harbour bridge (first drawing).jpg",
        "ARTICLE I",
        "Chapter 12",
        "Part XLIV",
      })
  void takesNoAddressAndNoEntryForATitle(String line) {
    String body = "\n\n" + (BODY + "\n\n").repeat(5);
    assertThat(title(line + "\n4 May 2021" + body)).isEmpty();
    assertThat(title("Holm\n" + line + "\n4 May 2021" + body)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Year in review: 2023",
        "Local election results for Holm: 2024",
        "Stocks close at record, Dow up 20000",
        "What became of Article I",
        "Part Civil",
      })
  void takesAHeadingThatEndsWithANumberForATitle(String line) {
    assertThat(title(line + "\nBy Ann Lee\n4 May 2021\n\n" + (BODY + "\n\n").repeat(5)))
        .contains(line);
  }

  @Test
  void takesTheFirstHeadingInMarkdownForTheTitle() {
    String body = "\n\n" + BODY + "\n\n## Use\n\n" + BODY;
    assertThat(title("# quillstore" + body)).contains("quillstore");
    assertThat(title("# A bridge for cyclists" + body)).contains("A bridge for cyclists");
    assertThat(title("## Use" + body)).isEmpty();
  }

  @Test
  void infersAHeadingOverALongBody() {
    String text = "A bridge for cyclists\n\n" + (BODY + "\n\n").repeat(5);
    assertThat(TitleDetector.infer(text)).contains(new Span(0, 21));
  }

  @ParameterizedTest
  @CsvSource({
    "IE 9 is not supported. Please visit our site on another browser., true",
    "You are using an older browser. Some parts of the page may be missing., true",
    "We noticed that you're using an ad blocker., true",
    "Clerks who use an older browser wait for hours at the harbour office., false",
    "This site works best in spring as the dew lies on the stones of the fort., false",
  })
  void marksNoticesToReadersWithOldBrowsers(String line, boolean expected) {
    assertThat(inBody(line).stream().anyMatch(piece -> piece.reason() == Reason.NAVIGATION))
        .isEqualTo(expected);
  }
}
