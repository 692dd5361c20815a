package dev.headnote.encode;

import static dev.headnote.encode.CodePointTokenizer.CONTINUES;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code bert-characters.txt} from what Hugging Face's tokenizer does with each code point.
 * Takes two minutes and 3 GB of heap.
 */
final class BertCharactersWriter {

  /** A spacing mark with a high place in canonical ordering, and one with a low place. */
  private static final int HIGH = 0x302E;

  private static final int LOW = 0x1B44;

  private BertCharactersWriter() {}

  /**
   * @param args the file to write
   */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), content(), StandardCharsets.US_ASCII);
  }

  /** What the file should hold. */
  static String content() {
    StringBuilder file = new StringBuilder();
    try (CodePointTokenizer cleaning = new CodePointTokenizer(true, false, false)) {
      append(file, "removed", c -> becomes(cleaning, c, 'x', 'x' + CONTINUES));
    }
    try (CodePointTokenizer lowering = new CodePointTokenizer(false, false, true)) {
      append(file, "space", c -> becomes(lowering, c, 'x', 'x'));
      append(file, "punctuation", c -> becomes(lowering, c, 'x', c, 'x'));
      append(
          file,
          "lowercase",
          c -> becomes(lowering, c, 'x', 'x') != null ? null : mapping(lowering, c));
    }
    try (CodePointTokenizer stripping = new CodePointTokenizer(false, true, false)) {
      append(file, "moving-mark", c -> isMark(stripping, c) && moves(stripping, c) ? "" : null);
      append(file, "fixed-mark", c -> isMark(stripping, c) && !moves(stripping, c) ? "" : null);
      append(file, "decomposition", c -> isHangul(c) ? null : mapping(stripping, c));
      NavigableMap<Integer, String> order = order(stripping);
      append(file, "order", order::get);
    }
    return file.toString();
  }

  private static @Nullable String becomes(CodePointTokenizer tokenizer, int c, long... expected) {
    return Arrays.equals(tokenizer.encode('x', c, 'x'), expected) ? "" : null;
  }

  private static boolean isMark(CodePointTokenizer stripping, int c) {
    return becomes(stripping, c, 'x', 'x' + CONTINUES) != null;
  }

  /** Whether two marks change places across it. */
  private static boolean moves(CodePointTokenizer stripping, int c) {
    return stripping.encode('x', HIGH, c, LOW)[1] == LOW + CONTINUES;
  }

  private static boolean isHangul(int c) {
    return c >= 0xAC00 && c <= 0xD7A3;
  }

  private static @Nullable String mapping(CodePointTokenizer tokenizer, int c) {
    long[] all = tokenizer.encode('x', c, 'x');
    StringBuilder mapped = new StringBuilder();
    for (int i = 1; i < all.length - 1; i++) {
      mapped.append(i == 1 ? '=' : '+').append(Long.toHexString(all[i] % CONTINUES));
    }
    String value = mapped.toString();
    return value.isEmpty() || value.equals("=" + Integer.toHexString(c)) ? null : value;
  }

  private static NavigableMap<Integer, String> order(CodePointTokenizer stripping) {
    NavigableMap<Integer, String> order = new TreeMap<>();
    for (int c = 1; c < CONTINUES; c++) {
      if (!CodePointTokenizer.isSurrogate(c)
          && mapping(stripping, c) == null
          && !isMark(stripping, c)
          && (c == HIGH || c == LOW || swaps(stripping, HIGH, c) || swaps(stripping, c, LOW))) {
        order.put(c, "");
      }
    }
    for (Map.Entry<Integer, String> entry : order.entrySet()) {
      long lower = order.keySet().stream().filter(c -> swaps(stripping, entry.getKey(), c)).count();
      entry.setValue("=" + Long.toHexString(lower + 1));
    }
    return order;
  }

  private static boolean swaps(CodePointTokenizer stripping, int first, int second) {
    long[] all = stripping.encode('x', first, second);
    return first != second && all.length == 3 && all[1] == second + CONTINUES;
  }

  /** Appends a line: a property and its items, neighbours drawn together. */
  private static void append(StringBuilder file, String property, IntFunction<String> valueOf) {
    file.append(property);
    TreeMap<Integer, String> values = new TreeMap<>();
    for (int c = 1; c < CONTINUES; c++) {
      String value = CodePointTokenizer.isSurrogate(c) ? null : valueOf.apply(c);
      if (value != null) {
        values.put(c, value);
      }
    }
    while (!values.isEmpty()) {
      int from = values.firstKey();
      String value = values.get(from);
      Integer next = values.higherKey(from);
      int step = next != null && next - from <= 2 ? next - from : 1;
      int to = last(values, from, step, value, false);
      int shifted = last(values, from, step, value, true);
      file.append(' ').append(Integer.toHexString(from));
      if (Math.max(to, shifted) > from) {
        file.append('-').append(Integer.toHexString(Math.max(to, shifted)));
        file.append(step == 1 ? "" : "/" + Integer.toHexString(step));
      }
      file.append(shifted > to ? ":" + hexadecimal(offset(from, value)) : value);
      values.headMap(Math.max(to, shifted), true).clear();
    }
    file.append('\n');
  }

  /** The last code point of a run from one whose value is the same, or its distance is. */
  private static int last(
      NavigableMap<Integer, String> values, int from, int step, String value, boolean isShifted) {
    if (isShifted && (value.isEmpty() || value.contains("+"))) {
      return from;
    }
    int to = from;
    while (step == 1 || values.higherKey(to) == null || values.higherKey(to) == to + step) {
      String next = values.get(to + step);
      boolean isLike =
          next != null
              && (isShifted
                  ? !next.contains("+") && offset(to + step, next) == offset(from, value)
                  : next.equals(value));
      if (!isLike) {
        break;
      }
      to += step;
    }
    return to;
  }

  private static int offset(int c, String value) {
    return Integer.parseInt(value.substring(1), 16) - c;
  }

  private static String hexadecimal(int signed) {
    return signed < 0 ? "-" + Integer.toHexString(-signed) : Integer.toHexString(signed);
  }
}
