package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import java.util.EnumSet;
import java.util.Set;

/**
 * Leaves of a whole page, selected and copied, its article: what stands above the title and below
 * the article's end is furniture, sentences and all. Where the article stands is told by the run of
 * lines that paragraphs outweigh most (a maximum scoring subsequence); that a text is such a copy,
 * by much furniture of several kinds above it and below it. Any other text is left as it is. For
 * one thread.
 */
final class WholePage extends LinePass {

  /** Fewer lines of furniture may stand around any article, and more of it between its parts. */
  private static final int FEWEST_MARKED = 40;

  /** Above the article, and below it. */
  private static final int FEWEST_MARKED_BESIDE = 15;

  /** Rules tell what belongs to a page: its menu, its buttons, its owner. */
  private static final int FEWEST_KINDS = 3;

  /** A paragraph counts as many characters as it has more than this, and at most so many. */
  private static final int SHORTEST_WEIGHTY = 40;

  private static final int MOST_WEIGHT = 960;

  /** What a line counts that is neither a paragraph nor a sentence. */
  private static final int COST = 50;

  private final LineFeatures features;

  /** The article's first and last paragraph, or -1. */
  private int first = -1;

  private int last = -1;

  WholePage(CopiedLines copy) {
    super(copy);
    this.features = new LineFeatures(copy);
  }

  /**
   * Marks what stands around the article of a page, the title too.
   *
   * @return the title's line, or -1 if it isn't known or the text is no such copy
   */
  int mark() {
    if (marked(0, lines.count()) < FEWEST_MARKED) {
      return -1;
    }
    findArticle();
    if (!isWholePage()) {
      return -1;
    }
    int title = new PageTitle(copy, first, last).find();
    markOthers(0, title);
    markOthers(end(), lines.count());
    if (title >= 0) {
      reasons[title] = Reason.TITLE;
    }
    return title;
  }

  /** Returns how many lines have a mark such as pages have around their articles. */
  private int marked(int from, int to) {
    int marked = 0;
    for (int line = from; line < to; line++) {
      marked += isOfPage(line) ? 1 : 0;
    }
    return marked;
  }

  private boolean isOfPage(int line) {
    Reason reason = reasons[line];
    return reason != null && (reason == Reason.SIDE_MATTER || Tail.closes(reason));
  }

  private void findArticle() {
    long best = 0;
    long sum = 0;
    int start = 0;
    for (int line = 0; line < lines.count(); line++) {
      if (sum <= 0) {
        sum = 0;
        start = line;
      }
      sum += weight(line);
      if (sum > best) {
        best = sum;
        first = start;
        last = line;
      }
    }
  }

  private int weight(int line) {
    byte look = features.look(line);
    if (look == LineFeatures.PARAGRAPH) {
      return Math.min(lines.length(line) - SHORTEST_WEIGHTY, MOST_WEIGHT);
    }
    boolean mayStandWithin =
        look == LineFeatures.SENTENCE
            || reasons[line] == Reason.ADVERTISEMENT
            || reasons[line] == Reason.CAPTION;
    return mayStandWithin ? 0 : -COST;
  }

  private boolean isWholePage() {
    return first >= 0
        && marked(0, first) >= FEWEST_MARKED_BESIDE
        && marked(last + 1, lines.count()) >= FEWEST_MARKED_BESIDE
        && marked(0, first) + marked(last + 1, lines.count()) >= FEWEST_MARKED
        && kinds() >= FEWEST_KINDS
        && prose(first, last + 1) * 2 >= prose(0, lines.count())
        && !new ContentLines(copy).isThread();
  }

  /** Returns of how many kinds the marks are, but for learned ones, which say of none. */
  private int kinds() {
    Set<Reason> kinds = EnumSet.noneOf(Reason.class);
    for (int line = 0; line < lines.count(); line++) {
      Reason reason = reasons[line];
      if (reason != null && Tail.closes(reason) && (line < first || line > last)) {
        kinds.add(reason);
      }
    }
    return kinds.size();
  }

  /** Returns how many characters of running text some lines have. */
  private long prose(int from, int to) {
    long prose = 0;
    for (int line = from; line < to; line++) {
      boolean said =
          features.look(line) == LineFeatures.PARAGRAPH
              || (reasons[line] == null && shapes.isProse(line));
      prose += said ? lines.length(line) : 0;
    }
    return prose;
  }

  /**
   * Returns the first line below the last paragraph that isn't the article's: its lists and short
   * sentences end at a label of links, or where one mark follows another.
   */
  private int end() {
    int line = last + 1;
    while (line < lines.count() && !isEnd(line)) {
      line++;
    }
    return line;
  }

  private boolean isEnd(int line) {
    return reasons[line] == Reason.RELATED_LINK
        || (isOfPage(line) && (line + 1 == lines.count() || isOfPage(line + 1)));
  }

  private void markOthers(int from, int to) {
    for (int line = from; line < to; line++) {
      if (reasons[line] == null || reasons[line] == Reason.TITLE) {
        reasons[line] = Reason.SIDE_MATTER;
      }
    }
  }
}
