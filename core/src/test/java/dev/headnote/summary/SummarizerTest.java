package dev.headnote.summary;

import static dev.headnote.summary.MadeArticle.axes;
import static dev.headnote.summary.MadeArticle.axis;
import static dev.headnote.summary.MadeArticle.random;
import static dev.headnote.summary.MadeArticle.sentences;
import static dev.headnote.summary.MadeArticle.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headnote.Sentence;
import dev.headnote.salience.SalienceModel;
import dev.headnote.summary.Reason.Kind;
import dev.headnote.summary.SummaryOptions.Coherence;
import dev.headnote.summary.SummaryOptions.Order;
import dev.headnote.summary.SummaryOptions.Unit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a summary holds, with vectors made by hand instead of by a model. */
class SummarizerTest {

  private static final String PLAIN = "The city council voted on the new budget late on Monday.";

  private final Summarizer summarizer = new Summarizer("fake", String::length, null);

  @Test
  void takesExactlySoManySentencesInTheOrderOfTheArticle() {
    List<Sentence> article = numbered(10);
    float[][] vectors = random(10, 5, 1);
    for (int count = 1; count <= 12; count++) {
      Summary summary = summarize(article, vectors, null, SummaryOptions.maxSentences(count));

      assertThat(indexes(summary)).hasSize(Math.min(count, 10)).isSorted().doesNotHaveDuplicates();
      assertThat(summary.sentences())
          .allSatisfy(
              scored ->
                  assertThat(scored.sentence()).isSameAs(article.get(scored.sentence().index())));
    }
  }

  @Test
  void asksBeforeEachChoiceWhetherToGoOn() {
    AtomicInteger asked = new AtomicInteger();
    Runnable noMoreThanTwelve =
        () -> {
          if (asked.incrementAndGet() > 12) {
            throw new IllegalStateException("it is late");
          }
        };

    assertThatThrownBy(
            () ->
                summarizer.summarize(
                    numbered(10),
                    random(10, 5, 1),
                    null,
                    null,
                    SummaryOptions.maxSentences(5),
                    noMoreThanTwelve))
        .hasMessage("it is late");
  }

  /** What is required fills the summary, so no choice follows the last question to the caller. */
  @Test
  void asksOnceMoreWhenAllIsChosen() {
    AtomicBoolean late = new AtomicBoolean();
    SummaryOptions options =
        SummaryOptions.maxSentences(1)
            .withRequired(sentence -> sentence.index() == 0)
            .withExcluded(
                sentence -> {
                  late.set(sentence.index() == 9);
                  return false;
                });
    Runnable check =
        () -> {
          if (late.get()) {
            throw new IllegalStateException("it is late");
          }
        };

    assertThatThrownBy(
            () -> summarizer.summarize(numbered(10), random(10, 5, 1), null, null, options, check))
        .hasMessage("it is late");
  }

  @Test
  void joinsTheChosenSentencesInOneLine() {
    List<Sentence> article =
        sentences("The vote was\n   close on Monday night, officials said.", PLAIN);

    Summary summary = summarize(article, axes(2, 0, 1), null, SummaryOptions.maxSentences(2));

    assertThat(summary.text())
        .isEqualTo("The vote was close on Monday night, officials said. " + PLAIN);
  }

  /** Its words alone hold the second back, and no sentence that it could be said to be near to. */
  @Test
  void callsNoSentenceRedundantThatIsNearToNone() {
    Summarizer learned = new Summarizer("fake", String::length, SalienceModel::builtIn);
    List<Sentence> article =
        sentences(
            "The city council voted on Monday to build a bridge over the river for 40 million crowns.",
            "The city council voted on Monday to build a bridge over the river for 30 million crowns.",
            "Work begins in May.",
            "Boats will pass below.");

    Summary summary =
        learned.summarize(article, axes(4, 0, 1, 2, 3), null, null, SummaryOptions.maxSentences(2));

    assertThat(summary.all())
        .extracting(scored -> scored.reason().kind())
        .containsOnly(Kind.CHOSEN, Kind.LESS_SALIENT);
  }

