package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;

/** What is known of an article's title wherever it stands: in a page, or in a copied text. */
public final class Headline {

  /** A headline has no fewer words. */
  public static final int FEWEST_WORDS = 4;

  private Headline() {}

  /** Returns what two ways of writing a title have in common: its letters and digits, small. */
  public static String key(String text, int start, int end) {
    StringBuilder key = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Chars.isLetterOrDigit(c)) {
        key.append(Character.toLowerCase(c));
      }
    }
    return key.toString();
  }
}
