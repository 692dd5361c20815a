package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import dev.headnote.text.rule.Byline;
import dev.headnote.text.rule.Cells;
import dev.headnote.text.rule.Headline;
import dev.headnote.text.rule.NameBar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the title among the lines of a text, and the lines that repeat it. For one thread. */
final class Titles extends LinePass {

  private static final int SHORTEST_BARE_TITLE = 15;
  private static final int LONGEST_BARE_TITLE = 110;

  /** How many lines below a title, such as names and a deck, may stand above its date. */
  private static final int HEADER_LINES = 3;

  private static final int MOST_NAME_WORDS = 4;

  private static final int MOST_NAME_LINES = 2;

  /** A name of a site or a section that may stand above a title has no more words. */
  private static final int MOST_KICKER_WORDS = 3;

  private static final int LONG_TITLE_WORDS = 6;

  /** A title may stand right on a paragraph this long, without a blank line. */
  private static final int SHORTEST_PARAGRAPH = 60;

  /** A body this long makes a heading above it a title, though nothing else speaks for it. */
  private static final int TITLED_BODY_CHARS = 400;

  /** Fewer letters and digits may be anything: above the running text, below it, beside a site. */
  private static final int SHORTEST_KEY = 3;

  private static final int SHORTEST_KEY_BELOW = 20;
  private static final int SHORTEST_KEY_BESIDE_SITE = 15;
  private static final int LONGEST_SITE = 60;
  private static final int LONGEST_SITE_KEY = 40;

  /** Opens a picture in Markdown. */
  private static final String MARKED_PICTURE = "![";

  private static final Pattern PICTURE_NAME =
      Pattern.compile("\\.(?:jpe?g|png|gif|svg|webp|tiff?)$");

  /** The codes of states, as of the US Postal Service. */
  private static final String STATE =
      "(?:a[klrz]|c[aot]|d[ce]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]|n[cdehjmvy]|o[hkr]|pa|ri"
          + "|s[cd]|t[nx]|ut|v[at]|w[aivy])";

  /** Ends with a British postcode, or an American state and ZIP code, behind a comma. */
  private static final Pattern POSTAL_ADDRESS =
      Pattern.compile(
          ",.{0,40}\\b(?:[a-z]{1,2}\\d[a-z\\d]? \\d[a-z]{2}|" + STATE + " \\d{5}(?:-\\d{4})?)$");

  /** A heading of a part, with its number. */
  private static final Pattern PART =
      Pattern.compile(
          "(?:article|part|chapter|section|book|act|scene|schedule|appendix|annex|exhibit)"
              + " (?:\\d{1,3}|(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3}))[.:]?");

  private final Wrapping wrapping;

  Titles(CopiedLines copy, Wrapping wrapping) {
    super(copy);
    this.wrapping = wrapping;
  }

  /**
   * Looks above the first running text for a heading that comes twice, has a date or byline beside
   * it, or stands over a long text.
   *
   * @param releaseHead the line below what opens a press release, above which its title stands
   *     seldom; 0 if there is none
   * @param firstProse the first line of running text, or -1
   * @param lastProse the last one
   * @return the title's line, or -1 if none clearly is one
   */
  int infer(int releaseHead, int firstProse, int lastProse) {
    int head = Math.min(firstProse, Body.HEAD_LINES);
    int marked = marked(head);
    if (marked >= 0) {
      return marked;
    }
    List<Integer> headings = headings(releaseHead, head);
    boolean below = headings.stream().anyMatch(line -> shapes.words(line) >= Headline.FEWEST_WORDS);
    int top = below ? releaseHead : 0;
    if (releaseHead > 0 && !below) {
      headings = headings(0, head);
    }
    int repeated = repeated(headings);
    if (repeated >= 0 || headings.isEmpty()) {
      return repeated;
    }
    int candidate = belowKicker(headings.get(0), head);
    int best = best(headings);
    if (score(best) > score(candidate) + 1) {
      candidate = best;
    }
    return isBesideHeader(candidate) || standsAsTitle(candidate, top, head, lastProse)
        ? candidate
        : -1;
  }

  /** Returns the line that Markdown marks as the title, or -1. */
  private int marked(int head) {
    boolean opens = true;
    for (int line = 0; line < head; line++) {
      if (reasons[line] == null) {
        if (isMarkedAsTitle(line) && (opens || lines.blankAfter(line))) {
          return line;
        }
        // Below a headline it may be a comment, or a command.
        if (shapes.words(line) >= Headline.FEWEST_WORDS
            && shapes.isHeading(line)
            && !shapes.isMarkedHeading(line)) {
          return -1;
        }
        opens = false;
      }
    }
    return -1;
  }

