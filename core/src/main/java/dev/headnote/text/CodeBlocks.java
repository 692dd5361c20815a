package dev.headnote.text;

/**
 * Finds the blocks of code that Markdown sets between two lines of backticks or tildes. Asked for
 * lines in their order, it takes time linear in the text. For one thread.
 */
final class CodeBlocks {

  private static final int FEWEST_SIGNS = 3;

  private final ClassedText text;

  /** Where the part of the text ends that is read. */
  private int end;

  /** Where the block ends that was found last. */
  private int blockEnd;

  /** From here on no line of backticks closes a block. */
  private int openTicks;

  /** From here on no line of tildes closes a block. */
  private int openTildes;

  CodeBlocks(ClassedText text) {
    this.text = text;
  }

  void begin(int partEnd) {
    end = partEnd;
    blockEnd = -1;
    openTicks = Integer.MAX_VALUE;
    openTildes = Integer.MAX_VALUE;
  }

  /** Whether the block found last goes on at {@code at}, or behind the line that ends there. */
  boolean holds(int at) {
    return at <= blockEnd;
  }

  /** Finds the block, closed further down, that the line opens whose text begins at {@code at}. */
  void look(int at) {
    int signs = signsEnd(at);
    if (at <= blockEnd || signs - at < FEWEST_SIGNS) {
      return;
    }
    boolean ticks = text.at(at) == '`';
    int lineEnd = text.nextNewline(at, end);
    // With another backtick in its line it opens words in a row: "```ls``` lists".
    if (at >= (ticks ? openTicks : openTildes) || (ticks && hasTick(signs, lineEnd))) {
      return;
    }
    int close = lineEnd;
    while (close < end) {
      int line = close + 1;
      close = text.nextNewline(line, end);
      if (closes(line, close, text.at(at))) {
        blockEnd = close;
        return;
      }
    }
    if (ticks) {
      openTicks = at;
    } else {
      openTildes = at;
    }
  }

  /** Whether a line has nothing but enough signs of one kind, behind marks of replies or none. */
  private boolean closes(int lineStart, int lineEnd, char sign) {
    int at = lineStart;
    while (at < lineEnd && (text.at(at) == '>' || text.isBlank(at))) {
      at++;
    }
    if (at == lineEnd || text.at(at) != sign) {
      return false;
    }
    int signs = signsEnd(at);
    return signs - at >= FEWEST_SIGNS && text.skipBlank(signs, lineEnd) >= lineEnd;
  }

  private boolean hasTick(int from, int to) {
    int i = from;
    while (i < to && text.at(i) != '`') {
      i++;
    }
    return i < to;
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
