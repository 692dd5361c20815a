package dev.headnote.text;

import java.util.Set;

/** Recognises plain lines that lead to other articles. */
final class RelatedLinks {

  private static final Set<String> NEEDS_LINK = PhraseLists.set("related-with-link");
  private static final Set<String> RELATED = PhraseLists.set("related", "related-with-link");
  private static final Affixes STARTS =
      Affixes.atStart(PhraseLists.shipped("related", "related-with-link"));

  private RelatedLinks() {}

  /**
   * Whether a line is a link to another article.
   *
   * @param bare its label
   */
  static boolean isLink(String line, String bare) {
    if (isMoreFrom(bare)) {
      return !line.endsWith(".");
    }
    if (line.startsWith("http") && line.indexOf(' ') < 0) {
      return line.startsWith("http://") || line.startsWith("https://");
    }
    if (line.startsWith("more ") && line.contains(": http")) {
      return line.length() <= 160;
    }
    if (RELATED.contains(bare)) {
      return !NEEDS_LINK.contains(bare) || bare.length() + 1 < line.length();
    }
    if (line.length() > 250) {
      return false;
    }
    if (bare.endsWith("read more")
        && bare.length() >= 12
        && "|>\u00bb-:".indexOf(bare.charAt(bare.length() - 11)) >= 0) {
      return true;
    }
    int start = 0;
    while (start < line.length() && !Chars.isLetterOrDigit(line.charAt(start))) {
      if (line.charAt(start) == '"' || line.charAt(start) == '\'') {
        return false;
      }
      start++;
    }
    if (STARTS.of(line, start) == null) {
      return false;
    }
    int sign = start;
    while (sign < line.length() && ":|>\u00bb\u203A\u2192".indexOf(line.charAt(sign)) < 0) {
      if (sign - start > 32) {
        return false;
      }
      sign++;
    }
    if (sign >= line.length()) {
      return false;
    }
    String label = line.substring(start, sign).strip();
    if (!RELATED.contains(label)) {
      return false;
    }
    // A whole sentence after a label that is also a plain word may well be the author's.
    return !NEEDS_LINK.contains(label) || !line.endsWith(".");
  }

  /** Whether a line is a word that stands over links, but also over parts of a text. */
  static boolean isLabelOfLinks(String line) {
    return NEEDS_LINK.contains(PlainLine.label(line));
  }

  /** Whether a line is a label over links, with no link in it. */
  static boolean isRelatedLabel(String line) {
    String bare = PlainLine.label(line);
    return RELATED.contains(bare) || isMoreFrom(bare);
  }

  /** Whether a line is a label such as "More cakes to try:". */
  static boolean isMoreOfThem(String line) {
    return line.startsWith("more ") && line.endsWith(":") && PlainLine.count(line, " ") <= 4;
  }

  private static boolean isMoreFrom(String bare) {
    return bare.startsWith("more from ")
        && bare.length() <= 60
        && bare.indexOf('.') < 0
        && PlainLine.count(bare, " ") <= 5;
  }
}
