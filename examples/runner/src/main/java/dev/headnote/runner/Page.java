package dev.headnote.runner;

import java.util.Locale;

/**
 * Lays out what a person reads: lines wrapped at a width, bold only where a terminal shows it. For
 * one thread.
 */
final class Page {

  private static final String BOLD = "\u001B[1m";
  private static final String PLAIN = "\u001B[0m";
  private static final int BAR = 10;

  private final StringBuilder text = new StringBuilder();
  private final int columns;
  private final boolean styled;

  Page(int columns, boolean styled) {
    this.columns = columns;
    this.styled = styled;
  }

  /** Adds wrapped lines of prose. */
  Page paragraph(String prose) {
    return paragraph(prose, 0);
  }

  /** Adds wrapped lines of prose, set in by so many columns. */
  Page paragraph(String prose, int indent) {
    wrap(prose, indent, "", "");
    return this;
  }

  /** Adds wrapped lines that stand out. */
  Page heading(String words) {
    wrap(words, 0, styled ? BOLD : "", styled ? PLAIN : "");
    return this;
  }

  /** Adds a line as it is, however long. */
  Page line(String line) {
    text.append(printable(line)).append('\n');
    return this;
  }

  /** Adds lines as they are, for text that is to be used as text. */
  Page lines(String lines) {
    lines.lines().forEach(this::line);
    return this;
  }

  /** Parts what comes from what is there; nothing at the top of the page. */
  Page gap() {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    return this;
  }

  /** Adds a named share of one, with a bar. */
  Page share(String name, int nameColumns, double share) {
    int full = (int) Math.round(Math.max(0, Math.min(1, share)) * BAR);
    String padding = " ".repeat(Math.max(0, nameColumns - length(name)));
    String bar = "█".repeat(full) + "░".repeat(BAR - full);
    return line(String.format(Locale.ROOT, "  %s%s  %s %3.0f %%", name, padding, bar, share * 100));
  }

  private void wrap(String prose, int indent, String before, String after) {
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : printable(prose).strip().split("\\s+")) {
      int length = length(word);
      if (used > 0 && indent + used + 1 + length > columns) {
        flush(line, indent, before, after);
        used = 0;
      }
      line.append(used > 0 ? " " : "").append(word);
      used += (used > 0 ? 1 : 0) + length;
    }
    flush(line, indent, before, after);
  }

  private void flush(StringBuilder line, int indent, String before, String after) {
    text.append(" ".repeat(indent)).append(before).append(line).append(after).append('\n');
    line.setLength(0);
  }

  private static int length(String word) {
    return word.codePointCount(0, word.length());
  }

  /** White space and control characters, which could steer the terminal, become spaces. */
  static String printable(String words) {
    return words.replaceAll("[\\p{Cc}\\u2028\\u2029]", " ");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