  /** Returns the lines that may be the title, down to the first prose, above which that stands. */
  private List<Integer> headings(int top, int head) {
    List<Integer> headings = new ArrayList<>();
    for (int line = top; line < head; line++) {
      if (reasons[line] == null && wrapping.isBroken(line)) {
        break;
      }
      if (reasons[line] == null && shapes.isHeading(line) && !isNoHeadline(line)) {
        headings.add(line);
      }
    }
    return headings;
  }

  /** Returns the first heading that comes twice, or -1; a short one may be a picture's name. */
  private int repeated(List<Integer> headings) {
    Map<String, Integer> seen = new HashMap<>();
    for (int line : headings) {
      Integer before = seen.putIfAbsent(key(line), line);
      if (before != null && shapes.words(line) >= Headline.FEWEST_WORDS) {
        return before;
      }
    }
    return -1;
  }

  /** Returns the first of the headings for which most speaks. */
  private int best(List<Integer> headings) {
    int best = -1;
    int bestScore = Integer.MIN_VALUE;
    for (int line : headings) {
      int score = score(line);
      if (score > bestScore) {
        best = line;
        bestScore = score;
      }
    }
    return best;
  }

  /** Whether a line is a heading of the first level in Markdown. */
  private boolean isMarkedAsTitle(int line) {
    int start = lines.start(line);
    return lines.length(line) > 2 && text.at(start) == '#' && text.isBlank(start + 1);
  }

  /**
   * Whether a heading is a postal address, a picture's name, a label and a number, or one of a part
   * of the text.
   */
  private boolean isNoHeadline(int line) {
    String plain = shapes.plain(line);
    int colon = plain.indexOf(": ");
    return shapes.isMarkedHeading(line)
        || plain.startsWith(MARKED_PICTURE)
        || PICTURE_NAME.matcher(plain).find()
        || isPostalAddress(plain)
        || isPart(plain)
        || (colon > 0 && !hasLetter(plain, colon) && isShortLabel(plain, colon));
  }

  /** Whether a plain line ends as an address for letters does. */
  static boolean isPostalAddress(String plain) {
    return POSTAL_ADDRESS.matcher(plain).find();
  }

  /** Whether a plain line is the heading of a part with its number, such as "Article II". */
  static boolean isPart(String plain) {
    return PART.matcher(plain).matches();
  }

  /** Whether what stands before a colon is one word or two: "Customer since: 2018". */
  private static boolean isShortLabel(String plain, int colon) {
    int space = plain.indexOf(' ');
    return plain.indexOf(' ', space + 1) > colon || space > colon;
  }

