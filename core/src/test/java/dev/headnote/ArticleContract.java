package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What every article keeps to, whatever its text is. */
final class ArticleContract {

  private ArticleContract() {}

  private record Part(int start, int end) {}

  /** A list's bullet, or the number signs of a heading in Markdown. */
  private static final Pattern MARK =
      Pattern.compile("#{1,6}|[-*+\u2022\u2043\u2023\u25E6\u25AA\u25CF\u25A0\u2219\u25B8\u25BA]");

  /**
   * Checks that sentences and furniture stand in order and apart, where they say that they do, that
   * no character is lost between them but white space, the marks of replies ({@code >}) and one
   * {@link #MARK} before a sentence, and that the clean text is the sentences', with such marks or
   * without.
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
    Set<Part> beside = new HashSet<>(furniture);
    String clean = withoutSpace(article.cleaned()).replace(">", "");
    Set<Integer> reached = Set.of(0);
    int at = 0;
    for (Part part : parts) {
      String lost = lost(text, at, part.start());
      if (beside.contains(part)) {
        assertThat(lost).as("lost before %s", part).isEmpty();
      } else {
        assertThat(lost.isEmpty() || MARK.matcher(lost).matches()).as("lost: " + lost).isTrue();
        // The clean text shows no marks of replies inside a sentence.
        String sentence = withoutSpace(text.substring(part.start(), part.end())).replace(">", "");
        reached = behind(sentence, lost, clean, reached);
      }
      at = part.end();
    }
    assertThat(lost(text, at, text.length())).as("lost at the end").isEmpty();
    assertThat(reached).as(clean).contains(clean.length());
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

  private static String lost(String text, int from, int to) {
    return withoutSpace(text.substring(from, to)).replace(">", "");
  }

  /** Where a sentence may end in the clean text, if those before it end at one of the places. */
  private static Set<Integer> behind(
      String sentence, String mark, String clean, Set<Integer> before) {
    Set<Integer> ends = new HashSet<>();
    for (int from : before) {
      for (String shown : List.of(sentence, mark + sentence)) {
        if (clean.startsWith(shown, from)) {
          ends.add(from + shown.length());
        }
      }
    }
    return ends;
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
