package dev.headnote.summary;

import dev.headnote.Sentence;
import dev.headnote.salience.SalienceModel;
import dev.headnote.summary.MultiDocumentSummary.Line;
import dev.headnote.summary.MultiDocumentSummary.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
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
 * <p>Of each document only the vectors of its 12 most salient sentences are kept. Time is in
 * proportion to the documents' sentences, and to the candidates times the lines chosen.
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

  private static final double QUERY = 8;

  /** Of nearness to a line already chosen, in the same unit as centrality. */
  private static final double REDUNDANCY = 2;

  private final Summarizer summarizer;

  /** Makes a summarizer; the parameters are those of {@link Summarizer}. */
  public MultiDocumentSummarizer(
      String model, ToIntFunction<String> tokens, @Nullable Supplier<SalienceModel> salienceModel) {
    this.summarizer = new Summarizer(model, tokens, salienceModel);
  }

  /**
   * Reads a document.
   *
   * @param sentences its sentences, in order
   * @param vectors a vector of length 1 for each; not kept but for a few
   * @param title null if there is none
   */
  public SourceDocument read(List<Sentence> sentences, float[][] vectors, @Nullable Title title) {
    double[] salience = new double[vectors.length];
    if (vectors.length > 0) {
      Salience all = summarizer.salience(sentences, vectors, title, null);
      Arrays.setAll(salience, all::of);
    }
    int[] best =
        IntStream.range(0, vectors.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -salience[i]))
            .limit(CANDIDATES)
            .mapToInt(i -> i)
            .sorted()
            .toArray();
    return new SourceDocument(
        sentences,
        best,
        Arrays.stream(best).mapToObj(i -> vectors[i]).toArray(float[][]::new),
        Arrays.stream(best).mapToDouble(i -> salience[i]).toArray(),
        vectors.length == 0 ? new float[0] : Similarities.centroid(vectors));
  }

  /**
   * Summarises documents.
   *
   * @param documents in the order of their publication, if that is known
   * @param query the vector of the options' query, or null if there is none
   * @param options the budget of the whole summary, of which a ratio is of all documents' words;
   *     how long a line may be, and what is excluded, each sentence with the offsets of its
   *     document. Nothing else of them counts
   * @param order of the lines
   */
  public MultiDocumentSummary summarize(
      List<SourceDocument> documents,
      float @Nullable [] query,
      SummaryOptions options,
      LineOrder order) {
    List<Candidate> candidates = candidates(documents, options);
    List<Line> lines = new ArrayList<>();
    if (!candidates.isEmpty()) {
      List<Sentence> all = documents.stream().flatMap(d -> d.sentences().stream()).toList();
      lines.addAll(choose(candidates, documents, query, summarizer.budget(options, all)));
    }
    lines.sort(
        Comparator.comparing(
            line -> order == LineOrder.TIME ? line.sources().get(0) : line.source(),
            Comparator.comparingInt(Source::document)
                .thenComparingInt(source -> source.sentence().start())));
    int read = (int) documents.stream().filter(document -> !document.isMissing()).count();
    return new MultiDocumentSummary(lines, read, summarizer.model());
  }

  private static List<Candidate> candidates(
      List<SourceDocument> documents, SummaryOptions options) {
    NearDuplicates duplicates =
        new NearDuplicates(documents.stream().mapToInt(d -> d.sentences().size()).sum());
    Map<Integer, List<Source>> groups = new HashMap<>();
    List<Candidate> candidates = new ArrayList<>();
    int before = 0;
    for (int d = 0; d < documents.size(); d++) {
      SourceDocument document = documents.get(d);
      int next = 0;
      for (int s = 0; s < document.sentences().size(); s++) {
        Source source = new Source(d, document.sentences().get(s));
        int group = duplicates.add(source.sentence().text());
        List<Source> sources = groups.computeIfAbsent(group, first -> new ArrayList<>(1));
        sources.add(source);
        if (next < document.candidates() && document.place(next) == s) {
          if (mayBeChosen(source, options)) {
            candidates.add(
                new Candidate(
                    source, before + s, sources, document.vector(next), document.salience(next)));
          }
          next++;
        }
      }
      before += document.sentences().size();
    }
    return candidates;
  }

  private static boolean mayBeChosen(Source source, SummaryOptions options) {
    int words = source.sentence().wordCount();
    return !options.excludes(source.document(), source.sentence())
        && words >= options.minSentenceWords()
        && words <= options.maxSentenceWords();
  }

  /** Takes, time and again, the line that adds most, until the budget has no room. */
  private static List<Line> choose(
      List<Candidate> candidates,
      List<SourceDocument> documents,
      float @Nullable [] query,
      Budget budget) {
    float[][] vectors = candidates.stream().map(Candidate::vector).toArray(float[][]::new);
    double[] centrality = Similarities.of(vectors, centre(documents));
    double[] salience = salience(candidates, vectors, centrality, query);
    double redundancy = REDUNDANCY / ZScores.deviation(centrality);
    double[] nearest = new double[salience.length];
    boolean[] done = new boolean[salience.length];
    List<Line> lines = new ArrayList<>();
    while (budget.hasRoom()) {
      int best = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < done.length; i++) {
        double gain = salience[i] - redundancy * nearest[i];
        if (!done[i] && gain > most) {
          best = i;
          most = gain;
        }
      }
      if (best < 0) {
        break;
      }
      done[best] = true;
      Candidate candidate = candidates.get(best);
      if (budget.fits(candidate.place, candidate.place)) {
        budget.take(candidate.place);
        lines.add(new Line(candidate.source, salience[best], candidate.sources));
        double[] near = Similarities.of(vectors, candidate.vector);
        for (int i = 0; i < done.length; i++) {
          nearest[i] = Math.max(nearest[i], near[i]);
          // Another wording of the same line.
          done[i] |= candidates.get(i).sources == candidate.sources;
        }
      }
    }
    return lines;
  }

  private static void addStandardized(double[] sums, double[] values, double weight) {
    double[] scores = ZScores.of(values, weight);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += scores[i];
    }
  }

  private static float[] centre(List<SourceDocument> documents) {
    return Similarities.centroid(
        documents.stream()
            .map(SourceDocument::centroid)
            .filter(centroid -> centroid.length > 0)
            .toArray(float[][]::new));
  }

  private static double[] salience(
      List<Candidate> candidates,
      float[][] vectors,
      double[] centrality,
      float @Nullable [] query) {
    double[] salience = new double[centrality.length];
    addStandardized(salience, centrality, CENTRALITY);
    if (query != null) {
      addStandardized(salience, Similarities.of(vectors, query), QUERY);
    }
    for (int i = 0; i < salience.length; i++) {
      Candidate candidate = candidates.get(i);
      salience[i] += OWN * candidate.salience + SOURCES * Math.log(candidate.documents());
    }
    return salience;
  }

  /**
   * A sentence that may become a line.
   *
   * @param place its index among the sentences of all documents
   * @param sources those that say the same, itself included; one list for all of them
   * @param salience what it is worth to a summary of its document alone
   */
  private record Candidate(
      Source source, int place, List<Source> sources, float[] vector, double salience) {

    /** How many documents say it. Sources come document by document. */
    int documents() {
      int count = 0;
      int last = -1;
      for (Source source : sources) {
        count += source.document() != last ? 1 : 0;
        last = source.document();
      }
      return count;
    }
  }
}
