package dev.headnote.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Sentence;
import dev.headnote.summary.Reason.Kind;
import dev.headnote.summary.SummaryOptions.Coherence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which sentences are picked for given saliences, and which reasons are given. */
class SelectorTest {

  private static final SummaryOptions TWO = SummaryOptions.maxSentences(2);

  @Test
  void countsWordsBetweenNoBreakSpacesToo() {
    String text = "It cost\u00a0five\u202fpounds.\u2007 Nobody paid.";
    assertThat(new Sentence(0, 0, text.length(), text).wordCount()).isEqualTo(6);
  }

  @Test
  void bringsAlongWhatASentenceNeeds() {
    Reason[] reasons =
        select(
            TWO.withCoherence(Coherence.REQUIRED),
            of(1, A),
            of(2, A),
            of(4, "He said so again on Monday."),
            of(2.5, A));

    assertThat(kinds(reasons))
        .containsExactly(Kind.LESS_SALIENT, Kind.ANTECEDENT, Kind.CHOSEN, Kind.LESS_SALIENT);
    assertThat(reasons[1].other()).hasValue(2);
  }

  @Test
  void bringsAlongTwoSentencesButNotThree() {
    Scored he = of(9, "He said so again on Monday.");
    SummaryOptions four = SummaryOptions.maxSentences(4).withCoherence(Coherence.REQUIRED);

    assertThat(kinds(select(four, of(1, A), of(3, A), he, he, of(4, A), of(4, A), of(4, A))))
        .startsWith(Kind.LESS_SALIENT, Kind.ANTECEDENT, Kind.ANTECEDENT, Kind.CHOSEN, Kind.CHOSEN);
    assertThat(kinds(select(four, of(-20, A), he, he, he, of(1, A), of(1, A), of(1, A), of(1, A))))
        .startsWith(Kind.LESS_SALIENT, Kind.DANGLING, Kind.DANGLING, Kind.DANGLING, Kind.CHOSEN);
  }

  @Test
  void letsASentenceGiveWayWhereWhatItNeedsDoesNotFit() {
    SummaryOptions one = SummaryOptions.maxSentences(1).withCoherence(Coherence.REQUIRED);
    Scored[] article = {of(1, A), of(4, "But the plan failed on Monday."), of(0, A)};

    assertThat(kinds(select(one, article)))
        .containsExactly(Kind.CHOSEN, Kind.DANGLING, Kind.LESS_SALIENT);
    assertThat(kinds(select(one.withCoherence(Coherence.IGNORED), article)))
        .containsExactly(Kind.LESS_SALIENT, Kind.CHOSEN, Kind.LESS_SALIENT);
  }

  @Test
  void prefersASentenceThatStandsAloneOnlyToOneThatIsHardlyWorthMore() {
    SummaryOptions one = SummaryOptions.maxSentences(1);
    String but = "But the plan failed on Monday.";

    assertThat(kinds(select(one, of(1, A), of(1.1, but), of(0, A))))
        .containsExactly(Kind.CHOSEN, Kind.DANGLING, Kind.LESS_SALIENT);
    assertThat(kinds(select(one, of(1, A), of(1.3, but), of(0, A))))
        .containsExactly(Kind.LESS_SALIENT, Kind.CHOSEN, Kind.LESS_SALIENT);
  }

  /** Else it would stand there as the article's own word. */
  @Test
  void takesNothingOutOfAQuotationHoweverSalient() {
    SummaryOptions one = SummaryOptions.maxSentences(1);
    Scored[] article = {
      of(0, "Ada Obi said: “The road is gone."),
      of(9, "The council will not pay for another."),
      of(0, "The money is spent.”"),
      of(1, A)
    };

    assertThat(kinds(select(one, article)))
        .containsExactly(Kind.LESS_SALIENT, Kind.DANGLING, Kind.LESS_SALIENT, Kind.CHOSEN);
    assertThat(kinds(select(TWO, article)))
        .containsExactly(Kind.ANTECEDENT, Kind.CHOSEN, Kind.LESS_SALIENT, Kind.LESS_SALIENT);
    assertThat(kinds(select(one.withCoherence(Coherence.IGNORED), article)))
        .startsWith(Kind.LESS_SALIENT, Kind.CHOSEN);
  }

  /** It tells the reader of somebody, and not of whom. */
  @Test
  void prefersASentenceThatStandsAloneMoreToOneThatRefersBack() {
    SummaryOptions one = SummaryOptions.maxSentences(1);
    String them = "At midnight a volunteer carried them all the way down.";

    assertThat(kinds(select(one, of(1, A), of(1.3, them), of(0, A))))
        .containsExactly(Kind.CHOSEN, Kind.DANGLING, Kind.LESS_SALIENT);
    assertThat(kinds(select(one, of(1, A), of(1.5, them), of(0, A))))
        .containsExactly(Kind.LESS_SALIENT, Kind.CHOSEN, Kind.LESS_SALIENT);
  }

