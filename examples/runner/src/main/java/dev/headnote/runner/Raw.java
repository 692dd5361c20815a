package dev.headnote.runner;

import org.jspecify.annotations.Nullable;

/**
 * One article's bytes as they were read: a whole file, or a line of a file of rows.
 *
 * @param source where they were read
 * @param format what they are; JSONL for one line
 * @param line the line's number, from 1; 0 for a whole file
 * @param bytes the bytes; empty if there is a problem
 * @param problem why they could not be read; null if they could
 */
record Raw(Source source, InputFormat format, long line, byte[] bytes, @Nullable String problem) {

  static Raw file(Source source, byte[] bytes) {
    return new Raw(source, source.format(), 0, bytes, null);
  }

  static Raw row(Source source, long line, byte[] bytes) {
    return new Raw(source, InputFormat.JSONL, line, bytes, null);
  }

  /** What can't be read: a whole input if the line is 0, else that line of it. */
  static Raw unread(Source source, long line, String problem) {
    return new Raw(source, source.format(), line, new byte[0], problem);
  }

  long size() {
    return bytes.length;
  }
}
