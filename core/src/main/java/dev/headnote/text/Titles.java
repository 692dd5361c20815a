package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the title among the lines of a text, and the lines that repeat it. For one thread. */
final class Titles {

  private static final int LONGEST_BARE_TITLE = 110;

  /** How many lines below a title, such as names and a deck, may stand above its date. */
  private static final int HEADER_LINES = 3;

  /** A body this long makes a heading above it a title, though nothing else speaks for it. */
  private static final int TITLED_BODY_CHARS = 600;

  private final ClassedText text;
  private final LineIndex lines;
  private final LineShapes shapes;
  private final @Nullable Reason[] reasons;

  Titles(CopiedLines copy) {
    this.text = copy.text();
    this.lines = copy.index();
    this.shapes = copy.shapes();
    this.reasons = copy.reasons();
  }

  /**
   * Looks above the first running text for a heading that comes twice, has a date or byline beside
   * it, or stands over a long text.
   *
   * @param firstProse the first line of running text, or -1
   * @param lastProse the last one
   * @return the title's line, or -1 if none clearly is one
   */
  int infer(int firstProse, int lastProse) {
    int head = Math.min(firstProse, Body.HEAD_LINES);
    int candidate = -1;
    Map<String, Integer> seen = new HashMap<>();
    for (int line = 0; line < head; line++) {
      if (reasons[line] == null && shapes.isHeading(line)) {
        candidate = candidate < 0 ? line : candidate;
        Integer first = seen.putIfAbsent(key(line), line);
        if (first != null) {
          return first;
        }
      }
    }
    if (candidate < 0) {
      return -1;
    }
    candidate = belowKicker(candidate, head);
    boolean dated = candidate > 0 && isHeader(candidate - 1);
    for (int below = 1; below <= HEADER_LINES && candidate + below < lines.count(); below++) {
      dated |= isHeader(candidate + below);
    }
    return dated || standsAsTitle(candidate, firstProse, lastProse) ? candidate : -1;
  }

  /**
   * Returns the heading below a section's or site's name and a date in one block with it, else the
   * line itself.
   */
  private int belowKicker(int line, int head) {
    if (!NameBar.isKicker(text.string(), lines.start(line), lines.end(line))
        && !NameBar.isBar(text.string(), lines.start(line), lines.end(line))) {
      return line;
    }
    if (line + 1 < head
        && reasons[line + 1] == null
        && shapes.words(line) <= 3
        && shapes.isHeading(line + 1)
        && shapes.words(line + 1) >= 5
        && !NameBar.isBar(text.string(), lines.start(line + 1), lines.end(line + 1))) {
      return line + 1;
    }
    boolean dated = false;
    boolean oneBlock = true;
    for (int next = line + 1; next < head; next++) {
      if (reasons[next] == Reason.BYLINE) {
        return line;
      }
      oneBlock &= !lines.blankBefore(next);
      dated |= oneBlock && reasons[next] == Reason.DATE_HEADER;
      if (dated
          && reasons[next] == null
          && shapes.isHeading(next)
          && lines.length(next) > lines.length(line)
          && shapes.words(next) >= 5) {
        return next;
      }
    }
    return line;
  }

  /** Whether a heading without a date or byline beside it is a title all the same. */
  private boolean standsAsTitle(int line, int firstProse, int lastProse) {
    return line == firstUnjudged()
        && lines.length(line) >= 15
        && lines.length(line) <= LONGEST_BARE_TITLE
        && shapes.words(line) >= 3
        && !Chars.isTerminal(lines.lastWeighty(line))
        && (lines.blankAfter(line) || lines.length(line + 1) > 200)
        && lines.end(lastProse) - lines.start(firstProse) >= TITLED_BODY_CHARS;
  }

  private int firstUnjudged() {
    int line = 0;
    while (line < lines.count() && reasons[line] != null) {
      line++;
    }
    return line;
  }

  /** Whether a line was taken for a date or a byline. */
  boolean isHeader(int line) {
    return reasons[line] == Reason.DATE_HEADER || reasons[line] == Reason.BYLINE;
  }

  /**
   * Marks the lines that repeat the title, with or without the site's name behind it.
   *
   * @param key the title's key
   * @param firstProse the first line of running text, or -1
   */
  void mark(String key, int firstProse) {
    if (key.length() < 3) {
      return;
    }
    for (int line = 0; line < lines.count(); line++) {
      boolean head = firstProse < 0 || line <= firstProse;
      if (lines.length(line) <= LineShapes.LONGEST_TITLE + 60
          && (reasons[line] == null || reasons[line] == Reason.BYLINE)
          && (head || key.length() >= 20)
          && (hasKey(line, key) || (head && key.length() >= 15 && isTitleWithSite(line, key)))) {
        reasons[line] = Reason.TITLE;
      }
    }
  }

  /** Whether a line's key is {@code key}, without making it. */
  private boolean hasKey(int line, String key) {
    int found = 0;
    for (int i = lines.start(line); i < lines.end(line); i++) {
      if (text.isLetterOrDigit(i)) {
        if (found == key.length() || key.charAt(found) != Character.toLowerCase(text.at(i))) {
          return false;
        }
        found++;
      }
    }
    return found == key.length();
  }

  private boolean isTitleWithSite(int line, String key) {
    String own = key(line);
    if (own.length() < 15) {
      return false;
    }
    if (!own.startsWith(key)) {
      // The given title carries the site's name: it goes on after the line.
      return key.startsWith(own)
          && own.length() * 10L >= key.length() * 6L
          && shapes.isHeading(line);
    }
    if (own.length() - key.length() > 40) {
      return false;
    }
    for (int i = lines.end(line) - 1; i > lines.start(line); i--) {
      char c = Chars.plain(text.at(i));
      if ((c == '|' || c == '-' || c == ':' || c == '\u2022' || c == '\u00b7')
          && text.isBlank(i - 1)) {
        return key(text.string(), lines.start(line), i).equals(key);
      }
    }
    return false;
  }

  private String key(int line) {
    return key(text.string(), lines.start(line), lines.end(line));
  }

  /** Returns what two ways of writing a title have in common: its letters and digits, small. */
  static String key(String text, int start, int end) {
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
