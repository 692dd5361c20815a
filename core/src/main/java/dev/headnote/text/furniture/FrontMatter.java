package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the block of fields that a Markdown file of a site generator opens with: YAML between lines
 * of "---", or TOML between lines of "+++" (jekyllrb.com/docs/front-matter,
 * gohugo.io/content-management/front-matter). For one thread.
 */
final class FrontMatter extends LinePass {

  private static final int MOST_LINES = 60;
  private static final int LONGEST_KEY = 40;
  private static final String TITLE = "title";

  private @Nullable Span title;
  private int end;

  FrontMatter(CopiedLines copy) {
    super(copy);
  }

  /** Where the value of the field "title" stands, without its quotes, once it is marked. */
  @Nullable Span title() {
    return title;
  }

  /** The line below the block; the first one if there is none. */
  int end() {
    return end;
  }

  /** Marks the block, if the text opens with one. */
  void mark() {
    String fence = lines.count() == 0 ? "" : line(0);
    if (!fence.equals("---") && !fence.equals("+++")) {
      return;
    }
    char separator = fence.equals("---") ? ':' : '=';
    int last = Math.min(lines.count(), MOST_LINES);
    int close = 1;
    Span found = null;
    while (close < last && !line(close).equals(fence)) {
      int key = isListItem(close) ? 0 : keyLength(close, separator);
      if (key < 0) {
        return;
      }
      if (found == null && line(close).substring(0, key).strip().equalsIgnoreCase(TITLE)) {
        found = value(close, key + 1);
      }
      close++;
    }
    if (close > 1 && close < last) {
      for (int i = 0; i <= close; i++) {
        reasons[i] = Reason.ATTRIBUTION;
      }
      title = found;
      end = close + 1;
    }
  }

  private String line(int line) {
    return text.string().substring(lines.start(line), lines.end(line));
  }

  /** Whether a line is an item of a list, what belongs to the field above, or a comment. */
  private boolean isListItem(int line) {
    int start = lines.start(line);
    boolean indented = start > 0 && (text.at(start - 1) == ' ' || text.at(start - 1) == '\t');
    return indented || text.string().startsWith("- ", start) || text.at(start) == '#';
  }

  /** How long the name of a field is that a line opens with, or -1 if it is no field. */
  private int keyLength(int line, char separator) {
    int start = lines.start(line);
    int stop = Math.min(lines.end(line), start + LONGEST_KEY);
    int at = start;
    while (at < stop && (text.isLetterOrDigit(at) || text.at(at) == '_' || text.at(at) == '-')) {
      at++;
    }
    int key = at - start;
    while (at < stop && text.at(at) == ' ') {
      at++;
    }
    return key > 0 && at < stop && text.at(at) == separator ? at - start : -1;
  }

  /** What stands behind a field's separator, or null if that is nothing. */
  private @Nullable Span value(int line, int from) {
    int start = text.skipBlank(lines.start(line) + from, lines.end(line));
    int end = lines.end(line);
    boolean quoted =
        end - start >= 2
            && (text.at(start) == '"' || text.at(start) == '\'')
            && text.at(start) == text.at(end - 1);
    if (quoted) {
      start++;
      end--;
    }
    return start < end ? new Span(start, end) : null;
  }
}
