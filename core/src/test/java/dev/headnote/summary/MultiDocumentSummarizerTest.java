package dev.headnote.summary;

import static dev.headnote.summary.MadeArticle.axes;
import static dev.headnote.summary.MadeArticle.axis;
import static dev.headnote.summary.MadeArticle.random;
import static dev.headnote.summary.MadeArticle.sentences;
import static dev.headnote.summary.MadeArticle.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Sentence;
import dev.headnote.summary.MultiDocumentSummary.Line;
import dev.headnote.summary.MultiDocumentSummary.Source;
import dev.headnote.summary.SummaryOptions.Unit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What one summary of several documents holds, with vectors made by hand. */
class MultiDocumentSummarizerTest {

  private static final String FIRE = "A fire broke out in the old harbour hall early on Monday.";
  private static final String FIRE_AGAIN =
      "A fire broke out early on Monday in the old harbour hall.";
  private static final String CAUSE = "Investigators believe that a faulty heater was the cause.";
  private static final String CITY = "The mayor promised that the hall would be rebuilt by spring.";
  private static final String SPORT = "The local team lost its third match in a row on the coast.";

  private final MultiDocumentSummarizer summarizer =
      new MultiDocumentSummarizer("fake", String::length, null);

  @Test
  void mergesWhatSeveralSayAndNamesAllWhoSayIt() {
    List<SourceDocument> documents =
        List.of(
            document(sentences(FIRE, CAUSE), axes(4, 0, 1)),
            document(sentences(CITY, FIRE_AGAIN), axes(4, 2, 0)),
            document(sentences(SPORT, FIRE), axes(4, 3, 0)));

    MultiDocumentSummary summary = summarize(documents, 4);

    assertThat(wordings(summary)).hasSize(4).containsOnlyOnce(CAUSE).containsOnlyOnce(CITY);
    Line fire = line(summary, FIRE);
    assertThat(places(fire.sources())).containsExactly("0:0", "1:1", "2:1");
    assertThat(places(line(summary, CAUSE).sources())).containsExactly("0:1");
    assertThat(summary.documents()).isEqualTo(3);
    assertThat(summary.model()).isEqualTo("fake");
  }

  @Test
  void linesAndSourcesAreSentencesAsTheyStand() {
    List<List<Sentence>> texts =
        List.of(sentences(FIRE, CAUSE), sentences(CITY, FIRE_AGAIN), sentences(SPORT, FIRE));
    List<SourceDocument> documents = texts.stream().map(t -> document(t, random(2, 4, 1))).toList();

    for (Line line : summarize(documents, 6).lines()) {
      assertThat(line.sources()).contains(line.source());
      for (Source source : line.sources()) {
        assertThat(source.sentence())
            .isSameAs(texts.get(source.document()).get(source.sentence().index()));
      }
    }
  }

  @Test
  void prefersWhatMoreDocumentsSay() {
    List<SourceDocument> documents =
        List.of(
            document(sentences(SPORT), axes(3, 0)),
            document(sentences(CITY), axes(3, 1)),
            document(sentences(CAUSE), axes(3, 2)),
            document(sentences(CAUSE), axes(3, 2)));
    // As near to the centre as the others, since its two documents count half each.
    List<SourceDocument> even =
        List.of(
            document(sentences(SPORT), axes(1, 0)),
            document(sentences(CITY), axes(1, 0)),
            document(sentences(CAUSE), axes(1, 0)),
            document(sentences(CAUSE), axes(1, 0)));

    assertThat(wordings(summarize(documents, 1))).containsExactly(CAUSE);
    assertThat(wordings(summarize(even, 1))).containsExactly(CAUSE);
  }

