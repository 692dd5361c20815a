package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import dev.headnote.text.rule.Byline;
import dev.headnote.text.rule.HeaderWords;
import dev.headnote.text.rule.PhraseLists;
import dev.headnote.text.rule.PlainLine;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what can be told by where it stands once the title is known. For one thread. */
final class AroundTitle extends LinePass {

  /** A longer line above a title may be an article's. */
  private static final int LONGEST_ABOVE = 120;

  /** A longer one without a title right above must have a role beside it. */
  private static final int LONGEST_NAME = 30;

  private static final int MOST_NAME_WORDS = 6;
  private static final int MOST_LABEL_WORDS = 4;
  private static final int LONGEST_CAPTION = 160;

  /** A line with more of them is a result. */
  private static final int MOST_NUMBERS = 3;

  private static final Set<String> SUMMARY_LABELS = PhraseLists.set("summary-label");

  private final Titles titles;
  private final Body body;

  AroundTitle(CopiedLines copy, Titles titles, Body body) {
    super(copy);
    this.titles = titles;
    this.body = body;
  }

  /** Marks names without "By" beside other header lines, once the title is known. */
  void markNames() {
    int head = body.headEnd();
    for (int line = 0; line < head; line++) {
      if (reasons[line] == null && names(line, head)) {
        reasons[line] = Reason.BYLINE;
        int next = line + 1;
        if (next < head && reasons[next] == null && !lines.blankBefore(next) && isRole(next)) {
          reasons[next] = Reason.BYLINE;
        }
      }
    }
  }

  /** Whether a line names somebody, and those beside it say that this is the author. */
  private boolean names(int line, int head) {
    int start = lines.start(line);
    int end = lines.end(line);
    if (Byline.isNameWithRole(text, start, end)) {
      return true;
    }
    boolean belowTitle = line > 0 && reasons[line - 1] == Reason.TITLE;
    boolean beside = (line > 0 && titles.isHeader(line - 1)) || titles.isHeader(line + 1);
    boolean few = belowTitle || end - start <= LONGEST_NAME;
    boolean aboveRole = belowTitle && line + 1 < head && isRole(line + 1);
    return (((beside && few) || aboveRole) && Byline.isName(text, start, end))
        || (belowTitle && isHeaderOrButton(line + 1) && Byline.isNamesWithMore(text, start, end));
  }

  private boolean isRole(int line) {
    return Byline.isRole(shapes.plain(line));
  }

  private boolean isHeaderOrButton(int line) {
    return titles.isHeader(line)
        || reasons[line] == Reason.SHARE_BAR
        || reasons[line] == Reason.NAVIGATION;
  }

  /** Marks what stands above the title, and what is left between it and the running text. */
  void mark() {
    int head = body.headEnd();
    int title = 0;
    while (title < head && reasons[title] != Reason.TITLE) {
      title++;
    }
    if (title >= head) {
      return;
    }
    for (int line = 0; line < title; line++) {
      if (reasons[line] == null) {
        reasons[line] = above(line);
      }
    }
    for (int line = title + 1; line < head; line++) {
      if (reasons[line] == null && !shapes.isProse(line)) {
        reasons[line] = below(line, head);
      }
    }
  }

  /** Judges a line above the title: the site, its slogan, the section, what it asks for. */
  private @Nullable Reason above(int line) {
    Reason edge = EdgeRules.of(copy, line);
    return edge != null || lines.length(line) > LONGEST_ABOVE ? edge : Reason.NAVIGATION;
  }

  /** Judges a line between the title and the running text. */
  private @Nullable Reason below(int line, int head) {
    if (SUMMARY_LABELS.contains(PlainLine.label(shapes.plain(line)))) {
      return Reason.NAVIGATION;
    }
    if (isSubtitle(line)) {
      return Reason.TITLE;
    }
    Reason edge = EdgeRules.of(copy, line);
    if (edge != null) {
      return edge;
    }
    if (shapes.words(line) > MOST_NAME_WORDS) {
      return isCaption(line, head) ? Reason.CAPTION : null;
    }
    boolean between =
        reasons[line - 1] != null
            && (line + 1 >= head
                ? reasons[line - 1] != Reason.TITLE
                : reasons[line + 1] != null
                    || (reasons[line - 1] != Reason.TITLE && isJudgedBelow(line, head)));
    char last = text.at(lines.end(line) - 1);
    boolean ended = Chars.isTerminal(last) && !shapes.plain(line).endsWith(" inc.");
    boolean few = shapes.words(line) <= MOST_LABEL_WORDS && reasons[line - 1] != Reason.TITLE;
    if (between
        && !ended
        && last != ':'
        && shapes.number(line) < 0
        && (few || isCapitalized(line))) {
      return Reason.BYLINE;
    }
    return null;
  }

  private boolean isJudgedBelow(int line, int head) {
    for (int below = line + 1; below < head; below++) {
      if (reasons[below] != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line right below the title is written like one: nearly all words with capitals. */
  private boolean isSubtitle(int line) {
    return reasons[line - 1] == Reason.TITLE
        && Chars.isLetterOrDigit(lines.lastWeighty(line))
        && shapes.words(line) > MOST_NAME_WORDS
        && shapes.isTitleCase(line);
  }

  /** Whether a line without a full stop is the last above the article, below date and buttons. */
  private boolean isCaption(int line, int head) {
    char first = lines.first(line);
    for (int below = line + 1; below < head; below++) {
      if (reasons[below] == null) {
        return false;
      }
    }
    return (titles.isHeader(line - 1)
            || reasons[line - 1] == Reason.SHARE_BAR
            || reasons[line - 1] == Reason.CAPTION
            || (reasons[line - 1] == Reason.NAVIGATION && hasHeaderAbove(line)))
        && Chars.isLetter(lines.lastWeighty(line))
        && Chars.isLetter(first)
        && numbers(line) <= MOST_NUMBERS
        && lines.length(line) <= LONGEST_CAPTION;
  }

  /** Whether a date or a byline stands between the title and a line. */
  private boolean hasHeaderAbove(int line) {
    for (int above = line - 1; above >= 0 && reasons[above] != Reason.TITLE; above--) {
      if (titles.isHeader(above)) {
        return true;
      }
    }
    return false;
  }

  /** Returns how many words of a line begin with a digit. */
  private int numbers(int line) {
    int numbers = 0;
    for (int i = lines.start(line); i < lines.end(line); i++) {
      numbers += text.isDigit(i) && !text.isLetterOrDigit(i - 1) ? 1 : 0;
    }
    return numbers;
  }

  /** Whether each word of a line but small ones begins with a capital. */
  private boolean isCapitalized(int line) {
    int end = lines.end(line);
    for (int i = lines.start(line); i < end; i++) {
      boolean opens = i == lines.start(line) || text.isBlank(i - 1);
      if (opens && text.isLower(i)) {
        int stop = text.nextBlank(i, end);
        if ((HeaderWords.find(text.string(), i, stop) & HeaderWords.PARTICLE) == 0) {
          return false;
        }
      }
    }
    return true;
  }
}
