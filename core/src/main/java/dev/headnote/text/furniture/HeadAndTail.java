package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import dev.headnote.text.rule.Attributions;
import dev.headnote.text.rule.Byline;
import dev.headnote.text.rule.DateHeader;
import dev.headnote.text.rule.LineRules;
import dev.headnote.text.rule.Menus;
import dev.headnote.text.rule.NameBar;
import dev.headnote.text.rule.RelatedLinks;
import dev.headnote.text.rule.ShareBars;

/**
 * Finds dates, bylines, menus, links and the like above and below the running text. For one thread.
 */
final class HeadAndTail extends LinePass {

  /** How many lines below a first short paragraph may be dates and bylines. */
  private static final int DECK_LINES = 4;

  /** A longer line with a link may be one of the article's own. */
  private static final int LONGEST_LABEL = 32;

  private static final int LONGEST_COUNT = 6;

  private final Body body;
  private final Wrapping wrapping;

  HeadAndTail(CopiedLines copy, Body body, Wrapping wrapping) {
    super(copy);
    this.body = body;
    this.wrapping = wrapping;
  }

  /** Marks what stands above and below the running text. */
  void mark() {
    if (body.first() < 0) {
      return;
    }
    markHead(0);
    for (int line = body.last() + 1; line < lines.count(); line++) {
      judge(line, false);
    }
    boolean links = false;
    int lastSpace = text.string().lastIndexOf(' ');
    for (int line = body.last() + 1; line < lines.count(); line++) {
      if (reasons[line] == Reason.RELATED_LINK) {
        links |= lines.start(line) > lastSpace || lines.length(line) <= LONGEST_LABEL;
      } else if (links && reasons[line] == null) {
        reasons[line] = Reason.RELATED_LINK;
      }
    }
  }

  /** Marks what stands above the running text, from a line on. */
  void markHead(int from) {
    for (int line = from; line < body.headEnd(); line++) {
      judge(line, true);
    }
  }

  private void judge(int line, boolean head) {
    if (reasons[line] != null
        || lines.length(line) > LineRules.LONGEST
        || shapes.isMarkedHeading(line)) {
      return;
    }
    int start = lines.start(line);
    int end = lines.end(line);
    String plain = shapes.plain(line);
    if (DateHeader.isDate(plain)
        || DateHeader.isDateWithName(plain)
        || (head && DateHeader.isDateWithLabel(plain))) {
      reasons[line] = Reason.DATE_HEADER;
    } else if (Byline.isByline(text, withoutSigns(start, end), end)
        || (head && Byline.isNoteBehindBy(text, start, end))) {
      reasons[line] = Reason.BYLINE;
    } else if (head && isCount(plain)) {
      reasons[line] = Reason.SHARE_BAR;
    } else if (Menus.isNavigation(plain)) {
      reasons[line] = Reason.NAVIGATION;
    } else if (!head && (RelatedLinks.isLabelOfLinks(plain) || RelatedLinks.isMoreOfThem(plain))) {
      reasons[line] = Reason.RELATED_LINK;
    } else if (Attributions.isContact(plain)) {
      reasons[line] = Reason.ATTRIBUTION;
    } else if (head && NameBar.isDatedBar(text, start, end)) {
      reasons[line] = Reason.DATE_HEADER;
    } else if (head && (Menus.isReadingTime(plain) || Menus.isBar(text, start, end))) {
      reasons[line] = Reason.NAVIGATION;
    } else if (head
        && line > 0
        && reasons[line - 1] == Reason.BYLINE
        && !lines.blankBefore(line)
        && Byline.isRole(plain)) {
      reasons[line] = Reason.BYLINE;
    }
  }

  /** Returns where a line begins behind signs such as a slash. */
  private int withoutSigns(int start, int end) {
    int i = start;
    while (i < end && !text.isLetterOrDigit(i)) {
      i++;
    }
    return i;
  }

  /** Whether a line is a number such as stands beside buttons. */
  private static boolean isCount(String plain) {
    return plain.length() <= LONGEST_COUNT
        && Chars.isDigit(plain.charAt(0))
        && ShareBars.isBesideSharing(plain);
  }

  /** Marks dates and bylines below the few sentences that stand between a title and them. */
  void markBelowDeck() {
    if (body.first() < 0 || lines.length(body.first()) > LineShapes.LONGEST_TITLE) {
      return;
    }
    int last = Math.min(lines.count() - 1, body.first() + DECK_LINES);
    for (int line = body.first() + 1; line <= last; line++) {
      int start = lines.start(line);
      if (reasons[line] != null
          || lines.length(line) > LineRules.LONGEST
          || !wrapping.standsAlone(line)) {
        continue;
      }
      if (reasons[line - 1] == Reason.BYLINE || DateHeader.isStamped(shapes.plain(line))) {
        // A date alone may be a heading of the text.
        if (DateHeader.isDate(shapes.plain(line))) {
          reasons[line] = Reason.DATE_HEADER;
        }
      } else if (Byline.isByline(text, start, lines.end(line))) {
        reasons[line] = Reason.BYLINE;
      } else if (lines.length(line) > LineShapes.LONGEST_TITLE) {
        return;
      }
    }
  }
}
