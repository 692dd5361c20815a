package dev.headnote.text.furniture;

import dev.headnote.text.rule.DateHeader;
import dev.headnote.text.rule.PlainLine;
import dev.headnote.text.rule.PlayingTimes;
import dev.headnote.text.sentence.CodeBlocks;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds lines that are content for sure by the order that a whole text keeps, so that no line of
 * them is judged by what was learned: turns of a talk, posts, numbered headings, and fenced code.
 * For one thread.
 */
final class ContentLines extends LinePass {

  /** Fewer lines with times make no talk. */
  private static final int FEWEST_TURNS = 3;

  /** Opens a time before what is said then, and stands for all of them; names may stand so, too. */
  private static final String BRACKET = "[";

  private static final int LONGEST_SPEAKER = 30;

  /** Shorter lines with a label are entries, as of a form. */
  private static final int FEWEST_SAID = 6;

  /** Fewer words below a time may be whoever posted. */
  private static final int FEWEST_POSTED = 4;

  /** Stands below a post of a thread. */
  private static final Set<String> ANSWERS =
      Set.of("reply", "quote", "reply quote", "reply with quote", "add a comment");

  private static final int LONGEST_ANSWER = 20;
  private static final int FEWEST_ANSWERS = 2;

  private static final int LONGEST_PART = 20;

  private final boolean[] content;

  ContentLines(CopiedLines copy) {
    super(copy);
    content = new boolean[lines.count()];
  }

  /** Returns for each line whether it is content; of marked lines nothing is said. */
  boolean[] find() {
    keepTurns();
    keepPosted();
    keepThread();
    keepParts();
    keepNumbered();
    keepCode();
    return content;
  }

  /** Keeps the lines of a talk: those that begin with who speaks, or with when, as others do. */
  private void keepTurns() {
    String[] labels = new String[lines.count()];
    Map<String, Integer> counts = new HashMap<>();
    int inBrackets = 0;
    for (int line = 0; line < labels.length; line++) {
      labels[line] = reasons[line] == null ? label(line) : "";
      counts.merge(labels[line], 1, Integer::sum);
      inBrackets += labels[line].startsWith(BRACKET) ? 1 : 0;
    }
    counts.remove("");
    long speakers = counts.values().stream().filter(count -> count > 1).count();
    for (int line = 0; line < labels.length; line++) {
      content[line] |=
          labels[line].startsWith(BRACKET)
              ? inBrackets >= FEWEST_TURNS
              : speakers > 1 && counts.getOrDefault(labels[line], 0) > 1;
    }
  }

  /** Whether what one may do with a post stands below several. */
  boolean isThread() {
    int answers = 0;
    for (int line = 0; line < content.length; line++) {
      if (lines.length(line) <= LONGEST_ANSWER
          && ANSWERS.contains(PlainLine.label(shapes.plain(line)))) {
        answers++;
      }
    }
    return answers >= FEWEST_ANSWERS;
  }

  /** Keeps the sentences of a thread. */
  private void keepThread() {
    boolean thread = isThread();
    for (int line = 0; line < content.length && thread; line++) {
      content[line] |= reasons[line] == null && shapes.isProse(line);
    }
  }

  /** Keeps the headings of a text's parts. */
  private void keepParts() {
    for (int line = 0; line < content.length; line++) {
      content[line] |=
          reasons[line] == null
              && lines.length(line) <= LONGEST_PART
              && Titles.isPart(shapes.plain(line));
    }
  }

  /** Keeps headings that are counted, each with running text below it. */
  private void keepNumbered() {
    int before = -1;
    for (int line = 0; line + 1 < content.length; line++) {
      int number = reasons[line] == null ? shapes.number(line) : -1;
      if (number < 0 || !shapes.isProse(line + 1)) {
        continue;
      }
      if (before >= 0 && shapes.number(before) == number - 1) {
        content[before] = true;
        content[line] = true;
      }
      before = line;
    }
  }

  /** Keeps fenced blocks whole, unless they hold most of the text: then it is no code. */
  private void keepCode() {
    CodeBlocks blocks = new CodeBlocks(text);
    blocks.begin(text.length());
    boolean[] code = new boolean[content.length];
    long held = 0;
    long all = 0;
    for (int line = 0; line < code.length; line++) {
      blocks.look(lines.start(line));
      code[line] = blocks.holds(lines.start(line));
      held += code[line] ? lines.length(line) : 0;
      all += lines.length(line);
    }
    for (int line = 0; line < code.length && 2 * held <= all; line++) {
      content[line] |= code[line];
    }
  }

  /** Keeps what is headed by a time of day, where more than one is: posts of a live blog. */
  private void keepPosted() {
    int first = -1;
    for (int line = 0; line + 1 < content.length; line++) {
      if (text.isDigit(lines.start(line)) && DateHeader.isTimeOfDay(shapes.plain(line))) {
        if (first >= 0) {
          content[first + 1] |= shapes.words(first + 1) >= FEWEST_POSTED;
          content[line + 1] |= shapes.words(line + 1) >= FEWEST_POSTED;
        }
        first = line;
      }
    }
  }

  /**
   * Returns what stands before a line's first colon, if it may be who speaks, or {@link #BRACKET}.
   */
  private String label(int line) {
    String plain = shapes.plain(line);
    int close = plain.charAt(0) == '[' ? plain.indexOf(']') : -1;
    if (close > 0
        && close + 2 < plain.length()
        && PlayingTimes.isStamp(plain.substring(0, close + 1))) {
      return BRACKET;
    }
    int colon = plain.indexOf(": ");
    return colon > 0 && colon <= LONGEST_SPEAKER && shapes.words(line) >= FEWEST_SAID
        ? plain.substring(0, colon)
        : "";
  }
}
