package dev.headnote.convert;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The reference: ONNX Runtime in fp32 on one sequence at a time, pooled and normalised here. */
final class OnnxEncoder implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final Pooling pooling;

  OnnxEncoder(byte[] model, Pooling pooling) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    this.session = environment.createSession(model, options);
    this.pooling = pooling;
  }

  float[][] encodeAll(List<long[]> sequences) throws OrtException {
    float[][] vectors = new float[sequences.size()][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = encode(sequences.get(i));
    }
    return vectors;
  }

  private float[] encode(long[] ids) throws OrtException {
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor tokens = OnnxTensor.createTensor(environment, new long[][] {ids});
        OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {ones});
        OnnxTensor types =
            OnnxTensor.createTensor(environment, new long[][] {new long[ids.length]});
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
      float[][] states = ((float[][][]) result.get(0).getValue())[0];
      int used = pooling == Pooling.FIRST ? 1 : states.length;
      double[] sum = new double[states[0].length];
      for (int t = 0; t < used; t++) {
        for (int j = 0; j < sum.length; j++) {
          sum[j] += states[t][j];
        }
      }
      double norm = Math.sqrt(Arrays.stream(sum).map(v -> v * v).sum());
      float[] vector = new float[sum.length];
      for (int j = 0; j < sum.length; j++) {
        vector[j] = (float) (sum[j] / norm);
      }
      return vector;
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
