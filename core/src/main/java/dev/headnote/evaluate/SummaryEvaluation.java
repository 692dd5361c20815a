package dev.headnote.evaluate;

import dev.headnote.Sentence;
import dev.headnote.summary.ScoredSentence;
import dev.headnote.summary.Summary;
import dev.headnote.summary.SummaryOptions;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares extractive summaries with references that people wrote, one article after the other, and
 * with the lead and the greedy oracle under the same limit of length.
 *
 * <pre>{@code
 * SummaryEvaluation evaluation = new SummaryEvaluation(Rouge.withStemming(), options);
 * evaluation.add(headnote.summarize(article), List.of(reference));
 * double gain = evaluation.metrics().differenceToLead().get(RougeMetric.ROUGE_1).mean();
 * }</pre>
 *
 * <p>Articles are counted and not kept, but for some numbers each. For one thread.
 */
public final class SummaryEvaluation {

  private final Rouge rouge;
  private final SummaryOptions options;
  private final SystemScores summaries = new SystemScores();
  private final SystemScores leads = new SystemScores();
  private final SystemScores oracles = new SystemScores();
  private long articles;

  /**
   * @param rouge how words are compared
   * @param options how long the lead and the oracle may be: as long as the summaries
   */
  public SummaryEvaluation(Rouge rouge, SummaryOptions options) {
    this.rouge = Objects.requireNonNull(rouge, "rouge");
    this.options = Objects.requireNonNull(options, "options");
  }

  /**
   * Adds a summary.
   *
   * @param summary a summary of the whole article
   * @param references what people wrote, a sentence a line; of several the best counts for each
   *     metric
   * @throws IllegalArgumentException if there is no reference; then nothing is added
   */
  public void add(Summary summary, List<String> references) {
    add(
        summary.all().stream().map(ScoredSentence::sentence).toList(),
        summary.sentences().stream().map(ScoredSentence::sentence).toList(),
        references);
  }

  /**
   * Adds sentences that were chosen in whatever way.
   *
   * @param article every sentence of the article, in order
   * @param chosen some of these, in the summary's order
   * @param references what people wrote, a sentence a line; of several the best counts for each
   *     metric
   * @throws IllegalArgumentException if there is no reference, or a chosen sentence is not the
   *     article's; then nothing is added
   */
  public void add(List<Sentence> article, List<Sentence> chosen, List<String> references) {
    if (references.isEmpty()) {
      throw new IllegalArgumentException("there is no reference");
    }
    for (Sentence sentence : chosen) {
      if (sentence.index() >= article.size() || !article.get(sentence.index()).equals(sentence)) {
        throw new IllegalArgumentException(
            "sentence " + sentence.index() + " is not the article's");
      }
    }
    RougeVocabulary vocabulary = rouge.vocabulary();
    int[][] tokens = vocabulary.tokens(article);
    List<int[][]> wanted = Rouge.references(vocabulary, references);
    List<BitSet> extracts =
        references.stream()
            .map(reference -> ExtractiveReference.sentences(article, reference))
            .filter(extract -> !extract.isEmpty())
            .toList();
    List<Sentence> lead = Lead.select(article, options);
    List<Sentence> oracle = GreedyOracle.select(article, tokens, wanted, vocabulary, options);
    Map<SystemScores, List<Sentence>> systems =
        Map.of(summaries, chosen, leads, lead, oracles, oracle);
    systems.forEach(
        (scores, extract) -> {
          int[][] given =
              extract.stream().map(sentence -> tokens[sentence.index()]).toArray(int[][]::new);
          scores.add(extract, article.size(), Rouge.score(vocabulary, given, wanted));
          if (!extracts.isEmpty()) {
            scores.addAgreement(extract, extracts);
          }
        });
    articles++;
  }

  /** How many summaries were added. */
  public long articles() {
    return articles;
  }

  /**
   * What the summaries so far come to.
   *
   * @throws IllegalStateException if no summary was added
   */
  public SummaryMetrics metrics() {
    if (articles == 0) {
      throw new IllegalStateException("no summary was added");
    }
    Map<RougeMetric, Estimate> differences = new EnumMap<>(RougeMetric.class);
    for (RougeMetric metric : RougeMetric.values()) {
      double[] difference = summaries.f1(metric);
      double[] lead = leads.f1(metric);
      for (int i = 0; i < difference.length; i++) {
        difference[i] -= lead[i];
      }
      differences.put(metric, Estimate.ofMean(difference));
    }
    return new SummaryMetrics(
        articles, summaries.metrics(), leads.metrics(), oracles.metrics(), differences);
  }
}
