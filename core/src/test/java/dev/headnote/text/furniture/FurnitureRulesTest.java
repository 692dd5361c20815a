package dev.headnote.text.furniture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Furniture;
import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.ClassedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules that go by place and neighbours, and those of captions: each with a line that it marks
 * and a line like it that stays. "/" parts lines, and "//" blocks; the line that is judged stands
 * between angle brackets.
 */
class FurnitureRulesTest {

  private static final List<String> PARAGRAPHS =
      List.of(
          "The town council voted on Tuesday to reopen the harbour bridge to cyclists, after two"
              + " years and a storm.",
          "Engineers had closed it in March, when they found that one of its piers stands on sand"
              + " that moves.",
          "A toll of a penny will pay for the lamps, and the ferry will sail on, the council said"
              + " in its report.");

  private static final String TITLE = "Harbour bridge opens again after two years";

  private static Reason judged(String place, String lines) {
    String block = lines.replace("<", "").replace(">", "").replace("//", "\n\n").replace("/", "\n");
    String body = String.join("\n\n", PARAGRAPHS);
    String text =
        switch (place) {
          case "above" -> block + "\n" + TITLE + "\nBy Ann Lee\n4 May 2021\n\n" + body;
          case "head" -> TITLE + "\n" + block + "\n\n" + body;
          case "between" ->
              PARAGRAPHS.get(0)
                  + "\n\n"
                  + block
                  + "\n\n"
                  + body.substring(body.indexOf("\n\n") + 2);
          default -> TITLE + "\nBy Ann Lee\n4 May 2021\n\n" + body + "\n\n" + block;
        };
    int marked = lines.indexOf('<');
    String before = lines.substring(0, marked).replace("//", "\n\n").replace("/", "\n");
    int at = text.indexOf(block) + before.length();
    return new FurnitureScan(null, new ClassedText(text), null)
        .furniture().stream()
            .filter(piece -> piece.start() <= at && at < piece.end())
            .map(Furniture::reason)
            .findFirst()
            .orElse(null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        // What stands over a title is a site, a section or a slogan.
        "above ~ <Holm Gazette> ~ NAVIGATION ~ between" + " ~ <Holm Gazette>",
        // A line below date and buttons, without a full stop, tells what a picture shows.
        "head ~ By Ann Lee/4 May 2021/Share/<Cyclists wait at the bridge that a storm bent two years"
            + " ago> ~ CAPTION ~ between ~ <Cyclists wait at the bridge that a storm bent>",
        // All below the line that says that a release ends, and nothing above a second one.
        "below ~ ENDS//<Holm Bridges Ltd builds and mends bridges in four counties.> ~ ATTRIBUTION"
            + " ~ below ~ ENDS//<The council then turned to the ferry and to who may sail in"
            + " it.>//ENDS",
        // What readers wrote below the count of comments.
        "below ~ 2 comments://Bo Day says:/<I crossed it on a horse once.> ~ NAVIGATION"
            + " ~ below ~ <I crossed it on a horse once.>",
        // Who wrote a comment and when, and who wrote what is recommended.
        "below ~ Share this story//Bo Day • 3h ago/I crossed it on a horse once.//<My horse swam.> ~ NAVIGATION"
            + " ~ below ~ Recommended Stories/Pier closes two gates/Holm News • 3h ago/Ferry or"
            + " bridge? Voters want both/Holm Politics • 2d ago//<The council had the piers"
            + " examined in May, and again in June. Nobody was told of rust in two of them.>",
        // A label such as "About" and a name takes the paragraphs below it with it.
        "below ~ About Holm Bridges/<Holm Bridges was founded in 1911 by two brothers who could not"
            + " swim.> ~ DISCLAIMER ~ below ~ About the bridge/<It was built in 1911 by two brothers"
            + " who could not swim.>",
        // A note on somebody whose name is the byline's.
        "below ~ <Ann Lee covers bridges and whoever falls off them.> ~ ATTRIBUTION"
            + " ~ below ~ <Bo Day mends bridges for whoever falls off them.>",
        // Short lines below furniture are links; items of a list are not.
        "below ~ Share this story//<A ferry that sings> ~ RELATED_LINK"
            + " ~ below ~ - a bell/<- a ferry that sings>",
        // Contacts at the end.
        "below ~ <Call the news desk on 01999 555 014> ~ ATTRIBUTION"
            + " ~ between ~ <Call it a bridge on 1,999 legs>",
        // Sentences of the article that tell its subjects whom to turn to.
        "below ~ <For more information, write to Ann Lee, who is in charge of the harbour bridge,"
            + " at ann@holm.example.> ~ ATTRIBUTION ~ below ~ <Anyone who saw the fire start is"
            + " asked to contact the police on 101 or to e-mail witness@police.example.>",
        "below ~ <Contact the Holm Bridge Company for rates on 1-800-555-0142, or have a look at"
            + " www.holm.example.> ~ ATTRIBUTION ~ below ~ <Consumers who have purchased the"
            + " spinach are urged to return it, or to contact the company on 1-800-555-0142.>",
        "below ~ <Reach us at ann@holm.example.> ~ PROMOTION ~ below ~ <Reading residents who"
            + " have purchased the spinach are urged to return it, or to contact the company on"
            + " 1-800-555-0142.>",
        // A link with a date below the headline and its byline.
        "head ~ By Ann Lee//Related stories/<Old pier to be sold next spring>/May 3, 2021"
            + " ~ RELATED_LINK ~ between ~ <Old pier to be sold next spring>",
        // A button below an item of a round-up belongs to the item.
        "between ~ <The agency counted 2,012 cases. Read more> ~ PROMOTION"
            + " ~ below ~ <The agency counted 2,012 cases this year, the most since 1992, and more"
            + " of them in May. Three children have died. Read more>",
        // An agency's letters.
        "below ~ <- PTI> ~ ATTRIBUTION ~ below ~ <(sic)>",
        // A mail's signature.
        "below ~ --/<Ann Lee, Holm Institute>/ann@holm.example ~ BYLINE"
            + " ~ below ~ --/<Ann Lee left the bridge, and nobody saw her again.>",
        // Links below their label up to the next paragraph.
        "between ~ Recommended reading/<Who pays for the pier> ~ RELATED_LINK"
            + " ~ between ~ What was said/<Who pays for the pier>",
        // A label of advertisements.
        "between ~ <Presented by Alder Tyres> ~ ADVERTISEMENT" + " ~ between ~ <Presented a tyre>",
        // The lines above a forwarded message.
        "above ~ <From: Ann Lee>/Subject: The bridge ~ ATTRIBUTION"
            + " ~ between ~ <From: Alder to Holm>",
        // Facts about a match, and who played.
        "between ~ <Attendance: 2,140> ~ TABLE ~ between ~ <Attendance was 2,140, a record.>",
        "between ~ <Holm: Lee; Day, Ames (capt), Roe, Pike, Hale, Cho, Reid, Bell, Yates,"
            + " Drew> ~ TABLE ~ between ~ <We saw: a bell, a lamp, two oars, a boot, a hat, a bone,"
            + " a cup, a key, a rope, a pipe>",
        // Rows whose cells are numbers.
        "between ~ <Lamps  12  40>/Bells  1  9/Oars  3  7 ~ TABLE"
            + " ~ between ~ <Lamps are dear>/Bells are cheap/Oars are both",
        // What one may do with an article, and where its recording is.
        "below ~ <E-mail to a friend> ~ SHARE_BAR ~ below ~ <She wrote to a friend>",
        "between ~ <Scroll down for video> ~ PROMOTION ~ between ~ <They scroll down for hours>",
        // Whose picture it is, in capitals, in brackets, or behind "via".
        "between ~ <A bell hangs from the bridge. ANN LEE> ~ CAPTION"
            + " ~ between ~ <A bell hangs from the bridge. ANN>",
        "between ~ <A bell hangs from the bridge (Post: Ann Lee)> ~ CAPTION"
            + " ~ between ~ <A bell hangs from the bridge (so: it rings)>",
        "between ~ <The crew at home. Photo: J. van Lee/Harbour Desk> ~ CAPTION"
            + " ~ between ~ <The crew took one photo. J. van Lee kept it>",
        "between ~ <The crew at homeCredit: Harbour Desk> ~ CAPTION"
            + " ~ between ~ <The crew gave one man a credit of ten pounds>",
        "between ~ <A bell hangs from the bridge. ANN LEE/PA> ~ CAPTION"
            + " ~ between ~ <The dog, who weighs 90 lbs., is afraid of it. -- CAT BURGLARED IN"
            + " OHIO>",
        "between ~ <A bell hangs from the bridge | ANN LEE> ~ CAPTION"
            + " ~ between ~ <They all stood there. I had only one thing to say. GO HOME NOW MAYOR>",
        // What stands in a block right above a credit.
        "between ~ <A bell hangs from the bridge. It has since been stolen.>/Photo: Ann Lee ~ CAPTION"
            + " ~ between ~ <A bell hangs from the bridge. It has since been stolen.>",
        // What a caption with a credit repeats.
        "between ~ <A bell hangs from the bridge>//A bell hangs from the bridge. Photo: Ann Lee"
            + " ~ CAPTION ~ between ~ <A bell hangs from the pier>//A bell hangs from the bridge."
            + " Photo: Ann Lee",
        // What comes twice around a picture's buttons.
        "between ~ <A bell hangs from the bridge in Holm.>/Enlarge this image/A bell hangs from the"
            + " bridge in Holm. ~ CAPTION ~ between ~ <A bell hangs from the bridge in"
            + " Holm.>/Share/A bell hangs from the bridge in Holm.",
        // What somebody does in the present on a day with its year.
        "between ~ <Ann Lee waves from the bridge in Holm, Ohio, on Tuesday, May 4, 2021.> ~ CAPTION"
            + " ~ between ~ <Ann Lee will wave from the bridge, she said on Tuesday, May 4, 2021.>",
        "between ~ <Mayor Ann Lee, right, waves from the bridge.> ~ CAPTION"
            + " ~ between ~ <Mayor Ann Lee, right or wrong, waves it through.>",
        // A picture's place among others, and how long a recording plays.
        "between ~ <2 of 5 | A bell hangs from the bridge.> ~ CAPTION"
            + " ~ between ~ <2 of 5 bells hang from the bridge.>",
        "between ~ <Duration 2:11> ~ CAPTION ~ between ~ <2:11>",
        "between ~ <0:47> ~ CAPTION ~ between ~ <Time 0:47>",
        // When something was said, in a transcript; a time alone may head what was posted then.
        "between ~ <[00:07:45]> ~ DATE_HEADER ~ between ~ <07:45>",
        // Links beside the headings of encyclopedias.
        "between ~ Plot<[edit]> ~ SHORTCODE ~ between ~ Plot<[sic]>",
        "between ~ <[edit]> ~ SHORTCODE ~ between ~ At the <[edit]> level, the bridge opens.",
        // Titles in brackets with spaces, and what screen readers are told of lists.
        "between ~ <[ Farmer finds his own gate in a field ]> ~ RELATED_LINK"
            + " ~ between ~ <[ they all laugh ]>",
        "between ~ <list 2 of 3Who pays for the pier?> ~ RELATED_LINK"
            + " ~ between ~ <list of lamps>",
        // How many links there are.
        "between ~ <3 related> ~ RELATED_LINK ~ between ~ <All 3 related>",
      })
  void marksALineAndNotAnotherLikeIt(
      String place, String lines, Reason reason, String elsewhere, String others) {
    assertThat(judged(place, lines)).as(lines).isEqualTo(reason);
    assertThat(judged(elsewhere, others)).as(others).isNull();
  }

