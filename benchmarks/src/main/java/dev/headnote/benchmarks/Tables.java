package dev.headnote.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of a report, in Markdown, from JMH's results. */
final class Tables {

  private static final List<String> PEERS =
      List.of(Encoders.ONNX_RUNTIME, Encoders.LANGCHAIN4J, Encoders.DJL_TRANSLATOR);
  static final List<String> PRECISIONS = List.of("fp32", "bf16", "fp16", "int8");
  private static final String NONE = "–";

  /** Cost per token is called flat within this. */
  private static final double FLAT = 0.05;

  /** With fewer, the 99th percentile is the slowest sample. */
  private static final long SAMPLES_FOR_P99 = 100;

  private final List<Measured> results;
  private final StringBuilder out = new StringBuilder();

  private Tables(List<Measured> results) {
    this.results = results;
  }

  /** Returns all tables; a kind of benchmark without results has none. */
  static String of(List<Measured> results) {
    Tables tables = new Tables(results);
    tables.encoder();
    tables.digest();
    tables.latency();
    tables.length();
    tables.labels();
    tables.startup();
    tables.memory();
    return tables.out.toString();
  }

  private void encoder() {
    List<Measured> all = of("EncoderBenchmark");
    if (all.isEmpty()) {
      return;
    }
    table(
        "The encoder alone",
        "Tokens a second, of the same sentences. `x` is Headnote's rate divided by the peer's at"
            + " the same precision; the last column divides it by the fastest peer at any precision."
            + " \"of limit\" is Headnote's rate as a share of what the matrix multiplications alone"
            + " reach.",
        "model",
        "workers",
        "precision",
        "headnote",
        "limit",
        "of limit",
        "onnxRuntime",
        "x",
        "langchain4j",
        "x",
        "djlTranslator",
        "x",
        "x fastest peer");
    for (String model : values(all, "model", Comparator.reverseOrder())) {
      for (String workers : values(all, "workers", Comparator.naturalOrder())) {
        List<Measured> same = where(where(all, "model", model), "workers", workers);
        OptionalDouble fastest =
            same.stream()
                .filter(m -> PEERS.contains(m.method()))
                .mapToDouble(m -> m.counter("tokens"))
                .max();
        for (String precision : PRECISIONS) {
          encoderRow(model, workers, precision, same, fastest);
        }
      }
    }
    out.append('\n');
  }

  private void encoderRow(
      String model, String workers, String precision, List<Measured> same, OptionalDouble fastest) {
    List<Measured> row = where(same, "precision", precision);
    if (row.isEmpty()) {
      return;
    }
    List<Measured> limits = where(where(of("LimitBenchmark"), "model", model), "workers", workers);
    double headnote = counter(row, Encoders.HEADNOTE, "tokens");
    double limit = counter(where(limits, "precision", precision), "linears", "tokens");
    boolean onCpu =
        row.stream()
            .filter(m -> m.method().equals(Encoders.HEADNOTE))
            .noneMatch(m -> m.param("device").equals("cuda"));
    List<String> cells =
        new ArrayList<>(
            List.of(
                model,
                workers(row.get(0)),
                precision,
                rate(headnote) + error(row, Encoders.HEADNOTE),
                rate(limit),
                onCpu ? percent(headnote / limit) : NONE));
    for (String peer : PEERS) {
      double tokens = counter(row, peer, "tokens");
      cells.add(rate(tokens) + error(row, peer));
      cells.add(ratio(headnote / tokens));
    }
    cells.add(ratio(headnote / fastest.orElse(Double.NaN)));
    row(cells.toArray(String[]::new));
  }

