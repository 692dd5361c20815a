package dev.headnote.topic;

import java.lang.module.ModuleDescriptor;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a topic model was learned from, and how. Immutable.
 *
 * @param date the day, in UTC, as ISO 8601 has it
 * @param version Headnote's; empty if it was not packaged
 * @param precision the encoder's in training, in lower case
 * @param examples how many articles whose labels were known
 * @param examplesOfLabels how many of them have each label, by the labels' ids
 * @param unlabelled how many articles whose labels were not known
 * @param dataSha256 the SHA-256 of the articles' texts and labels, in their order
 * @param seed of what was drawn at random
 * @param settings what was chosen by cross-validation, by name
 * @param metrics what cross-validation found, by name: of articles that the model was not learned
 *     from
 */
public record Provenance(
    String date,
    String version,
    String precision,
    long examples,
    Map<String, Integer> examplesOfLabels,
    long unlabelled,
    String dataSha256,
    long seed,
    Map<String, Double> settings,
    Map<String, Double> metrics) {

  public Provenance {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(precision, "precision");
    Objects.requireNonNull(dataSha256, "dataSha256");
    // In the order of their names, so that the same model gives the same file.
    examplesOfLabels = Collections.unmodifiableMap(new TreeMap<>(examplesOfLabels));
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
  }

  /** The date of what is learned now. */
  static String today() {
    return LocalDate.now(ZoneOffset.UTC).toString();
  }

  /** The version of what is learned now. A module's jar has no manifest for its packages. */
  static String currentVersion() {
    ModuleDescriptor module = Provenance.class.getModule().getDescriptor();
    String version =
        module == null
            ? Provenance.class.getPackage().getImplementationVersion()
            : module.rawVersion().orElse(null);
    return version == null ? "" : version;
  }
}
