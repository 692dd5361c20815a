package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An extractive summary: sentences of the article, unaltered and in its order. Immutable.
 *
 * @param all every sentence of the article, in order, with its salience
 * @param model the name of the model that decided; in a cascade, the tier
 */
public record Summary(List<ScoredSentence> all, String model) {

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
        .map(scored -> inOneLine(scored.sentence()))
        .collect(Collectors.joining(" "));
  }

  static String inOneLine(Sentence sentence) {
    return sentence.text().strip().replaceAll("\\s+", " ");
  }
}