  @Test
  void refusesSentencesWithoutAVectorEach() {
    List<Sentence> article = sentences(PLAIN, "The mayor left before the vote.");

    assertThatThrownBy(() -> summarize(article, axes(2, 0), null, SummaryOptions.maxSentences(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("each text needs a vector");
  }

  /** The budget counts what is handed out, which is {@link Summary#text()}. */
  @Property(tries = 500)
  void neverExceedsABudgetAndIsNeverEmptyWhereASentenceFits(
      @ForAll("articles") List<String> texts,
      @ForAll("options") SummaryOptions options,
      @ForAll long seed) {
    List<Sentence> article = sentences(texts.toArray(String[]::new));
    Summary summary = summarize(article, random(texts.size(), 3, seed), null, options);

    double limit =
        options.unit() == Unit.RATIO
            ? options.budget() * texts.stream().mapToLong(MadeArticle::words).sum()
            : options.budget();
    assertThat((double) size(summary, options.unit())).isLessThanOrEqualTo(limit + 1e-9);
    boolean fits =
        article.stream()
            .filter(sentence -> isAllowed(sentence, options))
            .anyMatch(sentence -> size(alone(sentence), options.unit()) <= limit + 1e-9);
    assertThat(summary.sentences().isEmpty()).isEqualTo(!fits);
    assertThat(summary.whyEmpty().isPresent()).isEqualTo(!fits);
    assertThat(summary.all())
        .filteredOn(ScoredSentence::chosen)
        .allMatch(scored -> isAllowed(scored.sentence(), options));
    assertThat(summary.sentences()).hasSameElementsAs(chosen(summary));
    if (options.order() == Order.SOURCE) {
      assertThat(indexes(summary)).isSorted();
    }
  }

  private static boolean isAllowed(Sentence sentence, SummaryOptions options) {
    long words = words(sentence.text());
    return !options.excludes(sentence)
        && (options.requires(sentence)
            || (words >= options.minSentenceWords() && words <= options.maxSentenceWords()));
  }

  private static List<ScoredSentence> chosen(Summary summary) {
    return summary.all().stream().filter(ScoredSentence::chosen).toList();
  }

  @Provide
  Arbitrary<List<String>> articles() {
    Arbitrary<String> word =
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(9);
    Arbitrary<String> gap = Arbitraries.of(" ", " ", " ", "\n", "\n    ", "\t");
    Arbitrary<String> end = Arbitraries.of(".", ".", "?", "!\u201d", "");
    Arbitrary<String> opener = Arbitraries.of("", "", "But ", "He ", "Another ", "\u201c");
    Arbitrary<String> sentence =
        Combinators.combine(opener, word.list().ofMinSize(1).ofMaxSize(25), gap, end)
            .as((open, words, space, stop) -> open + String.join(space, words) + stop);
    return sentence.list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<SummaryOptions> options() {
    Arbitrary<SummaryOptions> budgets =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1, 15).map(SummaryOptions::maxSentences),
            Arbitraries.integers().between(1, 120).map(SummaryOptions::maxWords),
            Arbitraries.integers().between(1, 700).map(SummaryOptions::maxChars),
            Arbitraries.integers()
                .between(1, 300)
                .map(tokens -> SummaryOptions.maxTokens(tokens, SummarizerTest::tokens)),
            Arbitraries.doubles().ofScale(3).between(0.001, 1).map(SummaryOptions::maxRatio));
    Arbitrary<SummaryOptions> bounded =
        Combinators.combine(
                budgets,
                Arbitraries.integers().between(0, 6),
                Arbitraries.integers().between(6, 40),
                Arbitraries.integers().between(2, 9),
                Arbitraries.integers().between(2, 9),
                Arbitraries.doubles().between(0, 1))
            .as(
                (options, min, max, required, excluded, diversity) ->
                    options
                        .withMinSentenceWords(min)
                        .withMaxSentenceWords(max)
                        .withRequired(sentence -> sentence.index() % required == 1)
                        .withExcluded(sentence -> sentence.index() % excluded == 0)
                        .withDiversity(diversity)
                        .withOrder(Order.SCORE));
    return Arbitraries.oneOf(
        budgets,
        budgets.map(o -> o.withCoherence(Coherence.IGNORED)),
        budgets.map(SummaryOptions::withEvenCoverage),
        bounded,
        bounded.map(SummaryOptions::withEvenCoverage));
  }

  /** Half the characters, rounded up. */
  private static int tokens(String text) {
    return (text.length() + 1) / 2;
  }

  /** 0.29 of 100 words are 29, though 0.29 * 100 is a little less. */
  @Test
  void takesAShareOfTheWordsAsItIsWritten() {
    String[] texts = {
      "One word" + " more".repeat(27) + ".", "The rest" + " again".repeat(69) + "."
    };

    assertThat(
            indexes(
                summarize(sentences(texts), axes(2, 0, 1), null, SummaryOptions.maxRatio(0.29))))
        .containsExactly(0);
    assertThat(
            indexes(
                summarize(sentences(texts), axes(2, 0, 1), null, SummaryOptions.maxRatio(0.289))))
        .isEmpty();
  }

  @Test
  void skipsASentenceThatIsTooLongForOneThatFits() {
    List<Sentence> article =
        sentences("This opening sentence has far more words than the budget allows for.", PLAIN);

    assertThat(indexes(summarize(article, axes(2, 0, 1), null, SummaryOptions.maxWords(11))))
        .containsExactly(1);
  }

  @Test
  void takesASecondSentenceOfTheSameContentOnlyWhenNothingElseRemains() {
    List<Sentence> article = numbered(4);
    float[][] vectors = axes(3, 0, 0, 1, 2);

    assertThat(indexes(summarize(article, vectors, null, SummaryOptions.maxSentences(2))))
        .containsExactly(0, 2);
    assertThat(indexes(summarize(article, vectors, null, SummaryOptions.maxSentences(3))))
        .containsExactly(0, 2, 3);
    assertThat(indexes(summarize(article, vectors, null, SummaryOptions.maxSentences(4))))
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void takesHeadingsLast() {
    List<Sentence> article = sentences("Key points", PLAIN, "What happened next", PLAIN, PLAIN);
    float[][] vectors = axes(5, 0, 1, 2, 3, 4);

    assertThat(indexes(summarize(article, vectors, null, SummaryOptions.maxSentences(3))))
        .containsExactly(1, 3, 4);
    assertThat(indexes(summarize(article, vectors, null, SummaryOptions.maxSentences(5))))
        .containsExactly(0, 1, 2, 3, 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WHAT IS THE NUCLEAR OPTION?",
        "4 p.m.",
        "KLINE: Thank you.",
        "DR. HADDAD: That's Senator Joan Kline of Ohio."
      })
  void takesQuestionsInCapitalsTimesAndGreetingsLast(String text) {
    List<Sentence> article = sentences(text, PLAIN);

    assertThat(indexes(summarize(article, axes(2, 0, 1), null, one()))).containsExactly(1);
  }

  /** Only a text both short and without an end is taken for a heading. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nobody was hurt.",
        "Who was hurt?",
        "\u201cNobody was hurt.\u201d",
        "(Nobody was hurt!)",
        "\u6c7a\u5b9a\u3057\u305f\u3002",
        "the city council voted on the budget late on monday night"
      })
  void takesNoSentenceForAHeading(String text) {
    List<Sentence> article = sentences(text, "Key points");

    assertThat(indexes(summarize(article, axes(2, 0, 1), null, SummaryOptions.maxSentences(1))))
        .containsExactly(0);
    assertThat(indexes(summarize(sentences("Key points", text), axes(2, 0, 1), null, one())))
        .containsExactly(1);
  }

  @Test
  void prefersWhatIsNearTheQuery() {
    List<Sentence> article = numbered(6);
    float[][] vectors = axes(6, 0, 1, 2, 3, 4, 5);

    assertThat(indexes(summarize(article, vectors, null, one()))).containsExactly(0);
    for (int wanted = 0; wanted < 6; wanted++) {
      Summary focused = summarizer.summarize(article, vectors, null, axis(6, wanted), one());

      assertThat(indexes(focused)).containsExactly(wanted);
    }
  }

  @Test
  void prefersWhatHasTheWordsOfTheQuery() {
    List<Sentence> article =
        sentences(
            "The council of Holm voted on Monday to build a new bridge over the river.",
            "The mayor called the vote a great day for the town and for its people.",
            "Work is to begin in the spring and to take about two years.",
            "The town will pay half of it, and the county the rest.",
            "A family from Leeds has owned the old mill beside it since the war.",
            "Nobody at the meeting spoke against the plan.");
    float[][] alike = axes(1, 0, 0, 0, 0, 0, 0);
    SummaryOptions options = one().focusedOn("Who owns the mill?");
    Summarizer learned = new Summarizer("fake", String::length, SalienceModel::builtIn);

    for (Summarizer each : List.of(summarizer, learned)) {
      assertThat(indexes(each.summarize(article, alike, null, alike[0], one()))).doesNotContain(4);
      assertThat(indexes(each.summarize(article, alike, null, alike[0], options)))
          .containsExactly(4);
    }
  }

  @Test
  void countsWhatIsNearTheTitleForMore() {
    List<Sentence> article = numbered(4);
    float[][] vectors = axes(4, 0, 1, 2, 3);
    Summary without = summarize(article, vectors, null, one());
    Summary with = summarize(article, vectors, axis(4, 2), one());

    assertThat(with.all().get(2).salience()).isGreaterThan(without.all().get(2).salience());
    assertThat(with.all().get(1).salience()).isLessThan(without.all().get(1).salience());
  }

  @Test
  void countsWhatIsNearTheWholeArticleForMore() {
    float[][] vectors = axes(3, 1, 0, 0, 0, 0, 2);
    Summary summary = summarize(numbered(6), vectors, null, one());

    assertThat(summary.all().get(1).salience()).isGreaterThan(summary.all().get(0).salience());
  }

  @Test
  void countsAnEarlySentenceForMore() {
    Summary summary = summarize(numbered(6), axes(1, 0, 0, 0, 0, 0, 0), null, one());

    assertThat(summary.all())
        .isSortedAccordingTo((a, b) -> Double.compare(b.salience(), a.salience()));
    assertThat(indexes(summary)).containsExactly(0);
  }

  /** The two sentences have the same words but the first, and the earlier would be taken. */
  @ParameterizedTest
  @ValueSource(strings = {"But", "He", "However,", "\u201cIt", "THIS", "Then"})
  void letsASentenceGiveWayThatPointsBack(String opener) {
    String rest = " mayor of the city refused the plan again on Monday.";
    float[][] vectors = axes(1, 0, 0);

    assertThat(indexes(summarize(sentences(opener + rest, "A" + rest), vectors, null, one())))
        .containsExactly(1);
    assertThat(indexes(summarize(sentences("The" + rest, "A" + rest), vectors, null, one())))
        .containsExactly(0);
  }

  @Test
  void makesAnEmptySummaryOfAnEmptyArticle() {
    for (SummaryOptions options :
        List.of(
            SummaryOptions.defaults(), SummaryOptions.maxWords(5), SummaryOptions.maxRatio(1))) {
      Summary summary = summarize(List.of(), new float[0][], null, options);

      assertThat(summary.all()).isEmpty();
      assertThat(summary.sentences()).isEmpty();
      assertThat(summary.text()).isEmpty();
    }
  }

  @Test
  void givesEachSentenceASalienceWhetherChosenOrNot() {
    List<Sentence> article = numbered(8);
    Summary summary = summarize(article, random(8, 4, 3), axis(4, 0), SummaryOptions.defaults());

    assertThat(summary.all()).extracting(ScoredSentence::sentence).isEqualTo(article);
    assertThat(summary.all()).extracting(ScoredSentence::salience).doesNotHaveDuplicates();
    assertThat(summary.all()).allSatisfy(scored -> assertThat(scored.salience()).isFinite());
    assertThat(summary.all()).filteredOn(ScoredSentence::chosen).hasSize(3);
  }

  /** Where all cosines are the same there is no deviation to divide by. */
  @Test
  void staysFiniteWhereAllSentencesAreAlike() {
    Summary one = summarize(numbered(1), axes(2, 0), axis(2, 0), one());
    Summary alike = summarize(numbered(3), axes(2, 1, 1, 1), axis(2, 0), one());
    Summary opposed = summarize(numbered(2), new float[][] {{1, 0}, {-1, 0}}, axis(2, 1), one());

    for (Summary summary : List.of(one, alike, opposed)) {
      assertThat(summary.all()).allSatisfy(scored -> assertThat(scored.salience()).isFinite());
      assertThat(summary.sentences()).hasSize(1);
    }
  }

  /**
   * Coherence came later; what is chosen without it must stay what it was before, but that headings
   * no longer fill what is left of a budget.
   */
  @Test
  void choosesAsEverWithoutCoherence() {
    StringBuilder choices = new StringBuilder();
    for (int seed = 0; seed < 300; seed++) {
      int count = 3 + seed % 40;
      String[] texts = new String[count];
      for (int i = 0; i < count; i++) {
        String opener = i % 4 == 3 ? "But the" : "The";
        texts[i] =
            i % 7 == 5 ? "Key points" : opener + " council voted" + " again".repeat(i % 5) + ".";
      }
      float[][] vectors = random(count, 5, seed);
      SummaryOptions options =
          seed % 2 == 0 ? SummaryOptions.maxSentences(1 + seed % 9) : SummaryOptions.maxWords(seed);
      Summary summary =
          summarizer.summarize(
              sentences(texts),
              vectors,
              seed % 3 == 0 ? new Title("Title", vectors[count - 1], true) : null,
              seed % 5 == 0 ? vectors[1] : null,
              options.withCoherence(Coherence.IGNORED));
      summary.all().forEach(scored -> choices.append(scored.chosen() ? '1' : '0'));
    }

    assertThat(choices.toString().hashCode()).isEqualTo(-1296598725);
  }

  /** What a sentence is worth is what it says it is, and ranks go by it. */
  @Test
  void saysWhatEachSalienceAddsUpFrom() {
    Summary summary = summarize(numbered(8), random(8, 4, 3), axis(4, 0), one());

    for (ScoredSentence scored : summary.all()) {
      assertThat(scored.contributions())
          .extracting(Contribution::name)
          .containsExactly("centrality", "title", "position", "brevity", "pointing back");
      assertThat(scored.contributions().stream().mapToDouble(Contribution::value).sum())
          .isCloseTo(scored.salience(), within(1e-9));
      assertThat(scored.rank() - 1L)
          .isEqualTo(summary.all().stream().filter(o -> o.salience() > scored.salience()).count());
    }
  }

  @Test
  void leavesTheTitleOutIfAsked() {
    float[][] vectors = random(8, 4, 3);
    SummaryOptions options = one().withoutTitle();

    assertThat(summarize(numbered(8), vectors, axis(4, 0), options))
        .isEqualTo(summarize(numbered(8), vectors, null, options))
        .isNotEqualTo(summarize(numbered(8), vectors, axis(4, 0), one()));
  }

  @Test
  void countsTheEncodersTokens() {
    Summarizer counting = new Summarizer("fake", text -> text.contains("town A") ? 9 : 4, null);
    SummaryOptions options = SummaryOptions.maxTokens(8);

    assertThat(indexes(counting.summarize(numbered(3), axes(3, 0, 1, 2), null, null, options)))
        .containsExactly(1, 2);
  }

  @Test
  void saysWhyItIsEmpty() {
    assertThat(summarize(numbered(2), axes(2, 0, 1), null, SummaryOptions.maxWords(7)).whyEmpty())
        .hasValueSatisfying(why -> assertThat(why).contains("9 words", "has 7"));
    assertThat(summarize(numbered(2), axes(2, 0, 1), null, SummaryOptions.maxChars(20)).whyEmpty())
        .hasValueSatisfying(why -> assertThat(why).contains("42 chars", "has 20"));
    assertThat(
            summarize(numbered(2), axes(2, 0, 1), null, one().withExcluded(s -> true)).whyEmpty())
        .hasValueSatisfying(why -> assertThat(why).contains("exclude"));
    assertThat(summarize(List.of(), new float[0][], null, one()).whyEmpty()).isPresent();
  }

  @Test
  void givesTheSameEachTime() {
    List<Sentence> article = numbered(30);
    float[][] vectors = random(30, 6, 5);
    Summary first = summarize(article, vectors, vectors[7], SummaryOptions.maxWords(60));

    for (int i = 0; i < 5; i++) {
      assertThat(
              new Summarizer("fake", String::length, null)
                  .summarize(
                      article,
                      vectors,
                      new Title("Title", vectors[7], true),
                      null,
                      SummaryOptions.maxWords(60)))
          .isEqualTo(first);
    }
    assertThat(vectors).isDeepEqualTo(random(30, 6, 5));
  }

  private Summary summarize(
      List<Sentence> article, float[][] vectors, float @Nullable [] title, SummaryOptions options) {
    return summarizer.summarize(
        article, vectors, title == null ? null : new Title("Title", title, true), null, options);
  }

  private static SummaryOptions one() {
    return SummaryOptions.maxSentences(1);
  }

  private static Summary alone(Sentence sentence) {
    return new Summary(List.of(new ScoredSentence(sentence, 0, true)), "fake");
  }

  private static long size(Summary summary, Unit unit) {
    return switch (unit) {
      case SENTENCES -> summary.sentences().size();
      case WORDS, RATIO -> words(summary.text());
      case CHARS -> summary.text().length();
      case TOKENS ->
          summary.sentences().stream().mapToLong(s -> tokens(alone(s.sentence()).text())).sum();
    };
  }

  private static List<Integer> indexes(Summary summary) {
    return summary.sentences().stream().map(scored -> scored.sentence().index()).toList();
  }

  /** Sentences that differ in nothing that counts but their position. */
  private static List<Sentence> numbered(int count) {
    return sentences(
        IntStream.range(0, count)
            .mapToObj(i -> "The council of town " + (char) ('A' + i) + " voted on its budget.")
            .toArray(String[]::new));
  }
}
