package dev.headnote.encode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive of the smallest BERT, laid out as the converter does it, to be spoilt. */
final class TinyArchive {

  static final int DIMENSIONS = 2;
  static final int POSITIONS = 3;

  private static final String[] SHAPES = {
    "VH", "PH", "TH", "H", "H", "HH", "H", "HH", "H", "HH", "H", "HH", "H", "H", "H", "IH", "I",
    "HI", "H", "H", "H"
  };

  private TinyArchive() {}

  /** The entries' contents by their names, in order. */
  static Map<String, byte[]> entries() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("model/data.pkl", pickle());
    entries.put("model/code/__torch__.py", resource("encoder.py"));
    entries.put("model/extra/plain.py", resource("plain.py"));
    for (int i = 0; i < SHAPES.length; i++) {
      entries.put("model/data/" + i, new byte[2 * numbers(SHAPES[i])]);
    }
    entries.put("model/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
    entries.put("model/byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    entries.put("model/version", "10\n".getBytes(StandardCharsets.US_ASCII));
    return entries;
  }

  private static byte[] resource(String name) {
    try (InputStream in = ConvertedArchive.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A zip as the converter lays it out. */
  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> content : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(content.getKey());
        CRC32 crc = new CRC32();
        crc.update(content.getValue());
        entry.setCrc(crc.getValue());
        entry.setSize(content.getValue().length);
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 2, 1, 0, 0));
        entry.setExtra(new byte[] {'F', 'B', 2, 0, 'Z', 'Z'});
        zip.putNextEntry(entry);
        zip.write(content.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The module's attributes, of one layer. */
  static byte[] pickle() {
    StringBuilder out = new StringBuilder("\u0080\u0002c__torch__\nEncoder\n)\u0081}(");
    out.append(text("training")).append('\u0089');
    out.append(text("layers")).append(integer(1));
    out.append(text("heads")).append(integer(1));
    out.append(text("hidden")).append(integer(DIMENSIONS));
    out.append(text("epsilon")).append('G');
    out.append(latin1(ByteBuffer.allocate(8).putDouble(1e-12).array()));
    out.append(text("first")).append('\u0088');
    out.append(text("precision")).append(integer(-1));
    out.append(text("steps")).append(integer(0));
    out.append(text("half")).append('\u0089');
    out.append(text("weights")).append("](");
    for (int i = 0; i < SHAPES.length; i++) {
      String shape = SHAPES[i];
      out.append("ctorch._utils\n_rebuild_tensor_v2\n((");
      out.append(text("storage")).append("ctorch\nHalfStorage\n").append(text("" + i));
      out.append(text("cpu")).append(integer(numbers(shape))).append("tQ").append(integer(0));
      int rows = size(shape.charAt(0));
      out.append('(').append(integer(rows));
      if (shape.length() > 1) {
        int columns = size(shape.charAt(1));
        out.append(integer(columns)).append("t(").append(integer(columns));
      } else {
        out.append("t(");
      }
      out.append(integer(1)).append("t\u0089ccollections\nOrderedDict\n)RtR");
    }
    return out.append("eub.").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int numbers(String shape) {
    return shape.chars().map(letter -> size((char) letter)).reduce(1, (a, b) -> a * b);
  }

  private static int size(char letter) {
    return switch (letter) {
      case 'H' -> DIMENSIONS;
      case 'P' -> POSITIONS;
      default -> letter % 7 + 1;
    };
  }

  private static String text(String value) {
    return "X" + integer(value.length()).substring(1) + value;
  }

  private static String integer(int value) {
    byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    return "J" + latin1(bytes);
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** All positions of some bytes in others. */
  static List<Integer> positions(byte[] bytes, byte[] wanted) {
    return java.util.stream.IntStream.rangeClosed(0, bytes.length - wanted.length)
        .filter(i -> Arrays.equals(wanted, Arrays.copyOfRange(bytes, i, i + wanted.length)))
        .boxed()
        .toList();
  }
}
