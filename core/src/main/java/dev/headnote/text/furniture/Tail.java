package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import dev.headnote.text.rule.PhraseLists;
import dev.headnote.text.rule.PlainLine;
import dev.headnote.text.rule.Separators;
import dev.headnote.text.sentence.ListItems;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands below an article from the text's last line up, as far as all is furniture:
 * there a line's neighbours say what it is. For one thread.
 */
final class Tail extends LinePass {

  private static final Set<String> LABELS = PhraseLists.set("boilerplate-label");

  private static final int LONGEST_STRAY = 220;
  private static final int FEWEST_ABOVE_STRAY = 3;
  private static final int LONGEST_END = 20;
  private static final int LONGEST_LABEL = 70;
  private static final int LONGEST_BOILERPLATE = 1200;
  private static final int LONGEST_ABOUT = 60;
  private static final int MOST_UNDER_LABEL = 6;
  private static final int MOST_ABOUT_WORDS = 7;

  /** Longer lines without a full stop aren't taken for links by their place. */
  private static final int LONGEST_LINK = 160;

  /** The name of a subject has no more words. */
  private static final int MOST_SUBJECT_WORDS = 5;

  /** A tag in small letters has no more words. */
  private static final int MOST_TAG_WORDS = 3;

  private final Body body;
  private final Wrapping wrapping;
  private final AuthorNotes authors;
  private final ListItems items;

  Tail(CopiedLines copy, Body body, Wrapping wrapping, AuthorNotes authors) {
    super(copy);
    this.body = body;
    this.wrapping = wrapping;
    this.authors = authors;
    this.items = new ListItems(text);
  }

  /** Marks what stands below the last line that can't be furniture. */
  void mark() {
    if (body.first() < 0) {
      return;
    }
    markBelowEnd();
    new ReaderComments(copy, body).mark();
    int line = lines.count() - 1;
    while (line > body.first()) {
      if (mayStandBelow(line)) {
        line--;
      } else {
        int label = isStray(line) || isSignature(line) || isAbout(line) ? line : labelAbove(line);
        if (label <= body.first()) {
          break;
        }
        for (int i = label; i <= line; i++) {
          reasons[i] = Reason.DISCLAIMER;
        }
        line = label - 1;
      }
    }
    carry(line + 1);
    if (reasons[body.last()] != null) {
      body.find();
    }
  }

  /** Whether a paragraph opens as one on a publisher does: "About Tess: I quit a desk job." */
  private boolean isAbout(int line) {
    String plain = shapes.plain(line);
    if (!plain.startsWith("about ") || plain.length() > LONGEST_BOILERPLATE) {
      return false;
    }
    int stop = 0;
    while (stop < plain.length() && ".:".indexOf(plain.charAt(stop)) < 0) {
      stop++;
    }
    int start = lines.start(line);
    int end = start + stop;
    return stop <= LONGEST_ABOUT
        && namesSubject(start + "About ".length(), shapes.plain(line).startsWith(":", stop))
        && text.isUpper(lastWord(start, end));
  }

  /** Whether a name, or "the" and one before a colon, follows: "About half of us" tells a part. */
  private boolean namesSubject(int from, boolean colon) {
    return text.isUpper(from) || (colon && text.string().startsWith("the ", from));
  }

  /** Whether a short line stands below a drawn one and above what closes a post. */
  private boolean isSignature(int line) {
    return lines.length(line) <= LONGEST_STRAY
        && line + 1 < lines.count()
        && reasons[line - 1] == Reason.SEPARATOR
        && closes(line + 1)
        && (text.at(lines.start(line - 1)) == '_' || lines.length(line - 1) == 2);
  }

  /** Whether a short paragraph stands below several lines of what closes an article. */
  private boolean isStray(int line) {
    if (lines.length(line) > LONGEST_STRAY
        || (reasons[line - 1] == null && lines.length(line - 1) > LONGEST_STRAY)
        || line - FEWEST_ABOVE_STRAY <= body.first()
        || shapes.plain(line).indexOf('"') >= 0
        || PlainLine.reports(shapes.plain(line))) {
      return false;
    }
    boolean last = false;
    for (int above = line - FEWEST_ABOVE_STRAY; above < line; above++) {
      Reason reason = reasons[above];
      if (reason == null) {
        reason = judged(above);
      }
      if (reason == null || !closes(reason)) {
        return false;
      }
      last |=
          reason == Reason.ATTRIBUTION || reason == Reason.COPYRIGHT || reason == Reason.DISCLAIMER;
    }
    return last;
  }

