package dev.headnote.summary;

import dev.headnote.salience.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What each sentence of an article is worth, and the parts that this adds up from. A sentence may
 * be worth less beside others that are chosen. One summary's use, on one thread.
 */
final class Salience {

  /** The part that is what a sentence says about a query. */
  static final String QUERY = "query";

  private final double[] totals;
  private final double cosineDeviation;

  /** The sentences chosen, if what one is worth depends on them. */
  private final @Nullable Selection selection;

  /** Of each total the part that doesn't depend on them. */
  private final double[] apart;

  private final List<String> names = new ArrayList<>();
  private final List<double[]> parts = new ArrayList<>();

  /**
   * @param sentences how many there are
   * @param cosineDeviation the difference of cosine that is worth one unit of salience, above 0
   */
  Salience(int sentences, double cosineDeviation) {
    this(sentences, cosineDeviation, null);
  }

  /**
   * @param selection says what a sentence is worth beside those chosen; null if as much as alone
   */
  Salience(int sentences, double cosineDeviation, @Nullable Selection selection) {
    this.totals = new double[sentences];
    this.apart = new double[sentences];
    this.cosineDeviation = cosineDeviation;
    this.selection = selection;
  }

  /** Adds a part, one value for each sentence. */
  void add(String name, double[] values) {
    names.add(name);
    parts.add(values);
    for (int i = 0; i < totals.length; i++) {
      totals[i] += values[i];
    }
  }

  /** Adds a part that is worth the same whatever else is chosen. */
  void addApart(String name, double[] values) {
    add(name, values);
    for (int i = 0; i < apart.length; i++) {
      apart[i] += values[i];
    }
  }

  /** What a sentence is worth beside those taken. */
  double beside(int sentence) {
    return selection == null ? totals[sentence] : selection.gain(sentence) + apart[sentence];
  }

  /** Says that a sentence is chosen. */
  void take(int sentence) {
    if (selection != null) {
      selection.add(sentence);
    }
  }

  /** What a sentence is worth alone. */
  double of(int sentence) {
    return totals[sentence];
  }

  /** What a sentence is worth alone if no query counts, to the last bit as if there were none. */
  double withoutQuery(int sentence) {
    double total = 0;
    for (int part = 0; part < parts.size(); part++) {
      total += names.get(part).equals(QUERY) ? 0 : parts.get(part)[sentence];
    }
    return total;
  }

  double cosineDeviation() {
    return cosineDeviation;
  }

  List<Contribution> contributions(int sentence) {
    Contribution[] contributions = new Contribution[names.size()];
    for (int part = 0; part < contributions.length; part++) {
      contributions[part] = new Contribution(names.get(part), parts.get(part)[sentence]);
    }
    return List.of(contributions);
  }

  /** Each sentence's place by salience, from 1 for the highest; of equals the earlier is before. */
  int[] ranks() {
    Integer[] order = IntStream.range(0, totals.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Double.compare(totals[b], totals[a]));
    int[] ranks = new int[totals.length];
    for (int place = 0; place < order.length; place++) {
      ranks[order[place]] = place + 1;
    }
    return ranks;
  }
}