  /** Letters, reviews, instructions and laws speak of what publishers ask for, too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I tried the promo code HARBOUR10 twice, but it says that it is invalid.",
        "I would like to unsubscribe from your newsletter, but the link at the bottom is dead.",
        "The app crashes whenever I turn on notifications for the ferry.",
        "You can turn it down in the app, which made me set up an account and lost my settings.",
        "We had eleven subscriptions, two of which nobody could remember signing up for, and you"
            + " can't manage what you don't measure.",
        "Buy a paper cone of olives at the market before you climb the tower.",
        "You can cancel at any time by giving us a month's notice in writing.",
        "If you already have an account, choose Sign in; otherwise create a free account.",
        "To turn on notifications, open Settings and choose the ferry.",
        "By signing up to the scheme, the farmer agrees to leave a tenth of each field alone.",
        "Please consider the following before you book: the pier is closed on Mondays.",
        "The company no longer mends the bridge.",
        "The tenant must send the notice to the registered office of the landlord.",
        "Our registered office is at 4 Station Approach. Our clerk is Ms. Ford.",
        "The court held that the company number on the form was wrong.",
        "A registered trademark may be revoked if nobody has used it for five years.",
        "Contact us by telephone if your application is urgent, and have your number ready.",
        "Let us know before your appointment if you can't walk up stairs.",
        "Try the bridge on a weekend in May, when the sea is blue.",
        "Please send the receipt for my subscription to the email address in my account.",
        "Where is the VAT number on my invoice? My accountant needs it.",
      })
  void keepsWhatNoPublisherAsksFor(String line) {
    assertThat(judged("between", "<" + line + ">")).isNull();
  }

  /** What publishers do ask for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "between ~ Join the club",
        "between ~ Cancel anytime.",
        "between ~ Already have an account?",
        "between ~ By signing up you agree to our terms of use.",
        "between ~ Sign up for a weekly roundup of harbour tips.",
        "between ~ My newsletter goes out every Friday. Sign up here.",
        "between ~ I write a weekly newsletter. Subscribe here.",
        "below ~ I have a podcast! Subscribe on Spotify.",
        "below ~ Make a donation",
        "below ~ Please consider making a donation.",
        "below ~ $1 a week. Cancel anytime.",
        "below ~ Create a free account to read on.",
        "below ~ 30-day money-back guarantee",
        "below ~ Use the promo code HOLM20 for 20% off.",
        "below ~ Allow notifications from Holm News",
        "below ~ Buy your local paper",
        "below ~ By submitting your details you agree to our terms.",
      })
  void marksWhatPublishersAskFor(String place, String line) {
    assertThat(judged(place, "<" + line + ">")).isIn(Reason.PROMOTION, Reason.NAVIGATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My subscription was renewed although I had cancelled it, and I want my money back.",
        "The company no longer mends the bridge.",
        "The company's registered office is in Holm, but it is managed from Hexley.",
        "Members may make a donation in memory of a relative.",
      })
  void keepsSuchALineAtTheEndToo(String line) {
    assertThat(judged("below", "<" + line + ">")).isNull();
  }

  /** Sentences of an article that hold a publisher's phrase, or begin as a note on it does. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bo Day's \"Harbour Song\" is published by Marsh in November. It follows two sisters.",
        "Hexley Piers, a division of Penrith Holdings, employs 900 people on the coast.",
        "The lamps are powered by a battery and were designed by Bo Day of Hexley.",
        "Some 900 boats were registered in May alone.",
        "Figures compiled by the harbour office show that 1,200 carts cross it in a day.",
        "The song, first published in 1921, has been sung at the bridge ever since.",
        "Sailors must have something to hold on to.",
        "The office is not responsible for removing the paint from the piers.",
        "In March it updated its privacy policy and the rules of the ferry.",
        "Doing so should take until the end of next summer.",
        "Data from the buoys have shown a swell that nobody can explain so far.",
        "Research by the Holm Institute shows that the sand moves two metres in a year.",
        "I'm a better sailor than any of them.",
        "We have a habit, when the news of the week is bad, to say that it was never so bad.",
        "About a third of the people on the island are German.",
        "About 150 sailors of the Holm Navy, the U.S. consul and a dog were on it.",
        "Bo Rowan was 16 when he was found below the bridge in the summer of 2012.",
        "Bo Rowan is likely to stand again, the Gazette's political editor has learned.",
        "He put it down to sites such as www.hexley.example, which he called \"a market for sand and"
            + " for nothing else.\"",
      })
  void keepsALastParagraphOfTheArticlesOwn(String line) {
    assertThat(judged("below", "<" + line + ">")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Most of the toll comes from a single source: carts.",
        "Courtesy of a storm in March, the council finds itself without a bridge and a ferry.",
        "Don't miss: the carved bench halfway along, where the sailors' wives used to wait.",
        "Sailors who download the app are shown the depth of the water, too.",
        "Brokers earn a commission on each boat that they sell.",
        "Ships' noise contributed to this as well.",
        "The bill requires additional reporting by banks.",
        "She refused to say who else was commenting on this family's bridge.",
      })
  void keepsASentenceWithAPublishersPhrase(String line) {
    assertThat(judged("between", "<" + line + ">")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This article was compiled by Bo Day.",
        "Holm Gazette is published by Holm Media Ltd.",
        "Compiled by Bo Day from reports of the harbour office.",
        "The interview has been edited for length.",
        "About Hexley Piers: It mends piers in four counties.",
        "Tweet with a location",
        "For other bridges, see Holm (disambiguation).",
        "The Gazette is not responsible for the content of external Internet sites.",
        "The Gazette is regulated by IPSO.",
        "Holm Press is registered in England and Wales under company number 1234567.",
        "The Gazette is published by the Holm Trust, registered charity 123456.",
        "The story has been updated with comment from the mayor.",
        "Bo Day's columns are distributed by the Holm Syndicate.",
        "The site is powered by WordPress.",
        "The information is intended solely for the addressee.",
        "Cora Pym is our harbour editor and was born in Holm.",
        "Reporting contributed by Bo Day in Holm, Cora Pym in Hexley and Ann Lee in Paris.",
        "Breaking news alerts to your phone.",
      })
  void marksWhatPublishersSayOfAnArticle(String line) {
    assertThat(judged("below", "<" + line + ">")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Some links are affiliate links.",
        "The Gazette may earn a commission from purchases made through links.",
        "The company undertakes no obligation to update any forward-looking statements.",
        "Text is available under a Creative Commons Attribution-ShareAlike licence.",
        "Gazette staff writer Bo Day contributed to this obituary.",
        "All users must be logged in to comment.",
        "Commenting on this thread is closed.",
      })
  void marksANoticeBetweenParagraphs(String line) {
    assertThat(judged("between", "<" + line + ">")).isNotNull();
  }

  @Test
  void findsATitleThatWasBrokenOrStandsAboveASubtitle() {
    String body = "\n\nBy Ann Lee\n5 May 2023\n\n" + String.join("\n\n", PARAGRAPHS);
    for (String below : List.of("years of repairs", "from our correspondent in Holm")) {
      String text = "Mayor opens the harbour bridge of Holm after two\n" + below + body;
      assertThat(new FurnitureScan(null, new ClassedText(text)).title()).as(below).isNotNull();
    }
  }

  /** The lines above it were taken for a menu's. */
  @Test
  void findsNoTitleBelowABrokenSentence() {
    String text =
        "The Holm Society, the Institute and the harbour office of Holm\nare sponsoring a seminar."
            + "\n\nBRIDGES AND FERRIES\n\n"
            + String.join("\n\n", PARAGRAPHS);
    assertThat(new FurnitureScan(null, new ClassedText(text)).title()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"# Introduction", "# Monday: the bridge opens\n\nIt opened.\n\n# Tuesday"})
  void keepsAHeadingBelowAStatedTitleThatIsNoTitle(String heading) {
    String text =
        "---\ntitle: A bridge in two days\n---\n\n"
            + heading
            + "\n\n"
            + String.join("\n\n", PARAGRAPHS);
    assertThat(new FurnitureScan(null, new ClassedText(text)).furniture())
        .noneMatch(f -> f.reason() == Reason.TITLE);
  }