  private static boolean hasLetter(String plain, int from) {
    for (int i = from; i < plain.length(); i++) {
      if (Chars.isLetter(plain.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Weighs what speaks for a heading: its length, and how near a date or byline stands. */
  private int score(int line) {
    int words = shapes.words(line);
    int score = words < Headline.FEWEST_WORDS ? 0 : words < LONG_TITLE_WORDS ? 2 : 3;
    int header = linesAbove(line, this::isHeader);
    score += header == 0 ? 3 : header > 0 ? 2 : 0;
    String plain = shapes.plain(line);
    if (isBar(line)) {
      score -= 4;
    }
    if (plain.endsWith("!") || plain.contains("you ") || plain.contains("your ")) {
      score -= 2;
    }
    if (line > 0) {
      score += isHeader(line - 1) ? 1 : 0;
      // The lower of two is the deck.
      boolean deck =
          reasons[line - 1] == null
              && shapes.words(line - 1) >= Headline.FEWEST_WORDS
              && shapes.isHeading(line - 1)
              && !isBar(line - 1)
              && !shapes.plain(line - 1).endsWith("!");
      score -= deck ? 2 : 0;
      score -= text.at(lines.end(line - 1) - 1) == ':' ? 3 : 0;
    }
    return score;
  }

  /** Whether a date, a byline or the like stands right above a line, or soon below it. */
  private boolean isBesideHeader(int line) {
    return (line > 0 && isBesideTitle(line - 1)) || linesAbove(line, this::isBesideTitle) >= 0;
  }

  /**
   * Returns how many lines stand between a line and the first header below it, or -1 if none is
   * near. Right above the header may stand who wrote the article, without "By", on more lines.
   */
  private int linesAbove(int line, IntPredicate header) {
    int names = 0;
    int last = Math.min(lines.count() - 1, line + HEADER_LINES + MOST_NAME_LINES);
    for (int below = line + 1; below <= last; below++) {
      if (header.test(below)) {
        return below - line - names <= HEADER_LINES ? below - line - 1 : -1;
      }
      names = isNameOrRole(below) ? Math.min(names + 1, MOST_NAME_LINES) : 0;
    }
    return -1;
  }

  private boolean isNameOrRole(int line) {
    return shapes.words(line) <= MOST_NAME_WORDS
        && (Byline.isName(text, lines.start(line), lines.end(line))
            || Byline.isRole(shapes.plain(line)));
  }

  /** Returns the heading below the name of a site or a section, else the line itself. */
  private int belowKicker(int line, int head) {
    int sign = Chars.isLetterOrDigit(lines.first(line)) ? 0 : 1;
    boolean few = shapes.words(line) - sign <= MOST_KICKER_WORDS;
    if (!NameBar.isKicker(text, lines.start(line), lines.end(line)) && !isBar(line)) {
      return line;
    }
    boolean dated = false;
    boolean oneBlock = true;
    for (int next = line + 1; next < head; next++) {
      if (reasons[next] == Reason.BYLINE || reasons[next] == Reason.SHARE_BAR) {
        return line;
      }
      oneBlock &= !lines.blankBefore(next);
      dated |= reasons[next] == Reason.DATE_HEADER;
      if (reasons[next] == null
          && (few || isBar(line) || (dated && oneBlock))
          && (oneBlock || !dated)
          && shapes.isHeading(next)
          && !isNoHeadline(next)
          && !isBar(next)
          && shapes.words(next) >= Headline.FEWEST_WORDS
          && lines.length(next) > lines.length(line)) {
        return next;
      }
    }
    return line;
  }

  private boolean isBar(int line) {
    Cells cells = Cells.of(text, lines.start(line), lines.end(line));
    return cells.count() > 1 && !cells.holdSentences();
  }

  /** Whether a line was taken for what stands beside titles only. */
  private boolean isBesideTitle(int line) {
    return isHeader(line)
        || reasons[line] == Reason.SHARE_BAR
        || reasons[line] == Reason.ATTRIBUTION
        || reasons[line] == Reason.NAVIGATION;
  }

  /** Whether a heading without a date or byline beside it is a title all the same. */
  private boolean standsAsTitle(int line, int top, int firstProse, int lastProse) {
    return isFirst(line, top)
        && lines.length(line) >= SHORTEST_BARE_TITLE
        && lines.length(line) <= LONGEST_BARE_TITLE
        && shapes.words(line) >= 3
        && (!Chars.isTerminal(lines.lastWeighty(line)) || isQuestion(line))
        && (lines.blankAfter(line)
            || firstProse - line <= HEADER_LINES + 1
            || (lines.length(line + 1) > SHORTEST_PARAGRAPH && shapes.isProse(line + 1)))
        && lines.end(lastProse) - lines.start(firstProse) >= TITLED_BODY_CHARS;
  }

  /** Whether a line is a question set apart from what follows, as headlines are. */
  private boolean isQuestion(int line) {
    return lines.lastWeighty(line) == '?'
        && lines.blankAfter(line)
        && shapes.words(line) >= Headline.FEWEST_WORDS;
  }

  /** Marks a line that is the only heading of the first level: it is the title, in other words. */
  void markHeading(int line) {
    if (line < lines.count()
        && reasons[line] == null
        && isMarkedAsTitle(line)
        && shapes.words(line) > Headline.FEWEST_WORDS
        && IntStream.range(line + 1, lines.count()).noneMatch(this::isMarkedAsTitle)) {
      reasons[line] = Reason.TITLE;
    }
  }

  /** Whether nothing but furniture and rows of entries stands between {@code top} and a line. */
  private boolean isFirst(int line, int top) {
    for (int above = top; above < line; above++) {
      boolean kicker =
          shapes.words(above) <= MOST_KICKER_WORDS
              && NameBar.isKicker(text, lines.start(above), lines.end(above));
      if (reasons[above] == null && !kicker && !isBar(above)) {
        return false;
      }
    }
    return true;
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
    if (key.length() < SHORTEST_KEY) {
      return;
    }
    for (int line = 0; line < lines.count(); line++) {
      boolean head = firstProse < 0 || line <= firstProse;
      if (lines.length(line) <= LineShapes.LONGEST_TITLE + LONGEST_SITE
          && (reasons[line] == null || reasons[line] == Reason.BYLINE)
          && (head || key.length() >= SHORTEST_KEY_BELOW)
          && (hasKey(line, key)
              || (head
                  && key.length() >= SHORTEST_KEY_BESIDE_SITE
                  && isTitleWithSite(line, key)))) {
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
    if (own.length() < SHORTEST_KEY_BESIDE_SITE) {
      return false;
    }
    if (!own.startsWith(key)) {
      // The given title carries the site's name: it goes on after the line.
      return key.startsWith(own)
          && own.length() * 10L >= key.length() * 6L
          && shapes.isHeading(line);
    }
    if (own.length() - key.length() > LONGEST_SITE_KEY) {
      return false;
    }
    for (int i = lines.end(line) - 1; i > lines.start(line); i--) {
      char c = Chars.plain(text.at(i));
      if ((c == '|' || c == '-' || c == ':' || c == '\u2022' || c == '\u00b7')
          && text.isBlank(i - 1)) {
        return Headline.key(text.string(), lines.start(line), i).equals(key);
      }
    }
    return false;
  }

  private String key(int line) {
    return Headline.key(text.string(), lines.start(line), lines.end(line));
  }
}
