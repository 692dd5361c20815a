package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line makes of inputs that are unusual in their bytes, size or language. */
class InputRowsTest {

  private final Console console = new Console();
  @TempDir private Path folder;

  private String file(String name, byte[]... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return Files.write(folder.resolve(name), bytes.toByteArray()).toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void putsAnErrorInThePlaceOfARowThatIsNoTextOfItsKind() throws IOException {
    String rows =
        file(
            "a.jsonl",
            utf8("\ufeff{\"id\":1,\"text\":\"It rained.\"}\n"),
            utf8("{\"id\":2,\"text\":\"Half \\ud800 a pair. NUL \\u0000 here.\"}\n"),
            "{\"id\":3,\"text\":\"caf\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1),
            utf8("{\"id\":4,\"text\":\"\"}\n{\"id\":5,\"text\":\" \\u00a0\\u200b\\n\"}\n{bad\n"),
            utf8("{\"id\":6,\"text\":\"It snowed.\"}"));

    assertThat(console.run("sentences", "--format", "jsonl", "--with-text", rows)).isEqualTo(3);
    assertThat(console.rows())
        .satisfiesExactly(
            row -> assertThat(row).contains("It rained."),
            row -> assertThat(row).contains("Half \\uD800 a pair.", "NUL \\u0000 here."),
            row -> assertThat(row).contains("\"line\":3", "is not UTF-8"),
            row -> assertThat(row).contains("\"line\":4", "holds no text"),
            row -> assertThat(row).contains("\"line\":5", "holds no text"),
            row -> assertThat(row).contains("\"line\":6", "is not JSON"),
            row -> assertThat(row).contains("It snowed."));
  }

  @Test
  void readsNoArticleBeyondTheLimit() throws IOException {
    String text = file("a.txt", utf8("It rained all day. ".repeat(60)));
    String rows =
        file(
            "b.jsonl",
            utf8("{\"text\":\"" + "It rained. ".repeat(100) + "\"}\n{\"text\":\"It snowed.\"}\n"));

    assertThat(console.run("sentences", "--max-bytes", "1k", "--format", "jsonl", text, rows))
        .isEqualTo(3);
    assertThat(console.rows())
        .satisfiesExactly(
            row -> assertThat(row).contains("is longer than 1024 bytes", "--max-bytes"),
            row -> assertThat(row).contains("\"line\":1", "is longer than 1024 bytes"),
            row -> assertThat(row).contains("\"sentences\":[{"));
    assertThat(new Console().run("sentences", "--max-bytes", "2k", text, rows)).isZero();
  }

  @Test
  void saysWhichSizesAndLanguagesThereAre() throws IOException {
    String text = file("a.txt", utf8("It rained."));
    for (String size : List.of("0", "9g", "many", "-1")) {
      assertThat(new Console().run("sentences", "--max-bytes=" + size, text)).isEqualTo(2);
    }
    assertThat(console.run("sentences", "--language", "not a code", text)).isEqualTo(2);
    assertThat(console.run("sentences", "--language", "german", text)).isEqualTo(2);
    assertThat(console.errors())
        .hasSize(2)
        .allMatch(line -> line.contains("the code of a language, such as de"));
    assertThat(new ByteSize().convert("64M")).isEqualTo(64 << 20);
    assertThat(new ByteSize().convert("2048")).isEqualTo(2048);
  }

  @Test
  void takesALineOfTenMegabytes() throws IOException {
    String words = "The harbour board sold another pier on Monday ".repeat(11).strip() + ". ";
    String text = file("a.txt", utf8(words.repeat((10 << 20) / words.length())));

    assertThat(console.run("sentences", "--format", "jsonl", text)).isZero();
    assertThat(console.output()).contains("\"end\":" + (words.length() - 1) + "}");
  }

  @Test
  void findsSentencesByTheLanguageNamed() throws IOException {
    String text = file("a.txt", utf8("Der Umsatz stieg um 1,2 Mrd. Euro. Am 3. Oktober fiel er."));

    assertThat(console.run("sentences", "--language", "de", "--format", "jsonl", text)).isZero();
    assertThat(console.output()).contains("[{\"start\":0,\"end\":34},{\"start\":35,");
    assertThat(new Console().run("clean", "--language", "pt-BR", text)).isZero();
  }
}
