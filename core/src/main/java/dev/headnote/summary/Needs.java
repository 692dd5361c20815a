package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each sentence of an article needs the one before it for. It is found out when it is asked
 * for: it takes longer than all else, and few sentences have a chance. One summary's use, on one
 * thread.
 */
final class Needs {

  private final List<Sentence> sentences;
  private final boolean isIgnored;
  private final Opening.@Nullable Need[] known;

  Needs(List<Sentence> sentences, SummaryOptions.Coherence coherence) {
    this.sentences = sentences;
    this.isIgnored = coherence == SummaryOptions.Coherence.IGNORED;
    this.known = new Opening.Need[sentences.size()];
  }

  /** Whether a sentence needs the one before it to be understood. */
  boolean pointsBack(int sentence) {
    return of(sentence) != Opening.Need.NOTHING;
  }

  Opening.Need of(int sentence) {
    // Nothing stands before the first, so its author meant it to stand alone.
    if (isIgnored || sentence == 0) {
      return Opening.Need.NOTHING;
    }
    Opening.Need need = known[sentence];
    if (need == null) {
      need =
          OpenQuotation.holds(sentences, sentence)
              ? Opening.Need.QUOTATION
              : Opening.needOf(sentences.get(sentence).text());
      known[sentence] = need;
    }
    return need;
  }
}