  @Test
  void takesASentenceThatPointsBackToOneInTheSummary() {
    assertThat(kinds(select(TWO, of(4, A), of(3, "He said so again on Monday."), of(2, A))))
        .containsExactly(Kind.CHOSEN, Kind.CHOSEN, Kind.LESS_SALIENT);
  }

  /** So many sentences were promised. */
  @Test
  void takesWhatDanglesWhereNothingElseIsLeft() {
    assertThat(
            kinds(
                select(
                    SummaryOptions.maxSentences(3).withExcluded(s -> s.index() == 1),
                    of(4, A),
                    of(3, A),
                    of(2, "But the plan failed on Monday."),
                    of(-5, A))))
        .containsExactly(Kind.CHOSEN, Kind.EXCLUDED, Kind.CHOSEN, Kind.CHOSEN);
  }

  @Test
  void takesRequiredSentencesInOrderWhileTheyFit() {
    SummaryOptions options =
        SummaryOptions.maxWords(16).withMaxSentenceWords(8).withRequired(s -> s.index() > 0);
    Reason[] reasons =
        select(
            options,
            of(9, A),
            of(1, "These ten words are more than the options would allow."),
            of(1, A),
            of(1, "Five words are still left."));

    assertThat(kinds(reasons))
        .containsExactly(Kind.OVER_BUDGET, Kind.REQUIRED, Kind.OVER_BUDGET, Kind.REQUIRED);
    assertThat(reasons[2].shortfall()).hasValue(new Shortfall(SummaryOptions.Unit.WORDS, 8, 6));
  }

  @Test
  void bringsAlongWhatARequiredSentenceNeeds() {
    SummaryOptions options = SummaryOptions.maxSentences(2).withRequired(s -> s.index() == 2);

    assertThat(kinds(select(options, of(9, A), of(1, A), of(1, "But the plan failed."))))
        .containsExactly(Kind.OVER_BUDGET, Kind.ANTECEDENT, Kind.REQUIRED);
  }

  @Test
  void saysWhichSentencesMayNotBeChosen() {
    SummaryOptions options =
        TWO.withMinSentenceWords(3)
            .withMaxSentenceWords(9)
            .withExcluded(sentence -> sentence.start() == 0)
            .withRequired(sentence -> sentence.start() == 0);

    assertThat(
            kinds(
                select(
                    options,
                    of(9, A),
                    of(8, "Too short."),
                    of(7, "This sentence has a word more than the nine allowed."),
                    of(2, A),
                    of(1, A))))
        .containsExactly(Kind.EXCLUDED, Kind.TOO_SHORT, Kind.TOO_LONG, Kind.CHOSEN, Kind.CHOSEN);
  }

  @Test
  void saysWithWhichSentenceOneIsRedundant() {
    SummaryOptions diverse = TWO.withDiversity(1);
    Reason[] reasons =
        select(diverse, of(4, A, 1, 0, 0), of(3.5, A, 0.8f, 0.6f, 0), of(3, A, 0, 0, 1));

    assertThat(kinds(reasons)).containsExactly(Kind.CHOSEN, Kind.REDUNDANT, Kind.CHOSEN);
    assertThat(reasons[1].other()).hasValue(0);
    assertThat(reasons[1].cosine().orElseThrow()).isBetween(0.79, 0.81);
    assertThat(
            kinds(
                select(
                    TWO.withDiversity(0),
                    of(4, A, 1, 0, 0),
                    of(3.5, A, 0.8f, 0.6f, 0),
                    of(3, A, 0, 0, 1))))
        .containsExactly(Kind.CHOSEN, Kind.CHOSEN, Kind.LESS_SALIENT);
  }

  @Test
  void saysWhatWasTooLongAndWhatIsAHeading() {
    Reason[] reasons =
        select(
            SummaryOptions.maxWords(11),
            of(3, A),
            of(9, "Key points"),
            of(5, "These twelve words are one more than the options would ever allow."));

    assertThat(kinds(reasons)).containsExactly(Kind.CHOSEN, Kind.FRAGMENT, Kind.OVER_BUDGET);
    assertThat(reasons[2].shortfall()).hasValue(new Shortfall(SummaryOptions.Unit.WORDS, 12, 11));
    assertThat(kinds(select(TWO, of(3, A), of(9, "Key points"), of(1, A))))
        .containsExactly(Kind.CHOSEN, Kind.FRAGMENT, Kind.CHOSEN);
  }

