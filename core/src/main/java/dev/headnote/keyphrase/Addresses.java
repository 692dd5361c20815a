package dev.headnote.keyphrase;

/** Finds the addresses of pages and mailboxes in a text, whose parts are no words of it. */
final class Addresses {

  private static final int LONGEST_MAILBOX = 64;
  private static final String CLOSING = "<>()[]\"\u201d|";

  private Addresses() {}

  /** Returns where an address ends that begins at an offset, or the offset if none does. */
  static int end(String text, int start) {
    if (text.startsWith("http://", start)
        || text.startsWith("https://", start)
        || text.startsWith("www.", start)
        || isMailbox(text, start)) {
      return wordEnd(text, start);
    }
    // The target of a link in Markdown may be a path.
    return start > 1 && text.startsWith("](", start - 2) ? wordEnd(text, start) : start;
  }

  private static boolean isMailbox(String text, int start) {
    int at = start;
    while (at < text.length() && at - start < LONGEST_MAILBOX && isInMailbox(text.charAt(at))) {
      at++;
    }
    return at + 1 < text.length()
        && text.charAt(at) == '@'
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  private static boolean isInMailbox(char c) {
    return Character.isLetterOrDigit(c) || "._+-".indexOf(c) >= 0;
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && CLOSING.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
