package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.rule.Headline;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the title of a page's article below the page's menus and other headlines: it has the
 * article's own words, and few that the menus repeat. For one thread.
 */
final class PageTitle extends LinePass {

  /**
   * How many lines above the article the title may stand, as below it names, buttons and pictures.
   */
  private static final int REACH = 60;

  /** How many lines above a heading a title may stand that goes before. */
  private static final int KNOWN_REACH = 30;

  /** How many characters of the article are read. */
  private static final int MOST_READ = 6000;

  /** Shorter words say little, and of longer ones the ends differ. */
  private static final int SHORTEST_WORD = 4;

  private static final int STEM = 5;
  private static final int FEWEST_SHARED = 2;

  /** The title counts at least a third of what counts most: the deck, or a caption. */
  private static final int OF_BEST = 3;

  /** What the title may have been taken for. */
  private static final Set<Reason> OPEN =
      EnumSet.of(Reason.TITLE, Reason.NAVIGATION, Reason.SIDE_MATTER, Reason.RELATED_LINK);

  private final int first;
  private final int last;

  /**
   * @param first the article's first paragraph
   * @param last its last one
   */
  PageTitle(CopiedLines copy, int first, int last) {
    super(copy);
    this.first = first;
    this.last = last;
  }

  /** Returns the title's line, the last one of those that have it, or -1. */
  int find() {
    int found = best();
    int known = found < 0 || reasons[found] == Reason.TITLE ? -1 : knownAbove(found);
    return known < 0 ? found : known;
  }

  /**
   * Returns the line shortly above another that the rules took for the title, with who wrote it or
   * when between the two, or -1: then the other heads a part of the article.
   */
  private int knownAbove(int heading) {
    boolean isSigned = false;
    for (int line = heading - 1; line >= Math.max(0, heading - KNOWN_REACH); line--) {
      isSigned |= reasons[line] == Reason.BYLINE || reasons[line] == Reason.DATE_HEADER;
      if (reasons[line] == Reason.TITLE) {
        return isSigned ? line : -1;
      }
    }
    return -1;
  }

  private int best() {
    Map<Integer, Double> scores = scores();
    double best = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    for (Map.Entry<Integer, Double> heading : scores.entrySet()) {
      if (heading.getValue() * OF_BEST >= best) {
        return lastOf(key(heading.getKey()), scores.keySet());
      }
    }
    return -1;
  }

  private int lastOf(String key, Set<Integer> headings) {
    return headings.stream().filter(line -> key(line).equals(key)).reduce(-1, Math::max);
  }

  /** Returns the headings above the article that have its words, and what speaks for each. */
  private Map<Integer, Double> scores() {
    int start = lines.start(first);
    Set<String> read = words(start, Math.min(lines.end(last), start + MOST_READ));
    Map<String, Integer> above = linesAbove();
    Map<Integer, Double> scores = new LinkedHashMap<>();
    for (int line = Math.max(0, first - REACH); line < first; line++) {
      if (mayBeTitle(line)) {
        int shared = 0;
        double score = 0;
        for (String word : words(line)) {
          boolean isShared = read.contains(word);
          shared += isShared ? 1 : 0;
          score += (isShared ? 1.0 : -1.0) / above.getOrDefault(word, 1);
        }
        if (shared >= FEWEST_SHARED && score > 0) {
          scores.put(line, score);
        }
      }
    }
    return scores;
  }

  /** Returns for each word above the article how many different lines there have it. */
  private Map<String, Integer> linesAbove() {
    Map<String, Integer> above = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (int line = 0; line < first; line++) {
      if (seen.add(key(line))) {
        words(line).forEach(word -> above.merge(word, 1, Integer::sum));
      }
    }
    return above;
  }

  /** Whether a line looks like a title, and isn't a heading below a paragraph. */
  private boolean mayBeTitle(int line) {
    Reason reason = reasons[line];
    return (reason == null || OPEN.contains(reason))
        && shapes.words(line) >= Headline.FEWEST_WORDS
        && shapes.isHeading(line)
        && (line == 0 || reasons[line - 1] != null || !shapes.isProse(line - 1));
  }

  private String key(int line) {
    return Headline.key(text.string(), lines.start(line), lines.end(line));
  }

  private Set<String> words(int line) {
    return words(lines.start(line), lines.end(line));
  }

  private Set<String> words(int from, int to) {
    Set<String> words = new HashSet<>();
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || !text.isLetterOrDigit(i)) {
        if (i - start >= SHORTEST_WORD) {
          String word = text.string().substring(start, Math.min(i, start + STEM));
          words.add(word.toLowerCase(Locale.ROOT));
        }
        start = i + 1;
      }
    }
    return words;
  }
}
