package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.List;
import java.util.Objects;

/**
 * A sentence, what it is worth to a summary, and why it is in it or not. Immutable.
 *
 * <p>Salience is in the units of the salience model: about 20 times half of the ROUGE-1 that the
 * sentence alone can be expected to have. Without one it is in standard deviations of how near the
 * article's sentences are to the article as a whole: 0 is a sentence of average nearness somewhere
 * in the middle, 1 one that is nearer than five in six; the first sentence has 5 more for its
 * place. Either way it compares sentences within an article, and over articles that were summarised
 * with the same model and options; it is no probability, has no bounds, and says nothing between
 * models.
 *
 * @param sentence the sentence, with its offsets
 * @param salience how much of the article it carries, larger is more; the sum of the contributions
 * @param rank its place by salience among the article's sentences, from 1; 0 if it is not known
 * @param contributions what its salience adds up from; empty if it is not known
 * @param pointsBack whether it points back to the sentence before; known only of those in the
 *     summary, so false of all others, and where the options ignore coherence
 * @param reason why it is in the summary or not
 */
public record ScoredSentence(
    Sentence sentence,
    double salience,
    int rank,
    List<Contribution> contributions,
    boolean pointsBack,
    Reason reason) {

  public ScoredSentence {
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(reason, "reason");
    contributions = List.copyOf(contributions);
  }

  /** A sentence of which no more is known than that it was chosen for its salience, or not. */
  public ScoredSentence(Sentence sentence, double salience, boolean chosen) {
    this(
        sentence,
        salience,
        0,
        List.of(),
        false,
        Reason.of(chosen ? Reason.Kind.CHOSEN : Reason.Kind.LESS_SALIENT));
  }

  /** Whether it is in the summary. */
  public boolean chosen() {
    return reason.kind().isChosen();
  }
}
