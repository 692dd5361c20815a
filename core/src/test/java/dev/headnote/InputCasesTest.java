package dev.headnote;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The table "Encodings and sizes" of docs/input.md, row by row, from bytes to the digest. */
@Tag("model")
class InputCasesTest {

  private static final String TEXT =
      "The central bank raised its rate by half a point \u2013 to 4 % \u2013 on Thursday. Caf\u00e9"
          + " owners were \u201cupset\u201d. Shares of lenders rose.";

  private static Headnote instant = Headnote.builder().model("instant").build();
  private static Headnote transformer = instant;

  @TempDir private Path folder;

  private final Map<String, Executable> cases = new LinkedHashMap<>();

  @BeforeAll
  static void open() {
    transformer = Headnote.builder().model("minilm-l6").build();
  }

  @AfterAll
  static void close() {
    instant.close();
    transformer.close();
  }

  @TestFactory
  List<DynamicTest> doesWhatItsDocumentSays() throws IOException {
    cases.put("UTF-8", () -> assertReads(TEXT.getBytes(UTF_8)));
    cases.put("byte order mark", this::byteOrderMark);
    cases.put("UTF-16 without a mark", this::utf16WithoutAMark);
    cases.put("Windows-1252", () -> assertReads(TEXT.getBytes(Charset.forName("windows-1252"))));
    cases.put("a page in another encoding", this::declaredPage);
    cases.put("few invalid bytes", this::fewInvalidBytes);
    cases.put(
        "other encodings",
        () ->
            assertRefused(
                "\u5e02\u9577\u306f\u6708\u66dc\u65e5\u3002".getBytes(Charset.forName("Shift_JIS")),
                "neither UTF-8, UTF-16 nor Windows-1252"));
    cases.put("files that are no text", this::noText);
    cases.put("NUL", this::nul);
    cases.put(
        "combining marks",
        () ->
            assertSentences(
                "Cafe\u0301s closed. Nai\u0308ve owners wept. A\u030a.", "Cafe\u0301s closed.",
                "Nai\u0308ve owners wept.", "A\u030a."));
    cases.put(
        "surrogate pairs",
        () ->
            assertSentences(
                "It is \ud83d\ude00 here. \ud842\udfb7\u5bb6\u3002\ud842\udfb7\u3002",
                "It is \ud83d\ude00 here.",
                "\ud842\udfb7\u5bb6\u3002",
                "\ud842\udfb7\u3002"));
    cases.put(
        "unpaired surrogates",
        () -> {
          assertSentences("One \ud800 half. \udc00 Two.", "One \ud800 half.", "\udc00 Two.");
          byte[] bytes =
              join(
                  "\u00fcn\u00efc\u00f6d\u00e9 ".repeat(9).getBytes(UTF_8),
                  bytes(0xed, 0xa0, 0x80));
          assertThat(Article.decode(bytes, "x").text()).contains("\ufffd").doesNotContain("\ud800");
        });
    cases.put(
        "directional and zero-width marks",
        () ->
            assertSentences(
                "\u202bA\u200f b\u200b c.\u202c The \u2066next\u2069 one.",
                "\u202bA\u200f b\u200b c.\u202c",
                "The \u2066next\u2069 one."));
    cases.put("line ends", this::lineEnds);
    cases.put("empty text", () -> assertHoldsNothing(""));
    cases.put("white space only", () -> assertHoldsNothing(" \n\t\r\n \u00a0\u200b\u3000\u0000"));
    cases.put(
        "one sentence",
        () ->
            assertThat(instant.digest(Article.of("It rained.")).summary().text())
                .isEqualTo("It rained."));
    cases.put("a line of 10 MB", this::longLine);
    cases.put("one sentence of 100,000 words", this::longSentence);
    cases.put("longer than the limit", this::longerThanTheLimit);
    // The command line's: see InputRowsTest there.
    cases.put("rows (JSON lines) that aren't UTF-8 or JSON", () -> {});
    assertThat(cases.keySet()).isEqualTo(documented());
    return cases.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), each.getValue()))
        .toList();
  }

  /** The first cells of the table. */
  private static Set<String> documented() throws IOException {
    List<String> lines =
        Files.readAllLines(SeedFiles.seeds().resolveSibling("docs").resolve("input.md"));
    int table = lines.indexOf("| given | result |");
    Set<String> names = new LinkedHashSet<>();
    for (int i = table + 2; lines.get(i).startsWith("| "); i++) {
      names.add(lines.get(i).substring(2, lines.get(i).indexOf(" |")));
    }
    return names;
  }

  private void byteOrderMark() {
    for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      assertReads(("\ufeff" + TEXT).getBytes(Charset.forName(charset)));
    }
  }

  private void utf16WithoutAMark() {
    assertReads(TEXT.getBytes(UTF_16LE));
    assertReads(TEXT.getBytes(UTF_16BE));
    assertRefused("\u5e02\u957f\u5468\u4e00\u5ba3\u5e03\u3002".getBytes(UTF_16LE), "isn't a text");
  }

  private void declaredPage() {
    String word = "\u041f\u0440\u0438\u0432\u0435\u0442 \u043c\u0438\u0440. ";
    byte[] page =
        ("<html><head><meta charset=\"windows-1251\"></head><body><p>" + word.repeat(9) + "</p>")
            .getBytes(Charset.forName("windows-1251"));
    assertThat(Article.decode(page, "x.html").text()).contains(word.strip());
  }

  private void fewInvalidBytes() {
    byte[] good = TEXT.repeat(5).getBytes(UTF_8);
    Article repaired = Article.decode(join(good, bytes(0xff, ' '), good), "x");
    assertThat(repaired.text()).isEqualTo(TEXT.repeat(5) + "\ufffd " + TEXT.repeat(5));
    assertKeepsEverything(repaired);
    Article western =
        Article.decode(join("Caf".getBytes(UTF_8), bytes(0xe9), " words.".getBytes(UTF_8)), "x");
    assertThat(western.text()).isEqualTo("Caf\u00e9 words.");
    Article cut = Article.decode(join("Plain words ".getBytes(UTF_8), bytes(0xe2, 0x80)), "x");
    assertThat(cut.text()).isEqualTo("Plain words \ufffd");
  }

  private void noText() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(TEXT.getBytes(UTF_8));
    }
    assertRefused(packed.toByteArray(), "gzip");
    assertRefused("%PDF-1.7\nwords".getBytes(UTF_8), "PDF");
    assertRefused(bytes(1, 2, 3, 4), "isn't a text");
  }

  private void nul() {
    byte[] text = TEXT.repeat(20).getBytes(UTF_8);
    Article article = Article.decode(join(text, bytes(0, ' '), text), "x");
    assertThat(article.text()).contains("\u0000");
    assertKeepsEverything(article);
    assertRefused("a\u0000b\u0000c".getBytes(UTF_8), "isn't a text");
    assertSentences("Nul \u0000 here. Next one.", "Nul \u0000 here.", "Next one.");
  }

  private void lineEnds() {
    for (String end : List.of("\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\f")) {
      assertSentences("Oak" + end + "Ash" + end + "Elm", "Oak", "Ash", "Elm");
    }
  }

  private void longLine() {
    String sentence = "The harbour board " + "sold another pier ".repeat(30) + "on Monday. ";
    String line = sentence.repeat((10 << 20) / sentence.length() + 1);
    Article article = Article.decode(line.getBytes(UTF_8), "x");
    assertThat(article.sentences()).hasSize((10 << 20) / sentence.length() + 1);
    assertKeepsEverything(article);
  }

  private void longSentence() {
    Article article = Article.of("Title", "The " + "harbour bank rain ".repeat(33_333) + "fell.");
    assertThat(article.sentences()).hasSize(1);
    Digest digest = instant.digest(article);
    assertThat(digest.topics().all()).isNotEmpty();
    assertThat(digest.summary().text()).isEqualTo(article.sentences().get(0).text());
  }

  private void longerThanTheLimit() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "It rained.");
    assertThat(Article.read(file, 10).text()).isEqualTo("It rained.");
    assertThatThrownBy(() -> Article.read(file, 9))
        .isInstanceOfSatisfying(
            HeadnoteException.class,
            e -> assertThat(e.code()).isEqualTo(HeadnoteException.Code.LIMIT_EXCEEDED))
        .hasMessageContaining("a.txt");
    assertThat(Limits.defaults().bytes()).isEqualTo(64 << 20);
  }

  /** 100,000 words in a sentence, through a transformer's windows; takes a minute. */
  @Test
  @Tag("quality")
  void takesTimeLinearInASentencesLength() {
    double[] perWord = new double[2];
    int[] words = {10_000, 100_000};
    for (int i = 0; i < words.length; i++) {
      Article article =
          Article.of("Title", "The " + "harbour bank rain fell ".repeat(words[i] / 4) + ".");
      assertThat(article.sentences()).hasSize(1);
      long start = System.nanoTime();
      assertThat(transformer.digest(article).topics().all()).isNotEmpty();
      perWord[i] = (System.nanoTime() - start) / 1e3 / words[i];
    }
    System.out.printf(
        "minilm-l6, us a word of one sentence: %.1f of 10,000, %.1f of 100,000%n",
        perWord[0], perWord[1]);
    assertThat(perWord[1]).isLessThan(3 * perWord[0]);
  }

  /** Reads {@link #TEXT} in some encoding, and digests it with both kinds of model. */
  private static void assertReads(byte[] bytes) {
    Article article = Article.decode(bytes, "x");
    assertThat(article.text()).isEqualTo(TEXT);
    assertThat(article.sentences()).hasSize(3);
    assertDigests(article);
  }

  private static void assertRefused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> Article.decode(bytes, "some.file"))
        .isInstanceOfSatisfying(
            HeadnoteException.class,
            e -> assertThat(e.code()).isEqualTo(HeadnoteException.Code.INVALID_INPUT))
        .hasMessageContaining("some.file")
        .hasMessageContaining(reason);
  }

  private static void assertSentences(String text, String... sentences) {
    Article article = Article.of("Title", text);
    assertThat(article.sentences()).extracting(Sentence::text).containsExactly(sentences);
    assertKeepsEverything(article);
    assertDigests(article);
  }

  private static void assertHoldsNothing(String text) {
    for (Headnote headnote : List.of(instant, transformer)) {
      Digest digest = headnote.digest(Article.of(text));
      assertThat(digest.topics().best()).isEmpty();
      assertThat(digest.summary().sentences()).isEmpty();
    }
  }

  private static void assertDigests(Article article) {
    for (Headnote headnote : List.of(instant, transformer)) {
      Digest digest = headnote.digest(article);
      assertThat(digest.topics().all())
          .isNotEmpty()
          .allSatisfy(topic -> assertThat(topic.probability()).isBetween(0.0, 1.0));
      assertThat(digest.summary().sentences())
          .isNotEmpty()
          .allSatisfy(each -> assertThat(article.sentences()).contains(each.sentence()));
    }
  }

  /** Offsets are true, and each character that isn't blank is in one sentence or in furniture. */
  private static void assertKeepsEverything(Article article) {
    boolean[] kept = new boolean[article.text().length()];
    for (Sentence sentence : article.sentences()) {
      assertThat(article.text().substring(sentence.start(), sentence.end()))
          .isEqualTo(sentence.text());
      for (int i = sentence.start(); i < sentence.end(); i++) {
        if (kept[i]) {
          throw new AssertionError("twice at " + i);
        }
        kept[i] = true;
      }
    }
    article.furniture().forEach(piece -> Arrays.fill(kept, piece.start(), piece.end(), true));
    for (int i = 0; i < kept.length; i++) {
      char c = article.text().charAt(i);
      if (!kept[i] && !Character.isWhitespace(c) && !Character.isISOControl(c)) {
        throw new AssertionError("lost at " + i + ": " + c);
      }
    }
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
