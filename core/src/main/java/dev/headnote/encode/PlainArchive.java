package dev.headnote.encode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites a model archive so that it runs where PyTorch lacks the fused operators (processors
 * other than x86-64, GPUs): the archive holds the same module in plain operators beside the fused
 * one, and this puts it in its place.
 */
final class PlainArchive {

  private static final String FUSED = "/code/__torch__.py";
  private static final String PLAIN = "/extra/plain.py";

  private PlainArchive() {}

  /**
   * Returns the archive with the plain code.
   *
   * @throws IOException if the archive is no zip or holds no plain code
   */
  static byte[] of(byte[] archive) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    String plain =
        entries.keySet().stream()
            .filter(name -> name.endsWith(PLAIN))
            .findFirst()
            .orElseThrow(() -> new IOException("the archive holds no code for this device"));
    String root = plain.substring(0, plain.length() - PLAIN.length());
    entries.put(root + FUSED, entries.get(plain));

    ByteArrayOutputStream bytes = new ByteArrayOutputStream(archive.length);
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry stored = new ZipEntry(entry.getKey());
        CRC32 crc = new CRC32();
        crc.update(entry.getValue());
        stored.setSize(entry.getValue().length);
        stored.setCrc(crc.getValue());
        out.putNextEntry(stored);
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