  @Test
  void takesNoFirstLineOfABrokenParagraphForATitle() {
    String broken =
        "The old harbour bridge was opened again to carts and\ncyclists.\n\n"
            + String.join("\n\n", PARAGRAPHS);
    String full =
        "The old harbour bridge was opened again on Monday by Bo\nDay. It had stood empty for two"
            + " years, and nobody could\nsay why. The council will mend its lamps in the spring,\n"
            + "and a toll of a penny will pay for them. The ferry goes\non sailing, as it has for"
            + " a hundred years, and whoever\nlikes it better may take it.\n\n"
            + String.join("\n\n", PARAGRAPHS);

    assertThat(new FurnitureScan(null, new ClassedText(broken)).title()).isNull();
    assertThat(new FurnitureScan(null, new ClassedText(full)).title()).isNull();
    assertThat(new FurnitureScan(null, new ClassedText(TITLE + "\n" + full)).title()).isNotNull();
  }

  @Test
  void keepsLinesInCapitalsBelowAFullStop() {
    String text =
        "A STRONG COLD FRONT ARRIVES AROUND NOON. A LINE OF SHOWERS AND ISOLATED\n"
            + "STORMS IS EXPECTED ALONG IT. WINDS BEHIND IT GUST TO 40 MILES AN HOUR\n"
            + "AND RAIN IS LIKELY. GROWERS SHOULD COVER THEIR PLANTS. TEMPERATURES\n"
            + "RETURN TO NORMAL BY TUESDAY.";

    assertThat(new FurnitureScan(null, new ClassedText(text)).furniture()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "false, 0"})
  void knowsALineThatWasNotBrokenToAWidth(boolean longLines, int expected) {
    // Two lines begin small below others, as in paragraphs broken to a width.
    String head =
        "A bridge that nobody crosses any more is news\n"
            + "by Ann Lee, who teaches bridges at the Holm Institute\n"
            + "edited by Bo Day, and looked over by somebody else, too\n"
            + "Share\n\n";
    String body =
        longLines
            ? String.join(" ", PARAGRAPHS) + "\n\n" + String.join(" ", PARAGRAPHS)
            : "The town council voted on Tuesday to reopen\nthe bridge.";

    assertThat(
            new FurnitureScan(null, new ClassedText(head + body), null)
                .furniture().stream()
                    .filter(piece -> (head + body).startsWith("edited by", piece.start()))
                    .count())
        .isEqualTo(expected);
  }
}
