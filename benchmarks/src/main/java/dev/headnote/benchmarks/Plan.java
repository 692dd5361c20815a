package dev.headnote.benchmarks;

import dev.headnote.Headnote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which cases a report runs, peers and limits next to Headnote. */
final class Plan {

  private static final List<String> ENCODERS =
      List.of(
          Encoders.HEADNOTE, Encoders.ONNX_RUNTIME, Encoders.LANGCHAIN4J, Encoders.DJL_TRANSLATOR);

  /**
   * The 99.9 % interval of the mean of ten values is 1.5 of their standard deviations on either
   * side, by Student's t; that of three is 18. So many short iterations tell more than a few long
   * ones.
   */
  private static final int ITERATIONS = 10;

  private static final int WARMUPS = 5;

  /** More than others have: most of a digest's code is Java, which takes longest to be compiled. */
  private static final int DIGEST_WARMUPS = 15;

  /** So many seconds pass until the JVM has compiled all of a digest without a transformer. */
  private static final double INSTANT_WARMUP = 30;

  private static final int QUICK_ITERATIONS = 6;
  private static final int QUICK_WARMUPS = 2;

  private final List<String> models;
  private final String device;
  private final boolean quick;
  private final double seconds;
  private final double memoryMinutes;
  private final List<Case> cases = new ArrayList<>();

  private Plan(
      List<String> models, String device, boolean quick, double seconds, double memoryMinutes) {
    this.models = models;
    this.device = device;
    this.quick = quick;
    this.seconds = seconds;
    this.memoryMinutes = memoryMinutes;
  }

  /**
   * Returns the cases of a report, in the order of a round.
   *
   * @param device where Headnote runs; peers and limits run on the CPU
   * @param seconds the length of an iteration
   */
  static List<Case> of(
      List<String> models, String device, boolean quick, double seconds, double memoryMinutes) {
    Plan plan = new Plan(models, device, quick, seconds, memoryMinutes);
    plan.add();
    return plan.cases;
  }

  private void add() {
    List<String> measured = quick ? models.subList(0, 1) : models;
    for (String model : models) {
      boolean whole = measured.contains(model);
      encoders(model, "0", whole);
      if (!quick) {
        encoders(model, "1", true);
      }
    }
    for (String model : measured) {
      digests(model);
      for (String workers : quick ? List.of("0") : List.of("1", "0")) {
        lengths(model, workers);
      }
      for (String labels : quick ? List.of("10", "1000") : List.of("10", "100", "1000")) {
        add("LabelScalingBenchmark", Encoders.HEADNOTE, effort(), at(model, "labels", labels));
      }
      add("StartupBenchmark", Encoders.HEADNOTE, startups(), Map.of("model", model));
    }
    instant();
    String model = models.contains("e5-small") ? "e5-small" : models.get(0);
    add(
        "MemoryBenchmark",
        Encoders.HEADNOTE,
        new Effort(0, 1, 0, 1),
        at(model, "precision", "bf16", "minutes", String.valueOf(memoryMinutes)));
  }

  /** Adds one article alone and many at once, short ones and long ones. */
  private void lengths(String model, String workers) {
    for (String length : quick ? List.of("short", "medium") : List.of("short", "medium", "long")) {
      Map<String, String> params = at(model, "workers", workers, "length", length);
      add("LatencyBenchmark", Encoders.HEADNOTE, effort(), params);
    }
    for (String words :
        quick ? List.of("100", "5000") : List.of("100", "300", "1000", "5000", "20000")) {
      Map<String, String> params = at(model, "workers", workers, "words", words);
      params.put("totalWords", quick ? "5000" : "20000");
      add("LengthScalingBenchmark", Encoders.HEADNOTE, effort(), params);
    }
  }

  /** Adds whole digests, in the default precision and in the peer's. */
  private void digests(String model) {
    Effort effort = effort(DIGEST_WARMUPS);
    for (String precision : quick ? List.of("auto") : List.of("auto", "int8")) {
      Map<String, String> params = at(model, "precision", precision);
      add("DigestBenchmark", Encoders.HEADNOTE, effort, params);
      add("DigestBenchmark", DigestBenchmark.ENCODER_ALONE, effort, params);
    }
    add("DigestBenchmark", Encoders.LANGCHAIN4J, effort, Map.of("model", model));
  }

  /** Adds the tier without a transformer, which has neither peers nor a limit. */
  private void instant() {
    Map<String, String> model = Map.of("model", Headnote.INSTANT_MODEL);
    int warmups = Math.max(DIGEST_WARMUPS, (int) Math.ceil(INSTANT_WARMUP / seconds));
    add("DigestBenchmark", Encoders.HEADNOTE, effort(warmups), model);
    add("StartupBenchmark", Encoders.HEADNOTE, startups(), model);
    for (String length : List.of("short", "medium", "long")) {
      Map<String, String> params =
          Map.of("model", Headnote.INSTANT_MODEL, "workers", "1", "length", length);
      add("LatencyBenchmark", Encoders.HEADNOTE, effort(), params);
    }
  }

  /**
   * Adds the encoders and the limit in each precision.
   *
   * @param whole with the slowest precision and the slowest peer
   */
  private void encoders(String model, String workers, boolean whole) {
    Effort effort = effort();
    List<String> precisions =
        device.equals("cpu")
            ? List.of("fp32", "bf16", "int8")
            : List.of("fp32", "bf16", "fp16", "int8");
    for (String precision : precisions) {
      if (!whole && precision.equals("fp32")) {
        continue;
      }
      if (!precision.equals("fp16")) {
        add(
            "LimitBenchmark",
            "linears",
            effort,
            Map.of("model", model, "precision", precision, "workers", workers));
      }
      for (String method : ENCODERS) {
        if (!whole && method.equals(Encoders.DJL_TRANSLATOR)) {
          continue;
        }
        Map<String, String> params = at(model, "precision", precision, "workers", workers);
        if (!method.equals(Encoders.HEADNOTE)) {
          params.put("device", "cpu");
        }
        if (quick) {
          params.put("sentences", "60");
        }
        add("EncoderBenchmark", method, effort, params);
      }
    }
  }

  private Effort effort() {
    return effort(WARMUPS);
  }

  private Effort effort(int warmups) {
    long millis = (long) (1000 * seconds);
    return quick
        ? new Effort(QUICK_WARMUPS, QUICK_ITERATIONS, millis, 1)
        : new Effort(warmups, ITERATIONS, millis, 1);
  }

  private Effort startups() {
    return new Effort(0, 1, 0, quick ? 3 : 10);
  }

  private void add(String benchmark, String method, Effort effort, Map<String, String> params) {
    cases.add(new Case(benchmark, method, new TreeMap<>(params), effort));
  }

  /** The parameters of a model on the device of the report, and more of them, name before value. */
  private Map<String, String> at(String model, String... more) {
    Map<String, String> params = new TreeMap<>(Map.of("model", model, "device", device));
    for (int i = 0; i < more.length; i += 2) {
      params.put(more[i], more[i + 1]);
    }
    return params;
  }
}
