package dev.headnote;

import java.util.Objects;

/**
 * One sentence of an article: where it stands in the article's text, and its words. Immutable.
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

  /**
   * Returns its characters in one line: white space folded to single spaces, without the marks
   * ({@code >}) that replies set before lines which open with a word, a quote or a bracket, and
   * without a space behind a hyphen at a line's end where a word goes on.
   */
  public String inOneLine() {
    StringBuilder line = new StringBuilder(text.length());
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isFolded(text.charAt(i), false) && !isSingleSpace(i)) {
        int next = i;
        boolean broken = false;
        int marks = -1;
        while (next < text.length() && isFolded(text.charAt(next), broken)) {
          if (isBreak(text.charAt(next))) {
            broken = true;
            marks = -1;
          } else if (marks < 0 && text.charAt(next) == '>') {
            marks = next;
          }
          next++;
        }
        if (marks >= 0 && next < text.length() && !opensWords(next)) {
          next = marks;
        }
        line.append(text, from, i);
        if (line.length() > 0 && next < text.length() && !(broken && goesOn(line, next))) {
          line.append(' ');
        }
        from = next;
        i = next - 1;
      }
    }
    return line.append(text, from, text.length()).toString();
  }

  /** Whether a space stands between words, as most do, and stays. */
  private boolean isSingleSpace(int i) {
    return text.charAt(i) == ' '
        && i > 0
        && i + 1 < text.length()
        && !isFolded(text.charAt(i + 1), false);
  }

  /** Whether words go on: before a number, {@code >} may be a sign of its own. */
  private boolean opensWords(int at) {
    char c = text.charAt(at);
    int type = Character.getType(c);
    return Character.isLetter(text.codePointAt(at))
        || c == '"'
        || c == '\''
        || type == Character.INITIAL_QUOTE_PUNCTUATION
        || type == Character.START_PUNCTUATION;
  }

  private static boolean isFolded(char c, boolean behindBreak) {
    return c == ' ' || c == '\t' || isBreak(c) || (behindBreak && c == '>');
  }

  private static boolean isBreak(char c) {
    return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  /** Whether a word goes on behind a hyphen: "harbour-" and "master", but not "two-" and "or". */
  private boolean goesOn(StringBuilder before, int next) {
    int hyphen = before.length() - 1;
    if (hyphen < 1
        || before.charAt(hyphen) != '-'
        || !Character.isLowerCase(before.charAt(hyphen - 1))
        || !Character.isLowerCase(text.charAt(next))) {
      return false;
    }
    int end = next;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return switch (text.substring(next, end)) {
      case "and", "or", "nor", "but", "to", "of", "as", "than", "versus" -> false;
      case "und", "oder", "bis", "et", "ou", "y", "o", "e", "en" -> false;
      default -> true;
    };
  }

  /** How many words it has, parted by white space, which no-break spaces and NEL are, too. */
  public int wordCount() {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = (c <= ' ' || c > '~') && isSpace(c);
      words += !space && !inside ? 1 : 0;
      inside = !space;
    }
    return words;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || isBreak(c);
  }
}
