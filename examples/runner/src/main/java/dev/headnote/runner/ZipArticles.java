package dev.headnote.runner;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a zip, in its order: what would be taken from a folder, and files of rows.
 * Nothing is unpacked to a file, so that an entry's name is a name only, whatever path it spells.
 * For one thread.
 */
final class ZipArticles implements Closeable {

  /** Where macOS puts what its files have beside their content. */
  private static final String BESIDE = "__MACOSX/";

  /** A file, or a folder around it, that is hidden; not "." or "..", which lead nowhere. */
  private static final Pattern HIDDEN = Pattern.compile("(^|/)\\.[^/.]");

  private final Source zip;
  private final long mostBytes;
  private final ZipFile file;
  private final Iterator<ZipArchiveEntry> entries;
  private final boolean isEmpty;

  /** An entry, and its content. */
  record Entry(Source source, Content content) {}

  /** Opens what an entry holds. */
  interface Content {

    /**
     * Opens it.
     *
     * @throws IOException if it is encrypted or damaged, or is known to be too long
     */
    InputStream open() throws IOException;
  }

  private ZipArticles(Source zip, ZipFile file, long mostBytes) {
    this.zip = zip;
    this.file = file;
    this.mostBytes = mostBytes;
    this.entries =
        Collections.list(file.getEntries()).stream().filter(this::isWanted).toList().iterator();
    this.isEmpty = !entries.hasNext();
  }

  /**
   * Opens a zip.
   *
   * @param zip its source; its format is that of the entries
   * @param mostBytes the longest article
   * @throws IOException if it can't be read, or isn't a zip or a whole one
   */
  static ZipArticles open(Source zip, Path path, long mostBytes) throws IOException {
    try {
      // What stands before an entry is read with it: a damaged one spoils no other.
      ZipFile file = ZipFile.builder().setPath(path).setIgnoreLocalFileHeader(true).get();
      return new ZipArticles(zip, file, mostBytes);
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new IOException("it is no zip, or is cut off; fetch or pack it again", e);
    }
  }

  /** Whether it never had an article. */
  boolean isEmpty() {
    return isEmpty;
  }

  /** The next article or file of rows, or null after the last. */
  @Nullable Entry next() {
    if (!entries.hasNext()) {
      return null;
    }
    ZipArchiveEntry entry = entries.next();
    String name = entry.getName();
    InputFormat format = zip.format() == InputFormat.AUTO ? InputFormat.byName(name) : zip.format();
    Source source = new Source(name, zip.name() + "/" + name, null, format, null);
    return new Entry(source, () -> open(entry, format));
  }

  private boolean isWanted(ZipArchiveEntry entry) {
    String name = entry.getName();
    return !entry.isDirectory()
        && !name.startsWith(BESIDE)
        && !HIDDEN.matcher(name).find()
        && (zip.format().takesFromFolder(name)
            || (zip.format() == InputFormat.AUTO && InputFormat.byName(name) == InputFormat.JSONL));
  }

  private InputStream open(ZipArchiveEntry entry, InputFormat format) throws IOException {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new IOException("it is encrypted; unpack the zip and give the files");
    }
    if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
      // Other ways need libraries that are not here.
      throw new IOException("it is packed in a way that is not known; pack it by deflate");
    }
    if (format != InputFormat.JSONL && entry.getSize() > mostBytes) {
      // Before it is unpacked: many such entries may share the same packed bytes.
      throw new TooLong();
    }
    try {
      InputStream content = file.getInputStream(entry);
      if (content == null) {
        throw new IOException("it is damaged");
      }
      return ChecksumInputStream.builder()
          .setInputStream(content)
          .setChecksum(new CRC32())
          .setExpectedChecksumValue(entry.getCrc())
          .get();
    } catch (IllegalArgumentException e) {
      throw new IOException("it is damaged: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Says that an entry is longer than an article may be. */
  static final class TooLong extends IOException {

    private static final long serialVersionUID = 1;
  }
}
