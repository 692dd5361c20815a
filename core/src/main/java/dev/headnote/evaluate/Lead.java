package dev.headnote.evaluate;

import dev.headnote.Sentence;
import dev.headnote.summary.SummaryOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * The summary that an article's first sentences make. It needs no method at all and is hard to beat
 * on news (Nenkova 2005). Stateless.
 */
public final class Lead {

  private Lead() {}

  /**
   * Takes sentences from the beginning, and passes over those that the budget has no room for, so
   * that it is used up as by a summary that may choose.
   *
   * @param sentences the article's, in order
   * @param options how long the summary may be; nothing else of them matters
   * @return the first sentences that fit
   */
  public static List<Sentence> select(List<Sentence> sentences, SummaryOptions options) {
    LengthLimit limit = new LengthLimit(options, sentences);
    List<Sentence> lead = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      if (limit.hasRoomFor(i)) {
        limit.take(i);
        lead.add(sentences.get(i));
      }
    }
    return lead;
  }
}
