package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import org.jspecify.annotations.Nullable;

/** Finds what can be told by where it stands once the title is known. For one thread. */
final class AroundTitle {

  private static final int LONGEST_SLOGAN = 60;

  private final ClassedText text;
  private final LineIndex lines;
  private final LineShapes shapes;
  private final @Nullable Reason[] reasons;
  private final Titles titles;
  private final Body body;

  AroundTitle(CopiedLines copy, Titles titles, Body body) {
    this.text = copy.text();
    this.lines = copy.index();
    this.shapes = copy.shapes();
    this.reasons = copy.reasons();
    this.titles = titles;
    this.body = body;
  }

  /** Marks names without "By" beside other header lines, once the title is known. */
  void markNames() {
    int head = body.headEnd();
    for (int line = 0; line < head; line++) {
      if (reasons[line] != null) {
        continue;
      }
      int start = lines.start(line);
      int end = lines.end(line);
      boolean beside =
          (line > 0 && titles.isHeader(line - 1))
              || (line + 1 < lines.count() && titles.isHeader(line + 1));
      boolean belowTitle = line > 0 && reasons[line - 1] == Reason.TITLE;
      boolean between = belowTitle && line + 1 < lines.count() && isHeaderOrButton(line + 1);
      if (Byline.isNameWithRole(text.string(), start, end)
          || (beside
              && (belowTitle || lines.length(line) <= 30)
              && Byline.isName(text.string(), start, end))
          || (belowTitle
              && line + 1 < head
              && Byline.isRole(shapes.plain(line + 1))
              && Byline.isName(text.string(), start, end))
          || (between && Byline.isNamesWithMore(text.string(), start, end))) {
        reasons[line] = Reason.BYLINE;
        if (line + 1 < head
            && reasons[line + 1] == null
            && !lines.blankBefore(line + 1)
            && Byline.isRole(shapes.plain(line + 1))) {
          reasons[line + 1] = Reason.BYLINE;
        }
      }
    }
  }

  private boolean isHeaderOrButton(int line) {
    return titles.isHeader(line)
        || reasons[line] == Reason.SHARE_BAR
        || reasons[line] == Reason.NAVIGATION;
  }

  /** Marks what stands above the title: the site, its slogan, the section. */
  void markKickers() {
    int head = body.headEnd();
    int above = 0;
    while (above < head && reasons[above] != Reason.TITLE) {
      above++;
    }
    if (above >= head) {
      return;
    }
    boolean kicker = false;
    for (int line = 0; line < above; line++) {
      if (reasons[line] != null) {
        kicker &= titles.isHeader(line);
      } else if (NameBar.isKicker(text.string(), lines.start(line), lines.end(line))
          || NameBar.isBar(text.string(), lines.start(line), lines.end(line))
          || (kicker && !lines.blankBefore(line) && isSlogan(line))) {
        reasons[line] = Reason.NAVIGATION;
        kicker = true;
      } else {
        kicker = false;
      }
    }
  }

  private boolean isSlogan(int line) {
    return lines.length(line) <= LONGEST_SLOGAN
        && shapes.words(line) <= 8
        && Chars.isUpper(lines.first(line))
        && Chars.isLetter(lines.lastWeighty(line));
  }
}
