package dev.headnote.summary;

import dev.headnote.Sentence;
import dev.headnote.salience.SalienceModel;
import dev.headnote.summary.MultiDocumentSummary.Line;
import dev.headnote.summary.MultiDocumentSummary.Source;
import dev.headnote.vector.VectorCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Summarises several documents, such as all reports of one event, in one summary.
 *
 * <p>A sentence counts for more the more it is worth to a summary of its own document (see {@link
 * Summarizer}), the nearer it is to the centre of all documents (Radev et al. 2004), and the more
 * documents say it; sentences that say the same in nearly the same words are one line. Redundancy
 * is held down as in maximal marginal relevance (Carbonell and Goldstein 1998). docs/summaries.md
 * has what the constants were chosen by.
 *
 * <p>Of each document only the vectors of its 12 most salient sentences that the options allow are
 * kept, so no more of them become lines. Time is in proportion to the documents' sentences, and to
 * the candidates times the lines chosen.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class MultiDocumentSummarizer {

  /** So many sentences of each document may become lines. */
  private static final int CANDIDATES = 12;

  /** Of what a sentence is worth to a summary of its own document. */
  private static final double OWN = 1;

  /** Of nearness to the centre, in standard deviations over the candidates; so are the others. */
  private static final double CENTRALITY = 1;

  /** For each factor of e in how many documents say it. */
  private static final double SOURCES = 2;

  /** Of what a sentence says about the query ({@link QueryRelevance}). */
  private static final double QUERY = 8;

  /** Of nearness to a line already chosen, in the same unit as centrality. */
  private static final double REDUNDANCY = 2;

  /** More than any line is worth: headings and the like are taken only where nothing else fits. */
  private static final double FRAGMENT = 1e9;

  private final Summarizer summarizer;

  /** Makes a summarizer; the parameters are those of {@link Summarizer}. */
  public MultiDocumentSummarizer(
      String model, ToIntFunction<String> tokens, @Nullable Supplier<SalienceModel> salienceModel) {
    this.summarizer = new Summarizer(model, tokens, salienceModel);
  }

  /**
   * Reads a document.
   *
   * @param place its place among the documents, from 0
   * @param sentences its sentences, in order
   * @param vectors a vector of length 1 for each; not kept but for a few
   * @param title null if there is none; counts if the options say so
   * @param query the vector of the options' query, or null if there is none; the 12 are the most
   *     salient with the query in focus
   * @param options those of the summary. The 12 are of the sentences that these don't exclude,
   *     whose length they allow, and that fit the budget; of a ratio one document can't say that.
   *     Headings and the like come last
   * @throws IllegalArgumentException if there are not as many vectors as sentences, or not all
   *     vectors have one length
   * @throws dev.headnote.HeadnoteException with code MODEL_DAMAGED if one of them holds what is no
   *     finite number
   */
  public SourceDocument read(
      int place,
      List<Sentence> sentences,
      float[][] vectors,
      @Nullable Title title,
      float @Nullable [] query,
      SummaryOptions options) {
    if (sentences.isEmpty() && vectors.length == 0) {
      return SourceDocument.empty();
    }
    Salience salience =
        summarizer.salience(
            sentences, vectors, options.title() ? title : null, asked(options, query));
    Budget budget = summarizer.budget(options, sentences, sentences);
    boolean[] fragment = Fragment.of(sentences);
    int[] best =
        IntStream.range(0, vectors.length)
            .filter(i -> !options.excludes(place, sentences.get(i)))
            .filter(i -> options.allowsLength(sentences.get(i)) && budget.couldFitAmongOthers(i))
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> fragment[i])
                    .thenComparingDouble(i -> -salience.of(i)))
            .limit(CANDIDATES)
            .mapToInt(i -> i)
            .sorted()
            .toArray();
    BitSet fragments = new BitSet();
    IntStream.range(0, best.length).filter(i -> fragment[best[i]]).forEach(fragments::set);
    return new SourceDocument(
        sentences,
        best,
        Arrays.stream(best).mapToObj(i -> vectors[i]).toArray(float[][]::new),
        Arrays.stream(best).mapToDouble(salience::withoutQuery).toArray(),
        fragments,
        Similarities.centroid(vectors));
  }

  /**
   * Summarises documents.
   *
   * @param documents in the order of their places: that of their publication, if it is known
   * @param query the vector of the options' query, or null if there is none, as it was when the
   *     documents were read
   * @param options those that the documents were read with; their budget is that of the whole
   *     summary, and a ratio of all documents' words. What is required, coherence, diversity, even
   *     coverage and the order don't count
   * @param order of the lines
   * @throws IllegalArgumentException if not all vectors have one length
   * @throws dev.headnote.HeadnoteException with code MODEL_DAMAGED if the query's holds what is no
   *     finite number
   */
  public MultiDocumentSummary summarize(
      List<SourceDocument> documents,
      float @Nullable [] query,
      SummaryOptions options,
      LineOrder order) {
    return summarize(documents, query, options, order, () -> {});
  }

  /**
   * Summarises documents in the way of {@link #summarize(List, float[], SummaryOptions,
   * LineOrder)}, with a say in whether to go on.
   *
   * @param check is run in the calling thread before each line is chosen; what it throws ends the
   *     work, and is thrown as it is
   */
  public MultiDocumentSummary summarize(
      List<SourceDocument> documents,
      float @Nullable [] query,
      SummaryOptions options,
      LineOrder order,
      Runnable check) {
    Objects.requireNonNull(check, "check");
    List<LineCandidate> candidates = LineCandidate.of(documents);
    List<Sentence> ofCandidates = candidates.stream().map(LineCandidate::sentence).toList();
    List<Line> lines = new ArrayList<>();
    if (!candidates.isEmpty()) {
      Budget budget = summarizer.budget(options, ofCandidates, sentences(documents));
      lines.addAll(choose(candidates, documents, asked(options, query), budget, check));
    }
    lines.sort(
        Comparator.comparing(
            line -> order == LineOrder.TIME ? line.sources().get(0) : line.source(),
            Comparator.comparingInt(Source::document)
                .thenComparingInt(source -> source.sentence().start())));
    int read = (int) documents.stream().filter(document -> !document.isMissing()).count();
    return new MultiDocumentSummary(
        lines,
        read,
        summarizer.model(),
        lines.isEmpty()
            ? Optional.of(whyEmpty(documents, ofCandidates, options))
            : Optional.empty());
  }

  private static @Nullable Query asked(SummaryOptions options, float @Nullable [] query) {
    return query == null ? null : new Query(options.query(), query);
  }

  private static List<Sentence> sentences(List<SourceDocument> documents) {
    return documents.stream().flatMap(document -> document.sentences().stream()).toList();
  }

  private String whyEmpty(
      List<SourceDocument> documents, List<Sentence> ofCandidates, SummaryOptions options) {
    List<Sentence> all = sentences(documents);
    if (all.isEmpty()) {
      return documents.stream().allMatch(SourceDocument::isMissing)
          ? "no article to summarise"
          : "the articles have no sentence";
    }
    List<Sentence> allowed = allowed(documents, options);
    // Of a ratio a shorter sentence may fit that is no candidate.
    boolean isOfCandidates = !ofCandidates.isEmpty() && ofCandidates.size() < allowed.size();
    List<Sentence> considered = isOfCandidates ? ofCandidates : allowed;
    Budget budget = summarizer.budget(options, considered, all);
    Stream<Shortfall> shortfalls =
        IntStream.range(0, considered.size()).mapToObj(budget::shortfall);
    return isOfCandidates
        ? WhyEmpty.of(
            "the shortest of each article's " + CANDIDATES + " most salient sentences", shortfalls)
        : WhyEmpty.of(shortfalls);
  }

  /** The sentences that the options allow, were there room. */
  private static List<Sentence> allowed(List<SourceDocument> documents, SummaryOptions options) {
    List<Sentence> allowed = new ArrayList<>();
    for (int place = 0; place < documents.size(); place++) {
      for (Sentence sentence : documents.get(place).sentences()) {
        if (options.allowsLength(sentence) && !options.excludes(place, sentence)) {
          allowed.add(sentence);
        }
      }
    }
    return allowed;
  }

  /** Takes, time and again, the line that adds most, until the budget has no room. */
  private static List<Line> choose(
      List<LineCandidate> candidates,
      List<SourceDocument> documents,
      @Nullable Query query,
      Budget budget,
      Runnable check) {
    float[][] vectors = candidates.stream().map(LineCandidate::vector).toArray(float[][]::new);
    float[][] centroids =
        documents.stream()
            .map(SourceDocument::centroid)
            .filter(centroid -> centroid.length > 0)
            .toArray(float[][]::new);
    VectorCheck.requireOneLength(vectors, centroids);
    double[] centrality = Similarities.of(vectors, Similarities.centroid(centroids));
    double[] relevance =
        query == null
            ? new double[vectors.length]
            : relevance(candidates, vectors, sentences(documents), query);
    double[] salience = salience(candidates, centrality, relevance);
    double redundancy = REDUNDANCY / ZScores.deviation(centrality);
    double[] nearest = new double[salience.length];
    boolean[] done = new boolean[salience.length];
    List<Line> lines = new ArrayList<>();
    while (budget.hasRoom()) {
      check.run();
      int best = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < done.length; i++) {
        done[i] |= !budget.fits(i);
        double gain = salience[i] - redundancy * nearest[i];
        gain -= candidates.get(i).fragment() ? FRAGMENT : 0;
        if (!done[i] && gain > most) {
          best = i;
          most = gain;
        }
      }
      if (best < 0) {
        break;
      }
      LineCandidate line = candidates.get(best);
      budget.take(best);
      lines.add(line.line(salience[best]));
      double[] near = Similarities.of(vectors, line.vector());
      for (int i = 0; i < done.length; i++) {
        nearest[i] = Math.max(nearest[i], near[i]);
        // Itself, and other wordings of the same.
        done[i] |= candidates.get(i).group() == line.group();
      }
    }
    return lines;
  }

  private static double[] relevance(
      List<LineCandidate> candidates, float[][] vectors, List<Sentence> whole, Query query) {
    VectorCheck.requireOneLength(vectors, query.vector());
    VectorCheck.requireFinite("the query's vector", query.vector());
    List<Sentence> sentences = candidates.stream().map(LineCandidate::sentence).toList();
    return QueryRelevance.of(sentences, vectors, whole, query, QUERY);
  }

  private static double[] salience(
      List<LineCandidate> candidates, double[] centrality, double[] relevance) {
    double[] salience = ZScores.of(centrality, CENTRALITY);
    for (int i = 0; i < salience.length; i++) {
      LineCandidate candidate = candidates.get(i);
      salience[i] +=
          relevance[i]
              + OWN * candidate.salience()
              + SOURCES * Math.log(candidate.group().documents());
    }
    return salience;
  }
}
