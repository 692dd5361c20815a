package dev.headnote.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A result of JMH, as read from its JSON.
 *
 * @param benchmark the class's simple name
 * @param method the method
 * @param params values by parameter
 * @param json the whole result
 */
record Measured(String benchmark, String method, Map<String, String> params, JsonNode json) {

  /** Reads the results in a text that JMH wrote. */
  static List<Measured> parse(String json) {
    try {
      List<Measured> all = new ArrayList<>();
      for (JsonNode result : new ObjectMapper().readTree(json)) {
        String[] name = result.path("benchmark").asText().split("\\.");
        Map<String, String> params = new TreeMap<>();
        result
            .path("params")
            .properties()
            .forEach(p -> params.put(p.getKey(), p.getValue().asText()));
        all.add(new Measured(name[name.length - 2], name[name.length - 1], params, result));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String param(String name) {
    return params.getOrDefault(name, "");
  }

  /** The main figure. */
  double score() {
    return json.at("/primaryMetric/score").asDouble();
  }

  /** A secondary figure, such as {@code tokens} a second; NaN if there is none. */
  double counter(String name) {
    return json.at("/secondaryMetrics/" + name + "/score").asDouble(Double.NaN);
  }

  /** The mean over all JVMs of a secondary figure that is counted once each; NaN if none is. */
  double mean(String name) {
    double sum = 0;
    int count = 0;
    for (JsonNode fork : json.at("/secondaryMetrics/" + name + "/rawData")) {
      for (JsonNode value : fork) {
        sum += value.asDouble();
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** Half of the 99.9 % interval, as a share of the score; empty with too few iterations. */
  OptionalDouble error() {
    double error = json.at("/primaryMetric/scoreError").asDouble(Double.NaN);
    return Double.isNaN(error) ? OptionalDouble.empty() : OptionalDouble.of(error / score());
  }

  /** A percentile of the main figure, such as {@code 99.0}. */
  double percentile(String name) {
    return json.at("/primaryMetric/scorePercentiles").path(name).asDouble(Double.NaN);
  }
}
