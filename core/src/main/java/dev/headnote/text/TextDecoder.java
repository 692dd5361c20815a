package dev.headnote.text;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a file into text, or says that they are none.
 *
 * <p>In this order: a byte order mark (UTF-8, UTF-16, UTF-32); UTF-16 without one, known by its
 * zero bytes; UTF-8 where every byte fits; the character set that a web page names for itself;
 * UTF-8 with a few damaged places; Windows-1252 where the bytes look like a Western text. A byte
 * order mark is no part of the result. Stateless, so safe for any number of threads.
 */
public final class TextDecoder {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Pattern DECLARED =
      Pattern.compile("charset\\s{0,3}=\\s{0,3}[\"']?([A-Za-z0-9_:.-]{1,40})");

  private TextDecoder() {}

  /**
   * Returns the text that the bytes hold.
   *
   * @param bytes a whole file's content, not changed
   * @param sourceName what to call it in a message: a path, an address
   * @return the text, without byte order mark; empty for no bytes
   * @throws HeadnoteException with {@link Code#INVALID_INPUT} if they are no text (an image, an
   *     archive, a PDF), or a text in an encoding that can't be told
   */
  public static String decode(byte[] bytes, String sourceName) {
    Objects.requireNonNull(sourceName, "sourceName");
    int n = bytes.length;
    String marked = byMark(bytes);
    if (marked != null) {
      return checked(marked, bytes, sourceName);
    }
    String kind = knownKind(bytes);
    if (kind != null) {
      throw binary(sourceName, kind);
    }
    String wide = byZeros(bytes, sourceName);
    if (wide != null) {
      return checked(wide, bytes, sourceName);
    }
    String utf8 = strict(bytes, StandardCharsets.UTF_8);
    if (utf8 != null) {
      return checked(utf8, bytes, sourceName);
    }
    String declared = byDeclaration(bytes);
    if (declared != null) {
      return checked(declared, bytes, sourceName);
    }
    String repaired = new String(bytes, StandardCharsets.UTF_8);
    int high = 0;
    for (byte b : bytes) {
      high += b < 0 ? 1 : 0;
    }
    long damaged = repaired.chars().filter(c -> c == '\uFFFD').count();
    long beyondAscii = repaired.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
    if (damaged * 10 <= beyondAscii || (damaged == 1 && repaired.endsWith("\uFFFD") && high <= 3)) {
      return checked(repaired, bytes, sourceName);
    }
    String western = high * 10L <= n * 4L ? strict(bytes, WINDOWS_1252) : null;
    if (western == null || tooManyControls(western)) {
      throw new HeadnoteException(
          Code.INVALID_INPUT,
          sourceName
              + " is neither UTF-8, UTF-16 nor Windows-1252 text. Convert it to UTF-8 first, for"
              + " example with iconv; if it isn't a text, give one.");
    }
    return western;
  }

  /** Reads UTF-16 without a mark, whose zero bytes stand before or behind Latin letters. */
  private static @Nullable String byZeros(byte[] bytes, String sourceName) {
    int n = bytes.length;
    int[] zeros = new int[2];
    for (int i = 0; i < n; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    if (n >= 4 && n % 2 == 0) {
      boolean little = zeros[1] > n / 6 && zeros[0] <= n / 100;
      boolean big = zeros[0] > n / 6 && zeros[1] <= n / 100;
      String wide =
          little || big
              ? strict(bytes, little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE)
              : null;
      if (wide != null) {
        return wide;
      }
    }
    if ((zeros[0] + zeros[1]) * 1000L > n) {
      throw binary(sourceName, "bytes that aren't text");
    }
    return null;
  }

  private static @Nullable String byMark(byte[] b) {
    if (starts(b, 0xEF, 0xBB, 0xBF)) {
      return new String(b, 3, b.length - 3, StandardCharsets.UTF_8);
    }
    if (starts(b, 0xFF, 0xFE, 0, 0) && b.length % 4 == 0) {
      return new String(b, 4, b.length - 4, Charset.forName("UTF-32LE"));
    }
    if (starts(b, 0, 0, 0xFE, 0xFF)) {
      return new String(b, 4, b.length - 4, Charset.forName("UTF-32BE"));
    }
    if (starts(b, 0xFF, 0xFE)) {
      return new String(b, 2, b.length - 2, StandardCharsets.UTF_16LE);
    }
    if (starts(b, 0xFE, 0xFF)) {
      return new String(b, 2, b.length - 2, StandardCharsets.UTF_16BE);
    }
    return null;
  }

  /** Names the kind of file by its first bytes, for kinds that can't begin a text. */
  private static @Nullable String knownKind(byte[] b) {
    if (starts(b, '%', 'P', 'D', 'F', '-')) {
      return "a PDF";
    }
    if (starts(b, 0x7F, 'E', 'L', 'F')) {
      return "a program (ELF)";
    }
    if (starts(b, 0x89, 'P', 'N', 'G')) {
      return "a PNG image";
    }
    if (starts(b, 0xFF, 0xD8, 0xFF)) {
      return "a JPEG image";
    }
    if (starts(b, 'P', 'K', 3, 4)) {
      return "a zip archive (also jar, docx, odt, epub)";
    }
    if (starts(b, 0x1F, 0x8B)) {
      return "gzip-compressed data";
    }
    if (starts(b, 0xCA, 0xFE, 0xBA, 0xBE)) {
      return "a Java class file";
    }
    if (starts(b, 0xD0, 0xCF, 0x11, 0xE0)) {
      return "an old Office document";
    }
    if (starts(b, 0x28, 0xB5, 0x2F, 0xFD)) {
      return "zstd-compressed data";
    }
    return null;
  }

  private static boolean starts(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String byDeclaration(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
    if (!HtmlExtractor.looksLikeHtml(head)) {
      return null;
    }
    Matcher matcher = DECLARED.matcher(head);
    if (!matcher.find()) {
      return null;
    }
    try {
      Charset charset = Charset.forName(matcher.group(1).toLowerCase(Locale.ROOT));
      return charset.equals(StandardCharsets.UTF_8) ? null : strict(bytes, charset);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String strict(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String checked(String text, byte[] bytes, String sourceName) {
    if (tooManyControls(text)) {
      String kind = knownKind(bytes);
      throw binary(sourceName, kind == null ? "bytes that aren't text" : kind);
    }
    return text;
  }

  /** More than one control character in a hundred: no text, whatever the decoder says. */
  private static boolean tooManyControls(String text) {
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && !(c >= '\b' && c <= '\r') && c != 0x1B) {
        controls++;
      }
    }
    return controls * 100L > text.length();
  }

  private static HeadnoteException binary(String sourceName, String kind) {
    return new HeadnoteException(
        Code.INVALID_INPUT,
        sourceName
            + " isn't a text: it holds "
            + kind
            + ". Give plain text or HTML; extract the text from other kinds of file first.");
  }
}
