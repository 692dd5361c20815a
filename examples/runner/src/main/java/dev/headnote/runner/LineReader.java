package dev.headnote.runner;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into lines of bytes, each at most so long. Of a longer line only the fact is
 * reported, so no input can fill the memory.
 */
final class LineReader implements Closeable {

  private static final int BUFFER = 1 << 16;

  /** Room for a line of so many bytes is kept for the next one; more would be lacking there. */
  private static final int KEPT = 1 << 20;

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int end;
  private byte[] line = new byte[0];
  private int length;
  private boolean tooLong;

  /** Whether the line did not fit the memory; its length is still counted. */
  private boolean outOfMemory;

  private long number;

  LineReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Moves to the next line; false if there is none. */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    outOfMemory = false;
    if (line.length > KEPT) {
      line = new byte[0];
    }
    boolean any = false;
    while (position < end || fill()) {
      any = true;
      int from = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      append(from, position);
      if (position < end) {
        position++;
        break;
      }
    }
    number += any ? 1 : 0;
    return any;
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, in.read(buffer, 0, BUFFER));
    return end > 0;
  }

  private void append(int from, int to) {
    int more = to - from;
    tooLong |= more > limit - length;
    if (tooLong) {
      line = new byte[0];
      length = 0;
      return;
    }
    if (!outOfMemory && length + more > line.length) {
      makeRoom(length + more);
    }
    if (!outOfMemory) {
      System.arraycopy(buffer, from, line, length, more);
    }
    length += more;
  }

  private void makeRoom(int least) {
    try {
      line = Arrays.copyOf(line, (int) Math.min(limit, Math.max(least, 2L * line.length)));
    } catch (OutOfMemoryError e) {
      line = new byte[0];
      outOfMemory = true;
    }
  }

  /** The line's number, from 1. */
  long number() {
    return number;
  }

  boolean tooLong() {
    return tooLong;
  }

  /** Whether the line, though not too long, did not fit the memory. */
  boolean outOfMemory() {
    return outOfMemory && !tooLong;
  }

  /** A copy of the line, without its end; empty if it is too long or did not fit the memory. */
  byte[] bytes() {
    return Arrays.copyOf(line, outOfMemory ? 0 : length);
  }

  boolean isBlank() {
    if (tooLong || outOfMemory) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
