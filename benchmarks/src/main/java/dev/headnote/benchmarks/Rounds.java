package dev.headnote.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs cases in rounds. Each round runs every case once, each in JVMs of its own, every second
 * round in reverse, so that what is compared runs close together and a machine that becomes slower
 * over time slows all alike. The raw results are written after each case.
 */
final class Rounds {

  private final List<Case> cases;
  private final Path json;
  private final PrintStream log;
  private final Map<Case, List<RunResult>> results = new LinkedHashMap<>();

  /** Why cases have no result, in one line each. */
  private final Map<Case, String> reasons = new LinkedHashMap<>();

  /**
   * @param json where JMH's results go
   * @param log where JMH's own output goes
   */
  Rounds(List<Case> cases, Path json, PrintStream log) {
    this.cases = cases;
    this.json = json;
    this.log = log;
  }

  /**
   * Runs all cases once. A case that fails is noted and not tried again.
   *
   * @param round counts from 1
   * @param of how many rounds there are to be
   */
  void run(int round, int of) throws IOException {
    cases.forEach(c -> c.unsupported().ifPresent(reason -> reasons.put(c, reason)));
    List<Case> order = new ArrayList<>(cases);
    order.removeAll(reasons.keySet());
    if (round % 2 == 0) {
      Collections.reverse(order);
    }
    for (int i = 0; i < order.size(); i++) {
      System.err.printf(
          "round %d of %d, %d of %d: %s%n", round, of, i + 1, order.size(), order.get(i));
      run(order.get(i));
    }
  }

  private void run(Case wanted) throws IOException {
    Effort effort = wanted.effort();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + wanted.benchmark() + "\\." + wanted.method() + "$")
            .warmupIterations(effort.warmups())
            .measurementIterations(effort.iterations())
            .forks(effort.forks())
            .shouldFailOnError(true);
    if (effort.millis() > 0) {
      options
          .warmupTime(TimeValue.milliseconds(effort.millis()))
          .measurementTime(TimeValue.milliseconds(effort.millis()));
    }
    wanted.params().forEach(options::param);
    OutputFormat format = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
    try {
      Collection<RunResult> run = new Runner(options.build(), format).run();
      results.computeIfAbsent(wanted, key -> new ArrayList<>()).addAll(run);
      write();
    } catch (RunnerException e) {
      String reason = reason(e);
      System.err.println("  failed: " + reason);
      reasons.put(wanted, reason);
    }
  }

  /** The message of the cause that JMH wraps, or its own. */
  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null || root.getSuppressed().length > 0) {
      root = root.getCause() != null ? root.getCause() : root.getSuppressed()[0];
    }
    String line = Optional.ofNullable(root.getMessage()).orElse("").strip();
    return root instanceof UnsupportedSetting
        ? line
        : root.getClass().getSimpleName() + ": " + line.lines().findFirst().orElse("no message");
  }

  private void write() throws IOException {
    List<RunResult> merged = new ArrayList<>();
    for (List<RunResult> rounds : results.values()) {
      List<BenchmarkResult> forks =
          rounds.stream().flatMap(run -> run.getBenchmarkResults().stream()).toList();
      if (!rounds.isEmpty()) {
        merged.add(new RunResult(rounds.get(0).getParams(), forks));
      }
    }
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(json), false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(merged);
    }
  }

  /** The cases without a result or with fewer rounds than wanted, each with the reason. */
  Map<Case, String> reasons() {
    return Collections.unmodifiableMap(reasons);
  }
}