  private void digest() {
    List<Measured> all = of("DigestBenchmark");
    if (all.isEmpty()) {
      return;
    }
    table(
        "Whole digests",
        "Words a second, all articles of `seeds/`; auto is Headnote's default precision, and"
            + " langchain4j is int8. The encoder alone encodes the same sentences, all at once.",
        "model",
        "precision",
        "headnote",
        "encoder alone",
        "of that",
        "langchain4j",
        "x");
    for (String model : values(all, "model", Comparator.reverseOrder())) {
      List<Measured> ofModel = where(all, "model", model);
      double langchain4j = counter(ofModel, Encoders.LANGCHAIN4J, "words");
      for (String precision : values(ofModel, "precision", Comparator.naturalOrder())) {
        List<Measured> row = where(ofModel, "precision", precision);
        double headnote = counter(row, Encoders.HEADNOTE, "words");
        double encoder = counter(row, DigestBenchmark.ENCODER_ALONE, "words");
        row(
            model,
            precision,
            rate(headnote) + error(row, Encoders.HEADNOTE),
            rate(encoder) + error(row, DigestBenchmark.ENCODER_ALONE),
            percent(headnote / encoder),
            rate(langchain4j) + error(ofModel, Encoders.LANGCHAIN4J),
            ratio(headnote / langchain4j));
      }
    }
    out.append('\n');
  }

  private void latency() {
    List<Measured> all = of("LatencyBenchmark");
    if (all.isEmpty()) {
      return;
    }
    table(
        "One article alone",
        "Milliseconds from text to digest: short has about 150 words, medium 700, long 3,000. p99"
            + " is left out with fewer than 100 samples.",
        "model",
        "workers",
        "length",
        "p50",
        "p99",
        "samples");
    for (Measured m : all) {
      row(
          m.param("model"),
          workers(m),
          m.param("length"),
          decimal(m.percentile("50.0")),
          samples(m) < SAMPLES_FOR_P99 ? NONE : decimal(m.percentile("99.0")),
          String.valueOf(samples(m)));
    }
    out.append('\n');
  }

  private static long samples(Measured m) {
    long count = 0;
    for (var fork : m.json().at("/primaryMetric/rawDataHistogram")) {
      for (var iteration : fork) {
        for (var bucket : iteration) {
          count += bucket.path(1).asLong();
        }
      }
    }
    return count;
  }

  private void length() {
    List<Measured> all = of("LengthScalingBenchmark");
    if (all.isEmpty()) {
      return;
    }
    table(
        "Cost by length",
        "The same sentences cut into articles of a length. \"of mean\" is a token's cost divided by"
            + " the mean over the lengths.",
        "model",
        "workers",
        "words an article",
        "tokens/s",
        "µs a token",
        "of mean");
    Map<String, List<Measured>> groups = new TreeMap<>();
    for (Measured m : all) {
      groups
          .computeIfAbsent(m.param("model") + ", workers " + workers(m), k -> new ArrayList<>())
          .add(m);
    }
    List<String> verdicts = new ArrayList<>();
    groups.forEach(
        (name, group) -> {
          group.sort(Comparator.comparingInt(m -> Integer.parseInt(m.param("words"))));
          double mean =
              group.stream().mapToDouble(Tables::microsAToken).average().orElse(Double.NaN);
          for (Measured m : group) {
            row(
                m.param("model"),
                workers(m),
                m.param("words"),
                rate(m.counter("tokens")),
                decimal(microsAToken(m)),
                ratio(microsAToken(m) / mean));
          }
          double spread =
              group.stream()
                  .mapToDouble(m -> Math.abs(microsAToken(m) / mean - 1))
                  .max()
                  .orElse(Double.NaN);
          verdicts.add(
              String.format(
                  Locale.ROOT,
                  "- %s: within %.1f %% of the mean; flat within %.0f %%: %s",
                  name,
                  100 * spread,
                  100 * FLAT,
                  spread <= FLAT ? "yes" : "no"));
        });
    out.append('\n').append(String.join("\n", verdicts)).append("\n\n");
  }

  static double microsAToken(Measured m) {
    return 1e6 / m.counter("tokens");
  }

