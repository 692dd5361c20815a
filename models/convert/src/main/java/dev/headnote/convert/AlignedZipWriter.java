package dev.headnote.convert;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a zip of stored entries whose contents start at multiples of 64 bytes, as PyTorch's
 * archives do: the padding is an extra field "FB" of each entry. Bytes depend on the entries alone,
 * not on the clock.
 */
final class AlignedZipWriter implements Closeable {
  /** Contents start at a multiple of this many bytes. */
  static final int ALIGNMENT = 64;

  private static final int LOCAL_HEADER = 30;
  private static final int EXTRA_HEADER = 4;

  /** Not the first day that a zip knows: for that one the JDK adds a field with the time zone. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final ZipOutputStream zip;
  private long position;

  AlignedZipWriter(OutputStream out) {
    this.zip = new ZipOutputStream(out);
    zip.setMethod(ZipOutputStream.STORED);
  }

  /** Adds an entry. */
  void add(String name, byte[] content) throws IOException {
    long header = position + LOCAL_HEADER + name.getBytes(StandardCharsets.UTF_8).length;
    int padding = (int) (-(header + EXTRA_HEADER) & (ALIGNMENT - 1));
    byte[] extra = new byte[EXTRA_HEADER + padding];
    Arrays.fill(extra, (byte) 'Z');
    extra[0] = 'F';
    extra[1] = 'B';
    extra[2] = (byte) padding;
    extra[3] = 0;
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(EPOCH);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setExtra(extra);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
    position = header + extra.length + content.length;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
