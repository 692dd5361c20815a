package dev.headnote.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BertWeightsTest {
  private static BertWeights read(ByteBuffer file) throws Exception {
    return BertWeights.of(OnnxModel.read("tiny.onnx", file), 0);
  }

  private static float[] values(BertWeights.Weight weight) {
    OnnxTensor tensor = weight.tensor();
    float[] values = new float[tensor.size()];
    for (int i = 0; i < values.length; i++) {
      int from = i;
      if (weight.transposed()) {
        int out = (int) tensor.shape()[1];
        int in = (int) tensor.shape()[0];
        from = i % in * out + i / in;
      }
      values[i] = tensor.floatAt(from);
    }
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "'', ANONYMOUS, RAW",
    "bert., ANONYMOUS, TYPED",
    "model.bert., ANONYMOUS, HALF",
    "'', NAMED, RAW",
    "bert., GEMM, RAW",
  })
  void findsTheWeightsOfEachKindOfExport(
      String prefix, TinyBert.Linear linear, TinyBert.Elements elements) throws Exception {
    TinyBert bert = new TinyBert();
    bert.prefix = prefix;
    bert.linear = linear;
    bert.elements = elements;
    BertWeights weights = read(bert.toBuffer());
    assertThat(weights.architecture()).isEqualTo(new Architecture(2, 2, 8, 16, 12, 16));
    assertThat(weights.epsilon()).isCloseTo(1e-7, within(1e-13));
    assertThat(weights.ordered()).hasSize(5 + 2 * 16);
    assertThat(values(weights.ordered().get(0)))
        .isEqualTo(bert.values("embeddings.word_embeddings.weight"));
    assertThat(values(weights.ordered().get(5)))
        .isEqualTo(bert.values("encoder.layer.0.attention.self.query.weight"));
    assertThat(values(weights.ordered().get(21 + 10)))
        .isEqualTo(bert.values("encoder.layer.1.intermediate.dense.weight"));
    assertThat(values(weights.ordered().get(21 + 12)))
        .isEqualTo(bert.values("encoder.layer.1.output.dense.weight"));
    assertThat(values(weights.ordered().get(21 + 15)))
        .isEqualTo(bert.values("encoder.layer.1.output.LayerNorm.bias"));
  }

  @ParameterizedTest
  @CsvSource({
    "embeddings.word_embeddings.weight",
    "embeddings.position_embeddings.weight",
    "embeddings.LayerNorm.bias",
    "encoder.layer.0.intermediate.dense.bias",
    "encoder.layer.1.attention.self.key.weight",
    "encoder.layer.1.output.LayerNorm.weight",
  })
  void namesWhatIsMissing(String name) {
    TinyBert bert = new TinyBert();
    bert.without.add(name);
    assertRefused(bert, "tiny.onnx", name);
  }

  @Test
  void refusesAWrongShape() {
    TinyBert bert = new TinyBert();
    bert.reshaped.put("encoder.layer.0.output.dense.weight", new long[] {8, 16});
    assertRefused(bert, "encoder.layer.0.output.dense.weight", "[8, 16], not [16, 8]");
  }

  @Test
  void refusesAShapeThatDoesNotFitTheElements() {
    TinyBert bert = new TinyBert();
    bert.reshaped.put("embeddings.LayerNorm.weight", new long[] {9});
    assertRefused(bert, "needs 36 bytes and has 32");
  }

  @Test
  void refusesHugeAndNegativeShapes() {
    for (long size : new long[] {-1, Long.MAX_VALUE, 1L << 32}) {
      TinyBert bert = new TinyBert();
      bert.reshaped.put("embeddings.LayerNorm.weight", new long[] {size, size});
      assertRefused(bert, "impossible shape");
    }
  }

  @Test
  void refusesExternalData() {
    TinyBert bert = new TinyBert();
    bert.external = true;
    assertRefused(bert, "external data");
  }

  @Test
  void refusesAnotherActivation() {
    TinyBert bert = new TinyBert();
    bert.activation = "Tanh";
    assertRefused(bert, "activation");
  }

  /** Headnote would not load it, as no converter of ours writes it. */
  @ParameterizedTest
  @ValueSource(floats = {-1, 0, 1, Float.NaN, Float.POSITIVE_INFINITY})
  void refusesAnImpossibleEpsilon(float epsilon) {
    TinyBert bert = new TinyBert();
    bert.epsilon = epsilon;
    assertRefused(bert, "epsilon");
  }

  @Test
  void asksForTheHeadsWhenTheFileDoesNotTell() throws Exception {
    TinyBert bert = new TinyBert();
    bert.tellsHeads = false;
    OnnxModel model = OnnxModel.read("tiny.onnx", bert.toBuffer());
    assertThatThrownBy(() -> BertWeights.of(model, 0))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("--heads");
    assertThat(BertWeights.of(model, 4).architecture().heads()).isEqualTo(4);
    assertThatThrownBy(() -> BertWeights.of(model, 3)).hasMessageContaining("do not divide");
  }

  @Test
  void refusesWhatIsNotOnnx() {
    for (String content :
        new String[] {"", "hello, world", "<html></html>", "PK\3\4", "\0\0\0\0"}) {
      ByteBuffer file = ByteBuffer.wrap(content.getBytes(StandardCharsets.ISO_8859_1));
      assertThatExceptionOfType(ConversionException.class)
          .isThrownBy(() -> read(file))
          .withMessageContaining("tiny.onnx");
    }
  }

  @Test
  void everyTruncationIsAConversionException() {
    byte[] file = new TinyBert().toBytes();
    for (int length = 0; length < file.length; length++) {
      ByteBuffer part = ByteBuffer.wrap(Arrays.copyOf(file, length));
      assertThatExceptionOfType(ConversionException.class)
          .as("%d of %d bytes", length, file.length)
          .isThrownBy(() -> read(part));
    }
  }

  @Test
  void changedBytesNeverEndInAnotherException() {
    byte[] file = new TinyBert().toBytes();
    Random random = new Random(3);
    for (int i = 0; i < 5000; i++) {
      byte[] changed = file.clone();
      for (int k = 0; k < 3; k++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      try {
        read(ByteBuffer.wrap(changed));
      } catch (ConversionException e) {
        assertThat(e).hasMessageContaining("tiny.onnx");
      } catch (Exception e) {
        throw new AssertionError("round " + i, e);
      }
    }
  }

  private static void assertRefused(TinyBert bert, String... parts) {
    assertThatThrownBy(() -> read(bert.toBuffer()))
        .isInstanceOf(ConversionException.class)
        .hasMessageContainingAll(parts);
  }
}
