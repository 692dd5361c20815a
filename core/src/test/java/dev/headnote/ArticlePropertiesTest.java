package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.HeadnoteException.Code;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any text, page and bytes are an article that keeps to its contract. */
class ArticlePropertiesTest {

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void anyTextIsAnArticle(@ForAll("texts") String text, @ForAll("texts") String title) {
    ArticleContract.check(Article.of(text));
    ArticleContract.check(Article.of(title, text));
    assertThat(Article.of(text).text()).isEqualTo(text);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void anyPageIsAnArticle(@ForAll("pages") String page) {
    ArticleContract.check(Article.fromHtml(page));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void anyBytesAreAnArticleOrNamedAsNone(
      @ForAll("bytes") byte[] bytes, @ForAll("names") String name) {
    try {
      ArticleContract.check(Article.decode(bytes, name));
    } catch (HeadnoteException e) {
      assertThat(e.code()).isEqualTo(Code.INVALID_INPUT);
      assertThat(e).hasMessageStartingWith(name);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return ArticleTexts.all();
  }

  @Provide
  Arbitrary<String> pages() {
    return ArticleTexts.page();
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of("a", "a.txt", "a.HTML");
  }

  /** Texts in several encodings, cut off or with a byte changed, and bytes by chance. */
  @Provide
  Arbitrary<byte[]> bytes() {
    List<Charset> charsets =
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.ISO_8859_1,
            Charset.forName("UTF-32LE"),
            Charset.forName("windows-1252"));
    Arbitrary<byte[]> encoded =
        Combinators.combine(
                Arbitraries.oneOf(ArticleTexts.article(), ArticleTexts.page()),
                Arbitraries.of(charsets),
                Arbitraries.integers().between(0, 2000),
                Arbitraries.bytes())
            .as(
                (text, charset, at, change) -> {
                  byte[] all = text.getBytes(charset);
                  if (at < all.length) {
                    all[at] = change;
                  }
                  return all;
                });
    return Arbitraries.oneOf(encoded, Arbitraries.bytes().array(byte[].class).ofMaxSize(300));
  }
}
