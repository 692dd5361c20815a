package dev.headnote.summary;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An extractive summary: sentences of the article, unaltered and in its order. Immutable.
 *
 * @param all every sentence of the article, in order, with its salience
 */
public record Summary(List<ScoredSentence> all) {

  public Summary {
    all = List.copyOf(all);
  }

  /** The sentences chosen, in the article's order. */
  public List<ScoredSentence> sentences() {
    return all.stream().filter(ScoredSentence::chosen).toList();
  }

  /** The chosen sentences in one line, white space within them folded; empty if there are none. */
  public String text() {
    return sentences().stream()
        .map(scored -> scored.sentence().text().strip().replaceAll("\\s+", " "))
        .collect(Collectors.joining(" "));
  }
}
