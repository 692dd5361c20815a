package dev.headnote.encode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * Reads a zip that is laid out as the converter does it: entries that are stored as they are, one
 * after the other, then the same ones in the central directory in the same order, and nothing
 * between, before or after. Of such a file no two readers can see different things; of others they
 * can, as some go by the directory and some by the entries, and names may come twice.
 */
final class StoredZip {

  private static final int ENTRY = 0x04034b50;
  private static final int DIRECTORY = 0x02014b50;
  private static final int END = 0x06054b50;

  private static final int ENTRY_BYTES = 30;
  private static final int DIRECTORY_BYTES = 46;
  private static final int END_BYTES = 22;

  /** Says that names are in UTF-8, which ASCII is. */
  private static final int UTF_8 = 0x0800;

  private final ByteBuffer file;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private StoredZip(ByteBuffer file) {
    this.file = file.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * An entry.
   *
   * @param start where it starts
   * @param size of its content
   * @param crc of its content, as it says
   * @param padding how long its extra field is
   */
  private record Entry(int start, int size, int crc, int padding, ByteBuffer content) {}

  /**
   * Reads a zip.
   *
   * @param file the file, from the buffer's position to its limit
   * @return the contents by their names, in the file's order
   * @throws ZipException if it is laid out in any other way; the message says how
   */
  static Map<String, ByteBuffer> read(ByteBuffer file) throws ZipException {
    StoredZip zip = new StoredZip(file);
    zip.readEntries();
    zip.readDirectory();
    Map<String, ByteBuffer> contents = new LinkedHashMap<>();
    zip.entries.forEach((name, entry) -> contents.put(name, entry.content));
    return contents;
  }

  private void readEntries() throws ZipException {
    while (file.remaining() >= ENTRY_BYTES && file.getInt(file.position()) == ENTRY) {
      int start = file.position();
      int flags = file.getShort(start + 6);
      int method = file.getShort(start + 8);
      int crc = file.getInt(start + 14);
      int size = file.getInt(start + 18);
      check(flags == UTF_8 && method == 0, "an entry is packed, encrypted or of unknown size");
      check(size >= 0 && size == file.getInt(start + 22), "an entry has two sizes");
      int nameLength = file.getShort(start + 26) & 0xFFFF;
      int padding = file.getShort(start + 28) & 0xFFFF;
      file.position(start + ENTRY_BYTES);
      String name = name(nameLength);
      checkPadding(padding);
      check(size <= file.remaining(), "an entry is longer than the file");
      Entry entry = new Entry(start, size, crc, padding, file.slice(file.position(), size));
      check(entries.put(name, entry) == null, "an entry comes twice");
      file.position(file.position() + size);
    }
  }

  private void readDirectory() throws ZipException {
    int directory = file.position();
    for (Map.Entry<String, Entry> next : entries.entrySet()) {
      Entry entry = next.getValue();
      int start = file.position();
      check(
          file.remaining() >= DIRECTORY_BYTES
              && file.getInt(start) == DIRECTORY
              && file.getShort(start + 8) == UTF_8
              && file.getShort(start + 10) == 0
              && file.getInt(start + 16) == entry.crc
              && file.getInt(start + 20) == entry.size
              && file.getInt(start + 24) == entry.size
              && (file.getShort(start + 30) & 0xFFFF) == entry.padding
              // No comment, the first disk, a plain file.
              && file.getShort(start + 32) == 0
              && file.getShort(start + 34) == 0
              && file.getInt(start + 38) == 0
              && file.getInt(start + 42) == entry.start,
          "the directory differs from the entries");
      int nameLength = file.getShort(start + 28) & 0xFFFF;
      file.position(start + DIRECTORY_BYTES);
      check(name(nameLength).equals(next.getKey()), "the directory differs from the entries");
      checkPadding(entry.padding);
    }
    int end = file.position();
    check(
        file.remaining() == END_BYTES
            && file.getInt(end) == END
            && file.getInt(end + 4) == 0
            && file.getShort(end + 8) == entries.size()
            && file.getShort(end + 10) == entries.size()
            && file.getInt(end + 12) == end - directory
            && file.getInt(end + 16) == directory
            && file.getShort(end + 20) == 0,
        "there is more in it than its entries");
  }

  /** Printable ASCII. */
  private String name(int length) throws ZipException {
    check(length <= file.remaining(), "an entry is longer than the file");
    byte[] name = new byte[length];
    file.get(name);
    for (byte b : name) {
      check(b > ' ' && b < 0x7F, "an entry has an odd name");
    }
    return new String(name, StandardCharsets.US_ASCII);
  }

  /** An extra field "FB" of as many Z as it says, which moves the content to a multiple of 64. */
  private void checkPadding(int length) throws ZipException {
    check(length >= 4 && length <= file.remaining(), "an entry has odd extra fields");
    int start = file.position();
    boolean isPadding =
        file.get(start) == 'F'
            && file.get(start + 1) == 'B'
            && file.getShort(start + 2) == length - 4;
    for (int i = 4; i < length; i++) {
      isPadding &= file.get(start + i) == 'Z';
    }
    check(isPadding, "an entry has odd extra fields");
    file.position(start + length);
  }

  private static void check(boolean isSo, String otherwise) throws ZipException {
    if (!isSo) {
      throw new ZipException(otherwise);
    }
  }
}