  @Test
  void leavesOutWhatTheOptionsExclude() {
    SummaryOptions options =
        SummaryOptions.maxSentences(4)
            .withExcluded(sentence -> sentence.text().equals(FIRE))
            .withMinSentenceWords(4)
            .withMaxSentenceWords(9);
    List<SourceDocument> documents =
        List.of(
            document(sentences(FIRE, "It was cold."), axes(4, 0, 1), options),
            document(sentences(CITY, CAUSE), axes(4, 2, 3), options));

    assertThat(wordings(summarizer.summarize(documents, null, options, LineOrder.TIME)))
        .containsExactly(CAUSE);
  }

  /** A document of many sentences may have but one that is short enough, and not excluded. */
  @Test
  void findsTheOnlySentenceThatFitsHoweverManyAreWorthMore() {
    String[] texts = new String[30];
    Arrays.fill(
        texts, "The mayor promised that the hall would be rebuilt by spring, or else later.");
    texts[29] = "It was a faulty heater.";
    for (SummaryOptions options :
        List.of(
            SummaryOptions.maxWords(9),
            SummaryOptions.maxChars(40),
            SummaryOptions.maxTokens(40, String::length),
            SummaryOptions.maxSentences(1).withMaxSentenceWords(9),
            SummaryOptions.maxSentences(1).withMaxSentenceWords(9).withMinSentenceWords(3),
            SummaryOptions.maxSentences(1).withExcluded(s -> s.text().equals(texts[0])))) {
      SourceDocument document = document(sentences(texts), random(30, 4, 1), options);

      assertThat(wordings(summarizer.summarize(List.of(document), null, options, LineOrder.TIME)))
          .as("%s", options)
          .containsExactly(texts[29]);
    }
  }

  @Test
  void findsWhatAQueryAsksForByItsVectorOrByItsWords() {
    List<List<Sentence>> texts = List.of(sentences(FIRE, CITY, CAUSE), sentences(SPORT));
    float[][] vectors = axes(4, 0, 0, 0, 3);

    assertThat(focused(texts, vectors, "football", axis(4, 3))).containsExactly(SPORT);
    assertThat(focused(texts, vectors, "a HEATER", axis(4, 1))).containsExactly(CAUSE);
  }

  /** The query is weighed among all documents, once. */
  @Test
  void keepsWhatACandidateIsWorthWithoutTheQuery() {
    SummaryOptions options = SummaryOptions.maxSentences(1).focusedOn("a heater");
    List<Sentence> texts = sentences(FIRE, CITY, CAUSE);
    SourceDocument without = summarizer.read(0, texts, axes(3, 0, 1, 2), null, null, options);
    SourceDocument with = summarizer.read(0, texts, axes(3, 0, 1, 2), null, axis(3, 2), options);

    for (int i = 0; i < 3; i++) {
      assertThat(with.salience(i)).isEqualTo(without.salience(i));
    }
  }

  /** What is excluded can be no line, but says which words are common. */
  @Test
  void countsAQuerysWordsInAllSentences() {
    String[] texts = {
      "Calloway spoke of it at noon.",
      "Ann may say so at noon today.",
      "Calloway left the town at noon.",
      "Calloway won the race at noon."
    };
    SummaryOptions options =
        SummaryOptions.maxSentences(1)
            .focusedOn("say Calloway")
            .withExcluded(sentence -> sentence.index() > 1);
    float[][] vectors = axes(1, new int[4]);
    SourceDocument document =
        summarizer.read(0, sentences(texts), vectors, null, vectors[0], options);

    assertThat(
            wordings(summarizer.summarize(List.of(document), vectors[0], options, LineOrder.TIME)))
        .containsExactly(texts[1]);
  }

  /** Nothing else speaks for it, not even its place. */
  @Test
  void findsItFarDownInALongDocument() {
    String[] texts = new String[60];
    Arrays.setAll(texts, i -> "Report number " + i + " said nothing new of the old harbour hall.");
    texts[59] = CAUSE;
    float[][] vectors = axes(1, new int[62]);

    assertThat(
            focused(
                List.of(sentences(SPORT, CITY), sentences(texts)), vectors, "heater", axis(1, 0)))
        .containsExactly(CAUSE);
  }

