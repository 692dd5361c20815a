package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@link FurnitureDetector} over one text: judges its lines, first by their words alone,
 * then by where they stand, and then looks into those that stay.
 */
final class FurnitureScan {

  /** How many lines before the first paragraph may hold dates, bylines and the title. */
  static final int HEAD_LINES = 30;

  private static final String CLOSING_CAPTION = "[/caption]";

  /** The most characters inside a macro's brackets. */
  private static final int LONGEST_SHORTCODE = 300;

  /** The most characters between a caption's macros. */
  private static final int LONGEST_CAPTION = 1000;

  /** How many breaks inside sentences show that a text's lines were broken to a width. */
  private static final int FEWEST_BREAKS = 2;

  private static final int FEWEST_MAIL_HEADERS = 2;
  private static final int LONGEST_MAIL_LABEL = 10;

  /** How many lines below a first short paragraph may be dates and bylines. */
  private static final int DECK_LINES = 4;

  private static final int LONGEST_SLOGAN = 60;
  private static final int LONGEST_LINK = 150;

  /** How many lines below a label such as "More from the Gazette" may be links. */
  private static final int LONGEST_LINK_LIST = 8;

  private final ClassedText text;
  private final LineIndex lines;
  private final LineShapes shapes;
  private final @Nullable Reason[] reasons;
  private final Titles titles;
  private final List<Furniture> furniture = new ArrayList<>();
  private @Nullable Span title;
  private int firstProse;
  private int lastProse;
  private int bracket = -1;

  /** Whether the text's paragraphs are broken to a width, so that a line may be a part of one. */
  private final boolean hardWrapped;

  FurnitureScan(@Nullable String givenTitle, ClassedText text) {
    this.text = text;
    this.lines = new LineIndex(text);
    this.shapes = new LineShapes(text, lines);
    this.reasons = new Reason[lines.count()];
    this.titles = new Titles(text, lines, shapes, reasons);
    this.hardWrapped = isHardWrapped();
    judgeByWording();
    judgeMailHeaders();
    judgeLinksBelowLabels();
    judgeBesideSharing();
    findProse();
    judgeHeadAndTail();
    judgeBelowDeck();
    judgeAuthorNotes();
    judgeTitle(givenTitle == null ? "" : givenTitle.strip());
    judgeKickers();
    new Tables(text, lines, reasons).mark();
    collect();
  }

  /** Returns where the title stands if none was given and a line clearly is one, else null. */
  @Nullable Span title() {
    return title;
  }

  List<Furniture> furniture() {
    return Collections.unmodifiableList(furniture);
  }

  private void judgeByWording() {
    for (int line = 0; line < lines.count(); line++) {
      if (lines.length(line) <= LineRules.LONGEST && standsAlone(line)) {
        reasons[line] = LineRules.of(shapes.plain(line));
      }
    }
  }

  /** Marks the lines above a forwarded message, of which there are several together. */
  private void judgeMailHeaders() {
    int last = Math.min(HEAD_LINES, lines.count());
    int from = -1;
    for (int line = 0; line <= last; line++) {
      boolean mail = line < last && mayBeMail(line) && LineRules.isMailHeader(shapes.plain(line));
      if (mail && from < 0) {
        from = line;
      } else if (!mail && from >= 0) {
        if (line - from >= FEWEST_MAIL_HEADERS) {
          for (int i = from; i < line; i++) {
            reasons[i] = Reason.ATTRIBUTION;
          }
        }
        from = -1;
      } else if (line < last && mayBeMail(line) && LineRules.opensMail(shapes.plain(line))) {
        reasons[line] = Reason.ATTRIBUTION;
      }
    }
  }

  /** Whether a line opens with a label or dashes; costs less than to look at its words. */
  private boolean mayBeMail(int line) {
    if (lines.length(line) > LineRules.LONGEST) {
      return false;
    }
    int start = lines.start(line);
    int stop = Math.min(lines.end(line), start + LONGEST_MAIL_LABEL);
    int i = start;
    while (i < stop && text.at(i) != ':') {
      i++;
    }
    return i < stop || text.string().startsWith("--", start);
  }

  /** Marks counts and words such as "Text" in one block with buttons for sharing. */
  private void judgeBesideSharing() {
    for (int line = 0; line < lines.count(); line++) {
      if (reasons[line] == Reason.SHARE_BAR) {
        for (int up = line - 1; up >= 0 && !lines.blankBefore(up + 1) && isButton(up); up--) {
          reasons[up] = Reason.SHARE_BAR;
        }
        while (!lines.blankAfter(line) && isButton(line + 1)) {
          line++;
          reasons[line] = Reason.SHARE_BAR;
        }
      }
    }
  }

  private boolean isButton(int line) {
    return reasons[line] == null && LineRules.isBesideSharing(shapes.plain(line));
  }

