package dev.headnote.topic;

/**
 * The inputs of a linear model: a vector for each example. They also decide where in one array the
 * weights of a label lie. Implementations are immutable.
 */
interface Examples {

  int size();

  int dimensions();

  /** Adds to each label the product of an example's vector with that label's weights. */
  void addProducts(int example, double[] weights, double[] ofLabels);

  /** Adds an example's vector, multiplied by a label's factor, to that label's weights. */
  void addMultiples(int example, double[] ofLabels, double[] weights);

  /** The index of a label's weight for a dimension. */
  int place(int label, int labels, int dimension);
}
