package dev.headnote.text.furniture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A copied article and what each of its lines is.
 *
 * @param lines with the blank ones
 */
record LabelledCopy(List<Line> lines) {

  /**
   * A line and what it is: nothing of a blank line, "-" content, "?" what may be either, else
   * furniture.
   *
   * @param text may open with furniture within content, as {@code {{REASON|words}}}
   */
  record Line(String label, String text) {

    static final Line BLANK = new Line("", "");

    boolean isBlank() {
      return label.isEmpty();
    }

    boolean isContent() {
      return label.equals("-");
    }

    boolean isFurniture() {
      return !isBlank() && !isContent() && !label.equals("?");
    }

    private boolean isMarkedUp() {
      return text.startsWith("{{");
    }

    /** The words of furniture at the line's start, without the marks around them. */
    private String opening() {
      return isMarkedUp() ? text.substring(text.indexOf('|') + 1, text.indexOf("}}")) : "";
    }

    private String rest() {
      return isMarkedUp() ? text.substring(text.indexOf("}}") + 2) : text;
    }

    /** Returns the line as it was copied. */
    String plain() {
      return opening() + rest();
    }
  }

  /** A line or a part of one: content if its reason is "-". */
  record Unit(int start, int end, String reason) {

    boolean isContent() {
      return reason.equals("-");
    }
  }

  /**
   * Reads the copies of a file beside this class: each below "= name", a label and a tab a line.
   */
  static List<LabelledCopy> read(String file) {
    String all;
    try (InputStream in = LabelledCopy.class.getResourceAsStream(file)) {
      all = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    List<LabelledCopy> copies = new ArrayList<>();
    for (String copy : all.split("(?m)^= .*\n")) {
      if (!copy.startsWith("#")) {
        copies.add(parse(copy));
      }
    }
    return copies;
  }

  private static LabelledCopy parse(String copy) {
    List<Line> lines = new ArrayList<>();
    for (String line : copy.strip().split("\n", -1)) {
      int tab = line.indexOf('\t');
      if (tab < 0 && !line.isEmpty()) {
        throw new IllegalArgumentException("a line without a label: " + line);
      }
      lines.add(tab < 0 ? Line.BLANK : new Line(line.substring(0, tab), line.substring(tab + 1)));
    }
    return new LabelledCopy(lines);
  }

  /** Returns the text as it was copied. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(line.plain()).append('\n');
    }
    return text.toString();
  }

  /** Returns what each part of {@link #text()} is. */
  List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    int start = 0;
    for (Line line : lines) {
      int rest = start + line.opening().length();
      if (rest > start) {
        units.add(new Unit(start, rest, line.text().substring(2, line.text().indexOf('|'))));
      }
      int end = start + line.plain().length();
      if (!line.isBlank()) {
        units.add(new Unit(rest, end, line.label()));
      }
      start = end + 1;
    }
    return units;
  }

  /** Returns the labels of the lines that aren't blank. */
  List<String> labels() {
    return lines.stream().filter(line -> !line.plain().isBlank()).map(Line::label).toList();
  }
}
