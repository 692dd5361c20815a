package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An extractive summary: sentences of the article, unaltered. Immutable.
 *
 * @param all every sentence of the article, in order, with its salience and the reason why it is in
 *     the summary or not
 * @param order how the summary's sentences follow one another
 * @param model the name of the model that decided; in a cascade, the tier
 */
public record Summary(List<ScoredSentence> all, SummaryOptions.Order order, String model) {

  public Summary {
    all = List.copyOf(all);
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(model, "model");
  }

  /** A summary in the article's order. */
  public Summary(List<ScoredSentence> all, String model) {
    this(all, SummaryOptions.Order.SOURCE, model);
  }

  /** The sentences chosen, in the summary's order. */
  public List<ScoredSentence> sentences() {
    List<ScoredSentence> chosen = all.stream().filter(ScoredSentence::chosen).toList();
    return order == SummaryOptions.Order.SOURCE ? chosen : byScore(chosen);
  }

  /** One that points back stays behind the sentence before it, if that is in the summary. */
  private static List<ScoredSentence> byScore(List<ScoredSentence> chosen) {
    List<List<ScoredSentence>> runs = new ArrayList<>();
    int last = -1;
    for (ScoredSentence scored : chosen) {
      int index = scored.sentence().index();
      if (!scored.pointsBack() || runs.isEmpty() || index != last + 1) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(scored);
      last = index;
    }
    runs.sort(Comparator.comparingDouble(Summary::highest).reversed());
    return runs.stream().flatMap(List::stream).toList();
  }

  private static double highest(List<ScoredSentence> run) {
    return run.stream().mapToDouble(ScoredSentence::salience).max().orElseThrow();
  }

  /**
   * The chosen sentences in one line, each as {@link Sentence#inOneLine} shows it: without marks of
   * replies and gaps behind hyphens, which {@link Sentence#text} keeps; empty if there are none.
   */
  public String text() {
    return sentences().stream()
        .map(scored -> scored.sentence().inOneLine())
        .collect(Collectors.joining(" "));
  }

  /** Why the summary has no sentence, in words for a person; empty if it has one. */
  public Optional<String> whyEmpty() {
    if (all.isEmpty()) {
      return Optional.of("the article has no sentence");
    }
    if (all.stream().anyMatch(ScoredSentence::chosen)) {
      return Optional.empty();
    }
    return Optional.of(
        WhyEmpty.of(all.stream().flatMap(scored -> scored.reason().shortfall().stream())));
  }
}