  /** Where a sentence is left that is too long, a heading would only fill the room. */
  @Test
  void fillsNoRoomWithHeadings() {
    Scored head = of(9, "Key points");
    Scored tooLong = of(5, "These twelve words are one more than the options would ever allow.");
    SummaryOptions eleven = SummaryOptions.maxWords(11);

    assertThat(kinds(select(eleven, of(3, A), head, tooLong)))
        .containsExactly(Kind.CHOSEN, Kind.FRAGMENT, Kind.OVER_BUDGET);
    assertThat(kinds(select(eleven, head, tooLong))).containsExactly(Kind.CHOSEN, Kind.OVER_BUDGET);
    assertThat(kinds(select(eleven, of(3, A), head))).containsExactly(Kind.CHOSEN, Kind.CHOSEN);
  }

  /** A list's intro is no summary, whatever else is too long. */
  @Test
  void fillsWithHeadingsWhatSentencesHardlyBegin() {
    Scored tooLong = of(5, "These twelve words are one more than the options would ever allow.");
    SummaryOptions eleven = SummaryOptions.maxWords(11);

    assertThat(kinds(select(eleven, of(9, "It has these."), of(3, "One boat"), tooLong)))
        .containsExactly(Kind.CHOSEN, Kind.CHOSEN, Kind.OVER_BUDGET);
    assertThat(kinds(select(eleven, of(3, "One boat"), of(3, "Two boats"), tooLong)))
        .containsExactly(Kind.CHOSEN, Kind.CHOSEN, Kind.OVER_BUDGET);
  }

  /** A heading that fits isn't said not to. */
  @Test
  void saysThatAHeadingIsOneBesideARequiredSentence() {
    SummaryOptions options = SummaryOptions.maxWords(11).withRequired(s -> s.index() == 0);
    Scored tooLong = of(5, "These twelve words are one more than the options would ever allow.");

    assertThat(kinds(select(options, of(3, A), of(9, "Key points"), tooLong)))
        .containsExactly(Kind.REQUIRED, Kind.FRAGMENT, Kind.OVER_BUDGET);
  }

  /** Six sentences of one length are two parts of three; the first is the more salient. */
  @Test
  void spreadsOverTheTextIfAsked() {
    Scored[] article = {of(4, A), of(3.5, A), of(3, A), of(1, A), of(2, A), of(1, A)};

    assertThat(kinds(select(TWO, article))).startsWith(Kind.CHOSEN, Kind.CHOSEN);
    assertThat(kinds(select(TWO.withEvenCoverage(), article)))
        .containsExactly(
            Kind.CHOSEN,
            Kind.COVERED,
            Kind.COVERED,
            Kind.LESS_SALIENT,
            Kind.CHOSEN,
            Kind.LESS_SALIENT);
  }

  /** The second of the summary points back to the first, which alone would come last. */
  @Test
  void keepsWhatPointsBackBehindItsAntecedentWhenOrderedByScore() {
    Summary summary =
        new Summary(
            List.of(
                scored(0, 3, false), scored(1, 1, false), scored(2, 5, true), scored(3, 4, false)),
            SummaryOptions.Order.SCORE,
            "fake");

    assertThat(summary.sentences())
        .extracting(scored -> scored.sentence().index())
        .containsExactly(1, 2, 3, 0);
  }

  private static ScoredSentence scored(int index, double salience, boolean pointsBack) {
    return new ScoredSentence(
        new Sentence(index, index, index + 1, "A"),
        salience,
        0,
        List.of(),
        pointsBack,
        Reason.of(Kind.CHOSEN));
  }

  private static final String A = "The council voted on the plan on Monday.";

  private record Scored(double salience, String text, float... vector) {}

  private static Scored of(double salience, String text, float... vector) {
    return new Scored(salience, text, vector);
  }

  /** Selects from sentences that have nothing in common, unless they have vectors of their own. */
  private static Reason[] select(SummaryOptions options, Scored... article) {
    List<Sentence> sentences = new ArrayList<>();
    float[][] vectors = new float[article.length][];
    int start = 0;
    for (int i = 0; i < article.length; i++) {
      String text = article[i].text;
      sentences.add(new Sentence(i, start, start + text.length(), text));
      start += text.length() + 1;
      vectors[i] = article[i].vector.length > 0 ? article[i].vector : new float[article.length];
      if (article[i].vector.length == 0) {
        vectors[i][i] = 1;
      }
    }
    Salience salience = new Salience(article.length, 1);
    salience.add("given", Arrays.stream(article).mapToDouble(Scored::salience).toArray());
    Budget budget = new Budget(options, sentences, sentences, String::length);
    Needs needs = new Needs(sentences, options.coherence());
    return new Selector(sentences, vectors, salience, needs, options, budget).select(() -> {});
  }

  private static List<Kind> kinds(Reason[] reasons) {
    return Arrays.stream(reasons).map(Reason::kind).toList();
  }
}
