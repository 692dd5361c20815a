package dev.headnote.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtobufReaderTest {
  private static ProtobufReader reader(int... bytes) {
    byte[] message = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      message[i] = (byte) bytes[i];
    }
    return new ProtobufReader("some.onnx", ByteBuffer.wrap(message));
  }

  @Test
  void readsEachKindOfField() throws Exception {
    // 1: 300; 2: "hi"; 3: 1.5f; 4: a double, skipped; 5: the message {1: -1}
    ProtobufReader in =
        reader(
            0x08, 0xac, 0x02, 0x12, 2, 'h', 'i', 0x1d, 0, 0, 0xc0, 0x3f, 0x21, 0, 0, 0, 0, 0, 0, 0,
            0, 0x2a, 11, 0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01);
    assertThat(in.next()).isTrue();
    assertThat(in.field()).isEqualTo(1);
    assertThat(in.varint()).isEqualTo(300);
    assertThat(in.next()).isTrue();
    assertThat(in.string()).isEqualTo("hi");
    assertThat(in.next()).isTrue();
    assertThat(in.fixed32()).isEqualTo(1.5f);
    assertThat(in.next()).isTrue();
    assertThat(in.wireType()).isEqualTo(ProtobufReader.FIXED64);
    assertThat(in.next()).isTrue();
    ProtobufReader inner = in.message();
    assertThat(inner.next()).isTrue();
    assertThat(inner.varint()).isEqualTo(-1);
    assertThat(inner.next()).isFalse();
    assertThat(in.next()).isFalse();
  }

  @Test
  void readsPackedAndSingleIntegers() throws Exception {
    List<Long> values = new ArrayList<>();
    ProtobufReader in = reader(0x0a, 3, 0x01, 0x80, 0x01, 0x08, 5);
    while (in.next()) {
      in.varints(values::add);
    }
    assertThat(values).containsExactly(1L, 128L, 5L);
  }

  @Test
  void damageIsAConversionExceptionThatNamesTheFile() {
    int[][] damaged = {
      {0x0a, 5, 'a'}, // a length beyond the end
      {0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01}, // a negative length
      {0x08}, // no value
      {0x08, 0x80}, // half an integer
      {0x08, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01}, // 11 bytes
      {0x0d, 0, 0}, // half a float
      {0x09, 0, 0}, // half a double
      {0x0b}, // a group, which protobuf dropped
      {0x0f, 0}, // no such wire type
      {0x00, 0}, // field 0
    };
    for (int[] bytes : damaged) {
      assertThatExceptionOfType(ConversionException.class)
          .as(Arrays.toString(bytes))
          .isThrownBy(
              () -> {
                ProtobufReader in = reader(bytes);
                while (in.next()) {
                  // Values are skipped.
                }
              })
          .withMessageContaining("some.onnx");
    }
  }

  @Test
  void aValueOfAnotherTypeIsDamage() {
    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(
            () -> {
              ProtobufReader in = reader(0x08, 1);
              in.next();
              in.bytes();
            })
        .withMessageContaining("wire type");
  }
}
