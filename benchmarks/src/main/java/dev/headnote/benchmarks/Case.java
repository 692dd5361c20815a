package dev.headnote.benchmarks;

import dev.headnote.Precision;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One method of a benchmark with one value for each parameter.
 *
 * @param benchmark the class's simple name
 * @param method the method
 * @param params values by parameter; one that is missing keeps its default
 * @param effort how long to measure it
 */
record Case(String benchmark, String method, Map<String, String> params, Effort effort) {

  /** Says why this cannot run, in one line; empty if nothing speaks against it. */
  Optional<String> unsupported() {
    String precision = params.getOrDefault("precision", Precision.AUTO.name());
    return Encoders.unsupported(
        method,
        Setting.of(
            params.get("model"),
            precision,
            params.getOrDefault("device", "cpu"),
            Integer.parseInt(params.getOrDefault("workers", "0"))));
  }

  @Override
  public String toString() {
    return benchmark
        + "."
        + method
        + params.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .sorted()
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
