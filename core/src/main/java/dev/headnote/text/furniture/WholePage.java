package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of a whole page, selected and copied, its article: what stands above the title and below
 * the article's end is furniture, sentences and all. Where the article stands is told by the run of
 * lines that paragraphs outweigh most (a maximum scoring subsequence); that a text is such a copy,
 * by much furniture of several kinds above it and below it, and by hardly any other running text.
 * Any other text is left as it is. For one thread.
 */
final class WholePage extends LinePass {

  /** Fewer lines of furniture may stand around any article, and more of it between its parts. */
  private static final int FEWEST_MARKED = 40;

  /** Above the article, and below it. */
  private static final int FEWEST_MARKED_BESIDE = 15;

  /** Rules tell what belongs to a page: its menu, its buttons, its owner. */
  private static final int FEWEST_KINDS = 3;

  /** A document's pages and articles below each other each name their owner; a page does once. */
  private static final int MOST_RIGHTS_ABOVE_END = 1;

  /** The article holds this part of the running text at least, in quarters. */
  private static final int QUARTERS_OF_PROSE = 3;

  /** So many marks, one after the other, stand below an article and not within. */
  private static final int MARKS_AT_END = 3;

  /** A paragraph counts as many characters as it has more than this, and at most so many. */
  private static final int SHORTEST_WEIGHTY = 40;

  private static final int MOST_WEIGHT = 960;

  /** What a line counts that is neither a paragraph nor a sentence. */
  private static final int COST = 50;

  private final LineFeatures features;

  WholePage(CopiedLines copy) {
    super(copy);
    this.features = new LineFeatures(copy);
  }

  /** Lines from the first to the last. */
  private record Run(int first, int last) {}

  /**
   * Marks what stands around the article of a page, the title too.
   *
   * @return the title's line, or -1 if it isn't known or the text is no such copy
   */
  int mark() {
    if (marked(0, lines.count()) < FEWEST_MARKED) {
      return -1;
    }
    Run article = heaviest();
    if (article == null || !isOfPage(article)) {
      return -1;
    }
    int title = new PageTitle(copy, article.first, article.last).find();
    markOthers(0, title);
    markOthers(end(article.last), lines.count());
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

  /** Returns the run of lines that paragraphs outweigh most, or null if they do nowhere. */
  private @Nullable Run heaviest() {
    Run heaviest = null;
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
        heaviest = new Run(start, line);
      }
    }
    return heaviest;
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

  private boolean isOfPage(Run article) {
    int below = article.last + 1;
    int above = marked(0, article.first);
    int after = marked(below, lines.count());
    return above >= FEWEST_MARKED_BESIDE
        && after >= FEWEST_MARKED_BESIDE
        && above + after >= FEWEST_MARKED
        && kindsAround(article) >= FEWEST_KINDS
        && rights(below) <= MOST_RIGHTS_ABOVE_END
        && prose(article.first, below) * 4 >= prose(0, lines.count()) * QUARTERS_OF_PROSE
        && !new ContentLines(copy).isThread();
  }

  /** Returns how many lines above another tell whose the text is. */
  private long rights(int end) {
    return IntStream.range(0, end).filter(line -> reasons[line] == Reason.COPYRIGHT).count();
  }

  /** Returns of how many kinds the marks are, but for learned ones, which say of none. */
  private int kindsAround(Run article) {
    Set<Reason> kinds = EnumSet.noneOf(Reason.class);
    for (int line = 0; line < lines.count(); line++) {
      Reason reason = reasons[line];
      if (reason != null && Tail.closes(reason) && (line < article.first || line > article.last)) {
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
   * Returns the first line below the last paragraph that isn't the article's: its turns of a talk,
   * lists and short sentences end at a label above links, or where marks follow each other.
   */
  private int end(int lastParagraph) {
    boolean[] content = new ContentLines(copy).find();
    int end = lastParagraph + 1;
    for (int line = end; line < lines.count() && !isLabelOfLinks(line); line++) {
      boolean isKept = content[line] && reasons[line] == null;
      end = isKept && features.look(line) != LineFeatures.SHORT_LINE ? line + 1 : end;
    }
    while (end < lines.count() && !isLabelOfLinks(end) && !standsBelow(end)) {
      end++;
    }
    return end;
  }

  private boolean isLabelOfLinks(int line) {
    int next = line + 1;
    return reasons[line] == Reason.RELATED_LINK
        && (next == lines.count()
            || reasons[next] != null
            || features.look(next) == LineFeatures.SHORT_LINE);
  }

  /** Whether several marks begin here; share bars stand within articles, too. */
  private boolean standsBelow(int line) {
    return IntStream.range(line, Math.min(line + MARKS_AT_END, lines.count()))
        .allMatch(marked -> isOfPage(marked) && reasons[marked] != Reason.SHARE_BAR);
  }

  private void markOthers(int from, int to) {
    for (int line = from; line < to; line++) {
      if (reasons[line] == null || reasons[line] == Reason.TITLE) {
        reasons[line] = Reason.SIDE_MATTER;
      }
    }
  }
}
