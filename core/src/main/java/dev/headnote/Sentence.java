package dev.headnote;

import java.util.Objects;

/**
 * One sentence of an article: where it stands in the article's text, and its words.
 *
 * <p>Offsets count UTF-16 code units, as {@link String#charAt} does, and {@code
 * article.text().substring(start, end)} equals {@code text}.
 *
 * @param index the sentence's position among the article's sentences, from 0
 * @param start offset of its first character in the article's text
 * @param end offset after its last character in the article's text
 * @param text its characters, exactly as they stand in the article
 */
public record Sentence(int index, int start, int end, String text) {

  /**
   * Checks that the offsets fit the text.
   *
   * @throws IllegalArgumentException if a number is negative, or {@code end - start} isn't the
   *     text's length
   */
  public Sentence {
    Objects.requireNonNull(text, "text");
    if (index < 0 || start < 0 || end - start != text.length()) {
      throw new IllegalArgumentException(
          "sentence " + index + " at " + start + ".." + end + " has " + text.length() + " chars");
    }
  }

  /** How many words it has, parted by white space, which no-break spaces are, too. */
  public int wordCount() {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
      words += !space && !inside ? 1 : 0;
      inside = !space;
    }
    return words;
  }
}
