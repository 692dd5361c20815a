package dev.headnote.text.furniture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headnote.Furniture.Reason;
import dev.headnote.text.SharedData;
import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.ClassedText;
import dev.headnote.text.chars.LineIndex;
import dev.headnote.text.furniture.LabelledCopy.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import smile.math.BFGS;
import smile.math.DifferentiableMultivariateFunction;

/**
 * Learns {@link LineModel} from labelled copies, copies of whole pages whose article is known, and
 * articles, whose lines are content. The rules mark the copies first, but a part of their marks is
 * taken away, since on these copies they know more than they will on others. The same data give the
 * same model. For one thread.
 */
final class LineModelTrainer {

  /** What a labelled copy's line counts, and one of its variations. */
  private static final double COPY = 1;

  private static final double VARIATION = 0.35;
  private static final double PAGE = 0.05;
  private static final double ARTICLE = 0.7;
  private static final double RELISTED = 0.5;

  private static final int VARIATIONS = 4;
  private static final int CROPS = 6;

  /** The part of the rules' marks that is taken away on average where rules were tuned. */
  private static final double FORGOTTEN = 0.35;

  private static final double FORGOTTEN_OF_PAGES = 0.15;

  /** The part of the marks that become the model's own. */
  private static final double OWN_MARKS = 0.15;

  /** The part of furniture that the model is taken to know already, in a third of the texts. */
  private static final double KNOWN = 0.4;

  /** Lines of articles that look more like furniture than this to a first model may be that. */
  private static final float DOUBTFUL = 1f;

  /** Half of it times a weight's square is added to the loss. */
  private static final double STRENGTH = 1;

  /** A feature of fewer lines has no weight. */
  private static final int FEWEST_LINES = 4;

  private static final int HISTORY = 5;
  private static final double TOLERANCE = 1e-3;
  private static final int MOST_ITERATIONS = 300;

  private final Random random = new Random(11);
  private final CopyVariation variation = new CopyVariation(5);
  private final List<int[]> rows = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();
  private final List<Boolean> furniture = new ArrayList<>();

  /**
   * Trains.
   *
   * @param copies files beside this class
   * @param shared the folder of development data
   */
  static LineModel train(List<String> copies, Path shared) {
    LineModelTrainer trainer = new LineModelTrainer();
    for (String file : copies) {
      for (LabelledCopy copy : LabelledCopy.read(file)) {
        trainer.add(copy, FORGOTTEN, COPY, null);
        for (int i = 0; i < VARIATIONS; i++) {
          trainer.add(trainer.variation.vary(copy), FORGOTTEN, VARIATION, null);
        }
      }
    }
    trainer.addPages(shared.resolve("extraction"));
    trainer.addArticles(shared.resolve("summaries/bbc_dev.jsonl"), null);
    LineModel first = trainer.fit("");
    trainer.addArticles(shared.resolve("summaries/newsroom_dev.jsonl"), first);
    return trainer.fit(
        "logistic regression of furniture by features of lines, from "
            + String.join(", ", copies)
            + ", aeb_dev.jsonl, bbc_dev.jsonl and newsroom_dev.jsonl; L2 strength "
            + STRENGTH);
  }

