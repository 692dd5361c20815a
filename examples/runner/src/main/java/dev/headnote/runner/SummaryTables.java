package dev.headnote.runner;

import dev.headnote.evaluate.Estimate;
import dev.headnote.evaluate.RougeMetric;
import dev.headnote.evaluate.SentenceAgreement;
import dev.headnote.evaluate.SummaryMetrics;
import dev.headnote.evaluate.SystemMetrics;
import dev.headnote.summary.SummaryOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A report's figures as people read them: ROUGE from 0 to 100, as papers have it. Immutable. */
final class SummaryTables {

  private final SummaryReport report;
  private final SummaryMetrics metrics;

  private final Map<String, SystemMetrics> systems = new LinkedHashMap<>();

  SummaryTables(SummaryReport report) {
    this.report = report;
    this.metrics = report.metrics();
    systems.put("Headnote", metrics.summary());
    systems.put(lead(), metrics.lead());
    systems.put("greedy oracle", metrics.oracle());
  }

  private String lead() {
    SummaryOptions options = report.options();
    return options.unit() == SummaryOptions.Unit.SENTENCES
        ? "Lead-" + (long) options.budget()
        : "lead";
  }

  /** One line that says what was measured. */
  String title() {
    return String.format(
        Locale.ROOT,
        "%,d articles of %s, model %s, %s%s",
        metrics.articles(),
        String.join(", ", report.files()),
        report.model(),
        budget(),
        report.isStemmed() ? ", words without endings" : "");
  }

  private String budget() {
    SummaryOptions options = report.options();
    if (options.unit() == SummaryOptions.Unit.RATIO) {
      return "a ratio of " + options.budget();
    }
    long budget = (long) options.budget();
    String units = options.unit().name().toLowerCase(Locale.ROOT);
    String noun = budget == 1 ? units.substring(0, units.length() - 1) : units;
    return String.format(Locale.ROOT, "at most %,d %s", budget, noun);
  }

  /** What is compared, by the names that the tables give it. */
  Map<String, SystemMetrics> systems() {
    return Collections.unmodifiableMap(systems);
  }

  /** Prints all of them. */
  void print(Page page) {
    page.heading(title());
    for (Table table : all()) {
      page.gap();
      table.print(page);
    }
  }

  List<Table> all() {
    List<Table> tables = new ArrayList<>(List.of(rouge(), comparison(), shape()));
    SentenceAgreement agreement = metrics.summary().agreement();
    if (agreement != null) {
      tables.add(agreement(agreement.articles()));
    }
    if (report.failed() > 0) {
      tables.add(
          new Table(
              "inputs",
              List.of("", ""),
              List.of(List.of("passed over", String.format(Locale.ROOT, "%,d", report.failed())))));
    }
    return tables;
  }

  private Table rouge() {
    List<String> headings = new ArrayList<>(List.of(""));
    headings.addAll(systems.keySet());
    List<List<String>> rows = new ArrayList<>();
    for (RougeMetric metric : RougeMetric.values()) {
      List<String> row = new ArrayList<>(List.of(metric.title()));
      systems.values().forEach(system -> row.add(estimate("", system.rouge(metric).f1())));
      rows.add(row);
    }
    return new Table("F1, and where it lies with 95 % confidence", headings, rows);
  }

  private Table comparison() {
    return new Table(
        "Headnote between " + lead() + " and the oracle",
        List.of("", "better than " + lead() + " by", "share of the oracle's lead"),
        Stream.of(RougeMetric.values())
            .map(
                metric ->
                    List.of(
                        metric.title(),
                        estimate(
                            "+", Objects.requireNonNull(metrics.differenceToLead().get(metric))),
                        percent(metrics.closedShare(metric))))
            .toList());
  }

  private Table shape() {
    return new Table(
        "length, and where the sentences stand: 0 first, 1 last",
        List.of("", "sentences", "words", "position", "of the first three"),
        systems.entrySet().stream()
            .map(
                system ->
                    List.of(
                        system.getKey(),
                        decimals(2, system.getValue().sentences()),
                        decimals(1, system.getValue().words()),
                        decimals(3, system.getValue().position()),
                        percent(OptionalDouble.of(system.getValue().amongFirstThree()))))
            .toList());
  }

  private Table agreement(long articles) {
    List<List<String>> rows = new ArrayList<>();
    systems.forEach(
        (name, system) -> {
          SentenceAgreement agreement = Objects.requireNonNull(system.agreement());
          rows.add(
              List.of(
                  name,
                  decimals(3, agreement.precision()),
                  decimals(3, agreement.recall()),
                  decimals(3, agreement.f1())));
        });
    return new Table(
        String.format(
            Locale.ROOT,
            "sentences chosen, against those of the %,d summaries taken from their article",
            articles),
        List.of("", "precision", "recall", "F1"),
        rows);
  }

  /**
   * @param flag of the number format: + for differences, which always have a sign
   */
  private static String estimate(String flag, Estimate estimate) {
    return String.format(
        Locale.ROOT,
        "%" + flag + ".2f (%" + flag + ".1f to %" + flag + ".1f)",
        100 * estimate.mean(),
        100 * estimate.low(),
        100 * estimate.high());
  }

  private static String decimals(int decimals, double value) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent()
        ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble())
        : "-";
  }
}
