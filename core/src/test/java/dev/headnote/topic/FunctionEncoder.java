package dev.headnote.topic;

import dev.headnote.Precision;
import dev.headnote.encode.SentenceEncoder;
import java.util.List;
import java.util.function.Function;

/** Vectors that a function gives. */
record FunctionEncoder(int dimensions, Function<String, float[]> function)
    implements SentenceEncoder {

  @Override
  public String model() {
    return "fake";
  }

  @Override
  public Precision precision() {
    return Precision.FP32;
  }

  @Override
  public float[][] encode(List<String> texts) {
    return texts.stream().map(function).toArray(float[][]::new);
  }

  @Override
  public void close() {}
}
