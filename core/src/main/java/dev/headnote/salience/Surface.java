package dev.headnote.salience;

import java.util.Locale;
import java.util.Set;

/**
 * How a sentence is written.
 *
 * @param quotes whether it has a quotation mark
 * @param features all there is for the sentence network, {@link #SIZE} numbers
 */
record Surface(boolean quotes, float[] features) {

  static final int SIZE = 13;

  private static final String QUOTES = "\"“”«»„";
  private static final String ENDS = ".!?\"”’')…»";

  /** The model was trained with these, so {@code CentroidSalience} has a list of its own. */
  private static final Set<String> POINTING_BACK =
      Set.of(
          "he", "she", "it", "they", "his", "her", "their", "its", "this", "that", "these", "those",
          "but", "and", "so", "then", "now", "also", "there", "here", "yet", "however");

  private static final Set<String> FIRST_PERSON =
      Set.of("i", "we", "my", "our", "me", "us", "you", "your");

  private static final Set<String> SAYING = Set.of("said", "says", "told", "added");

  private static final int LONGEST_FIRST = "however".length();
  private static final int LONGEST_KNOWN = "added".length();

  static Surface of(String text) {
    int tokens = 0;
    int capitals = 0;
    int digits = 0;
    int firstPerson = 0;
    boolean said = false;
    boolean pointsBack = false;
    int letters = 0;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        String word = letters(text, at, end, tokens == 0 ? LONGEST_FIRST : LONGEST_KNOWN);
        capitals += tokens > 0 && Character.isUpperCase(text.charAt(at)) ? 1 : 0;
        digits += hasDigit(text, at, end) ? 1 : 0;
        firstPerson += FIRST_PERSON.contains(word) ? 1 : 0;
        said |= SAYING.contains(word);
        pointsBack |= tokens == 0 && POINTING_BACK.contains(word);
        letters += end - at;
        tokens++;
      }
      at = end + 1;
    }
    float all = Math.max(1, tokens);
    int quotes = 0;
    int commas = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quotes += isQuote(c) ? 1 : 0;
      commas += c == ',' ? 1 : 0;
    }
    float[] features = {
      capitals / all,
      digits / all,
      quotes > 0 ? 1 : 0,
      !text.isEmpty() && isQuote(text.charAt(0)) ? 1 : 0,
      pointsBack ? 1 : 0,
      firstPerson / all,
      text.indexOf('?') >= 0 ? 1 : 0,
      commas / all,
      said ? 1 : 0,
      !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0 ? 0 : 1,
      text.indexOf(':') >= 0 ? 1 : 0,
      letters / all,
      text.indexOf('(') >= 0 ? 1 : 0,
    };
    return new Surface(quotes > 0, features);
  }

  private static boolean isQuote(char c) {
    return c == '"' || (c > '~' && QUOTES.indexOf(c) >= 0);
  }

  private static boolean hasDigit(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The token in lower case without what surrounds its letters; empty if it is longer than that.
   */
  private static String letters(String text, int start, int end, int longest) {
    int from = start;
    int to = end;
    while (from < to && !Character.isLetter(text.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetter(text.charAt(to - 1))) {
      to--;
    }
    return to - from > longest ? "" : text.substring(from, to).toLowerCase(Locale.ROOT);
  }
}