  /** Marks dates and bylines below the few sentences that stand between a title and them. */
  private void judgeBelowDeck() {
    if (firstProse < 0 || lines.length(firstProse) > LineShapes.LONGEST_TITLE) {
      return;
    }
    int last = Math.min(lines.count() - 1, firstProse + DECK_LINES);
    for (int line = firstProse + 1; line <= last; line++) {
      int start = lines.start(line);
      if (reasons[line] != null || lines.length(line) > LineRules.LONGEST || !standsAlone(line)) {
        continue;
      }
      if (reasons[line - 1] == Reason.BYLINE || DateHeader.isStamped(shapes.plain(line))) {
        // A date alone may be a heading of the text.
        if (DateHeader.isDate(shapes.plain(line))) {
          reasons[line] = Reason.DATE_HEADER;
        }
      } else if (Byline.isByline(text.string(), start, lines.end(line))) {
        reasons[line] = Reason.BYLINE;
      } else if (lines.length(line) > LineShapes.LONGEST_TITLE) {
        return;
      }
    }
  }

  /** Marks what is told of the author, whose name is known, at the head or the tail. */
  private void judgeAuthorNotes() {
    if (firstProse < 0) {
      return;
    }
    for (int line = 0; line < Math.min(lines.count(), HEAD_LINES); line++) {
      if (reasons[line] == Reason.BYLINE) {
        String name = Byline.firstName(shapes.plain(line));
        if (!name.isEmpty()) {
          markNote(firstProse, name);
          for (int tail = lines.count() - 1; tail >= Math.max(0, lastProse - 1); tail--) {
            markNote(tail, name);
          }
        }
      }
    }
    judgeLastNote();
    if (reasons[firstProse] != null || reasons[lastProse] != null) {
      findProse();
    }
  }

  /** Marks a last paragraph on somebody of whom the text says nothing else: on its author. */
  private void judgeLastNote() {
    int start = lines.start(lastProse);
    if (lastProse == firstProse
        || reasons[lastProse] != null
        || lines.length(lastProse) > LineRules.LONGEST) {
      return;
    }
    int is = text.string().indexOf(" is ", start);
    if (is < 0
        || is >= lines.end(lastProse)
        || !Byline.isName(text.string(), start, is)
        || !LineRules.tellsOfAuthor(shapes.plain(lastProse), is - start)) {
      return;
    }
    String surname = text.string().substring(text.string().lastIndexOf(' ', is - 1) + 1, is);
    if (text.string().lastIndexOf(surname, start - 1) < 0) {
      reasons[lastProse] = Reason.ATTRIBUTION;
    }
  }

  private void markNote(int line, String name) {
    if (reasons[line] == null && lines.length(line) <= LineRules.LONGEST) {
      String plain = shapes.plain(line);
      if (plain.startsWith(name) && Byline.isNote(plain, name.length())) {
        reasons[line] = Reason.ATTRIBUTION;
      }
    }
  }

