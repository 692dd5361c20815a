package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a run wrote before it was broken off, which another run of the same command goes on
 * from.
 *
 * @param count how many there are
 * @param bytes how long they are; what follows in the file is part of a row
 * @param anyFailed whether one of them reports an input that failed
 * @param last what the last is about, or null if there is none
 */
record UnfinishedRows(long count, long bytes, boolean anyFailed, @Nullable Mark last) {

  static final UnfinishedRows NONE = new UnfinishedRows(0, 0, false, null);

  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST_ROW = Integer.MAX_VALUE - 8;

  /** What a row is about, and whether it failed. */
  private record Mark(@Nullable String id, long line, boolean failed) {

    /** Whether an input may have led to it. A failed row without an identifier has its line. */
    boolean isOf(Item item) {
      if (item instanceof Item.Failed other && failed) {
        return line == other.line() && (id == null || other.id() == null || isOf(other.id()));
      }
      // Work can fail on what was read well.
      return item instanceof Item.Ready ready && (id == null || isOf(ready.id()));
    }

    private boolean isOf(RowId other) {
      return other.text().equals(id);
    }
  }

  /** Reads the whole rows of a file of JSON lines, up to what is none. */
  static UnfinishedRows read(Path file) throws IOException {
    UnfinishedRows rows = NONE;
    long left = Files.size(file);
    try (LineReader lines = new LineReader(Files.newInputStream(file), LONGEST_ROW)) {
      while (lines.next()) {
        byte[] line = lines.bytes();
        left -= line.length + 1;
        Mark mark = mark(line);
        if (left < 0 || mark == null) {
          break;
        }
        rows =
            new UnfinishedRows(
                rows.count + 1,
                rows.bytes + line.length + 1,
                rows.anyFailed || mark.failed(),
                mark);
      }
    }
    return rows;
  }

  private static @Nullable Mark mark(byte[] row) {
    String id = null;
    long line = 0;
    boolean failed = false;
    try (JsonParser json = JSON.createParser(new ByteArrayInputStream(row))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        switch (name) {
          case "id" -> id = json.getText();
          case "line" -> line = json.getLongValue();
          case "error" -> failed = true;
          default -> json.skipChildren();
        }
      }
      return new Mark(id, line, failed);
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * Passes over the inputs that these rows are about.
   *
   * @return the inputs
   * @throws RunFailure if the last row is not about the input in its place
   */
  Iterator<Raw> passOver(Iterator<Raw> inputs, ItemParser parser) {
    Raw latest = null;
    for (long i = 0; i < count && inputs.hasNext(); i++) {
      latest = inputs.next();
    }
    if (last != null && (latest == null || !last.isOf(parser.parse(latest)))) {
      throw new RunFailure(
          Exit.USAGE,
          ArticlesCommand.RESUME
              + ": the inputs are not those of the run that was broken off: its row "
              + count
              + " is of "
              + Objects.requireNonNullElse(last.id(), "line " + last.line())
              + "; leave it out to begin again");
    }
    return inputs;
  }
}
