package dev.headnote.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the launch of a JVM to the first digest on its standard output, with DJL's native libraries
 * unpacked already. The secondary figures are the child's own phases in milliseconds: the JVM's
 * start, building a Headnote, and the first digest, in which the labels are encoded.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(10)
public class StartupBenchmark {

  @Param({"minilm-l6", "e5-small"})
  String model;

  @Param({"auto"})
  String precision;

  private Process child;
  private BufferedReader output;

  /** Times of the child's phases. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Phases {
    public long jvmMillis;
    public long buildMillis;
    public long digestMillis;
  }

  @Benchmark
  public String headnote() throws IOException {
    child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FirstDigest.class.getName(),
                model,
                precision)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    output = child.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the child ended without a digest");
    }
    return line;
  }

  @TearDown(Level.Invocation)
  public void end(Phases phases) throws IOException, InterruptedException {
    String[] times = output.lines().reduce((a, b) -> b).orElse("").split(" ");
    if (child.waitFor() != 0 || times.length != 4) {
      throw new IOException("the child failed with exit code " + child.exitValue());
    }
    phases.jvmMillis = Long.parseLong(times[1]);
    phases.buildMillis = Long.parseLong(times[2]);
    phases.digestMillis = Long.parseLong(times[3]);
  }
}
