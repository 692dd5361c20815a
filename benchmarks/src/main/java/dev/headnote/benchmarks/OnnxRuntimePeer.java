package dev.headnote.benchmarks;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * ONNX Runtime, called directly: the best that its Java API gives. Sentences are tokenized by
 * Hugging Face's tokenizers, sorted by length, so that batches hold next to no padding, and pooled
 * in Java.
 *
 * <p>Each core runs batches of 8 sentences, single-threaded inside, over one shared session. That
 * was the fastest of what was tried on two cores, 200 sentences, minilm-l6, tokens a second as the
 * median of three: batches of 1, 4, 8, 16, 32, 64 sentences so: fp32 3,452, 4,151, 4,107, 3,892,
 * 3,499, 2,680; int8 6,641, 8,280, 7,619, 7,535, 6,410, 4,771; one batch at a time with a thread a
 * core inside: at best 2,310 and 4,171. Batches of 4 and of 8 are within the noise of each other.
 */
final class OnnxRuntimePeer implements Encoder {

  private static final int BATCH = 8;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;
  private final ExecutorService executor;
  private final String prefix;

  OnnxRuntimePeer(Setting setting) {
    Engines.configure();
    prefix = Corpus.prefix(setting.model());
    try (InputStream model = OnnxFiles.model(setting.model(), setting.precision());
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      session = environment.createSession(model.readAllBytes(), options);
      tokenizer =
          HuggingFaceTokenizer.newInstance(
              OnnxFiles.tokenizer(setting.model()), OnnxFiles.NO_PADDING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
    executor = Executors.newFixedThreadPool(setting.workers());
  }

  @Override
  public float[][] encode(List<String> sentences) {
    Encoding[] encodings = tokenizer.batchEncode(sentences.stream().map(prefix::concat).toList());
    List<Integer> order =
        IntStream.range(0, encodings.length)
            .boxed()
            // Longest first: the cores then finish at about the same time.
            .sorted(Comparator.comparing(i -> -encodings[i].getIds().length))
            .toList();
    float[][] vectors = new float[encodings.length][];
    List<Future<?>> runs = new ArrayList<>();
    for (int from = 0; from < order.size(); from += BATCH) {
      List<Integer> batch = order.subList(from, Math.min(order.size(), from + BATCH));
      runs.add(
          executor.submit(
              () -> {
                run(batch, encodings, vectors);
                return null;
              }));
    }
    for (Future<?> run : runs) {
      try {
        run.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    return vectors;
  }

  private void run(List<Integer> batch, Encoding[] encodings, float[][] vectors)
      throws OrtException {
    int length = batch.stream().mapToInt(i -> encodings[i].getIds().length).max().orElseThrow();
    long[] ids = new long[batch.size() * length];
    long[] mask = new long[ids.length];
    for (int b = 0; b < batch.size(); b++) {
      long[] sentence = encodings[batch.get(b)].getIds();
      System.arraycopy(sentence, 0, ids, b * length, sentence.length);
      Arrays.fill(mask, b * length, b * length + sentence.length, 1);
    }
    long[] shape = {batch.size(), length};
    try (OnnxTensor inputs = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor masks = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", inputs, "attention_mask", masks, "token_type_ids", types))) {
      FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
      int dimensions = states.remaining() / ids.length;
      for (int b = 0; b < batch.size(); b++) {
        int tokens = encodings[batch.get(b)].getIds().length;
        vectors[batch.get(b)] = mean(states, b * length * dimensions, tokens, dimensions);
      }
    }
  }

  private static float[] mean(FloatBuffer states, int at, int tokens, int dimensions) {
    float[] sum = new float[dimensions];
    for (int t = 0; t < tokens; t++) {
      for (int d = 0; d < dimensions; d++) {
        sum[d] += states.get(at + t * dimensions + d);
      }
    }
    return Vectors.normalized(sum);
  }

  @Override
  public void close() {
    executor.shutdown();
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
