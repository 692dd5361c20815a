package dev.headnote.keyphrase;

import dev.headnote.Span;
import java.util.List;
import java.util.Objects;

/**
 * A phrase of an article that says what it is about. Immutable.
 *
 * @param text the phrase in its most frequent form, as it stands in the article but for white
 *     space, each stretch of which is one space, and none behind a hyphen at a line's end
 * @param score how well it stands for the article by itself; comparable within one article, larger
 *     is better. A digest's first keyphrase has the largest; each further one is the best beside
 *     those before it, so one with a larger score that is near to them may come later
 * @param spans where it occurs, in order, in UTF-16 positions of the article's text: in any casing,
 *     in singular or plural, a name also by its initials, and not as a part of a longer name
 */
public record Keyphrase(String text, double score, List<Span> spans) {

  public Keyphrase {
    Objects.requireNonNull(text, "text");
    spans = List.copyOf(spans);
  }
}
