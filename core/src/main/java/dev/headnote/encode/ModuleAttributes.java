package dev.headnote.encode;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the pickle of a converted archive's module says. A pickle is a program that can call what it
 * likes; this reader runs none, but expects the instructions that the converter writes, one after
 * the other, and takes the numbers between them.
 *
 * @param hidden the length of a vector
 * @param positions how many positions there are
 * @param weightBytes the size of each weight in bytes
 */
record ModuleAttributes(int hidden, int positions, List<Integer> weightBytes) {

  private static final int MOST_LAYERS = 1000;

  /** The weights' sizes: V words, P positions, T token types, H numbers, I between. */
  private static final List<String> EMBEDDINGS = List.of("VH", "PH", "TH", "H", "H");

  private static final List<String> LAYER =
      List.of("HH", "H", "HH", "H", "HH", "H", "HH", "H", "H", "H", "IH", "I", "HI", "H", "H", "H");

  ModuleAttributes {
    weightBytes = List.copyOf(weightBytes);
  }

  /**
   * Reads a pickle.
   *
   * @throws IOException if the converter would not write it, or sizes don't fit each other
   */
  static ModuleAttributes read(ByteBuffer pickle) throws IOException {
    try {
      return new Reader(pickle).read();
    } catch (BufferUnderflowException e) {
      throw new IOException("its data.pkl is cut off", e);
    }
  }

  private static final class Reader {

    private final ByteBuffer in;
    private final Map<Character, Integer> sizes = new HashMap<>();
    private final List<Integer> weightBytes = new ArrayList<>();

    Reader(ByteBuffer pickle) {
      this.in = pickle.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    ModuleAttributes read() throws IOException {
      expect("\u0080\u0002");
      global("__torch__", "Encoder");
      expect(")\u0081}(");
      string("training");
      expect("\u0089");
      int layers = named("layers");
      int heads = named("heads");
      int hidden = named("hidden");
      check(layers > 0 && layers <= MOST_LAYERS && heads > 0 && hidden > 0 && hidden % heads == 0);
      string("epsilon");
      expect("G");
      double epsilon = Double.longBitsToDouble(Long.reverseBytes(in.getLong()));
      check(epsilon > 0 && epsilon < 1);
      string("first");
      bool();
      check(named("precision") == -1);
      check(named("steps") == 0);
      string("half");
      expect("\u0089");
      string("weights");
      expect("](");
      sizes.put('H', hidden);
      weights(EMBEDDINGS);
      for (int layer = 0; layer < layers; layer++) {
        weights(LAYER);
      }
      expect("eub.");
      check(!in.hasRemaining());
      return new ModuleAttributes(hidden, sizes.getOrDefault('P', 0), weightBytes);
    }

    private void weights(List<String> shapes) throws IOException {
      for (String shape : shapes) {
        weight(shape);
      }
    }

    private void weight(String shape) throws IOException {
      global("torch._utils", "_rebuild_tensor_v2");
      expect("((");
      string("storage");
      int width = width();
      string(Integer.toString(weightBytes.size()));
      string("cpu");
      int numbers = integer();
      expect("tQ");
      check(integer() == 0);
      int[] found = integers(shape.length());
      int[] strides = integers(shape.length());
      long product = 1;
      for (int i = 0; i < found.length; i++) {
        int size = found[i];
        check(size > 0 && size == sizes.computeIfAbsent(shape.charAt(i), letter -> size));
        product *= found[i];
      }
      boolean isWhole = strides[strides.length - 1] == 1;
      if (found.length == 2) {
        isWhole =
            (strides[0] == found[1] && strides[1] == 1)
                || (strides[0] == 1 && strides[1] == found[0]);
      }
      check(isWhole && product == numbers && product * width <= Integer.MAX_VALUE);
      weightBytes.add(numbers * width);
      expect("\u0089");
      global("collections", "OrderedDict");
      expect(")RtR");
    }

    private int width() throws IOException {
      in.mark();
      try {
        global("torch", "HalfStorage");
        return Short.BYTES;
      } catch (IOException e) {
        in.reset();
        global("torch", "FloatStorage");
        return Float.BYTES;
      }
    }

    private int named(String name) throws IOException {
      string(name);
      return integer();
    }

    private int integer() throws IOException {
      expect("J");
      return in.getInt();
    }

    private int[] integers(int count) throws IOException {
      expect("(");
      int[] values = new int[count];
      for (int i = 0; i < count; i++) {
        values[i] = integer();
      }
      expect("t");
      return values;
    }

    private void bool() throws IOException {
      check((in.get() & 0xFE) == 0x88);
    }

    private void global(String module, String name) throws IOException {
      expect("c" + module + "\n" + name + "\n");
    }

    private void string(String value) throws IOException {
      expect("X");
      check(in.getInt() == value.length());
      expect(value);
    }

    /** Expects instructions or text, a byte for each character. */
    private void expect(String instructions) throws IOException {
      for (byte expected : instructions.getBytes(StandardCharsets.ISO_8859_1)) {
        check(in.get() == expected);
      }
    }

    private void check(boolean isSo) throws IOException {
      if (!isSo) {
        throw new IOException(
            "its data.pkl is not as the converter writes it, before byte " + in.position());
      }
    }
  }
}
