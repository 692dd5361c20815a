package dev.headnote.benchmarks;

import java.util.List;
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
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Sentences into vectors: Headnote's encoder and others, from the same weights, over the same
 * sentences. One operation encodes all of them; the secondary figures are sentences and tokens a
 * second, with the same count of tokens for all. What cannot run in a setting says why in {@link
 * UnsupportedSetting}. The vectors are checked first, so that a wrong encoder cannot win.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(1)
public class EncoderBenchmark {

  @Param({"minilm-l6", "e5-small"})
  String model;

  @Param({"fp32", "bf16", "int8", "auto"})
  String precision;

  @Param({"cpu"})
  String device;

  /** 0 for one worker a core. */
  @Param({"0"})
  int workers;

  /** How many sentences of the corpus, taken evenly; 0 for all. */
  @Param({"0"})
  int sentences;

  private List<String> texts;
  private long tokens;
  private Encoder encoder;

  @Setup(Level.Trial)
  public void load(BenchmarkParams benchmark) {
    String name = benchmark.getBenchmark();
    String method = name.substring(name.lastIndexOf('.') + 1);
    Setting setting = Setting.of(model, precision, device, workers);
    texts = Corpus.sentences(sentences);
    encoder = Encoders.open(method, setting);
    tokens = Corpus.tokens(model, texts);
    Vectors.check(method, encoder, setting);
  }

  @TearDown(Level.Trial)
  public void close() {
    encoder.close();
  }

  /** What JMH reports beside the operations. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counters {
    public long sentences;
    public long tokens;
  }

  @Benchmark
  public float[][] headnote(Counters counters) {
    return encode(counters);
  }

  @Benchmark
  public float[][] onnxRuntime(Counters counters) {
    return encode(counters);
  }

  @Benchmark
  public float[][] langchain4j(Counters counters) {
    return encode(counters);
  }

  @Benchmark
  public float[][] djlTranslator(Counters counters) {
    return encode(counters);
  }

  private float[][] encode(Counters counters) {
    float[][] vectors = encoder.encode(texts);
    counters.sentences += texts.size();
    counters.tokens += tokens;
    return vectors;
  }
}