  /** A heading repeats a question, and says nothing of it. */
  @Test
  void takesHeadingsOnlyIfThereIsNothingElse() {
    String heading = "What residents say";
    float[][] vectors = axes(1, 0, 0, 0);

    assertThat(
            focused(
                List.of(sentences(heading, CITY), sentences(CAUSE)),
                vectors,
                "what residents say",
                axis(1, 0)))
        .doesNotContain(heading);
    SourceDocument alone = document(sentences(heading), axes(1, 0));
    assertThat(wordings(summarize(List.of(alone), 1))).containsExactly(heading);
    assertThat(wordings(summarize(List.of(document(sentences(CAUSE), axes(1, 0)), alone), 2)))
        .containsExactly(CAUSE, heading);
  }

  @Test
  void countsATitleOnlyIfTheOptionsSaySo() {
    String[] texts = new String[30];
    Arrays.setAll(texts, i -> "Report number " + i + " said nothing new of the old harbour hall.");
    float[][] vectors = axes(30, IntStream.range(0, 30).toArray());
    Title title = new Title("Last of all", vectors[29], true);
    SummaryOptions options = SummaryOptions.maxSentences(1);

    assertThat(places(read(texts, vectors, title, options))).contains(29);
    assertThat(places(read(texts, vectors, title, options.withoutTitle()))).doesNotContain(29);
  }

  /** Offsets alone don't say of which document they are. */
  @Test
  void leavesOutSentencesOfOneDocument() {
    SummaryOptions options =
        SummaryOptions.maxSentences(4)
            .withExcluded((article, sentence) -> article == 1 && sentence.start() == 0);
    List<SourceDocument> documents =
        List.of(
            summarizer.read(0, sentences(FIRE, CITY), axes(4, 0, 1), null, null, options),
            summarizer.read(1, sentences(CAUSE, SPORT), axes(4, 2, 3), null, null, options));

    assertThat(wordings(summarizer.summarize(documents, null, options, LineOrder.TIME)))
        .containsExactly(FIRE, CITY, SPORT);
  }

  /** Of what can't become a line they are counted only once, to find that out. */
  @Test
  void countsTokensOfCandidatesAlone() {
    String[] texts = new String[30];
    Arrays.setAll(texts, i -> "Number " + i + " of the reports came in.");
    AtomicInteger asked = new AtomicInteger();
    SummaryOptions options =
        SummaryOptions.maxTokens(40, text -> asked.incrementAndGet() > 0 ? 9 : 0);
    SourceDocument document = document(sentences(texts), random(30, 4, 1), options);

    assertThat(asked).hasValue(30);
    assertThat(summarizer.summarize(List.of(document), null, options, LineOrder.TIME).lines())
        .hasSize(4);
    assertThat(asked).hasValue(30 + 12);
  }

  /** A document that repeats itself is still one. */
  @Test
  void countsADocumentOnce() {
    List<SourceDocument> documents =
        List.of(
            document(sentences(CITY, SPORT, SPORT, SPORT), axes(1, 0, 0, 0, 0)),
            document(sentences(CITY), axes(1, 0)));

    assertThat(wordings(summarize(documents, 1))).containsExactly(CITY);
  }

  @Test
  void prefersWhatIsNearTheCentreOfAll() {
    List<SourceDocument> documents =
        List.of(
            document(sentences(SPORT), axes(3, 1)),
            document(sentences(CITY), axes(3, 0)),
            document(sentences(CAUSE), axes(3, 0)));

    assertThat(wordings(summarize(documents, 1))).doesNotContain(SPORT);
  }

  @Test
  void prefersWhatTheDocumentsOwnSummaryWould() {
    List<SourceDocument> documents =
        List.of(document(sentences(CITY, SPORT, CAUSE), axes(1, 0, 0, 0)));

    assertThat(wordings(summarize(documents, 1))).containsExactly(CITY);
  }

