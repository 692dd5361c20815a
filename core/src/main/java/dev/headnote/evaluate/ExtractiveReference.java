package dev.headnote.evaluate;

import dev.headnote.Sentence;
import dev.headnote.text.SentenceSplitter;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the sentences of an article that a reference consists of, if it does. Stateless. */
final class ExtractiveReference {

  /** No-break spaces among it, which copies have where the article has others. */
  private static final Pattern WHITE_SPACE =
      Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private ExtractiveReference() {}

  /**
   * Finds each line of the reference in the article, or each sentence of the line; white space
   * counts alike. As others may part sentences elsewhere, one that is covered by half counts.
   *
   * @return the indexes of the sentences; empty if some of the reference is not in the article
   */
  static BitSet sentences(List<Sentence> article, String reference) {
    StringBuilder prose = new StringBuilder();
    int[] ends = new int[article.size()];
    for (int i = 0; i < ends.length; i++) {
      prose.append(folded(article.get(i).text()));
      ends[i] = prose.length();
      prose.append(' ');
    }
    String text = prose.toString();
    BitSet covered = new BitSet(text.length());
    List<String> lines = reference.lines().filter(line -> !line.isBlank()).toList();
    for (String line : lines) {
      if (!cover(text, line, covered)
          && !SentenceSplitter.split(line).stream()
              .allMatch(span -> cover(text, line.substring(span.start(), span.end()), covered))) {
        return new BitSet();
      }
    }
    BitSet found = new BitSet(ends.length);
    int start = 0;
    for (int i = 0; i < ends.length; i++) {
      found.set(i, 2 * covered.get(start, ends[i]).cardinality() >= Math.max(1, ends[i] - start));
      start = ends[i] + 1;
    }
    return found;
  }

  /** The text on one line, a single space for any white space within it. */
  private static String folded(String text) {
    return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
  }

  private static boolean cover(String text, String part, BitSet covered) {
    String wanted = folded(part);
    int at = text.indexOf(wanted);
    if (at < 0) {
      return false;
    }
    covered.set(at, at + wanted.length());
    return true;
  }
}
