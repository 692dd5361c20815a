package dev.headnote.runner;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What docs/quality.md and docs/instant.md report of the models that come with Headnote, at the
 * default settings.
 *
 * @param accuracy of topics without examples, 0 to 1, the mean over four corpora
 * @param rouge1 F1 of summaries of three sentences, 0 to 100, the mean over three corpora
 * @param speed of whole digests, as a multiple of the default model's
 */
record Measured(double accuracy, double rouge1, double speed) {

  /** Returns what was measured of a model on the class path; null if nothing was. */
  static @Nullable Measured of(String model) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Measured.class.getResourceAsStream("measured.json"))) {
      return new ObjectMapper()
          .readValue(in, new TypeReference<Map<String, Measured>>() {})
          .get(model);
    }
  }
}