  @Test
  void prefersWhatIsNearTheQuery() {
    List<SourceDocument> documents =
        List.of(
            document(sentences(FIRE, CAUSE), axes(4, 0, 1)),
            document(sentences(CITY, SPORT), axes(4, 2, 3)));
    String[] inOrder = {FIRE, CAUSE, CITY, SPORT};
    for (int wanted = 0; wanted < 4; wanted++) {
      MultiDocumentSummary summary =
          summarizer.summarize(
              documents, axes(4, wanted)[0], SummaryOptions.maxSentences(1), LineOrder.TIME);

      assertThat(wordings(summary)).containsExactly(inOrder[wanted]);
    }
  }

  @Test
  void takesWhatAddsSomethingBeforeWhatHardlyDoes() {
    float[] near = {0.99f, (float) Math.sqrt(1 - 0.99 * 0.99), 0};
    List<SourceDocument> documents =
        List.of(
            document(sentences(FIRE), new float[][] {{1, 0, 0}}),
            document(sentences(CAUSE), new float[][] {near}),
            document(sentences(CITY), new float[][] {{0.6f, 0, 0.8f}}));

    assertThat(wordings(summarize(documents, 2))).contains(CITY);
  }

  /** The third document has the best wording of what the first says, too. */
  @Test
  void ordersByTheFirstWhoSaysItOrByWhoseWordingItIs() {
    String opening = "It was said that a fire broke out in the old harbour hall early on Monday.";
    String better = "A fire broke out in the old harbour hall early on Monday, it was said.";
    List<SourceDocument> documents =
        List.of(
            document(sentences(SPORT, "But " + opening), axes(4, 3, 0)),
            document(sentences(CITY), axes(4, 2)),
            document(sentences(better, CAUSE), axes(4, 0, 0)));
    SummaryOptions options = SummaryOptions.maxSentences(4);
    MultiDocumentSummary byTime = summarizer.summarize(documents, null, options, LineOrder.TIME);
    MultiDocumentSummary byDocument =
        summarizer.summarize(documents, null, options, LineOrder.DOCUMENT);

    assertThat(wordings(byTime)).containsExactly(SPORT, better, CITY, CAUSE);
    assertThat(wordings(byDocument)).containsExactly(SPORT, CITY, better, CAUSE);
    assertThat(byTime.lines()).containsExactlyInAnyOrderElementsOf(byDocument.lines());
    assertThat(byTime.text()).isEqualTo(String.join(" ", SPORT, better, CITY, CAUSE));
  }

  @Property(tries = 200)
  void neverExceedsABudgetAndIsNeverEmptyWhereACandidateFits(
      @ForAll("options") SummaryOptions options, @ForAll long seed) {
    Random random = new Random(seed);
    List<SourceDocument> documents = new ArrayList<>();
    List<Sentence> all = new ArrayList<>();
    for (int d = random.nextInt(4); d >= 0; d--) {
      // Of a ratio no document alone can tell what fits, and each keeps 12 sentences.
      int most = options.unit() == Unit.RATIO ? 12 : 30;
      String[] sentences = new String[random.nextInt(most)];
      for (int s = 0; s < sentences.length; s++) {
        sentences[s] =
            "word".repeat(1 + random.nextInt(3)) + " \n and".repeat(random.nextInt(20)) + ".";
      }
      List<Sentence> texts = sentences(sentences);
      all.addAll(texts);
      documents.add(document(texts, random(texts.size(), 3, seed + d), options));
    }
    MultiDocumentSummary summary = summarizer.summarize(documents, null, options, LineOrder.TIME);

    long words = all.stream().mapToLong(s -> words(s.text())).sum();
    double limit = options.unit() == Unit.RATIO ? options.budget() * words : options.budget();
    assertThat((double) size(summary.text(), summary.lines().size(), options.unit()))
        .isLessThanOrEqualTo(limit + 1e-9);
    boolean fits =
        all.stream()
            .anyMatch(
                s -> size(s.text().replaceAll("\\s+", " "), 1, options.unit()) <= limit + 1e-9);
    assertThat(summary.lines().isEmpty()).isEqualTo(!fits);
    assertThat(summary.whyEmpty().isPresent()).isEqualTo(!fits);
  }

