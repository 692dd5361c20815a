package dev.headnote.benchmarks;

import dev.headnote.Headnote;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The parameters of a benchmark of one Headnote, which is closed when its trial ends. */
@State(Scope.Benchmark)
public abstract class HeadnoteBenchmark {

  @Param({"minilm-l6", "e5-small"})
  String model;

  @Param({"auto"})
  String precision;

  @Param({"cpu"})
  String device;

  Headnote headnote;

  /**
   * Begins a Headnote with these parameters.
   *
   * @param workers 0 for one worker a core
   */
  Headnote.Builder builder(int workers) {
    return Setting.of(model, precision, device, workers).headnote();
  }

  @TearDown(Level.Trial)
  public void close() {
    headnote.close();
  }
}
