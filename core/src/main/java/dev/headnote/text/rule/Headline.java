package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;
import java.util.Set;

/** What is known of an article's title wherever it stands: in a page, or in a copied text. */
public final class Headline {

  /** A headline has no fewer words. */
  public static final int FEWEST_WORDS = 4;

  private static final Set<String> VERBS = PhraseLists.set("headline-verb");

  private Headline() {}

  /** Whether a plain line has a verb behind its first word, as headlines have and few names do. */
  public static boolean hasVerb(String line) {
    for (int space = line.indexOf(' '); space >= 0; ) {
      int next = line.indexOf(' ', space + 1);
      if (VERBS.contains(line.substring(space + 1, next < 0 ? line.length() : next))) {
        return true;
      }
      space = next;
    }
    return false;
  }

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