  private void labels() {
    List<Measured> all = of("LabelScalingBenchmark");
    if (all.isEmpty()) {
      return;
    }
    table(
        "Cost by labels",
        "Digests a second of `seeds/` as a stream.",
        "model",
        "labels",
        "digests/s",
        "of the fewest labels");
    for (String model : values(all, "model", Comparator.reverseOrder())) {
      List<Measured> group =
          where(all, "model", model).stream()
              .sorted(Comparator.comparingInt(m -> Integer.parseInt(m.param("labels"))))
              .toList();
      for (Measured m : group) {
        row(
            model,
            m.param("labels"),
            decimal(m.counter("digests")),
            percent(m.counter("digests") / group.get(0).counter("digests")));
      }
    }
    out.append('\n');
  }

  private void startup() {
    List<Measured> all = of("StartupBenchmark");
    if (all.isEmpty()) {
      return;
    }
    table(
        "From launch to the first digest",
        "Milliseconds, a JVM each, on the CPU, native libraries unpacked; median and range, then the means of"
            + " the phases.",
        "model",
        "median",
        "range",
        "JVM's start",
        "load the model",
        "labels and digest",
        "JVMs");
    for (Measured m : all) {
      row(
          m.param("model"),
          rate(m.percentile("50.0")),
          rate(m.percentile("0.0")) + " – " + rate(m.percentile("100.0")),
          rate(m.mean("jvmMillis")),
          rate(m.mean("buildMillis")),
          rate(m.mean("digestMillis")),
          String.valueOf(m.json().at("/primaryMetric/rawData").size()));
    }
    out.append('\n');
  }

  private void memory() {
    List<Measured> all = of("MemoryBenchmark");
    if (all.isEmpty()) {
      return;
    }
    table(
        "Memory under full load",
        "MiB before and after; native is the resident set less the heap in use after a collection."
            + " Means where there are several rounds.",
        "model",
        "precision",
        "workers",
        "minutes",
        "digests",
        "resident",
        "peak",
        "heap",
        "native");
    for (Measured m : all) {
      row(
          m.param("model"),
          m.param("precision"),
          workers(m),
          m.param("minutes"),
          rate(m.mean("digests")),
          change(m, "resident"),
          rate(m.mean("residentPeak")),
          change(m, "heap"),
          change(m, "native"));
    }
    out.append('\n');
  }

  private static String change(Measured m, String what) {
    return rate(m.mean(what + "Before")) + " → " + rate(m.mean(what + "After"));
  }

  private List<Measured> of(String benchmark) {
    return results.stream().filter(m -> m.benchmark().equals(benchmark)).toList();
  }

  private static List<Measured> where(List<Measured> all, String param, String value) {
    return all.stream().filter(m -> m.param(param).equals(value)).toList();
  }

  private static List<String> values(
      Collection<Measured> all, String param, Comparator<String> order) {
    return all.stream().map(m -> m.param(param)).distinct().sorted(order).toList();
  }

  static String workers(Measured m) {
    return m.param("workers").equals("0") ? "all" : m.param("workers");
  }

  private static double counter(List<Measured> row, String method, String counter) {
    return find(row, method, m -> m.counter(counter), Double.NaN);
  }

  private static String error(List<Measured> row, String method) {
    return find(
        row,
        method,
        m ->
            m.error().isPresent()
                ? String.format(Locale.ROOT, " ±%.0f %%", 100 * m.error().getAsDouble())
                : "",
        "");
  }

  private static <T> T find(
      List<Measured> row, String method, Function<Measured, T> value, T otherwise) {
    return row.stream()
        .filter(m -> m.method().equals(method))
        .findFirst()
        .map(value)
        .orElse(otherwise);
  }

  private static String rate(double value) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String decimal(double value) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%,.1f", value);
  }

  private static String ratio(double value) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String percent(double value) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.0f %%", 100 * value);
  }

  /** Begins a section with a table: what it shows, and the names of its columns. */
  private void table(String title, String text, String... columns) {
    out.append("## ").append(title).append("\n\n").append(text).append("\n\n");
    row(columns);
    out.append("|---".repeat(columns.length)).append("|\n");
  }

  private void row(String... cells) {
    out.append(Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |\n")));
  }
}
