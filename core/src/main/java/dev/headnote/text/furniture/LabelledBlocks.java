package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import dev.headnote.text.rule.Affixes;
import dev.headnote.text.rule.Appeals;
import dev.headnote.text.rule.Byline;
import dev.headnote.text.rule.DateHeader;
import dev.headnote.text.rule.Headline;
import dev.headnote.text.rule.PhraseLists;
import dev.headnote.text.rule.PlainLine;
import dev.headnote.text.rule.RelatedLinks;
import java.util.Set;

/**
 * Finds what stands below a label: links below "More from the Gazette", the parts of an article
 * below "Contents", words of an advertisement below "Presented by". For one thread.
 */
final class LabelledBlocks extends LinePass {

  private static final int LONGEST_LINK = 150;

  /** How many lines below a label may be links. */
  private static final int LONGEST_LIST = 12;

  /** Where blank lines part links, those of fewer words may be headings. */
  private static final int FEWEST_WORDS_APART = 5;

  private static final int FEWEST_WORDS_BEFORE_PROSE = 4;

  /** How many lines below a headline its date or byline may stand. */
  private static final int HEADER_WITHIN = 3;

  private static final int LONGEST_HEADER = 120;
  private static final int LONGEST_AD_LABEL = 60;
  private static final int LONGEST_LABELLED = 200;

  /** How many lines below its label an advertisement may have. */
  private static final int LONGEST_ADVERTISEMENT = 3;

  private static final Set<String> CONTENTS = PhraseLists.set("contents-label");
  private static final Affixes CONTENTS_STARTS = PhraseLists.starts("contents-label");
  private static final Affixes AD_LABELS = PhraseLists.starts("ad-label");

  LabelledBlocks(CopiedLines copy) {
    super(copy);
  }

  /** Marks labels and what they stand over. */
  void mark() {
    for (int line = 0; line < lines.count(); line++) {
      if (reasons[line] == Reason.RELATED_LINK) {
        if (RelatedLinks.isRelatedLabel(shapes.plain(line))) {
          line = markLinks(line);
        }
      } else if (reasons[line] == null && mayBeLabel(line)) {
        line = judgeLabel(line);
      }
    }
  }

  /** Whether a line is short, or longer with wide gaps in it. */
  private boolean mayBeLabel(int line) {
    return lines.length(line) <= LONGEST_AD_LABEL
        || (lines.length(line) <= LONGEST_LABELLED
            && shapes.plain(line).length() < lines.length(line));
  }

  private int judgeLabel(int line) {
    String plain = shapes.plain(line);
    int last = line;
    if (plain.length() <= LONGEST_AD_LABEL
        && AD_LABELS.isIn(plain)
        && !plain.endsWith(".")
        && !plain.endsWith(":")) {
      reasons[line] = Reason.ADVERTISEMENT;
      int stop = Math.min(lines.count() - 1, line + LONGEST_ADVERTISEMENT);
      for (int next = line + 1; next <= stop && !lines.blankBefore(next); next++) {
        if (reasons[next] == Reason.PROMOTION
            || (reasons[next] == null && Appeals.isAppealAtEdge(shapes.plain(next)))) {
          while (last < next) {
            last++;
            reasons[last] = Reason.ADVERTISEMENT;
          }
        } else if (reasons[next] != null || shapes.isProse(next)) {
          break;
        }
      }
    } else if (isContentsLabel(plain)) {
      reasons[line] = Reason.NAVIGATION;
      while (last + 1 < lines.count() && !lines.blankBefore(last + 1) && isPart(last + 1)) {
        last++;
        reasons[last] = Reason.NAVIGATION;
      }
    }
    return last;
  }

  private static boolean isContentsLabel(String plain) {
    return CONTENTS.contains(PlainLine.label(plain))
        || plain.startsWith("table of contents")
        || isNumberedBehindLabel(plain);
  }

  /** Whether a line is a label and the first of the parts that it stands over. */
  private static boolean isNumberedBehindLabel(String plain) {
    String label = CONTENTS_STARTS.of(plain, 0);
    if (label == null) {
      return false;
    }
    int i = label.length() + (plain.startsWith(":", label.length()) ? 1 : 0);
    return plain.startsWith(" 1 ", i) || plain.startsWith(" 1. ", i);
  }

  /** Whether a line names a part of an article, with more of them, or nothing, below it. */
  private boolean isPart(int line) {
    return isLink(line)
        && (lines.blankAfter(line)
            || !shapes.isProse(line + 1)
            || Chars.isDigit(lines.first(line)));
  }

  private int markLinks(int label) {
    int last = Math.min(lines.count() - 1, label + LONGEST_LIST);
    int headline = headlineBelow(label, last);
    last = headline < 0 ? last : headline - 1;
    boolean apart = label < last && lines.blankBefore(label + 1);
    int line = label;
    while (line < last && isLink(line + 1) && isInList(line + 1, apart, line - label)) {
      line++;
      reasons[line] = Reason.RELATED_LINK;
    }
    return line;
  }

  /**
   * Returns the last line in reach of a label above the running text that has a byline or a date
   * soon below it, or -1: the label is one of a menu, and the line is what the article is about.
   */
  private int headlineBelow(int label, int last) {
    int headline = -1;
    if (label > Body.HEAD_LINES || hasProse(0, label) || hasHeadline(label)) {
      return -1;
    }
    for (int line = label + 1; line <= last && !shapes.isProse(line); line++) {
      if (isHeadline(line)) {
        headline = line;
      }
    }
    return headline;
  }

  private boolean hasHeadline(int end) {
    for (int line = 0; line < end; line++) {
      if (reasons[line] == null && isHeadline(line)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHeadline(int line) {
    return shapes.words(line) >= Headline.FEWEST_WORDS
        && shapes.isHeading(line)
        && !isHeader(line)
        && hasHeaderBelow(line);
  }

  private boolean hasProse(int from, int to) {
    for (int line = from; line < to; line++) {
      if (reasons[line] == null && shapes.isProse(line)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasHeaderBelow(int line) {
    int last = Math.min(lines.count() - 1, line + HEADER_WITHIN);
    for (int below = line + 1; below <= last && !shapes.isProse(below); below++) {
      if (isHeader(below)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHeader(int line) {
    return lines.length(line) <= LONGEST_HEADER
        && (Byline.isByline(text, lines.start(line), lines.end(line))
            || DateHeader.isDate(shapes.plain(line)));
  }

  private boolean isInList(int line, boolean apart, int before) {
    int words = shapes.words(line);
    if (lines.blankBefore(line)) {
      return apart && words >= FEWEST_WORDS_APART;
    }
    // A heading may follow the links, right above its paragraph.
    boolean heading =
        before > 0
            && words < FEWEST_WORDS_BEFORE_PROSE
            && !lines.blankAfter(line)
            && shapes.isProse(line + 1);
    return !heading;
  }

  private boolean isLink(int line) {
    char last = lines.lastWeighty(line);
    return reasons[line] == null
        && lines.length(line) <= LONGEST_LINK
        && (!Chars.isTerminal(last) || last == '?' || last == '!')
        && !Chars.isLower(lines.first(line))
        && (lines.blankAfter(line) || !Chars.isLower(lines.first(line + 1)))
        && !shapes.isProse(line);
  }
}
