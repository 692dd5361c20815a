package dev.headnote.text.sentence;

import dev.headnote.text.chars.ClassedText;

/**
 * Finds the blocks of code that Markdown sets between two lines of backticks or tildes. Asked for
 * lines in their order, it takes time linear in the text. For one thread.
 */
public final class CodeBlocks {

  private static final int FEWEST_SIGNS = 3;

  /** Longer rows count as this one, so that few searches in a text find nothing. */
  private static final int MOST_SIGNS = 8;

  private final ClassedText text;

  /** Where the part of the text ends that is read. */
  private int end;

  /** Where the block ends that was found last. */
  private int blockEnd;

  /** No line of so many backticks, or more, stands further down and nothing else in it. */
  private int missingTicks;

  /** As {@link #missingTicks}, of tildes. */
  private int missingTildes;

  public CodeBlocks(ClassedText text) {
    this.text = text;
  }

  /** Begins a part of the text, or all of it: no block goes on beyond its end. */
  public void begin(int partEnd) {
    end = partEnd;
    blockEnd = -1;
    missingTicks = Integer.MAX_VALUE;
    missingTildes = Integer.MAX_VALUE;
  }

  /** Whether the block found last goes on at {@code at}, or behind the line that ends there. */
  public boolean holds(int at) {
    return at <= blockEnd;
  }

  /** Finds the block, closed further down, that the line opens whose text begins at {@code at}. */
  public void look(int at) {
    int signs = signsEnd(at);
    int count = Math.min(signs - at, MOST_SIGNS);
    if (at <= blockEnd || count < FEWEST_SIGNS) {
      return;
    }
    boolean ticks = text.at(at) == '`';
    int lineEnd = text.nextNewline(at, end);
    // With another backtick in its line it opens words in a row: "```ls``` lists".
    if (count >= (ticks ? missingTicks : missingTildes)
        || (ticks && text.next('`', signs, lineEnd) < lineEnd)) {
      return;
    }
    int close = lineEnd;
    while (close < end) {
      int line = close + 1;
      close = text.nextNewline(line, end);
      if (closes(line, close, text.at(at), count)) {
        blockEnd = close;
        return;
      }
    }
    if (ticks) {
      missingTicks = count;
    } else {
      missingTildes = count;
    }
  }

  /** Whether a line has nothing but enough signs of one kind, behind marks of replies or none. */
  private boolean closes(int lineStart, int lineEnd, char sign, int count) {
    int at = lineStart;
    while (at < lineEnd && (text.at(at) == '>' || text.isBlank(at))) {
      at++;
    }
    if (at == lineEnd || text.at(at) != sign) {
      return false;
    }
    int signs = signsEnd(at);
    return signs - at >= count && text.skipBlank(signs, lineEnd) >= lineEnd;
  }

  /** Returns where the row of backticks or tildes ends that begins at {@code at}, or {@code at}. */
  private int signsEnd(int at) {
    int i = at;
    while (i < end && (text.at(i) == '`' || text.at(i) == '~') && text.at(i) == text.at(at)) {
      i++;
    }
    return i;
  }
}
