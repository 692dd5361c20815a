package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One run of {@link FurnitureDetector} over one text. */
final class FurnitureScan {

  /** How many lines before the first paragraph may hold dates, bylines and the title. */
  private static final int HEAD_LINES = 30;

  private static final int LONGEST_TITLE = 250;
  private static final int LONGEST_BARE_TITLE = 110;

  /** A body this long makes a heading above it a title, though nothing else speaks for it. */
  private static final int TITLED_BODY_CHARS = 600;

  private static final int LONGEST_SLOGAN = 60;
  private static final int LONGEST_LINK = 150;

  /** How many lines below a label such as "More from the Gazette" may be links. */
  private static final int LONGEST_LINK_LIST = 8;

  private static final int LONGEST_TABLE_HEADING = 80;

  /** How many letters more than digits a cell of numbers may have. */
  private static final int LONGEST_UNIT = 3;

  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_DATELINE = 100;

  private static final String PLACE =
      "[A-Z][A-Za-z.'\\u2019-]{1,20}(?: [A-Z][A-Za-z.'\\u2019-]{1,20}){0,3}(?:,"
          + " ?[A-Z][A-Za-z.]{1,20}(?: [A-Z][A-Za-z.]{1,20}){0,3})?(?:, ?[A-Z][a-z]{2,8}\\.?"
          + " \\d{1,2})?";
  private static final String DASH = "(?:--|[-\\u2013\\u2014])";
  private static final String OPENING = "(?=[\\p{Lu}\"'\\u201C\\u2018(\\d])";

  /** LONDON, Jan. 5 (Reuters) - ... */
  private static final Pattern CAPITALS_AND_DASH =
      Pattern.compile(
          "([A-Z][A-Z.' \\u2019-]{3,30})(?:, ?[A-Z][A-Za-z. ]{1,24})?(?:, ?[A-Z][a-z]{2,8}\\.?"
              + " \\d{1,2})?\\s?(?:\\([A-Z][A-Za-z0-9./& ]{1,30}\\))?\\s?"
              + DASH
              + "\\s{1,3}"
              + OPENING);

  /** London, England (CNN) -- ... */
  private static final Pattern AGENCY_AND_DASH =
      Pattern.compile(
          "(?:"
              + PLACE
              + "\\s)?\\([A-Z][A-Za-z/& ]{1,24}\\)\\s{0,2}"
              + DASH
              + "\\s{0,2}"
              + OPENING);

  /** What lost its dash: (CNN)The ... */
  private static final Pattern AGENCY_ALONE =
      Pattern.compile(
          "(?:"
              + PLACE
              + "\\s)?\\((?:CNN|AP|AFP|UPI|DPA|dpa|PTI|ANI|IANS|EFE|ANSA|Reuters|Xinhua|Bloomberg|TASS|(?:[A-Z][A-Za-z]+"
              + " ){1,2}(?:News|Press|Business|Service|Agency))\\)\\s{0,2}"
              + OPENING);

  /** Words in capitals before a dash that are no places. */
  private static final Set<String> NO_PLACES =
      Set.of(
          "FILE",
          "NOTE",
          "NOTES",
          "UPDATE",
          "WARNING",
          "BREAKING",
          "CORRECTION",
          "EXCLUSIVE",
          "FACTBOX",
          "ANALYSIS",
          "OPINION",
          "VIDEO",
          "WATCH",
          "PHOTOS",
          "ALERT",
          "SPOILER",
          "SPOILERS",
          "P.S.",
          "READ",
          "MORE",
          "BACKGROUND",
          "SUMMARY",
          "CONCLUSION",
          "INTRODUCTION",
          "QUESTION",
          "ANSWER",
          "NASA");

  private final String text;
  private final LineIndex lines;
  private final @Nullable Reason[] reasons;
  private final List<Furniture> furniture = new ArrayList<>();
  private @Nullable Span title;
  private int firstProse;
  private int lastProse;

