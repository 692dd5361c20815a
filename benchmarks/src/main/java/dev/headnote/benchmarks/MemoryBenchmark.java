package dev.headnote.benchmarks;

import dev.headnote.Article;
import dev.headnote.Headnote;
import dev.headnote.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.annotations.Timeout;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Memory under full load: digests {@code seeds/} over and over for some minutes and reports memory
 * in MiB before and after. Before is when each article was digested once. A leak shows as a
 * resident set that grows with {@code minutes}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(1)
@Timeout(time = 1, timeUnit = TimeUnit.DAYS)
public class MemoryBenchmark {

  @Param({"e5-small"})
  String model;

  @Param({"bf16"})
  String precision;

  @Param({"cpu"})
  String device;

  /** 0 for one worker a core. */
  @Param({"2"})
  int workers;

  /** How long to run; fractions are allowed. */
  @Param({"1"})
  double minutes;

  private List<String> texts;
  private Headnote headnote;

  @Setup(Level.Trial)
  public void load() {
    texts = SeedArticles.texts();
    headnote = Setting.of(model, precision, device, workers).headnote().build();
    digestAll();
  }

  @TearDown(Level.Trial)
  public void close() {
    headnote.close();
  }

  /** Memory in MiB. Native memory is the resident set less the heap in use. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Memory {
    public long residentBefore;
    public long residentAfter;
    public long residentPeak;
    public long heapBefore;
    public long heapAfter;
    public long nativeBefore;
    public long nativeAfter;
    public long digests;
  }

  @Benchmark
  public void headnote(Memory memory) throws IOException {
    memory.heapBefore = heapUsed();
    memory.residentBefore = status("VmRSS");
    memory.nativeBefore = memory.residentBefore - memory.heapBefore;
    long end = System.nanoTime() + (long) (minutes * 60e9);
    while (System.nanoTime() < end) {
      memory.digests += digestAll();
    }
    memory.heapAfter = heapUsed();
    memory.residentAfter = status("VmRSS");
    memory.residentPeak = status("VmHWM");
    memory.nativeAfter = memory.residentAfter - memory.heapAfter;
  }

  private long digestAll() {
    return headnote.digest(texts.stream().map(Article::of)).map(Outcome::orThrow).toList().size();
  }

  private static long heapUsed() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  private static long status(String field) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      String line = lines.filter(l -> l.startsWith(field + ":")).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
    }
  }
}
