package dev.headnote.convert;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Reads one protobuf message field by field, without a schema. Every length is checked against the
 * message that holds it, so a damaged file ends in a {@link ConversionException} and never in
 * another exception or a large allocation.
 *
 * <p>Call {@link #next()}, look at {@link #field()}, then take the value with the method of its
 * type; a value that is not taken is skipped. Not safe for use by several threads.
 */
final class ProtobufReader {
  /** Wire type of integers. */
  static final int VARINT = 0;

  /** Wire type of doubles and fixed 64-bit integers. */
  static final int FIXED64 = 1;

  /** Wire type of strings, byte strings, messages and packed lists. */
  static final int BYTES = 2;

  /** Wire type of floats and fixed 32-bit integers. */
  static final int FIXED32 = 5;

  private final String file;
  private final ByteBuffer in;
  private int field;
  private int wireType;
  private boolean pending;

  /** Reads from the position to the limit of {@code message}; {@code file} is for messages. */
  ProtobufReader(String file, ByteBuffer message) {
    this.file = file;
    this.in = message.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Steps to the next field; false at the end of the message. */
  boolean next() throws ConversionException {
    if (pending) {
      skip();
    }
    if (!in.hasRemaining()) {
      return false;
    }
    long tag = readVarint();
    wireType = (int) (tag & 7);
    long number = tag >>> 3;
    if (number == 0 || number > 0x1fffffff) {
      throw damaged("a field has the impossible number " + number);
    }
    if (wireType != VARINT && wireType != FIXED64 && wireType != BYTES && wireType != FIXED32) {
      throw damaged("a field has the unknown wire type " + wireType);
    }
    field = (int) number;
    pending = true;
    return true;
  }

  /** The number of the current field. */
  int field() {
    return field;
  }

  /** The wire type of the current field. */
  int wireType() {
    return wireType;
  }

  /** The current field as an integer. */
  long varint() throws ConversionException {
    take(VARINT);
    return readVarint();
  }

  /** The current field as a float. */
  float fixed32() throws ConversionException {
    take(FIXED32);
    try {
      return in.getFloat();
    } catch (BufferUnderflowException e) {
      throw truncated();
    }
  }

  /** The current field's bytes, as a little-endian view that copies nothing. */
  ByteBuffer bytes() throws ConversionException {
    take(BYTES);
    long length = readVarint();
    if (length < 0 || length > in.remaining()) {
      throw truncated();
    }
    ByteBuffer value = in.slice(in.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + (int) length);
    return value;
  }

  /** The current field as UTF-8 text; malformed bytes become U+FFFD. */
  String string() throws ConversionException {
    return StandardCharsets.UTF_8.decode(bytes()).toString();
  }

  /** The current field as a message of its own. */
  ProtobufReader message() throws ConversionException {
    return new ProtobufReader(file, bytes());
  }

  /**
   * Passes on the integers of the current field, which is a packed list of them or a single one.
   */
  void varints(LongConsumer values) throws ConversionException {
    if (wireType == VARINT) {
      values.accept(varint());
      return;
    }
    ProtobufReader packed = message();
    while (packed.in.hasRemaining()) {
      values.accept(packed.readVarint());
    }
  }

  private void skip() throws ConversionException {
    switch (wireType) {
      case VARINT -> varint();
      case BYTES -> bytes();
      default -> {
        take(wireType);
        int width = wireType == FIXED64 ? Long.BYTES : Integer.BYTES;
        if (in.remaining() < width) {
          throw truncated();
        }
        in.position(in.position() + width);
      }
    }
  }

  private void take(int expected) throws ConversionException {
    if (!pending) {
      throw new IllegalStateException("no field to take");
    }
    if (wireType != expected) {
      throw damaged("field " + field + " has wire type " + wireType + ", not " + expected);
    }
    pending = false;
  }

  private long readVarint() throws ConversionException {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      if (!in.hasRemaining()) {
        throw truncated();
      }
      byte b = in.get();
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw damaged("an integer is longer than ten bytes");
  }

  private ConversionException truncated() {
    return damaged("it ends inside a field; the file is truncated");
  }

  private ConversionException damaged(String what) {
    return new ConversionException(file + " is not a readable ONNX file: " + what);
  }
}