  FurnitureScan(@Nullable String givenTitle, String text) {
    this.text = text;
    this.lines = new LineIndex(text);
    this.reasons = new Reason[lines.count()];
    judgeByWording();
    judgeLinksBelowLabels();
    findProse();
    judgeHeadAndTail();
    String given = givenTitle == null ? "" : givenTitle.strip();
    if (given.isEmpty()) {
      inferTitle();
    } else {
      markTitle(key(given, 0, given.length()));
      judgeNames();
    }
    judgeKickers();
    findTables();
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
        reasons[line] = LineRules.of(LineRules.plain(text, lines.start(line), lines.end(line)));
      }
    }
  }

  /** Marks what stands right below a label such as "More from the Gazette". */
  private void judgeLinksBelowLabels() {
    for (int line = 0; line < lines.count(); line++) {
      if (reasons[line] == Reason.RELATED_LINK
          && LineRules.isRelatedLabel(LineRules.plain(text, lines.start(line), lines.end(line)))) {
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
        && !isProse(line);
  }

  /** Whether a line isn't a part of a paragraph that was broken to a width. */
  private boolean standsAlone(int line) {
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
      if (reasons[line] == null && isProse(line)) {
        firstProse = line;
      }
    }
    for (int line = lines.count() - 1; firstProse >= 0 && lastProse < 0; line--) {
      if (reasons[line] == null && (line == firstProse || isProse(line))) {
        lastProse = line;
      }
    }
  }

  private boolean isProse(int line) {
    int length = lines.length(line);
    if (length > LONGEST_TITLE) {
      return true;
    }
    char last = lines.lastWeighty(line);
    if (length >= 25 && Chars.isTerminal(last) && last != '?' && last != '!') {
      // A stamp may end in "a.m." and be no sentence.
      return words(line) >= 5
          && !HeaderLine.isDate(LineRules.plain(text, lines.start(line), lines.end(line)));
    }
    // A line of a paragraph broken to a width, or a paragraph without its last full stop.
    return length >= 40
        && (endsSentenceInside(line)
            || (!lines.blankAfter(line)
                && lines.length(line + 1) >= 40
                && Chars.isLower(lines.first(line + 1))));
  }

  private int words(int line) {
    int words = 1;
    for (int i = lines.start(line); i < lines.end(line); i++) {
      if (Chars.isBlank(text.charAt(i)) && !Chars.isBlank(text.charAt(i + 1))) {
        words++;
      }
    }
    return words;
  }

  private boolean endsSentenceInside(int line) {
    return SentenceSplitter.split(text, lines.start(line), lines.end(line)).size() > 1;
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
    for (int line = lastProse + 1; line < lines.count(); line++) {
      if (reasons[line] == Reason.RELATED_LINK) {
        links |= text.indexOf(' ', lines.start(line)) < 0 || lines.length(line) <= 32;
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
    String plain = LineRules.plain(text, start, end);
    if (HeaderLine.isDate(plain)) {
      reasons[line] = Reason.DATE_HEADER;
    } else if (HeaderLine.isByline(text, start, end)) {
      reasons[line] = Reason.BYLINE;
    } else if (LineRules.isNavigation(plain)) {
      reasons[line] = Reason.NAVIGATION;
    } else if (head && HeaderLine.isDatedBar(text, start, end)) {
      reasons[line] = Reason.DATE_HEADER;
    } else if (head
        && line > 0
        && reasons[line - 1] == Reason.BYLINE
        && !lines.blankBefore(line)
        && HeaderLine.isRole(plain)) {
      reasons[line] = Reason.BYLINE;
    } else if (!head
        && (plain.contains("follow him on ")
            || plain.contains("follow her on ")
            || plain.contains("follow them on ")
            || plain.contains("follow me on "))) {
      reasons[line] = Reason.PROMOTION;
    }
  }

  private void inferTitle() {
    int head = Math.min(firstProse, HEAD_LINES);
    int candidate = -1;
    for (int line = 0; line < head && candidate < 0; line++) {
      if (reasons[line] == null && isHeading(line)) {
        candidate = line;
      }
    }
    if (candidate < 0) {
      return;
    }
    Map<String, Integer> seen = new HashMap<>();
    for (int line = candidate; line < head; line++) {
      if (reasons[line] == null && isHeading(line)) {
        String key = key(text, lines.start(line), lines.end(line));
        Integer first = seen.putIfAbsent(key, line);
        if (first != null) {
          takeTitle(first, key);
          return;
        }
      }
    }
    candidate = belowKicker(candidate, head);
    boolean dated =
        (candidate > 0 && isHeader(candidate - 1))
            || (candidate + 1 < lines.count() && isHeader(candidate + 1));
    if (dated || standsAsTitle(candidate)) {
      takeTitle(candidate, key(text, lines.start(candidate), lines.end(candidate)));
    }
  }

  /**
   * Returns the heading below a section's or site's name and a date in one block with it, else the
   * line itself.
   */
  private int belowKicker(int line, int head) {
    if (!HeaderLine.isKicker(text, lines.start(line), lines.end(line))) {
      return line;
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
          && isHeading(next)
          && lines.length(next) > lines.length(line)
          && words(next) >= 5) {
        return next;
      }
    }
    return line;
  }

  /** Whether a heading without a date or byline beside it is a title all the same. */
  private boolean standsAsTitle(int line) {
    return line == firstUnjudged()
        && lines.length(line) >= 15
        && lines.length(line) <= LONGEST_BARE_TITLE
        && words(line) >= 3
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

  private boolean isHeader(int line) {
    return reasons[line] == Reason.DATE_HEADER || reasons[line] == Reason.BYLINE;
  }

  private void takeTitle(int line, String key) {
    title = new Span(lines.start(line), lines.end(line));
    markTitle(key);
    judgeNames();
  }

  private boolean isHeading(int line) {
    int length = lines.length(line);
    if (length < 8 || length > LONGEST_TITLE || (words(line) < 2 && !hasCjk(line))) {
      return false;
    }
    int letters = 0;
    for (int i = lines.start(line); i < lines.end(line); i++) {
      letters += Chars.isLetter(text.charAt(i)) ? 1 : 0;
    }
    if (letters < 6 || letters * 2 < length) {
      return false;
    }
    char last = lines.lastWeighty(line);
    if (!(Chars.isLetterOrDigit(last)
            || last == '?'
            || last == '!'
            || last == '%'
            || last == '\u2026')
        || Chars.isLower(lines.first(line))) {
      return false;
    }
    char first = lines.first(line);
    if (first == '>' || first == '-' || first == '*' || first == '(' || first == '[') {
      return false;
    }
    return !endsSentenceInside(line) || !Chars.isTerminal(last);
  }

  private boolean hasCjk(int line) {
    return Character.isIdeographic(lines.first(line)) || lines.first(line) >= '\u3040';
  }

  /** Marks the lines that repeat the title, with or without the site's name behind it. */
  private void markTitle(String key) {
    if (key.length() < 3) {
      return;
    }
    for (int line = 0; line < lines.count(); line++) {
      if (lines.length(line) > LONGEST_TITLE + 60
          || (reasons[line] != null && reasons[line] != Reason.BYLINE)) {
        continue;
      }
      boolean head = firstProse < 0 || line <= firstProse;
      String own = key(text, lines.start(line), lines.end(line));
      boolean same = own.equals(key);
      if (!same && head && key.length() >= 15 && own.length() >= 15) {
        same = isTitleWithSite(line, own, key);
      }
      if (same && (head || key.length() >= 20)) {
        reasons[line] = Reason.TITLE;
      }
    }
    // A first paragraph that was taken for running text may have been the title: look again.
    if (firstProse >= 0 && reasons[firstProse] == Reason.TITLE) {
      int before = firstProse;
      findProse();
      int head = Math.min(firstProse, HEAD_LINES);
      for (int line = before + 1; line < head; line++) {
        judgeOutside(line, true);
      }
    }
  }

  private boolean isTitleWithSite(int line, String own, String key) {
    if (!own.startsWith(key)) {
      // The given title carries the site's name: it goes on after the line.
      return key.startsWith(own) && own.length() * 10L >= key.length() * 6L && isHeading(line);
    }
    if (own.length() - key.length() > 40) {
      return false;
    }
    for (int i = lines.end(line) - 1; i > lines.start(line); i--) {
      char c = Chars.plain(text.charAt(i));
      if ((c == '|' || c == '-' || c == ':' || c == '\u2022' || c == '\u00b7')
          && Chars.isBlank(text.charAt(i - 1))) {
        return key(text, lines.start(line), i).equals(key);
      }
    }
    return false;
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
          (line > 0 && isHeader(line - 1)) || (line + 1 < lines.count() && isHeader(line + 1));
      boolean belowTitle = line > 0 && reasons[line - 1] == Reason.TITLE;
      if (HeaderLine.isNameWithRole(text, start, end)
          || (beside
              && (belowTitle || lines.length(line) <= 30)
              && HeaderLine.isName(text, start, end))) {
        reasons[line] = Reason.BYLINE;
      }
    }
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
        kicker &= isHeader(line);
      } else if (HeaderLine.isKicker(text, lines.start(line), lines.end(line))
          || HeaderLine.isBar(text, lines.start(line), lines.end(line))
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
        && words(line) <= 8
        && Chars.isUpper(lines.first(line))
        && Chars.isLetter(lines.lastWeighty(line));
  }

  /** Returns what two ways of writing a title have in common: its letters and digits, small. */
  private static String key(String text, int start, int end) {
    StringBuilder key = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Chars.isLetterOrDigit(c)) {
        key.append(Character.toLowerCase(c));
      }
    }
    return key.toString();
  }

  private void findTables() {
    findTabbedTables();
    int from = -1;
    for (int line = 0; line <= lines.count(); line++) {
      boolean row = line < lines.count() && reasons[line] == null && isRow(line);
      if (row && from < 0) {
        from = line;
      } else if (!row && from >= 0) {
        if (line - from >= 3) {
          for (int i = from; i < line; i++) {
            reasons[i] = Reason.TABLE;
          }
        }
        from = -1;
      }
    }
  }

  /** Finds the tables whose cells are parted by tabs, with as many cells in each row. */
  private void findTabbedTables() {
    int line = 0;
    while (line < lines.count()) {
      int cells = isTabbedRow(line) ? cells(line) : 0;
      int end = line + 1;
      while (cells > 0 && end < lines.count() && isTabbedRow(end) && cells(end) == cells) {
        end++;
      }
      if (cells > 0) {
        markTable(line, end, cells);
      }
      line = end;
    }
  }

  /** Marks rows, and above them the names of the columns and what the table is about. */
  private void markTable(int firstRow, int end, int cells) {
    int from = firstRow;
    if (from > 0 && reasons[from - 1] == null && cells(from - 1) == cells) {
      from--;
    }
    // Without names of columns, two cells a row are more often a list, say of goods and prices.
    if (end - from < 3 || (cells == 2 && from == firstRow)) {
      return;
    }
    int above = from - 1;
    if (above >= 0
        && reasons[above] == null
        && lines.length(above) <= LONGEST_TABLE_HEADING
        && lines.blankBefore(above)
        && Chars.isUpper(lines.first(above))
        && cells(above) == 1
        && text.charAt(lines.end(above) - 1) != ':'
        && !Chars.isTerminal(lines.lastWeighty(above))) {
      from = above;
    }
    for (int line = from; line < end; line++) {
      reasons[line] = Reason.TABLE;
    }
  }

  /** Returns how many cells the tabs of a line part. */
  private int cells(int line) {
    int cells = 1;
    for (int i = lines.start(line); i < lines.end(line); i++) {
      cells += text.charAt(i) == '\t' && text.charAt(i - 1) != '\t' ? 1 : 0;
    }
    return cells;
  }

  /** Whether each cell behind a line's first one is a number, with a unit at most. */
  private boolean isTabbedRow(int line) {
    if (reasons[line] != null || lines.length(line) > LineRules.LONGEST) {
      return false;
    }
    int cells = 1;
    int digits = 0;
    int surplus = 0;
    for (int i = lines.start(line); i < lines.end(line); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        cells++;
        surplus = 0;
      } else if (cells > 1 && Chars.isDigit(c)) {
        digits++;
        surplus--;
      } else if (cells > 1 && Chars.isLetter(c)) {
        surplus++;
        if (surplus > LONGEST_UNIT) {
          return false;
        }
      }
    }
    return digits > 0;
  }

  /** Whether a line is a row of cells, most of them numbers. */
  private boolean isRow(int line) {
    if (lines.length(line) > LineRules.LONGEST || Chars.isTerminal(lines.lastWeighty(line))) {
      return false;
    }
    int words = 0;
    int numbers = 0;
    int i = lines.start(line);
    int end = lines.end(line);
    while (i < end) {
      int j = i;
      boolean digit = false;
      boolean letter = false;
      while (j < end && !Chars.isBlank(text.charAt(j))) {
        digit |= Chars.isDigit(text.charAt(j));
        letter |= Chars.isLetter(text.charAt(j));
        j++;
      }
      if (digit || letter) {
        words++;
        numbers += digit ? 1 : 0;
      }
      while (j < end && Chars.isBlank(text.charAt(j))) {
        j++;
      }
      i = j;
    }
    return words >= 2 && numbers * 10L >= words * 6L;
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
      if (opens && proseSeen < 3 && isProse(line)) {
        from = addIfFound(datelineEnd(start, end, proseSeen == 0), start, end, Reason.DATELINE);
        proseSeen++;
      }
      if (opens && from == start) {
        from = addIfFound(runInEnd(start, end), start, end, Reason.RUN_IN);
      }
      addShortcodes(from, end);
    }
  }

  private int addIfFound(int found, int start, int end, Reason reason) {
    if (found <= start) {
      return start;
    }
    int last = found;
    while (last > start && Chars.isBlank(text.charAt(last - 1))) {
      last--;
    }
    if (found >= end) {
      return start;
    }
    furniture.add(new Furniture(start, last, reason));
    return found;
  }

  private int datelineEnd(int start, int end, boolean first) {
    int stop = Math.min(end, start + LONGEST_DATELINE);
    Matcher matcher = CAPITALS_AND_DASH.matcher(text).region(start, stop);
    if (matcher.lookingAt()) {
      return NO_PLACES.contains(matcher.group(1).strip()) ? -1 : matcher.end();
    }
    matcher.usePattern(AGENCY_AND_DASH).region(start, stop);
    if (matcher.lookingAt()) {
      return matcher.end();
    }
    matcher.usePattern(AGENCY_ALONE).region(start, stop);
    return first && matcher.lookingAt() ? matcher.end() : -1;
  }

  /** Returns where the text begins after a label such as "Why It Matters:", or -1. */
  private int runInEnd(int start, int end) {
    int i = start;
    int stop = Math.min(end, start + LONGEST_LABEL);
    while (i < stop && text.charAt(i) != ':') {
      char c = text.charAt(i);
      if (!Chars.isLetter(c) && c != ' ' && c != '\'' && c != '\u2019' && c != ',') {
        return -1;
      }
      i++;
    }
    if (i >= stop || i == start || !Chars.isUpper(text.charAt(start))) {
      return -1;
    }
    int next = i + 1;
    while (next < end && Chars.isBlank(text.charAt(next))) {
      next++;
    }
    // What follows must be a sentence of its own.
    if (next == i + 1 || end - next < 20 || Chars.isLower(text.charAt(next))) {
      return -1;
    }
    String label = LineRules.plain(text, start, i);
    return LineRules.isRunIn(label) || asksInCapitals(label, start, i) ? next : -1;
  }

  /** Whether a label is a question's word and more words, each with a capital. */
  private boolean asksInCapitals(String label, int start, int end) {
    if (!(label.startsWith("what ") || label.startsWith("why ") || label.startsWith("how "))) {
      return false;
    }
    int words = 0;
    for (int i = start; i < end; i++) {
      if (i == start || Chars.isBlank(text.charAt(i - 1))) {
        if (!Chars.isUpper(text.charAt(i))) {
          return false;
        }
        words++;
      }
    }
    return words >= 2 && words <= 5;
  }

  private void addShortcodes(int from, int end) {
    int i = text.indexOf('[', from);
    while (i >= 0 && i < end) {
      int close = i + 1;
      int stop = Math.min(end, i + 300);
      while (close < stop && text.charAt(close) != ']' && text.charAt(close) != '[') {
        close++;
      }
      if (close < stop && text.charAt(close) == ']' && LineRules.isShortcode(text, i, close + 1)) {
        int last = close + 1;
        Reason reason = Reason.SHORTCODE;
        if (text.startsWith("[caption", i)) {
          int over = text.indexOf("[/caption]", close);
          if (over >= 0 && over < Math.min(end, close + 1000)) {
            last = over + "[/caption]".length();
            reason = Reason.CAPTION;
          }
        }
        furniture.add(new Furniture(i, last, reason));
        i = last;
      } else {
        i = close;
      }
      i = i >= end ? -1 : text.indexOf('[', i);
    }
  }
}