  @Provide
  Arbitrary<SummaryOptions> options() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(1, 15).map(SummaryOptions::maxSentences),
        Arbitraries.integers().between(1, 120).map(SummaryOptions::maxWords),
        Arbitraries.integers().between(1, 400).map(SummaryOptions::maxChars),
        Arbitraries.doubles().ofScale(3).between(0.001, 1).map(SummaryOptions::maxRatio));
  }

  private static long size(String text, int lines, Unit unit) {
    return switch (unit) {
      case SENTENCES -> lines;
      case WORDS, RATIO -> words(text);
      case CHARS -> text.length();
      case TOKENS -> throw new IllegalArgumentException("not counted here");
    };
  }

  /** Were all looked at again for each that doesn't fit, four times as many would take 16 times. */
  @Test
  void takesTimeInProportionToTheDocumentsWhereHardlyAnythingFits() {
    List<SourceDocument> many = new ArrayList<>();
    for (int d = 0; d < 8_000; d++) {
      String[] texts = new String[12];
      for (int s = 0; s < texts.length; s++) {
        texts[s] = ("w" + d + "w" + s + " x").repeat(9);
      }
      texts[11] = "Yes.";
      many.add(document(sentences(texts), random(texts.length, 2, d)));
    }
    SummaryOptions options = SummaryOptions.maxWords(15);
    long ofFew = Long.MAX_VALUE;
    long ofMany = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      ofFew = Math.min(ofFew, cpuNanos(many.subList(0, 2_000), options));
      ofMany = Math.min(ofMany, cpuNanos(many, options));
    }

    assertThat((double) ofMany / ofFew).isLessThan(10);
  }

  /** The thread's own time, whatever else the machine does. */
  private long cpuNanos(List<SourceDocument> documents, SummaryOptions options) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    assertThat(summarizer.summarize(documents, null, options, LineOrder.TIME).lines()).isNotEmpty();
    return threads.getCurrentThreadCpuTime() - start;
  }

  @Test
  void ofNothingIsEmpty() {
    for (List<SourceDocument> nothing :
        List.of(List.<SourceDocument>of(), List.of(document(List.of(), new float[0][])))) {
      MultiDocumentSummary summary = summarize(nothing, 3);

      assertThat(summary.lines()).isEmpty();
      assertThat(summary.text()).isEmpty();
      assertThat(summary.documents()).isEqualTo(nothing.size());
    }
  }

  @Test
  void saysWhyThereIsNoLine() {
    assertThat(summarize(List.of(), 1).whyEmpty()).hasValue("no article to summarise");
    assertThat(summarize(List.of(SourceDocument.missing()), 1).whyEmpty())
        .hasValue("no article to summarise");
    assertThat(summarize(List.of(document(List.of(), new float[0][])), 1).whyEmpty())
        .hasValue("the articles have no sentence");
    assertThat(whyEmpty(SummaryOptions.maxSentences(1).withExcluded(sentence -> true)))
        .hasValue("the options exclude every sentence, or all are too short or too long");
    assertThat(whyEmpty(SummaryOptions.maxSentences(1).withMinSentenceWords(99)))
        .hasValue("the options exclude every sentence, or all are too short or too long");
    String ofWords =
        "the shortest sentence that may be chosen takes %d words, and the budget has 2";
    assertThat(whyEmpty(SummaryOptions.maxWords(2))).hasValue(ofWords.formatted(9));
    assertThat(whyEmpty(SummaryOptions.maxRatio(.1))).hasValue(ofWords.formatted(9));
    assertThat(
            whyEmpty(
                SummaryOptions.maxWords(2)
                    .withExcluded((place, s) -> place == 1 && s.text().equals(CAUSE))))
        .hasValue(ofWords.formatted(12));
    assertThat(whyEmpty(SummaryOptions.maxSentences(1))).isEmpty();
  }

  /** The sentence of three words would fit, but is not among the 12. */
  @Test
  void saysOfWhichSentencesTheShortestIsTooLong() {
    String[] texts = new String[14];
    Arrays.fill(texts, FIRE);
    texts[13] = "Nobody was hurt.";
    SummaryOptions options = SummaryOptions.maxRatio(.03);
    List<SourceDocument> documents =
        List.of(document(sentences(texts), axes(3, new int[texts.length]), options));

    assertThat(summarizer.summarize(documents, null, options, LineOrder.TIME).whyEmpty())
        .hasValue(
            "the shortest of each article's 12 most salient sentences takes 12 words, and the budget"
                + " has 4");
  }

  private Optional<String> whyEmpty(SummaryOptions options) {
    List<SourceDocument> documents =
        List.of(
            summarizer.read(0, sentences(FIRE), axes(3, 0), null, null, options),
            summarizer.read(1, sentences(CAUSE), axes(3, 1), null, null, options));
    return summarizer.summarize(documents, null, options, LineOrder.TIME).whyEmpty();
  }

  @Test
  void anEmptyDocumentAmongOthersDoesNoHarm() {
    SourceDocument empty = document(List.of(), new float[0][]);
    List<SourceDocument> documents = List.of(empty, document(sentences(FIRE), axes(2, 1)), empty);

    assertThat(places(summarize(documents, 3).lines().get(0).sources())).containsExactly("1:0");
  }

  private MultiDocumentSummary summarize(List<SourceDocument> documents, int sentences) {
    return summarizer.summarize(
        documents, null, SummaryOptions.maxSentences(sentences), LineOrder.TIME);
  }

  private SourceDocument document(List<Sentence> sentences, float[][] vectors) {
    return document(sentences, vectors, SummaryOptions.defaults());
  }

  private SourceDocument document(
      List<Sentence> sentences, float[][] vectors, SummaryOptions options) {
    return summarizer.read(0, sentences, vectors, null, null, options);
  }

  private SourceDocument read(
      String[] texts, float[][] vectors, Title title, SummaryOptions options) {
    return summarizer.read(0, sentences(texts), vectors, title, null, options);
  }

  /**
   * The best line for a query.
   *
   * @param vectors of the sentences of all documents, in order
   */
  private List<String> focused(
      List<List<Sentence>> texts, float[][] vectors, String query, float[] vector) {
    SummaryOptions options = SummaryOptions.maxSentences(1).focusedOn(query);
    List<SourceDocument> documents = new ArrayList<>();
    int from = 0;
    for (List<Sentence> sentences : texts) {
      float[][] own = Arrays.copyOfRange(vectors, from, from + sentences.size());
      documents.add(summarizer.read(documents.size(), sentences, own, null, vector, options));
      from += sentences.size();
    }
    return wordings(summarizer.summarize(documents, vector, options, LineOrder.TIME));
  }

  private static Line line(MultiDocumentSummary summary, String text) {
    return summary.lines().stream()
        .filter(line -> line.sources().stream().anyMatch(s -> s.sentence().text().equals(text)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> wordings(MultiDocumentSummary summary) {
    return summary.lines().stream().map(line -> line.source().sentence().text()).toList();
  }

  private static List<Integer> places(SourceDocument document) {
    return IntStream.range(0, document.candidates()).mapToObj(document::place).toList();
  }

  private static List<String> places(List<Source> sources) {
    return sources.stream().map(s -> s.document() + ":" + s.sentence().index()).toList();
  }
}
