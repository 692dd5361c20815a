package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;

/**
 * Finds words of a paragraph that stand once more, large and alone, beside it: a summary would have
 * them twice. For one thread.
 */
final class PullQuotes extends LinePass {

  private static final int SHORTEST = 30;
  private static final int LONGEST = 250;

  /** Of what is left without quotation marks and the blanks between words. */
  private static final int FEWEST_LEFT = 20;

  /** How many lines up and down the paragraph may stand. */
  private static final int REACH = 4;

  PullQuotes(CopiedLines copy) {
    super(copy);
  }

  /** Marks them, above the last line of running text. */
  void mark(int firstProse, int lastProse) {
    for (int line = firstProse + 1; line < lastProse; line++) {
      if (reasons[line] == null && mayBe(line) && isRepeated(line)) {
        reasons[line] = Reason.SIDE_MATTER;
      }
    }
  }

  private boolean mayBe(int line) {
    return lines.blankBefore(line)
        && lines.blankAfter(line)
        && lines.length(line) >= SHORTEST
        && lines.length(line) <= LONGEST;
  }

  private boolean isRepeated(int line) {
    String quote = withoutQuotes(shapes.plain(line));
    if (quote.length() < FEWEST_LEFT) {
      return false;
    }
    int last = Math.min(lines.count() - 1, line + REACH);
    for (int other = Math.max(0, line - REACH); other <= last; other++) {
      if (other != line
          && reasons[other] == null
          && lines.length(other) > lines.length(line) + SHORTEST
          && shapes.plain(other).contains(quote)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutQuotes(String plain) {
    int start = 0;
    int end = plain.length();
    while (start < end && isQuote(plain.charAt(start))) {
      start++;
    }
    while (end > start && (isQuote(plain.charAt(end - 1)) || plain.charAt(end - 1) == '.')) {
      end--;
    }
    return plain.substring(start, end);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}
