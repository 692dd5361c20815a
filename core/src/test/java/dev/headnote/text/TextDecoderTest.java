package dev.headnote.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

  private static final String TEXT = "Caf\u00e9 \u2013 the \u201cold\u201d one costs 5 \u20ac.\n";

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void dropsTheByteOrderMark(String charset) {
    byte[] bytes = ("\ufeff" + TEXT).getBytes(Charset.forName(charset));
    assertThat(TextDecoder.decode(bytes, "x")).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void readsTextWithoutAMark(String charset) {
    assertThat(TextDecoder.decode(TEXT.getBytes(Charset.forName(charset)), "x")).isEqualTo(TEXT);
  }

  @Test
  void readsACharsetThatAPageDeclares() {
    String page =
        "<html><head><meta charset=\"windows-1251\"></head><body>"
            + "\u041f\u0440\u0438\u0432\u0435\u0442 \u043c\u0438\u0440</body></html>";
    assertThat(TextDecoder.decode(page.getBytes(Charset.forName("windows-1251")), "x"))
        .isEqualTo(page);
  }

  @Test
  void readsNothingAsAnEmptyText() {
    assertThat(TextDecoder.decode(new byte[0], "x")).isEmpty();
  }

  @Test
  void keepsMostlyGoodUtf8() {
    byte[] bytes = (TEXT.repeat(10) + "\u00e9").getBytes(StandardCharsets.UTF_8);
    byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);
    assertThat(TextDecoder.decode(cut, "x")).startsWith(TEXT).endsWith("\ufffd");
  }

  @Test
  void refusesFilesThatAreNoText() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(TEXT.getBytes(StandardCharsets.UTF_8));
    }
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    byte[][] files = {
      zipped.toByteArray(),
      noise,
      "%PDF-1.7\nplain words".getBytes(StandardCharsets.US_ASCII),
      {0x7f, 'E', 'L', 'F', 2, 1, 1, 0},
      {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13},
      {'P', 'K', 3, 4, 20, 0},
      {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 61},
      {1, 2, 3, 4, 5, 6, 7, 'a', 'b'},
      {'a', 0, 0, 'b', 0, 'c'},
    };
    for (byte[] file : files) {
      assertThatThrownBy(() -> TextDecoder.decode(file, "report.bin"))
          .isInstanceOfSatisfying(
              HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID_INPUT))
          .hasMessageContaining("report.bin");
    }
  }
}
