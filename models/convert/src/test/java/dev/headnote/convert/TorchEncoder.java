package dev.headnote.convert;

import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Runs a converted archive through DJL, as the library does. */
final class TorchEncoder implements AutoCloseable {
  static final int FP32 = 0;
  static final int BF16 = 1;
  static final int INT8 = 2;
  static final int FP16 = 3;

  private final PtNDManager manager = (PtNDManager) Engine.getEngine("PyTorch").newBaseManager();
  private final PtSymbolBlock block;

  TorchEncoder(Path archive, int precision) {
    this(archive);
    try (IValue argument = IValue.from((long) precision)) {
      prepare(precision, "prepare", argument);
    }
  }

  private TorchEncoder(Path archive) {
    JniUtils.setGraphExecutorOptimize(false);
    block = JniUtils.loadModule(manager, archive, false, new String[0], new String[0], false);
  }

  /** Prepares int8 with the range of activations of some sequences. */
  static TorchEncoder int8(Path archive, List<long[]> calibration) {
    TorchEncoder encoder = new TorchEncoder(archive);
    List<long[]> sorted = new ArrayList<>(calibration);
    sorted.sort(Comparator.comparingInt(ids -> ids.length));
    long[] ids = sorted.stream().flatMapToLong(Arrays::stream).toArray();
    long[] lengths = sorted.stream().mapToLong(sequence -> sequence.length).toArray();
    try (PtNDManager scope = (PtNDManager) encoder.manager.newSubManager();
        IValue half = IValue.from(multipliesBfloat16());
        IValue tokens = IValue.from((PtNDArray) scope.create(ids));
        IValue sizes = IValue.listFrom(lengths)) {
      encoder.prepare(INT8, "prepare_int8", half, tokens, sizes);
    }
    return encoder;
  }

  /** Whether this CPU has bf16 in hardware; PyTorch takes minutes for it elsewhere. */
  static boolean multipliesBfloat16() {
    try {
      return Files.readString(Path.of("/proc/cpuinfo")).matches("(?s).*(avx512_bf16|amx_bf16).*");
    } catch (IOException e) {
      return false;
    }
  }

  private void prepare(int precision, String method, IValue... arguments) {
    try (IValue result = IValueUtils.runMethod(block, method, arguments)) {
      if (result.toLong() != precision) {
        throw new IllegalStateException("prepared another precision");
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * The vectors of sequences that are in order of their lengths, in one batch.
   *
   * @param ids the tokens of all sequences, one after the other
   * @param lengths how many tokens each has
   */
  float[][] encode(long[] ids, long... lengths) {
    try (PtNDManager scope = (PtNDManager) manager.newSubManager();
        IValue tokens = IValue.from((PtNDArray) scope.create(ids));
        IValue sizes = IValue.listFrom(lengths);
        IValue result = IValueUtils.runMethod(block, "forward", tokens, sizes)) {
      float[] flat = result.toTensor(scope).toFloatArray();
      int size = lengths.length == 0 ? 0 : flat.length / lengths.length;
      float[][] vectors = new float[lengths.length][];
      for (int i = 0; i < vectors.length; i++) {
        vectors[i] = Arrays.copyOfRange(flat, i * size, (i + 1) * size);
      }
      return vectors;
    }
  }

  /** The vectors of sequences in any order, in batches of {@code batch}. */
  float[][] encodeAll(List<long[]> sequences, int batch) {
    List<Integer> order =
        IntStream.range(0, sequences.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> sequences.get(i).length))
            .toList();
    float[][] vectors = new float[sequences.size()][];
    for (int from = 0; from < order.size(); from += batch) {
      List<Integer> part = order.subList(from, Math.min(from + batch, order.size()));
      long[] lengths = part.stream().mapToLong(i -> sequences.get(i).length).toArray();
      long[] ids = part.stream().flatMapToLong(i -> Arrays.stream(sequences.get(i))).toArray();
      float[][] encoded = encode(ids, lengths);
      for (int i = 0; i < encoded.length; i++) {
        vectors[part.get(i)] = encoded[i];
      }
    }
    return vectors;
  }

  @Override
  public void close() {
    block.close();
    manager.close();
  }
}
