package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any text, page and bytes make an article that keeps to its contract, within two seconds. As a
 * test, over a few inputs; docs/fuzzing.md says how to search for more.
 */
class ArticleFuzzTest {

  static Stream<byte[]> texts() {
    return Stream.of(
            """
            • Fri. Nov 22nd, 2024

            Harbour strike ends

            ByNavdeep Yadav
            LONDON (Reuters) - Dr. Smith said: "It is over." He left at 5 p.m. on Monday...

            [ad_1]
            See Also: Ten ports to see
            What Happened: The U.S. union agreed, e.g. on pay - see p. 4.

            - one item
            - another item
            1. A first
            2. A second

            Photo: J. Doe/Agency
            Follow us on Twitter
            Originally from the Daily News
            """,
            "Home > News > World\nName | Age | City\nA | 1 | Rome\nB | 2 | Oslo\n\n© 2024 X Ltd.",
            "“Why?” she asked.  ‘No!’ – he said …\u3000それは。本当\u06d4 \u05d0\u05d1. \ud83d\ude00 End",
            "\r\n\u2028\u0085.\f\u000b!?\u2026\u200b\ufeff",
            "\u05d0\u05d1.\u200f \u05d2\u05d3.\u061c\u200e End.\u200f",
            "A. B. C. D.\n\n\n1.2.3 4.\t5)\n(vi) X\n* * *\n=====\n-----")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = "10m")
  void text(byte[] bytes) {
    String text = anyString(bytes);
    TimeLimit.check(() -> ArticleContract.check(Article.of(text)));
    int half = text.length() / 2;
    TimeLimit.check(
        () -> ArticleContract.check(Article.of(text.substring(0, half), text.substring(half))));
  }

  static Stream<byte[]> pages() {
    return Stream.of(
            """
            <!DOCTYPE html><html lang=en><head><meta charset="utf-8"><title>Storm &amp; sea | Site</title>
            <meta property="og:title" content="Storm"><meta name=author content="A. B."></head>
            <body><nav class="menu"><ul><li><a href="/">Home</a></ul></nav><article class="post-content">
            <h1>Storm</h1><p class=byline>By A. B.</p><p>The storm came, and the sea rose by three metres, the
            harbour master said on Monday.</p><figure><img src=x><figcaption>Sea</figcaption></figure>
            <table><tr><td>1<td>2</table><blockquote>It <b>rose</b><br>fast.</blockquote>
            <ol><li>one<li>two</ol><pre>a  b</pre><div style="display: none">hidden</div></article>
            <div id="comments">No.</div><footer>&copy; 2024</footer><script>var a = "<p>";</script></body></html>
            """,
            "<p>a<p>b<div><span>c</div></p><!-- <p> --><![CDATA[x]]>&#x1F600;&#xD800;&nbsp;&bogus;",
            "<template><svg><title>t</title></svg><math><mi>x</math></template><select><option>o",
            "<frameset><frame></frameset>",
            "plain text, no tag at all")
        .map(page -> page.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("pages")
  @FuzzTest(maxDuration = "10m")
  void html(byte[] bytes) {
    String page = anyString(bytes);
    TimeLimit.check(() -> ArticleContract.check(Article.fromHtml(page)));
  }

  static Stream<byte[]> files() {
    String text = "<html><meta charset=iso-8859-2><p>Zażółć gęślą jaźń, he said. “So?”";
    return Stream.of(
        text.getBytes(StandardCharsets.UTF_8),
        ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
        text.getBytes(StandardCharsets.UTF_16),
        "caf\u00e9 \u0093quoted\u0094 na\u00efve".getBytes(StandardCharsets.ISO_8859_1),
        new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, 'a', 0, 0, 0},
        new byte[] {'P', 'K', 3, 4},
        new byte[] {0x1F, (byte) 0x8B, 8, 0});
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "10m")
  void bytes(byte[] bytes) {
    for (String name : new String[] {"article", "article.txt", "article.html"}) {
      TimeLimit.check(
          () -> {
            try {
              ArticleContract.check(Article.decode(bytes, name));
            } catch (HeadnoteException e) {
              assertThat(e.code()).isEqualTo(HeadnoteException.Code.INVALID_INPUT);
              assertThat(e).hasMessageStartingWith(name);
            }
          });
    }
  }

  /** As UTF-8, but a byte that is none becomes half of a surrogate pair. */
  private static String anyString(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    StringBuilder any = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      any.append(c == '\uFFFD' ? (char) (Character.MIN_SURROGATE + i * 37 % 0x800) : c);
    }
    return any.toString();
  }
}
