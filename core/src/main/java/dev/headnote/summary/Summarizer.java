package dev.headnote.summary;

import dev.headnote.Sentence;
import dev.headnote.salience.SalienceModel;
import dev.headnote.vector.VectorCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the sentences of a summary: the most salient ones that fit the budget and say something
 * that those already chosen don't.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class Summarizer {

  private final String model;
  private final ToIntFunction<String> tokens;
  private final @Nullable Supplier<SalienceModel> salienceModel;

  /**
   * Makes a summarizer.
   *
   * @param model the name of the encoder that makes the vectors, which summaries bear
   * @param tokens how many tokens a text has, for a budget in the encoder's tokens; safe for use by
   *     several threads
   * @param salienceModel says what sentences are worth, asked when they are weighed; null for
   *     salience without training, of centrality and position
   */
  public Summarizer(
      String model, ToIntFunction<String> tokens, @Nullable Supplier<SalienceModel> salienceModel) {
    this.model = Objects.requireNonNull(model, "model");
    this.tokens = Objects.requireNonNull(tokens, "tokens");
    this.salienceModel = salienceModel;
  }

  /**
   * Summarises an article. It takes time linear in the sentences for each that is chosen.
   *
   * @param sentences its sentences, in order
   * @param vectors a vector of length 1 for each
   * @param title null if there is none
   * @param query the vector of the options' query, or null if there is none
   * @param options the budget, and what may be chosen
   * @return the summary; empty if there are no sentences, or none may be chosen or fits the budget
   * @throws IllegalArgumentException if there are not as many vectors as sentences, or not all
   *     vectors have one length
   * @throws dev.headnote.HeadnoteException with code MODEL_DAMAGED if one of them holds what is no
   *     finite number
   */
  public Summary summarize(
      List<Sentence> sentences,
      float[][] vectors,
      @Nullable Title title,
      float @Nullable [] query,
      SummaryOptions options) {
    return summarize(sentences, vectors, title, query, options, () -> {});
  }

  /**
   * Summarises an article in the way of {@link #summarize(List, float[][], Title, float[],
   * SummaryOptions)}, with a say in whether to go on.
   *
   * @param check is run in the calling thread while sentences are chosen, before each step, which
   *     takes time linear in the sentences; what it throws ends the work, and is thrown as it is
   */
  public Summary summarize(
      List<Sentence> sentences,
      float[][] vectors,
      @Nullable Title title,
      float @Nullable [] query,
      SummaryOptions options,
      Runnable check) {
    Objects.requireNonNull(check, "check");
    if (sentences.isEmpty()) {
      return new Summary(List.of(), options.order(), model);
    }
    Salience salience =
        salience(
            sentences,
            vectors,
            options.title() ? title : null,
            query == null ? null : new Query(options.query(), query));
    Needs needs = new Needs(sentences, options.coherence());
    Budget budget = budget(options, sentences, sentences);
    Reason[] reasons =
        new Selector(sentences, vectors, salience, needs, options, budget).select(check);
    int[] ranks = salience.ranks();
    List<ScoredSentence> all = new ArrayList<>(reasons.length);
    for (int i = 0; i < reasons.length; i++) {
      all.add(
          new ScoredSentence(
              sentences.get(i),
              salience.of(i),
              ranks[i],
              salience.contributions(i),
              reasons[i].kind().isChosen() && needs.pointsBack(i),
              reasons[i]));
    }
    return new Summary(all, options.order(), model);
  }

  /** The name that summaries bear. */
  String model() {
    return model;
  }

  /**
   * A budget of which nothing is used.
   *
   * @param sentences those that may be chosen, whose costs are counted
   * @param whole all sentences, of which a ratio is
   */
  Budget budget(SummaryOptions options, List<Sentence> sentences, List<Sentence> whole) {
    return new Budget(
        options, sentences, whole, options.tokens() == null ? tokens : options.tokens());
  }

  /**
   * What each sentence is worth.
   *
   * @param sentences at least one
   */
  Salience salience(
      List<Sentence> sentences, float[][] vectors, @Nullable Title title, @Nullable Query query) {
    if (vectors.length != sentences.size()) {
      throw new IllegalArgumentException("each text needs a vector");
    }
    float[] ofTitle = title == null ? null : title.vector();
    float[] ofQuery = query == null ? null : query.vector();
    VectorCheck.requireOneLength(vectors, ofTitle, ofQuery);
    VectorCheck.requireFinite("the article's vectors", vectors);
    VectorCheck.requireFinite("the title's and the query's vectors", ofTitle, ofQuery);
    return salienceModel == null
        ? CentroidSalience.of(sentences, vectors, ofTitle, query)
        : LearnedSalience.of(salienceModel.get(), sentences, vectors, title, query);
  }
}
