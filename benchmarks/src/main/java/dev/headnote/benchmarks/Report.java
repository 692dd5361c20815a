package dev.headnote.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Runs on this machine what {@link Plan} says, which is all but {@link TextBenchmark}, {@link
 * TokenizerBenchmark} and {@link DecisionBenchmark}, and writes a folder: {@code machine.json},
 * JMH's raw results {@code jmh.json} and its output {@code jmh.log}, {@code report.md} with tables,
 * and plots. A benchmark that fails or cannot run here is listed with its reason; the rest goes on.
 */
@Command(
    name = "Report",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs the benchmarks on this machine and writes a report.")
public final class Report implements Callable<Integer> {

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write it.")
  private Path out;

  @Option(names = "--quick", description = "Fewer cases and short runs: a look, not a measurement.")
  private boolean quick;

  @Option(
      names = "--device",
      paramLabel = "cpu|cuda",
      description =
          "Where Headnote's encoder runs; peers run on the CPU. Default: ${DEFAULT-VALUE}.")
  private String device = "cpu";

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "NAME",
      description = "Transformers to measure; instant always is. Default: minilm-l6,e5-small.")
  private List<String> models = OnnxFiles.MODELS;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each case is run, in turn. Default: 3, or 1 with --quick.")
  private int rounds;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "The length of an iteration. Default: 2, or 0.35 with --quick.")
  private double seconds;

  @Option(
      names = "--memory-minutes",
      paramLabel = "N",
      description = "How long memory is watched under load. Default: 1, or 0.1 with --quick.")
  private double memoryMinutes;

  @Spec private CommandSpec spec;

  /** The command line. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Report())
        .setExecutionExceptionHandler(
            (e, failed, parsed) -> {
              if (e instanceof IOException) {
                failed.getErr().println("the report cannot be written: " + e);
                return CommandLine.ExitCode.SOFTWARE;
              }
              throw e;
            });
  }

  private void checkOptions() {
    if (!device.equals("cpu") && !device.equals("cuda")) {
      throw wrong("--device must be cpu or cuda, not " + device);
    }
    for (String model : models) {
      if (!OnnxFiles.MODELS.contains(model)) {
        throw wrong("--models must be of " + OnnxFiles.MODELS + ", not " + model);
      }
    }
    if (rounds < 0 || !(seconds >= 0) || !(memoryMinutes >= 0)) {
      throw wrong("--rounds, --seconds and --memory-minutes must not be negative");
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  @Override
  public Integer call() throws IOException {
    checkOptions();
    Files.createDirectories(out);
    long start = System.nanoTime();
    Map<String, Object> machine = Machine.describe();
    Machine.write(machine, out.resolve("machine.json"));

    double minutes = memoryMinutes > 0 ? memoryMinutes : quick ? 0.1 : 1;
    double length = seconds > 0 ? seconds : quick ? 0.35 : 2;
    List<Case> cases = Plan.of(models, device, quick, length, minutes);
    Path json = out.resolve("jmh.json");
    Files.writeString(json, "[]");
    int times = rounds > 0 ? rounds : quick ? 1 : 3;
    List<Measured> results = List.of();
    try (PrintStream log =
        new PrintStream(
            Files.newOutputStream(out.resolve("jmh.log")), true, StandardCharsets.UTF_8)) {
      Rounds run = new Rounds(cases, json, log);
      for (int round = 1; round <= times; round++) {
        run.run(round, times);
        // After each round, so that a run that is stopped leaves a report.
        results = Measured.parse(Files.readString(json));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Files.writeString(
            out.resolve("report.md"),
            heading(machine, device, quick, round, took)
                + Tables.of(results)
                + plots(results)
                + ending(run.reasons()));
        System.err.println(out.resolve("report.md") + " after " + took.toSeconds() + " s");
      }
    }
    return results.isEmpty() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
  }

  static String heading(
      Map<String, Object> machine, String device, boolean quick, int times, Duration took) {
    return "# Headnote's benchmarks\n\n"
        + machine.entrySet().stream()
            .map(e -> "- " + e.getKey() + ": " + e.getValue() + "\n")
            .collect(Collectors.joining())
        + "- Headnote's transformers ran on: "
        + device
        + "\n"
        + String.format(
            Locale.ROOT,
            "%n%s, %d round%s, %d minutes in all. ± is half of JMH's 99.9 %% interval.%n%n",
            quick ? "A quick run, to be taken as a look and not as a measurement" : "A full run",
            times,
            times == 1 ? "" : "s",
            (took.toSeconds() + 59) / 60);
  }

  /** Writes the plots; where there are no fonts, the report says so and has none. */
  private String plots(List<Measured> results) {
    try {
      return Plots.write(results, out).stream()
          .map(file -> "![" + file + "](" + file + ")\n")
          .collect(Collectors.joining("", "", "\n"));
    } catch (IOException | RuntimeException | LinkageError e) {
      return "There are no plots: " + e + "\n\n";
    }
  }

  private static String ending(Map<Case, String> reasons) {
    StringBuilder text = new StringBuilder("## Skipped and failed\n\n");
    if (reasons.isEmpty()) {
      text.append("Nothing.\n");
    }
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    reasons.forEach(
        (skipped, reason) ->
            byReason.computeIfAbsent(reason, key -> new ArrayList<>()).add(skipped.toString()));
    byReason.forEach(
        (reason, skipped) -> {
          text.append("- ").append(reason).append('\n');
          skipped.forEach(name -> text.append("  - ").append(name).append('\n'));
        });
    return text
        + "\n## What this does not show\n\n"
        + "- Quality: a faster wrong answer would win here. Vectors are checked against fp32 before"
        + " each encoder's run; topics and summaries are not.\n"
        + "- Other texts: all of it is English news of `seeds/`, in sentences of about 24 tokens.\n"
        + "- Peers on a GPU, and peers' models in bf16: neither is on the class path.\n"
        + "- Other work on the machine: close what you can, and look at ± first.\n";
  }
}
