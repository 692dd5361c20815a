package dev.headnote.text.furniture;

import dev.headnote.Furniture;
import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import dev.headnote.text.rule.Dateline;
import dev.headnote.text.rule.RightsInText;
import dev.headnote.text.rule.RunIn;
import dev.headnote.text.rule.Shortcodes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Turns what lines were taken for into spans, and looks into the lines that stay for datelines,
 * labels, macros and notices on rights. For one thread.
 */
final class FurnitureCollector extends LinePass {

  /** A longer line is a paragraph, whatever stands right above. */
  private static final int LONGEST_BROKEN = 100;

  /** How many of the first paragraphs may have a dateline. */
  private static final int MOST_DATED = 3;

  private static final String CLOSING_CAPTION = "[/caption]";

  /** The most characters inside a macro's brackets. */
  private static final int LONGEST_SHORTCODE = 300;

  /** The most characters between a caption's macros. */
  private static final int LONGEST_CAPTION = 1000;

  private final List<Furniture> furniture = new ArrayList<>();

  /** The first opening bracket that was not looked at yet, or -1. */
  private int bracket = -1;

  FurnitureCollector(CopiedLines copy) {
    super(copy);
  }

  /** Returns the spans in source order, without overlaps, unmodifiable. Asked once. */
  List<Furniture> collect() {
    int proseSeen = 0;
    for (int line = 0; line < lines.count(); line++) {
      int start = lines.start(line);
      int end = lines.end(line);
      Reason reason = reasons[line];
      if (reason != null) {
        furniture.add(new Furniture(start, end, reason));
        continue;
      }
      int from = addIfFound(RightsInText.openingEnd(text, start, end), start, Reason.COPYRIGHT);
      boolean opens =
          lines.blankBefore(line)
              || lines.length(line) > LONGEST_BROKEN
              || reasons[line - 1] != null
              || Chars.isTerminal(lines.lastWeighty(line - 1));
      if (opens && from == start && proseSeen < MOST_DATED && shapes.isProse(line)) {
        from = addIfFound(Dateline.end(text, start, end, proseSeen == 0), start, Reason.DATELINE);
        proseSeen++;
      }
      if (opens && from == start) {
        from = addIfFound(RunIn.end(text, start, end), start, Reason.RUN_IN);
      }
      int notice = RightsInText.closingStart(text, from, end);
      addShortcodes(from, notice < 0 ? end : notice);
      if (notice >= 0) {
        furniture.add(new Furniture(notice, end, Reason.COPYRIGHT));
      }
    }
    return Collections.unmodifiableList(furniture);
  }

  private int addIfFound(int found, int start, Reason reason) {
    if (found <= start) {
      return start;
    }
    furniture.add(new Furniture(start, text.inkEnd(start, found), reason));
    return found;
  }

  private void addShortcodes(int from, int end) {
    int i = nextBracket(from);
    while (i < end) {
      int close = i + 1;
      int stop = Math.min(end, i + LONGEST_SHORTCODE);
      while (close < stop && text.at(close) != ']' && text.at(close) != '[') {
        close++;
      }
      if (close < stop
          && text.at(close) == ']'
          && Shortcodes.isShortcode(text.string(), i, close + 1)) {
        int caption = text.string().startsWith("[caption", i) ? captionEnd(close, end) : -1;
        int last = caption < 0 ? close + 1 : caption;
        furniture.add(new Furniture(i, last, caption < 0 ? Reason.SHORTCODE : Reason.CAPTION));
        i = last;
      } else {
        i = close;
      }
      i = nextBracket(i);
    }
  }

  /** The first opening bracket at or after {@code from}, which never goes back. */
  private int nextBracket(int from) {
    if (bracket < from) {
      int found = text.string().indexOf('[', from);
      bracket = found < 0 ? text.length() : found;
    }
    return bracket;
  }

  /** Returns the end of the macro that closes a caption, or -1 if it isn't near in the line. */
  private int captionEnd(int from, int end) {
    int stop = Math.min(end, from + 1 + LONGEST_CAPTION);
    for (int i = from; i < stop; i++) {
      if (text.string().startsWith(CLOSING_CAPTION, i)) {
        return i + CLOSING_CAPTION.length();
      }
    }
    return -1;
  }
}
