package dev.headnote.text.rule;

import dev.headnote.text.chars.ClassedText;
import java.util.Set;

/** Recognises labels run into the paragraphs behind them, such as "Why It Matters:". */
public final class RunIn {

  private static final int LONGEST_LABEL = 60;

  private static final int SHORTEST_SENTENCE = 20;
  private static final Set<String> LABELS = PhraseLists.set("run-in");

  private RunIn() {}

  /** Whether plain words are such a label. */
  static boolean isLabel(String label) {
    return LABELS.contains(label);
  }

  /** Returns where the text of a line begins after its label, or -1 if it has none. */
  public static int end(ClassedText text, int start, int end) {
    if (!text.isUpper(start)) {
      return -1;
    }
    int i = start;
    int stop = Math.min(end, start + LONGEST_LABEL);
    while (i < stop && text.at(i) != ':') {
      char c = text.at(i);
      if (!text.isLetter(i) && c != ' ' && c != '\'' && c != '\u2019' && c != ',') {
        return -1;
      }
      i++;
    }
    if (i >= stop) {
      return -1;
    }
    int next = text.skipBlank(i + 1, end);
    // What follows must be a sentence of its own.
    if (next == i + 1 || end - next < SHORTEST_SENTENCE || text.isLower(next)) {
      return -1;
    }
    String label = PlainLine.of(text.string(), start, i);
    return isLabel(label) || asksInCapitals(text, label, start, i) ? next : -1;
  }

  /** Whether a label is a question's word and more words, each with a capital. */
  private static boolean asksInCapitals(ClassedText text, String label, int start, int end) {
    if (!(label.startsWith("what ") || label.startsWith("why ") || label.startsWith("how "))) {
      return false;
    }
    int words = 0;
    for (int i = start; i < end; i++) {
      if (i == start || text.isBlank(i - 1)) {
        if (!text.isUpper(i)) {
          return false;
        }
        words++;
      }
    }
    return words >= 2 && words <= 5;
  }
}
