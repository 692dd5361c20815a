package dev.headnote.text.page;

import dev.headnote.text.chars.Chars;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * What a page's structured data gives as the article's text, compared with the paragraphs that are
 * to be seen. It only says where to look: none of its words is ever taken. For one thread.
 */
@SuppressWarnings("ReferenceEquality") // Elements are equal to themselves alone.
final class StatedBody {

  /** How many words in a row are compared. */
  private static final int SHINGLE = 4;

  /** How much of a paragraph is compared, in characters and in nodes. */
  private static final int COMPARED = 300;

  /** What share of a paragraph's beginning must be in the text for the paragraph to be. */
  private static final double ALIKE = 0.6;

  /** What share of the text the paragraphs must hold for it to be trusted. */
  private static final double SEEN = 0.5;

  /** What share of those paragraphs must be in the element. */
  private static final double HELD = 0.8;

  private final Set<Integer> shingles = new HashSet<>();
  private final int chars;
  private final IdentityHashMap<Element, Integer> paragraphs = new IdentityHashMap<>();
  private int seen;

  StatedBody(String text) {
    chars = text.length();
    forEachShingle(text, shingles::add);
  }

  /** Compares a paragraph of the page. */
  void see(Element paragraph) {
    StringBuilder beginning = new StringBuilder();
    int length = beginningOf(paragraph, beginning);
    List<Integer> compared = new ArrayList<>();
    forEachShingle(beginning.toString(), compared::add);
    long shared = compared.stream().filter(shingles::contains).count();
    if (shared > compared.size() * ALIKE) {
      paragraphs.put(paragraph, length);
      seen += length;
    }
  }

  /**
   * Returns the smallest element that holds most of the text, if that is to be seen and not in the
   * element that was found; else the latter.
   *
   * @param body the page's body
   */
  Element holderBesides(Element found, Element body) {
    if (seen < chars * SEEN) {
      return found;
    }
    IdentityHashMap<Element, Integer> held = new IdentityHashMap<>(paragraphs);
    Element[] smallest = {body};
    NodeTraversor.traverse(
        new NodeVisitor() {
          private boolean done;

          @Override
          public void head(Node node, int depth) {}

          @Override
          public void tail(Node node, int depth) {
            Integer own = node instanceof Element element ? held.get(element) : null;
            if (own == null) {
              return;
            }
            if (!done && own >= seen * HELD) {
              smallest[0] = (Element) node;
              done = true;
            }
            if (node != body && node.parent() instanceof Element parent) {
              held.merge(parent, own, Integer::sum);
            }
          }
        },
        body);
    return held.getOrDefault(found, 0) >= seen * HELD ? found : smallest[0];
  }

  /** Writes an element's first characters, and returns how many it has in about all. */
  private static int beginningOf(Element element, StringBuilder beginning) {
    int[] chars = new int[2];
    NodeTraversor.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
              String own = text.getWholeText();
              chars[0] += own.length();
              beginning.append(
                  own, 0, Math.min(own.length(), Math.max(0, COMPARED - beginning.length())));
            }
            chars[1]++;
            return chars[1] >= COMPARED ? FilterResult.STOP : FilterResult.CONTINUE;
          }
        },
        element);
    return chars[0];
  }

  /** Hands on the hash of each run of {@link #SHINGLE} words of a text; the runs overlap. */
  private static void forEachShingle(String text, IntConsumer action) {
    int[] last = new int[SHINGLE];
    int words = 0;
    int i = 0;
    while (i < text.length()) {
      int hash = 0;
      int start = i;
      while (i < text.length() && Chars.isLetterOrDigit(text.charAt(i))) {
        hash = hash * 31 + Character.toLowerCase(text.charAt(i));
        i++;
      }
      if (i == start) {
        i++;
        continue;
      }
      last[words % SHINGLE] = hash;
      words++;
      if (words >= SHINGLE) {
        int shingle = 0;
        for (int back = SHINGLE; back > 0; back--) {
          shingle = shingle * 1_000_003 + last[(words - back) % SHINGLE];
        }
        action.accept(shingle);
      }
    }
  }
}
