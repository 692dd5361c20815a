package dev.headnote.text.rule;

import dev.headnote.text.chars.ClassedText;

/**
 * The parts of a line between bars, bullets, arrows, tabs, brackets or wide gaps, as the entries of
 * a menu or the cells of a table are.
 */
public final class Cells {

  /** Longer lines are not parted. */
  private static final int LONGEST_LINE = 250;

  private static final int LONGEST_DOTTED = 6;

  private static final String SIGNS = "|\u2022\u00b7\u203a\u00bb\u2219~\u00a6\u25cf";

  private int count;
  private int withDigits;
  private int mostWords;
  private int longest;
  private boolean sentences;

  private Cells() {}

  /** Parts a line, which may turn out to be of one part. */
  public static Cells of(ClassedText text, int start, int end) {
    Cells cells = new Cells();
    if (end - start > LONGEST_LINE) {
      return cells;
    }
    int from = start;
    int i = start;
    while (i < end) {
      char c = text.at(i);
      int next = i + 1;
      boolean parts = c == '|' || c == '\t' || c == '[' || c == ']';
      if (!parts && (SIGNS.indexOf(c) >= 0 || c == '>' || c == '/')) {
        parts = isApart(text, i, start, end);
      } else if (!parts && text.isBlank(i)) {
        next = text.skipBlank(next, end);
        parts = next - i >= 2;
      }
      if (parts) {
        cells.add(text, from, i);
        from = next;
      }
      i = next;
    }
    cells.add(text, from, end);
    return cells;
  }

  private static boolean isApart(ClassedText text, int i, int start, int end) {
    return (i == start || text.isBlank(i - 1)) && (i + 1 == end || text.isBlank(i + 1));
  }

  private void add(ClassedText text, int from, int to) {
    int words = 0;
    boolean digit = false;
    boolean inWord = false;
    for (int i = from; i < to; i++) {
      boolean blank = text.isBlank(i);
      words += !blank && !inWord ? 1 : 0;
      inWord = !blank;
      digit |= text.isDigit(i);
      sentences |= text.at(i) != '?' && text.isTerminal(i) && endsSentence(text, i, from, to);
    }
    if (words > 0) {
      count++;
      withDigits += digit ? 1 : 0;
      mostWords = Math.max(mostWords, words);
      longest = Math.max(longest, to - from);
    }
  }

  /** Whether a mark ends more than a short name with full stops, such as "U.K.". */
  private static boolean endsSentence(ClassedText text, int i, int from, int to) {
    boolean last = i + 1 == to || text.isBlank(i + 1);
    return last && !(i - from <= LONGEST_DOTTED && i >= 2 && text.at(i - 2) == '.');
  }

  /** The number of parts that hold more than white space; 0 if the line is too long. */
  public int count() {
    return count;
  }

  /** How many parts hold a digit. */
  public int withDigits() {
    return withDigits;
  }

  /** Whether the parts are short, and none ends a sentence. */
  boolean areShort(int words, int characters) {
    return !sentences && mostWords <= words && longest <= characters;
  }

  /** Whether a part ends a sentence. */
  public boolean holdSentences() {
    return sentences;
  }
}
