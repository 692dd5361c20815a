package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.Objects;

/**
 * A sentence and what it is worth to a summary.
 *
 * @param sentence the sentence, with its offsets
 * @param salience how much of the article it carries; comparable within one article, larger is more
 * @param chosen whether it is in the summary
 */
public record ScoredSentence(Sentence sentence, double salience, boolean chosen) {

  public ScoredSentence {
    Objects.requireNonNull(sentence, "sentence");
  }
}
