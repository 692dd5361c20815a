package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.headnote.text.Furniture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What every article keeps to, whatever its text is. */
final class ArticleContract {

  private ArticleContract() {}

  private record Part(int start, int end) {}

  /**
   * Checks that sentences and furniture stand in order and apart, where they say that they do, that
   * no character is lost between them but white space and the marks of replies ({@code >}), and
   * that the clean text is the sentences'.
   */
  static void check(Article article) {
    String text = article.text();
    List<Part> parts = new ArrayList<>();
    for (Sentence sentence : article.sentences()) {
      assertThat(sentence.text()).isEqualTo(text.substring(sentence.start(), sentence.end()));
      assertThat(sentence.text()).isNotBlank();
      assertThat(sentence.index()).isEqualTo(parts.size());
      parts.add(new Part(sentence.start(), sentence.end()));
    }
    assertApart(parts, text);
    List<Part> furniture = new ArrayList<>();
    for (Furniture piece : article.furniture()) {
      furniture.add(new Part(piece.start(), piece.end()));
    }
    assertApart(furniture, text);
    parts.addAll(furniture);
    parts.sort(Comparator.comparingInt(Part::start));
    assertApart(parts, text);
    int at = 0;
    for (Part part : parts) {
      assertBlank(text, at, part.start());
      at = part.end();
    }
    assertBlank(text, at, text.length());
    assertThat(withoutSpace(article.cleaned())).isEqualTo(withoutSpace(sentences(article)));
    assertThat(article.title()).isNotNull();
  }

  private static void assertApart(List<Part> parts, String text) {
    int end = 0;
    for (Part part : parts) {
      if (part.start() < end || part.end() <= part.start() || part.end() > text.length()) {
        fail("%s after %d in %d characters", part, end, text.length());
      }
      assertNotWithinACharacter(text, part.start());
      assertNotWithinACharacter(text, part.end());
      end = part.end();
    }
  }

  /** No offset lies between the halves of a surrogate pair. */
  private static void assertNotWithinACharacter(String text, int offset) {
    if (offset > 0 && offset < text.length()) {
      if (Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset))) {
        fail("an offset within a character: %d", offset);
      }
    }
  }

  private static void assertBlank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != '>' && !isSpace(c)) {
        fail("U+%04X at %d is lost", (int) c, i);
      }
    }
  }

  private static String sentences(Article article) {
    StringBuilder all = new StringBuilder();
    article.sentences().forEach(sentence -> all.append(sentence.text()));
    return all.toString();
  }

  private static String withoutSpace(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.chars().filter(c -> !isSpace((char) c)).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  /** White space and what shows nothing: controls, zero-width spaces, marks of direction. */
  private static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || c == '\uFEFF'
        || c == '\u200B'
        || c == '\u2060'
        || c == '\u200E'
        || c == '\u200F'
        || c == '\u061C';
  }
}
