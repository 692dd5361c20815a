package dev.headnote.text.page;

import dev.headnote.text.chars.Chars;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

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
    new Shingler() {
      @Override
      void shingle(int hash) {
        shingles.add(hash);
      }
    }.read(text);
  }

  /** Compares a paragraph of the page. */
  void see(Element paragraph) {
    StringBuilder beginning = new StringBuilder();
    int length = beginningOf(paragraph, beginning);
    int[] counts = new int[2];
    new Shingler() {
      @Override
      void shingle(int hash) {
        counts[0]++;
        counts[1] += shingles.contains(hash) ? 1 : 0;
      }
    }.read(beginning.toString());
    if (counts[1] > counts[0] * ALIKE) {
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
        new org.jsoup.select.NodeVisitor() {
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

  /** Cuts a text into overlapping rows of words, each as a number. */
  private abstract static class Shingler {

    abstract void shingle(int hash);

    final void read(String text) {
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
          int row = 0;
          for (int back = SHINGLE; back > 0; back--) {
            row = row * 1_000_003 + last[(words - back) % SHINGLE];
          }
          shingle(row);
        }
      }
    }
  }
}
