package dev.headnote.text.page;

import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Says where the characters of a page's text nodes stand in its source, also where that writes them
 * as entities. The page must have been read with its positions tracked. For one thread.
 */
public final class NodePositions {

  /** Longer names of entities do not exist. */
  private static final int LONGEST_ENTITY = 40;

  private final String html;
  private int[] starts = {};
  private int[] ends = {};

  public NodePositions(String html) {
    this.html = html;
  }

  /** Turns to a text node: {@link #start} and {@link #end} then speak of its characters. */
  void turnTo(TextNode node) {
    String text = node.getWholeText();
    if (text.length() > starts.length) {
      starts = new int[text.length() * 2];
      ends = new int[starts.length];
    }
    Range range = node.sourceRange();
    if (!range.isTracked()) {
      fill(0, text.length(), TracedText.NOWHERE, TracedText.NOWHERE);
      return;
    }
    int from = Math.max(0, Math.min(html.length(), range.startPos()));
    int to = Math.max(from, Math.min(html.length(), range.endPos()));
    align(text, from, to);
  }

  /** Where the source of the node's character begins, or {@link TracedText#NOWHERE}. */
  int start(int i) {
    return starts[i];
  }

  /** Where the source of the node's character ends, or {@link TracedText#NOWHERE}. */
  int end(int i) {
    return ends[i];
  }

  private void align(String text, int from, int to) {
    int at = from;
    int i = 0;
    while (i < text.length()) {
      int entity = at < to && html.charAt(at) == '&' ? entityEnd(at, to) : at;
      String decoded =
          entity > at + 1 ? Parser.unescapeEntities(html.substring(at, entity), false) : "";
      if ((!decoded.isEmpty() && decoded.charAt(0) != '&') || decoded.equals("&")) {
        if (!text.startsWith(decoded, i)) {
          break;
        }
        fill(i, i + decoded.length(), at, entity);
        i += decoded.length();
        at = entity;
      } else if (at < to && html.charAt(at) == text.charAt(i)) {
        fill(i, i + 1, at, at + 1);
        i++;
        at++;
      } else if (at < to && isDropped(html.charAt(at), i)) {
        at++;
      } else {
        break;
      }
    }
    // What can't be followed stands somewhere in the node.
    fill(i, text.length(), Math.min(at, to), to);
  }

  /** Whether a page's reader drops a character: a null, or a line break that opens an element. */
  private static boolean isDropped(char c, int before) {
    return c == 0 || (before == 0 && (c == '\n' || c == '\r'));
  }

  private int entityEnd(int at, int to) {
    int stop = Math.min(to, at + LONGEST_ENTITY);
    int i = at + 1;
    if (i < stop && html.charAt(i) == '#') {
      i++;
    }
    while (i < stop && isAsciiLetterOrDigit(html.charAt(i))) {
      i++;
    }
    return i < stop && html.charAt(i) == ';' ? i + 1 : i;
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void fill(int from, int to, int start, int end) {
    for (int i = from; i < to; i++) {
      starts[i] = start;
      ends[i] = end;
    }
  }
}
