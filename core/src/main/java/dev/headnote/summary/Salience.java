package dev.headnote.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What each sentence of an article is worth, and the parts that this adds up from. */
final class Salience {

  private final double[] totals;
  private final double cosineDeviation;
  private final List<String> names = new ArrayList<>();
  private final List<double[]> parts = new ArrayList<>();

  /**
   * @param sentences how many there are
   * @param cosineDeviation the difference of cosine that is worth one unit of salience, above 0
   */
  Salience(int sentences, double cosineDeviation) {
    this.totals = new double[sentences];
    this.cosineDeviation = cosineDeviation;
  }

  /** Adds a part, one value for each sentence. */
  void add(String name, double[] values) {
    names.add(name);
    parts.add(values);
    for (int i = 0; i < totals.length; i++) {
      totals[i] += values[i];
    }
  }

  int size() {
    return totals.length;
  }

  double of(int sentence) {
    return totals[sentence];
  }

  double cosineDeviation() {
    return cosineDeviation;
  }

  List<Contribution> contributions(int sentence) {
    return IntStream.range(0, names.size())
        .mapToObj(part -> new Contribution(names.get(part), parts.get(part)[sentence]))
        .toList();
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
