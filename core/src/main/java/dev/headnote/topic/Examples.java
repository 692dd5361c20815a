package dev.headnote.topic;

/**
 * The inputs of a linear model, a vector an example, and where its weights lie in one array.
 * Implementations are immutable.
 */
interface Examples {

  int size();

  int dimensions();

  /** Adds the products of an example's vector with each label's weights. */
  void addProducts(int example, double[] weights, double[] ofLabels);

  /** Adds an example's vector, times each label's factor, to where that label's weights lie. */
  void addMultiples(int example, double[] ofLabels, double[] weights);

  /** Where a label's weight for a dimension lies. */
  int place(int label, int labels, int dimension);

  /** The examples at some places. */
  Examples subset(int[] places);
}
