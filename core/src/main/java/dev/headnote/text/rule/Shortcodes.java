package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;
import java.util.Set;

/** Recognises the macros of publishing systems. */
public final class Shortcodes {

  private static final Set<String> SHORTCODES = PhraseLists.set("shortcode");

  /** A link beside headings of encyclopedias; within a line it is a word in brackets. */
  private static final String EDIT = "edit";

  private Shortcodes() {}

  private static boolean endsLine(String text, int end) {
    return end == text.length() || Chars.isNewline(text.charAt(end));
  }

  /**
   * Whether {@code [...]} at the offsets is a macro: {@code [ad_1]}, {@code [/caption]}, {@code
   * [gallery ids="1"]}. Remarks such as [sic], [1] and [...] aren't.
   */
  public static boolean isShortcode(String text, int start, int end) {
    if (end - start < 4 || text.charAt(end - 1) != ']') {
      return false;
    }
    int i = start + 1;
    boolean closing = text.charAt(i) == '/';
    if (closing) {
      i++;
    }
    int name = i;
    boolean joined = false;
    while (i < end - 1) {
      char c = text.charAt(i);
      if (c == '_' || c == '-') {
        joined = true;
      } else if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
        break;
      }
      i++;
    }
    if (i - name < 2 || !Chars.isLower(text.charAt(name))) {
      return false;
    }
    String word = text.substring(name, i);
    boolean known = SHORTCODES.contains(word) || (word.equals(EDIT) && endsLine(text, end));
    if (i == end - 1) {
      return closing || known || (joined && word.indexOf('_') > 0);
    }
    if (text.charAt(i) != ' ' && text.charAt(i) != '=') {
      return false;
    }
    int equals = i;
    while (equals < end && text.charAt(equals) != '=') {
      equals++;
    }
    return equals < end - 2
        && Chars.isLetterOrDigit(text.charAt(equals - 1))
        && !Chars.isBlank(text.charAt(equals + 1));
  }
}