  /** Marks all that stands below a line that says that the article ends. */
  private void markBelowEnd() {
    int half = (lines.start(body.first()) + text.length()) / 2;
    int ends = 0;
    int end = lines.count();
    for (int line = lines.count() - 1; line > body.first() && lines.start(line) > half; line--) {
      if (isEnd(line)) {
        ends++;
        end = line;
      }
    }
    // Where there are several, they part the text.
    if (ends > 1) {
      return;
    }
    for (int line = end + 1; line < lines.count(); line++) {
      if (reasons[line] == null) {
        reasons[line] = Reason.ATTRIBUTION;
      }
    }
  }

  private boolean isEnd(int line) {
    if (lines.length(line) > LONGEST_END) {
      return false;
    }
    if (Separators.isSignOff(text, lines.start(line), lines.end(line))) {
      reasons[line] = Reason.SEPARATOR;
      return true;
    }
    String plain = shapes.plain(line);
    // A page's number may be 30, too.
    boolean isMarked =
        reasons[line] == Reason.SEPARATOR
            || (reasons[line] == Reason.NAVIGATION && plain.chars().noneMatch(Character::isDigit));
    return isMarked && (plain.equals("###") || Separators.ENDS.contains(PlainLine.label(plain)));
  }

  /**
   * Returns the label such as "Notes to editors" under which a paragraph stands, one of a few, or
   * -1.
   */
  private int labelAbove(int line) {
    int first = Math.max(body.first(), line - MOST_UNDER_LABEL);
    for (int above = line - 1; above > first; above--) {
      if (lines.length(above) <= LONGEST_LABEL && isLabel(above)) {
        return above;
      }
      if (lines.length(above) > LONGEST_BOILERPLATE || reasons[above] != null) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether a line stands over what is told of the publisher and the article. */
  private boolean isLabel(int line) {
    String label = PlainLine.label(shapes.plain(line));
    if (LABELS.contains(label)) {
      return true;
    }
    boolean names = label.startsWith("about ") && shapes.words(line) <= MOST_ABOUT_WORDS;
    return !shapes.isProse(line)
        && ((names && text.isUpper(lastWord(lines.start(line), lines.end(line))))
            || label.endsWith(" in brief")
            || label.endsWith(" at a glance")
            || label.contains("forward-looking")
            || label.contains("forward looking"));
  }

  /** Returns where the last word of a part of the text begins. */
  private int lastWord(int start, int end) {
    int i = end;
    while (i > start && !text.isBlank(i - 1)) {
      i--;
    }
    return i;
  }

  /** Whether a line is furniture, and marks it, or is too short to be running text. */
  private boolean mayStandBelow(int line) {
    if (reasons[line] != null) {
      return true;
    }
    if (!wrapping.standsAlone(line)) {
      return false;
    }
    reasons[line] = judged(line);
    return reasons[line] != null || isShort(line);
  }

  private @Nullable Reason judged(int line) {
    return authors.isNote(line) ? Reason.ATTRIBUTION : EdgeRules.of(copy, line);
  }

  private boolean isShort(int line) {
    char last = lines.lastWeighty(line);
    return lines.length(line) <= LONGEST_LINK
        && (!Chars.isTerminal(last) || last == '?' || last == '!' || last == '\u2026')
        && (!Chars.isLower(lines.first(line)) || shapes.words(line) <= MOST_TAG_WORDS)
        && !shapes.isProse(line);
  }

  /** Marks the short lines below and between furniture such as stands below articles. */
  private void carry(int from) {
    boolean below = false;
    for (int line = from; line < lines.count(); line++) {
      if (reasons[line] != null) {
        below |= closes(line);
      } else if (!items.startsItem(lines.start(line), lines.end(line))
          && (below || isBeforeClosing(line))) {
        reasons[line] = Reason.RELATED_LINK;
      }
    }
  }

  /** Whether a line stands alone between the article, or a table, and what closes it. */
  private boolean isBeforeClosing(int line) {
    int next = line + 1;
    while (next < lines.count() && reasons[next] == Reason.SEPARATOR) {
      next++;
    }
    if (next >= lines.count() || !closes(next)) {
      return false;
    }
    if (reasons[line - 1] != null) {
      return !Chars.isLower(lines.first(line));
    }
    // "Distance: 5 miles" is the article's.
    return shapes.isProse(line - 1)
        && text.isUpper(lines.start(line))
        && shapes.plain(line).indexOf(": ") < 0
        && Chars.isLetterOrDigit(lines.lastWeighty(line))
        && shapes.words(line) <= MOST_SUBJECT_WORDS;
  }

  /** Whether only links and the like follow below furniture of a kind. */
  private boolean closes(int line) {
    Reason reason = reasons[line];
    return reason != null && closes(reason);
  }

  static boolean closes(Reason reason) {
    return switch (reason) {
      case PROMOTION,
          RELATED_LINK,
          SHARE_BAR,
          NAVIGATION,
          COPYRIGHT,
          DISCLAIMER,
          COOKIE_NOTICE,
          ATTRIBUTION ->
          true;
      default -> false;
    };
  }
}
