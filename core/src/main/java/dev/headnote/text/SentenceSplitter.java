package dev.headnote.text;

import dev.headnote.Span;
import dev.headnote.text.chars.ClassedText;
import dev.headnote.text.sentence.SentenceScan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Finds the sentences of a text by rules.
 *
 * <p>Made for English news, and sane on other prose, posts with hard-wrapped lines, lists, and
 * languages with a full stop of their own. A blank line always ends a sentence; a single line break
 * does when the lines look like headings, list items or whole paragraphs, and not when they look
 * like one paragraph broken to a width; each line of a fenced block in Markdown stands for itself.
 * Abbreviations and the like are those of English unless another language is named. Every character
 * that isn't blank, a reply's mark ({@code >} at a line's start), the bullet of a list's item or
 * the number signs of a heading in Markdown is in exactly one sentence. The text isn't changed:
 * spans never begin or end with white space, never are empty, and come in order.
 *
 * <p>Furniture isn't looked for here: {@link ArticleText} leaves it out first. Takes time linear in
 * the text's length, whatever the text. Stateless, so safe for any number of threads.
 */
public final class SentenceSplitter {

  private SentenceSplitter() {}

  /**
   * Returns the sentences of a text.
   *
   * @param text any text, also empty
   * @return their spans in source order, unmodifiable
   */
  public static List<Span> split(String text) {
    return split(text, 0, text.length());
  }

  /**
   * Returns the sentences of a text in a language.
   *
   * @param text any text, also empty
   * @param language what it is written in; {@link Locale#ROOT} if that isn't known, which then is
   *     read as English. Abbreviations are known of German, Spanish, French, Italian, Portuguese,
   *     Russian, Dutch, Polish and Swedish; of others few
   * @return their spans in source order, unmodifiable
   */
  public static List<Span> split(String text, Locale language) {
    return split(text, 0, text.length(), Objects.requireNonNull(language, "language"));
  }

  /**
   * Returns the sentences of a part of a text, as if nothing stood around it.
   *
   * @param text any text
   * @param start where the part begins
   * @param end where it ends
   * @return their spans in source order, with offsets into the whole text, unmodifiable
   * @throws IndexOutOfBoundsException if the part isn't inside the text
   */
  public static List<Span> split(String text, int start, int end) {
    return split(text, start, end, Locale.ROOT);
  }

  private static List<Span> split(String text, int start, int end, Locale language) {
    Objects.checkFromToIndex(start, end, text.length());
    List<Span> spans = new ArrayList<>();
    ClassedText part = new ClassedText(text.substring(start, end));
    SentenceScan.Sink sink =
        (from, to, opensParagraph) -> spans.add(new Span(start + from, start + to));
    new SentenceScan(part, language, sink).scan(0, part.length());
    return Collections.unmodifiableList(spans);
  }
}
