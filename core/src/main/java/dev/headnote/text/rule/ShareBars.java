package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;
import java.util.Set;

/** Recognises plain lines that are buttons for sharing. */
public final class ShareBars {

  private static final int LONGEST_BAR = 120;
  private static final int LONGEST_BUTTON = 25;

  private static final Set<String> SHARE_ACTS = PhraseLists.set("share-act");
  private static final Set<String> SHARE_WORDS = PhraseLists.set("share-act", "share-word");

  private ShareBars() {}

  /** Whether a line is nothing but such buttons, with counts beside them. */
  static boolean isShareBar(String line) {
    if (line.length() > LONGEST_BAR || line.endsWith(".")) {
      return false;
    }
    boolean act = false;
    int i = 0;
    while (i < line.length()) {
      int j = i;
      while (j < line.length()
          && (Chars.isLetterOrDigit(line.charAt(j))
              || (j > i && (line.charAt(j) == '-' || line.charAt(j) == '+')))) {
        j++;
      }
      if (j == i) {
        char c = line.charAt(i);
        if (c == '"' || c == '$' || c == '%' || c == '?') {
          return false;
        }
        i++;
        continue;
      }
      String word = line.substring(i, j);
      if (!Chars.isDigit(word.charAt(0))) {
        if (!SHARE_WORDS.contains(word)) {
          return false;
        }
        act |= SHARE_ACTS.contains(word);
      }
      i = j;
    }
    return act;
  }

  /** Whether each word of a line may stand on a button for sharing, such as "Text" or "48". */
  public static boolean isBesideSharing(String line) {
    if (line.length() > LONGEST_BUTTON) {
      return false;
    }
    for (String word : line.split("[^\\p{L}\\p{N}+]+")) {
      if (!word.isEmpty() && !Chars.isDigit(word.charAt(0)) && !SHARE_WORDS.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
