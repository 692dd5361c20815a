package dev.headnote.text.page;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import dev.headnote.text.rule.LineRules;
import dev.headnote.text.rule.PlainLine;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Writes the text of elements, a paragraph a block. For one thread. */
final class PageRenderer {

  /** Rows of more cells than this are written a cell a paragraph. */
  private static final int MOST_CELLS = 30;

  private static final int LONGEST_CELL = 60;

  private final String title;
  private final Set<Element> leftOut;
  private final @Nullable NodePositions positions;
  private final TracedText paragraph = new TracedText();
  private final TracedText headings = new TracedText();
  private int heading;
  private int preformatted;

  /**
   * @param title the article's title, which is not written
   * @param leftOut elements that are passed over with all that is in them
   * @param positions where text nodes stand in the page's source, or null if none asks for that
   */
  PageRenderer(String title, Set<Element> leftOut, @Nullable NodePositions positions) {
    this.leftOut = leftOut;
    this.positions = positions;
    this.title = title.isEmpty() ? "" : PlainLine.of(title, 0, title.length());
  }

  void render(Element root, TracedText out) {
    NodeTraversor.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
              append(text);
            } else if (node instanceof Element element) {
              if (leftOut.contains(element)) {
                return FilterResult.SKIP_ENTIRELY;
              }
              open(element, out);
            }
            return FilterResult.CONTINUE;
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
              close(element, out);
            }
            return FilterResult.CONTINUE;
          }
        },
        root);
    flush(out);
  }

  private void open(Element element, TracedText out) {
    String name = element.normalName();
    if (name.equals("br")) {
      trimEnd();
      paragraph.append('\n');
    } else if (isCellOfRow(element)) {
      trimEnd();
      paragraph.append('\t');
    } else if (ElementStats.isBlock(name)) {
      flush(out);
      heading += isHeading(name) ? 1 : 0;
      preformatted += name.equals("pre") ? 1 : 0;
    }
  }

  private void close(Element element, TracedText out) {
    String name = element.normalName();
    if (ElementStats.isBlock(name) && !isCellOfRow(element)) {
      flush(out);
      heading -= isHeading(name) ? 1 : 0;
      preformatted -= name.equals("pre") ? 1 : 0;
    }
  }

  static boolean isHeading(String name) {
    return name.length() == 2 && name.charAt(0) == 'h' && Chars.isDigit(name.charAt(1));
  }

  /** Whether an element is a cell of a table of short values, whose rows are lines. */
  private boolean isCellOfRow(Element element) {
    String name = element.normalName();
    if (!name.equals("td") && !name.equals("th")) {
      return false;
    }
    Element row = element.parent();
    if (row == null) {
      return false;
    }
    int cells = 0;
    Element cell = row.firstElementChild();
    while (cell != null && cells <= MOST_CELLS && (leftOut.contains(cell) || isShortCell(cell))) {
      cells++;
      cell = cell.nextElementSibling();
    }
    return cell == null && cells >= 2 && cells <= MOST_CELLS;
  }

  private boolean isShortCell(Element cell) {
    int chars = 0;
    int nodes = 0;
    Node node = cell.firstChild();
    while (node != null && chars <= LONGEST_CELL && nodes <= MOST_CELLS) {
      if (node instanceof TextNode text) {
        chars += text.getWholeText().length();
      } else if (node instanceof Element element) {
        if (element.firstElementChild() != null || ElementStats.isBlock(element.normalName())) {
          return false;
        }
        chars += element.ownText().length();
      }
      nodes++;
      node = node.nextSibling();
    }
    return node == null && chars <= LONGEST_CELL;
  }

  private void append(TextNode node) {
    String text = node.getWholeText();
    if (positions != null) {
      positions.turnTo(node);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (preformatted > 0 || !Chars.isBlank(c)) {
        append(c, i);
      } else {
        int last = paragraph.length() - 1;
        if (last >= 0 && !Chars.isBlank(paragraph.charAt(last))) {
          append(' ', i);
        }
      }
    }
  }

  private void append(char c, int i) {
    if (positions == null) {
      paragraph.append(c);
    } else {
      paragraph.append(c, positions.start(i), positions.end(i));
    }
  }

  private void trimEnd() {
    int length = paragraph.length();
    while (length > 0 && paragraph.charAt(length - 1) == ' ') {
      length--;
    }
    paragraph.setLength(length);
  }

  private void flush(TracedText out) {
    paragraph.stripEnd();
    int start = 0;
    while (start < paragraph.length() && Character.isWhitespace(paragraph.charAt(start))) {
      start++;
    }
    if (start < paragraph.length() && !isPassedOver(start)) {
      if (heading == 0) {
        out.append(headings, 0, headings.length());
        headings.setLength(0);
      }
      // A heading stays only if text follows.
      TracedText into = heading > 0 ? headings : out;
      into.append(paragraph, start, paragraph.length());
      into.append('\n');
      into.append('\n');
    }
    paragraph.setLength(0);
  }

  private boolean isPassedOver(int start) {
    if (paragraph.length() - start > LineRules.LONGEST) {
      return false;
    }
    String text = paragraph.toString();
    String plain = PlainLine.of(text, start, text.length());
    return plain.isEmpty() || plain.equals(title) || isFurniture(LineRules.of(plain));
  }

  private static boolean isFurniture(@Nullable Reason reason) {
    return reason == Reason.ADVERTISEMENT
        || reason == Reason.SHARE_BAR
        || reason == Reason.RELATED_LINK
        || reason == Reason.PROMOTION
        || reason == Reason.SHORTCODE
        || reason == Reason.SEPARATOR;
  }
}
