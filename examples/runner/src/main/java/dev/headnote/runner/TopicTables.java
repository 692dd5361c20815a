package dev.headnote.runner;

import dev.headnote.evaluate.Calibration;
import dev.headnote.evaluate.ConfusionMatrix;
import dev.headnote.evaluate.LabelScore;
import dev.headnote.evaluate.NoneDetection;
import dev.headnote.evaluate.TopicMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A report's figures as people read them. Immutable. */
final class TopicTables {

  /** A wider matrix fits no terminal. */
  private static final int MOST_LABELS_IN_TEXT = 20;

  private final TopicReport report;
  private final TopicMetrics metrics;

  TopicTables(TopicReport report) {
    this.report = report;
    this.metrics = report.metrics();
  }

  /** One line that says what was measured. */
  String title() {
    return String.format(
        Locale.ROOT,
        "%,d articles of %s, labels %s, model %s",
        metrics.articles(),
        String.join(", ", report.files()),
        report.labels(),
        report.model());
  }

  /** Prints all of them. */
  void print(Page page) {
    page.heading(title());
    List<Table> tables = new ArrayList<>(List.of(summary(), labelScores()));
    ConfusionMatrix confusion = metrics.confusion();
    if (confusion != null && occurring(confusion).length <= MOST_LABELS_IN_TEXT) {
      tables.add(confusion(confusion));
    }
    tables.addAll(calibrations());
    tables.add(coverage());
    for (Table table : tables) {
      page.gap();
      table.print(page);
    }
  }

  /** The figures to look at first. */
  Table summary() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            report.multiLabel() ? "accuracy of the first label" : "accuracy",
            share(metrics.accuracy())));
    metrics
        .topLevelAccuracy()
        .ifPresent(share -> rows.add(List.of("accuracy at the top level", share(share))));
    metrics.hierarchicalF1().ifPresent(share -> rows.add(List.of("hierarchical F1", share(share))));
    if (report.multiLabel() || metrics.subsetAccuracy() != metrics.accuracy()) {
      rows.add(List.of("exactly the right labels", share(metrics.subsetAccuracy())));
    }
    rows.add(List.of("micro F1", share(metrics.microF1())));
    rows.add(List.of("macro F1", share(metrics.macroF1())));
    if (metrics.calibration() != null) {
      rows.add(List.of("calibration error", share(metrics.calibration().error())));
    }
    if (metrics.labelCalibration() != null) {
      rows.add(
          List.of("calibration error of all labels", share(metrics.labelCalibration().error())));
    }
    NoneDetection none = metrics.none();
    if (none.articles() > 0) {
      rows.add(List.of("without a label: given none", part(none.givenNone(), none.articles())));
    }
    if (none.others() > 0) {
      rows.add(List.of("with a label: given none", part(none.othersGivenNone(), none.others())));
    }
    none.auroc().ifPresent(auroc -> rows.add(List.of("AUROC of none", share(auroc))));
    if (report.failed() > 0) {
      rows.add(List.of("inputs passed over", count(report.failed())));
    }
    return new Table("summary", List.of("", ""), rows);
  }

  /** A row for each label that an article has or was given. */
  Table labelScores() {
    List<LabelScore> occurring = metrics.labels().stream().filter(LabelScore::occurs).toList();
    int all = metrics.labels().size();
    LabelNames names = new LabelNames(metrics.labels().stream().map(LabelScore::label).toList());
    return new Table(
        occurring.size() == all
            ? "labels"
            : "labels (the " + occurring.size() + " of " + all + " that occur)",
        List.of("label", "articles", "given", "precision", "recall", "F1"),
        occurring.stream()
            .map(
                score ->
                    List.of(
                        names.of(score.label()),
                        count(score.support()),
                        count(score.given()),
                        share(score.precision()),
                        share(score.recall()),
                        share(score.f1())))
            .toList());
  }

  /** Names would make the columns too wide, so these have numbers. */
  static Table confusion(ConfusionMatrix matrix) {
    int[] occurring = occurring(matrix);
    LabelNames names = new LabelNames(matrix.labels());
    List<String> headings = new ArrayList<>(List.of("article's label"));
    List<List<String>> rows = new ArrayList<>();
    for (int own : occurring) {
      boolean isNone = own == matrix.none();
      String number = isNone ? "none" : Integer.toString(headings.size());
      headings.add(number);
      List<String> row = new ArrayList<>();
      row.add(isNone ? number : number + " " + names.of(matrix.labels().get(own)));
      for (int given : occurring) {
        row.add(count(matrix.count(own, given)));
      }
      rows.add(List.copyOf(row));
    }
    return new Table("which label was given (across) for which (down)", headings, rows);
  }

  /** The places in a matrix, none last, that an article has or was given. */
  static int[] occurring(ConfusionMatrix matrix) {
    return IntStream.rangeClosed(0, matrix.none())
        .filter(place -> matrix.support(place) > 0 || matrix.given(place) > 0)
        .toArray();
  }

  /** None, one, or that of the most probable label and that of all. */
  List<Table> calibrations() {
    List<Table> tables = new ArrayList<>();
    if (metrics.calibration() != null) {
      tables.add(calibration("calibration of the most probable label", metrics.calibration()));
    }
    if (metrics.labelCalibration() != null) {
      tables.add(calibration("calibration of all labels", metrics.labelCalibration()));
    }
    return tables;
  }

  private static Table calibration(String title, Calibration calibration) {
    return new Table(
        title,
        List.of("probability", "cases", "mean", "came true"),
        calibration.bins().stream()
            .filter(bin -> bin.count() > 0)
            .map(
                bin ->
                    List.of(
                        share(bin.from()) + " to " + share(bin.to()),
                        count(bin.count()),
                        share(bin.confidence()),
                        share(bin.accuracy())))
            .toList());
  }

  Table coverage() {
    return new Table(
        "what is left if the most probable label has to reach a probability",
        List.of("probability", "articles", "share", "accuracy"),
        metrics.coverage().stream()
            .map(
                at ->
                    List.of(
                        String.format(Locale.ROOT, "%.2f", at.threshold()),
                        count(at.covered()),
                        share(at.share()),
                        share(at.accuracy())))
            .toList());
  }

  private static String part(long some, long all) {
    return count(some) + " of " + count(all);
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? share(share.getAsDouble()) : "-";
  }
}
