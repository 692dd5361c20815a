package dev.headnote.convert;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the part of pickle protocol 2 that TorchScript archives use. Values are written bottom-up,
 * as on the reader's stack; nothing is memoized.
 */
final class PickleWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  PickleWriter() {
    op(0x80).op(2);
  }

  /** A class or function, {@code module.name}. */
  PickleWriter global(String module, String name) {
    op('c');
    out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  PickleWriter string(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    op('X').int32(utf8.length);
    out.writeBytes(utf8);
    return this;
  }

  PickleWriter integer(long value) {
    if (value == (int) value) {
      return op('J').int32((int) value);
    }
    op(0x8a).op(8);
    for (int shift = 0; shift < 64; shift += 8) {
      op((int) (value >>> shift) & 0xff);
    }
    return this;
  }

  PickleWriter floating(double value) {
    op('G');
    long bits = Double.doubleToRawLongBits(value);
    for (int shift = 56; shift >= 0; shift -= 8) {
      op((int) (bits >>> shift) & 0xff);
    }
    return this;
  }

  PickleWriter bool(boolean value) {
    return op(value ? 0x88 : 0x89);
  }

  PickleWriter emptyTuple() {
    return op(')');
  }

  PickleWriter emptyDict() {
    return op('}');
  }

  PickleWriter emptyList() {
    return op(']');
  }

  /** Starts a tuple, or the items of a list or dict. */
  PickleWriter mark() {
    return op('(');
  }

  /** Makes a tuple of all values since the mark. */
  PickleWriter tuple() {
    return op('t');
  }

  /** Appends all values since the mark to the list below it. */
  PickleWriter appends() {
    return op('e');
  }

  /** Puts all pairs of key and value since the mark into the dict below it. */
  PickleWriter setItems() {
    return op('u');
  }

  /** Calls the function below with the tuple on top. */
  PickleWriter reduce() {
    return op('R');
  }

  /** Creates an object of the class below, with the tuple on top as arguments. */
  PickleWriter newObject() {
    return op(0x81);
  }

  /** Gives the object below its state, the value on top. */
  PickleWriter build() {
    return op('b');
  }

  /** Replaces the tuple on top by what it stands for outside the pickle: a storage. */
  PickleWriter persistentId() {
    return op('Q');
  }

  /** A tuple of integers. */
  PickleWriter integers(long... values) {
    mark();
    for (long value : values) {
      integer(value);
    }
    return tuple();
  }

  /** Ends the pickle and returns it. */
  byte[] finish() {
    op('.');
    return out.toByteArray();
  }

  private PickleWriter op(int code) {
    out.write(code);
    return this;
  }

  private PickleWriter int32(int value) {
    return op(value & 0xff).op(value >>> 8 & 0xff).op(value >>> 16 & 0xff).op(value >>> 24 & 0xff);
  }
}
