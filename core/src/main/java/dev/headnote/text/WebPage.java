package dev.headnote.text;

import dev.headnote.Span;
import dev.headnote.text.page.PageHead;
import dev.headnote.text.page.SourceMap;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@link HtmlExtractor} takes out of a web page: the article's title and text, what the page
 * says of it, and the way back from the text to the page's source.
 *
 * <p>What a page says for search engines and social networks (JSON-LD, Open Graph) is a claim that
 * its readers don't see; it is used where the page itself agrees. Immutable, and safe for any
 * number of threads. Keeps the page's source in memory.
 */
public final class WebPage {

  private final String html;
  private final PageHead head;
  private final String text;

  /** Computed at first use; a race computes the same value twice, which does no harm. */
  private volatile @Nullable SourceMap sources;

  WebPage(String html, PageHead head, String text) {
    this.html = html;
    this.head = head;
    this.text = text;
  }

  /** Returns the article's title, or an empty string. */
  public String title() {
    return head.title();
  }

  /** Returns the article's paragraphs, with a blank line between them. */
  public String text() {
    return text;
  }

  /** Returns who wrote it: names without "By", several with a comma between. */
  public Optional<String> byline() {
    return Optional.ofNullable(head.byline());
  }

  /** Returns when it was published, as the page writes it, which mostly is ISO 8601. */
  public Optional<String> published() {
    return Optional.ofNullable(head.published());
  }

  /** Returns its language, as the page writes it, which mostly is BCP 47. */
  public Optional<String> language() {
    return Optional.ofNullable(head.language());
  }

  /** Returns the page's source as it was given. */
  public String html() {
    return html;
  }

  /**
   * Returns where a part of {@link #text()} stands in {@link #html()}: the smallest part of the
   * source that holds all its characters, so with the tags between them. Exact to the character,
   * where an entity such as {@literal &}eacute; is one. If the part is nothing but the white space
   * between paragraphs, the range is empty.
   *
   * <p>The first call reads the page a second time, which takes longer than the first; later ones
   * only look it up.
   *
   * @param start offset of the part's first character in {@code text()}, in UTF-16 code units
   * @param end offset after its last character
   * @return offsets in {@code html()}, in UTF-16 code units
   * @throws IndexOutOfBoundsException if the part is not inside the text
   */
  public Span sourceRange(int start, int end) {
    Objects.checkFromToIndex(start, end, text.length());
    SourceMap map = sources;
    if (map == null) {
      map = HtmlExtractor.sources(html);
      sources = map;
    }
    return map.range(start, end);
  }

  @Override
  public String toString() {
    return "WebPage[" + title() + ", " + text.length() + " characters]";
  }
}