  /** Marks what stands right below a label such as "More from the Gazette". */
  private void judgeLinksBelowLabels() {
    for (int line = 0; line < lines.count(); line++) {
      if (reasons[line] == Reason.RELATED_LINK && LineRules.isRelatedLabel(shapes.plain(line))) {
        int last = Math.min(lines.count() - 1, line + LONGEST_LINK_LIST);
        while (line < last && !lines.blankBefore(line + 1) && isLink(line + 1)) {
          line++;
          reasons[line] = Reason.RELATED_LINK;
        }
      }
    }
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

  private boolean isHardWrapped() {
    int breaks = 0;
    for (int line = 1; line < lines.count() && breaks < FEWEST_BREAKS; line++) {
      if (!lines.blankBefore(line)
          && Chars.isLower(lines.first(line))
          && lines.length(line - 1) >= 40
          && lines.length(line - 1) <= 100
          && !Chars.isTerminal(lines.lastWeighty(line - 1))) {
        breaks++;
      }
    }
    return breaks >= FEWEST_BREAKS;
  }

  /** Whether a line isn't a part of a paragraph that was broken to a width. */
  private boolean standsAlone(int line) {
    if (!hardWrapped) {
      return true;
    }
    if (!lines.blankBefore(line)) {
      int before = line - 1;
      if (reasons[before] == null
          && lines.length(before) >= 40
          && !Chars.isTerminal(lines.lastWeighty(before))
          && lines.length(before) <= 100) {
        return false;
      }
    }
    if (!lines.blankAfter(line)) {
      return !(Chars.isLower(lines.first(line + 1)) && lines.length(line) >= 40);
    }
    return true;
  }

  /** Finds the first and the last line that look like running text. */
  private void findProse() {
    firstProse = -1;
    lastProse = -1;
    for (int line = 0; line < lines.count() && firstProse < 0; line++) {
      if (reasons[line] == null && shapes.isProse(line)) {
        firstProse = line;
      }
    }
    for (int line = lines.count() - 1; firstProse >= 0 && lastProse < 0; line--) {
      if (reasons[line] == null && (line == firstProse || shapes.isProse(line))) {
        lastProse = line;
      }
    }
  }

  private void judgeHeadAndTail() {
    if (firstProse < 0) {
      return;
    }
    int head = Math.min(firstProse, HEAD_LINES);
    for (int line = 0; line < head; line++) {
      judgeOutside(line, true);
    }
    for (int line = lastProse + 1; line < lines.count(); line++) {
      judgeOutside(line, false);
    }
    boolean links = false;
    int lastSpace = text.string().lastIndexOf(' ');
    for (int line = lastProse + 1; line < lines.count(); line++) {
      if (reasons[line] == Reason.RELATED_LINK) {
        links |= lines.start(line) > lastSpace || lines.length(line) <= 32;
      } else if (links && reasons[line] == null) {
        reasons[line] = Reason.RELATED_LINK;
      }
    }
  }

  private void judgeOutside(int line, boolean head) {
    if (reasons[line] != null || lines.length(line) > LineRules.LONGEST) {
      return;
    }
    int start = lines.start(line);
    int end = lines.end(line);
    String plain = shapes.plain(line);
    if (DateHeader.isDate(plain)
        || DateHeader.isDateWithName(plain)
        || (head && DateHeader.isDateWithLabel(plain))) {
      reasons[line] = Reason.DATE_HEADER;
    } else if (Byline.isByline(text.string(), start, end)) {
      reasons[line] = Reason.BYLINE;
    } else if (LineRules.isNavigation(plain)) {
      reasons[line] = Reason.NAVIGATION;
    } else if (!head && (LineRules.isLabelOfLinks(plain) || LineRules.isMoreOfThem(plain))) {
      reasons[line] = Reason.RELATED_LINK;
    } else if (LineRules.isContact(plain)) {
      reasons[line] = Reason.ATTRIBUTION;
    } else if (head && NameBar.isDatedBar(text.string(), start, end)) {
      reasons[line] = Reason.DATE_HEADER;
    } else if (head
        && line > 0
        && reasons[line - 1] == Reason.BYLINE
        && !lines.blankBefore(line)
        && Byline.isRole(plain)) {
      reasons[line] = Reason.BYLINE;
    } else if (!head
        && (plain.contains("follow him on ")
            || plain.contains("follow her on ")
            || plain.contains("follow them on ")
            || plain.contains("follow me on "))) {
      reasons[line] = Reason.PROMOTION;
    }
  }

  /** Marks the title, given or else inferred, and what can be told once it is known. */
  private void judgeTitle(String given) {
    String key = Titles.key(given, 0, given.length());
    if (given.isEmpty()) {
      int line = titles.infer(firstProse, lastProse);
      if (line < 0) {
        return;
      }
      title = new Span(lines.start(line), lines.end(line));
      key = Titles.key(text.string(), lines.start(line), lines.end(line));
    }
    titles.mark(key, firstProse);
    // A first paragraph that was taken for running text may have been the title: look again.
    if (firstProse >= 0 && reasons[firstProse] == Reason.TITLE) {
      int before = firstProse;
      findProse();
      int head = Math.min(firstProse, HEAD_LINES);
      for (int line = before + 1; line < head; line++) {
        judgeOutside(line, true);
      }
    }
    judgeNames();
  }

  /** Marks names without "By" beside other header lines, once the title is known. */
  private void judgeNames() {
    int head = Math.min(firstProse, HEAD_LINES);
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
  private void judgeKickers() {
    int head = Math.min(firstProse, HEAD_LINES);
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

  /** Turns the judgements into spans, and looks into the lines that stay. */
  private void collect() {
    int proseSeen = 0;
    for (int line = 0; line < lines.count(); line++) {
      int start = lines.start(line);
      int end = lines.end(line);
      Reason reason = reasons[line];
      if (reason != null) {
        furniture.add(new Furniture(start, end, reason));
        continue;
      }
      int from = start;
      boolean opens =
          lines.blankBefore(line)
              || lines.length(line) > 100
              || line == 0
              || reasons[line - 1] != null;
      if (opens && proseSeen < 3 && shapes.isProse(line)) {
        from =
            addIfFound(Dateline.end(text, start, end, proseSeen == 0), start, end, Reason.DATELINE);
        proseSeen++;
      }
      if (opens && from == start) {
        from = addIfFound(RunIn.end(text, start, end), start, end, Reason.RUN_IN);
      }
      addShortcodes(from, end);
    }
  }

  private int addIfFound(int found, int start, int end, Reason reason) {
    if (found <= start) {
      return start;
    }
    int last = found;
    while (last > start && text.isBlank(last - 1)) {
      last--;
    }
    if (found >= end) {
      return start;
    }
    furniture.add(new Furniture(start, last, reason));
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
          && LineRules.isShortcode(text.string(), i, close + 1)) {
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
