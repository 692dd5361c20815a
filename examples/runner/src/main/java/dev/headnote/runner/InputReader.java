package dev.headnote.runner;

import dev.headnote.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.ProxyInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the inputs one after the other, a file or a line at a time. What can't be read becomes a
 * {@link Raw} with a problem, in its place, and the next is read. For one thread.
 */
final class InputReader implements Iterator<Raw> {

  /** The longest article, in bytes, unless another limit is set. */
  static final int USUAL_MAX_BYTES = Math.toIntExact(Limits.defaults().bytes());

  /** Of what does not fit the memory: what to do. */
  static final String NO_MEMORY = "does not fit the memory; raise java -Xmx";

  private static final String NO_ENTRIES =
      "the zip holds no articles; they end in .txt, .text, .html, .htm, .xhtml or .jsonl";

  private final Deque<Source> sources;
  private final InputStream standardInput;
  private final int mostBytes;
  private final String tooLong;
  private final AtomicLong bytesRead;
  private @Nullable Source rowSource;
  private @Nullable LineReader rows;
  private @Nullable ZipArticles zip;
  private @Nullable Raw next;

  InputReader(List<Source> sources, InputStream standardInput) {
    this(sources, standardInput, USUAL_MAX_BYTES, new AtomicLong());
  }

  /**
   * @param mostBytes the longest article, in bytes: a bound on what one can cost
   * @param bytesRead counts the bytes of files of rows that were read, packed as they are
   */
  InputReader(
      List<Source> sources, InputStream standardInput, int mostBytes, AtomicLong bytesRead) {
    this.sources = new ArrayDeque<>(sources);
    this.standardInput = standardInput;
    this.mostBytes = mostBytes;
    this.bytesRead = bytesRead;
    this.tooLong = tooLong(mostBytes);
  }

  /** Says that an article is longer than so many bytes, and what to do. */
  static String tooLong(int mostBytes) {
    return "is longer than "
        + ByteSize.format(mostBytes)
        + "; split it into articles, or raise --max-bytes";
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      if (rows != null && rowSource != null) {
        next = row(rowSource, rows);
      } else if (zip != null) {
        next = entry(zip);
      } else if (sources.isEmpty()) {
        return false;
      } else {
        next = start(sources.remove());
      }
    }
    return true;
  }

  @Override
  public Raw next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Raw result = next;
    next = null;
    return Objects.requireNonNull(result);
  }

  /** The next row, or null after the last. */
  private @Nullable Raw row(Source source, LineReader lines) {
    try {
      while (lines.next()) {
        if (!lines.isBlank()) {
          return raw(source, lines, tooLong);
        }
      }
      rows = null;
      lines.close();
      return null;
    } catch (IOException e) {
      rows = null;
      closeBroken(lines);
      return Raw.unread(source, 0, problem(e));
    } catch (OutOfMemoryError e) {
      // Of the copy; the line itself has been read.
      return Raw.unread(source, lines.number(), NO_MEMORY);
    }
  }

  /**
   * The line that was read last, or why it was not.
   *
   * @param tooLong what to say of one that is too long
   */
  static Raw raw(Source source, LineReader line, String tooLong) {
    if (line.tooLong()) {
      return Raw.unread(source, line.number(), tooLong);
    }
    return line.outOfMemory()
        ? Raw.unread(source, line.number(), NO_MEMORY)
        : Raw.row(source, line.number(), line.bytes());
  }

  private static void closeBroken(LineReader lines) {
    try {
      lines.close();
    } catch (IOException e) {
      // What broke it was told.
    }
  }

  /** A whole file, or null if the source holds several articles, which are read from now on. */
  private @Nullable Raw start(Source source) {
    if (source.problem() != null) {
      return Raw.unread(source, 0, source.problem());
    }
    Path path = source.path();
    if (path == null) {
      return read(source, () -> standardInput);
    }
    if (!source.isZip()) {
      return read(source, () -> unpacked(path, counted(source, Files.newInputStream(path))));
    }
    try {
      zip = ZipArticles.open(source, path, mostBytes);
      return zip.isEmpty() ? Raw.unread(source, 0, NO_ENTRIES) : null;
    } catch (IOException e) {
      return Raw.unread(source, 0, problem(e));
    } catch (OutOfMemoryError e) {
      return Raw.unread(source, 0, NO_MEMORY);
    }
  }

  /** Of a single article it is no use to know how much was read. */
  private InputStream counted(Source source, InputStream in) {
    if (source.format() != InputFormat.JSONL) {
      return in;
    }
    return new ProxyInputStream(in) {
      @Override
      protected void afterRead(int n) {
        bytesRead.addAndGet(Math.max(0, n));
      }
    };
  }

  /** The next article of a zip, or null if it holds rows or there are no more. */
  private @Nullable Raw entry(ZipArticles articles) {
    ZipArticles.Entry entry = articles.next();
    if (entry != null) {
      String name = entry.source().id();
      return read(entry.source(), () -> unpacked(name, entry.content().open()));
    }
    zip = null;
    try {
      articles.close();
    } catch (IOException e) {
      // All of it was read.
    }
    return null;
  }

  /** A whole file, or null if it holds rows, which are then read from now on. */
  private @Nullable Raw read(Source source, ZipArticles.Content content) {
    try {
      InputStream in = content.open();
      if (source.format() == InputFormat.JSONL) {
        rowSource = source;
        rows = new LineReader(in, mostBytes);
        return null;
      }
      try (in) {
        byte[] bytes = in.readNBytes(mostBytes);
        return in.read() < 0 ? Raw.file(source, bytes) : Raw.unread(source, 0, tooLong);
      }
    } catch (ZipArticles.TooLong e) {
      return Raw.unread(source, 0, tooLong);
    } catch (IOException e) {
      return Raw.unread(source, 0, problem(e));
    } catch (OutOfMemoryError e) {
      return Raw.unread(source, 0, NO_MEMORY);
    }
  }

  /** What a file holds, unpacked if its name ends in {@code .gz}. */
  static InputStream unpacked(Path file, InputStream in) throws IOException {
    return unpacked(file.toString(), in);
  }

  private static InputStream unpacked(String name, InputStream in) throws IOException {
    if (!InputFormat.isPacked(name)) {
      return in;
    }
    try {
      return new GZIPInputStream(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Why a file cannot be read, and what to do. */
  static String problem(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "cannot be read; check its permissions";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file; check the name";
    }
    return "cannot be read: "
        + Objects.requireNonNullElse(e.getMessage(), "it ends before its end");
  }
}
