package dev.headnote.benchmarks;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.encode.ModelFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the matrix multiplications alone allow: the prepared weights of every layer, times ones of
 * the precision's own types, and nothing else. The secondary figures are tokens and GFLOP a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(1)
public class LimitBenchmark {

  /** As many as Headnote puts into a pack. */
  private static final int TOKENS = 768;

  private static final int CALLS = 8;

  private static final int INT8_SENTENCES = 32;

  @Param({"minilm-l6", "e5-small"})
  String model;

  @Param({"fp32", "bf16", "int8"})
  String precision;

  /** How many calls run at once, each on one core; 0 for all cores. */
  @Param({"0"})
  int workers;

  private NDManager manager;
  private PtSymbolBlock block;
  private ExecutorService executor;
  private double gigaFlopsAToken;

  @Setup(Level.Trial)
  public void load() throws IOException {
    Engines.configureSingleThreaded();
    String folder = "dev/headnote/models/" + model + "/";
    JsonNode architecture =
        new ObjectMapper().readTree(resource(folder + "model.json")).path("architecture");
    double hidden = architecture.path("hiddenSize").asDouble();
    double weights = hidden * (4 * hidden + 2 * architecture.path("intermediateSize").asDouble());
    gigaFlopsAToken = 2e-9 * architecture.path("layers").asDouble() * weights;

    manager = NDManager.newBaseManager(ai.djl.Device.cpu(), "PyTorch");
    byte[] archive = resource(folder + ModelFiles.named(model).card().weightsFile());
    block =
        JniUtils.loadModule((PtNDManager) manager, new ByteArrayInputStream(archive), false, false);
    JniUtils.setGraphExecutorOptimize(false);
    prepare();
    executor = Executors.newFixedThreadPool(workers == 0 ? Setting.cores() : workers);
    multiply();
  }

  /** Rewrites the weights as Headnote does; int8 is fitted to ordinary text. */
  private void prepare() {
    if (!precision.equals("int8")) {
      try (IValue code = IValue.from((long) List.of("fp32", "bf16").indexOf(precision))) {
        IValueUtils.runMethod(block, "prepare", code).close();
      }
      return;
    }
    List<long[]> sentences = Corpus.tokenIds(model, Corpus.sentences(INT8_SENTENCES));
    long[] ids = sentences.stream().flatMapToLong(Arrays::stream).toArray();
    long[] lengths = sentences.stream().mapToLong(sentence -> sentence.length).toArray();
    try (NDManager scope = manager.newSubManager();
        // How attention is prepared does not matter to the linear layers.
        IValue half = IValue.from(false);
        IValue first = IValue.from((PtNDArray) scope.create(ids));
        IValue second = IValue.listFrom(lengths)) {
      IValueUtils.runMethod(block, "prepare_int8", half, first, second).close();
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = LimitBenchmark.class.getClassLoader().getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  @TearDown(Level.Trial)
  public void close() {
    executor.shutdown();
    block.close();
    manager.close();
  }

  /** What JMH reports beside the operations. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counters {
    public long tokens;
    public double gigaFlops;
  }

  @Benchmark
  public void linears(Counters counters) {
    int calls = CALLS * (workers == 0 ? Setting.cores() : workers);
    List<Future<?>> runs = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      runs.add(executor.submit(this::multiply));
    }
    for (Future<?> run : runs) {
      try {
        run.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    counters.tokens += (long) calls * TOKENS;
    counters.gigaFlops += calls * TOKENS * gigaFlopsAToken;
  }

  private void multiply() {
    // TorchScript keeps this for each thread.
    JniUtils.setGraphExecutorOptimize(false);
    try (IValue tokens = IValue.from((long) TOKENS)) {
      IValueUtils.runMethod(block, "linears", tokens).close();
    }
  }
}