  private void addPages(Path folder) {
    for (JsonNode row : SharedData.rows(folder.resolve("aeb_dev.jsonl"))) {
      String html = read(folder.resolve("html").resolve(row.get("id").asText() + ".html"));
      LabelledCopy page = PageCopy.of(html, row.get("articleBody").asText());
      for (int i = 0; i < CROPS; i++) {
        LabelledCopy crop = variation.crop(page);
        if (crop != null) {
          add(crop, FORGOTTEN_OF_PAGES, PAGE, null);
        }
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addArticles(Path file, @Nullable LineModel doubting) {
    for (JsonNode row : SharedData.rows(file)) {
      List<Line> lines = new ArrayList<>();
      for (String line : row.get("article").asText().strip().split("\\R", -1)) {
        lines.add(line.isBlank() ? Line.BLANK : new Line("-", line.replace("{{", "{ {")));
      }
      LabelledCopy article = new LabelledCopy(lines);
      add(article, doubting == null ? FORGOTTEN : FORGOTTEN_OF_PAGES, ARTICLE, doubting);
      if (doubting == null) {
        add(variation.relist(article), FORGOTTEN, RELISTED, null);
      }
    }
  }

  /**
   * Adds the lines of a copy that no rule marks.
   *
   * @param forgotten the part of the marks that is taken away, on average
   * @param doubting a model whose clear verdict of furniture puts a line of content in doubt, so
   *     that it isn't learned, or null
   */
  private void add(
      LabelledCopy labelled, double forgotten, double weight, @Nullable LineModel doubting) {
    CopiedLines copy = new FurnitureScan(null, new ClassedText(labelled.text()), null).copy;
    List<String> labels = labelled.labels();
    LineIndex index = copy.lines();
    if (index.count() != labels.size()) {
      return;
    }
    changeMarks(copy.reasons(), labels, 2 * forgotten * random.nextDouble());
    LineFeatures features = new LineFeatures(copy);
    LearnedLines lines = new LearnedLines(copy, new Wrapping(copy));
    for (int line = 0; line < labels.size(); line++) {
      String label = labels.get(line);
      if (label.equals("?") || !lines.isOpen(line) || features.zone(line) == 0) {
        continue;
      }
      features.find(line);
      boolean content = label.equals("-");
      if (content
          && doubting != null
          && doubting.logOdds(features) > DOUBTFUL
          && !Chars.isLower(index.first(line))) {
        continue;
      }
      rows.add(row(features));
      weights.add(weight);
      furniture.add(!content);
    }
  }

  private void changeMarks(@Nullable Reason[] reasons, List<String> labels, double forgotten) {
    double known = random.nextInt(3) == 0 ? KNOWN : 0;
    for (int line = 0; line < reasons.length; line++) {
      double drawn = random.nextDouble();
      if (reasons[line] != null) {
        if (drawn < forgotten) {
          reasons[line] = null;
        } else if (drawn < forgotten + OWN_MARKS) {
          reasons[line] = Reason.SIDE_MATTER;
        }
      } else if (!labels.get(line).equals("-") && !labels.get(line).equals("?") && drawn < known) {
        reasons[line] = Reason.SIDE_MATTER;
      }
    }
  }

  private static int[] row(LineFeatures features) {
    int[] row = new int[features.count()];
    for (int i = 0; i < row.length; i++) {
      row[i] = LineModel.row(features.hash(i));
    }
    return row;
  }

  private LineModel fit(String provenance) {
    boolean[] counts = frequent();
    double[] found = new double[LineModel.ROWS + 1];
    BFGS.minimize(new Loss(counts), HISTORY, found, TOLERANCE, MOST_ITERATIONS);
    double largest = 0;
    for (int i = 0; i < LineModel.ROWS; i++) {
      largest = Math.max(largest, Math.abs(found[i]));
    }
    float scale = (float) (largest / Byte.MAX_VALUE);
    byte[] table = new byte[LineModel.ROWS];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) Math.round(found[i] / scale);
    }
    return new LineModel(provenance, (float) found[LineModel.ROWS], scale, table);
  }

  private boolean[] frequent() {
    int[] lines = new int[LineModel.ROWS];
    for (int[] row : rows) {
      Arrays.stream(row).distinct().forEach(feature -> lines[feature]++);
    }
    boolean[] frequent = new boolean[LineModel.ROWS];
    for (int i = 0; i < frequent.length; i++) {
      frequent[i] = lines[i] >= FEWEST_LINES;
    }
    return frequent;
  }

  /** The weighted cross-entropy and the penalty on weights; the last parameter is the bias. */
  private final class Loss implements DifferentiableMultivariateFunction {

    private final boolean[] counts;

    Loss(boolean[] counts) {
      this.counts = counts;
    }

    @Override
    public double f(double[] at) {
      return g(at, new double[at.length]);
    }

    @Override
    public double g(double[] at, double[] gradient) {
      int bias = LineModel.ROWS;
      double loss = 0;
      Arrays.fill(gradient, 0);
      for (int r = 0; r < rows.size(); r++) {
        double odds = at[bias];
        for (int feature : rows.get(r)) {
          odds += counts[feature] ? at[feature] : 0;
        }
        double gold = furniture.get(r) ? 1 : 0;
        double weight = weights.get(r);
        double small = StrictMath.exp(-Math.abs(odds));
        loss += weight * (StrictMath.log1p(small) + Math.max(odds, 0) - gold * odds);
        double probability = (odds > 0 ? 1 : small) / (1 + small);
        double slope = weight * (probability - gold);
        gradient[bias] += slope;
        for (int feature : rows.get(r)) {
          gradient[feature] += counts[feature] ? slope : 0;
        }
      }
      for (int i = 0; i < bias; i++) {
        loss += STRENGTH / 2 * at[i] * at[i];
        gradient[i] += STRENGTH * at[i];
      }
      return loss;
    }
  }
}
