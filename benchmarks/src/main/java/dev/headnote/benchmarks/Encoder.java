package dev.headnote.benchmarks;

import java.util.List;

/** A way to turn sentences into vectors. For one caller at a time; spreads over cores by itself. */
interface Encoder extends AutoCloseable {

  /**
   * Encodes sentences.
   *
   * @param sentences as they stand in the article, without the model's prefix
   * @return a vector of length 1 for each, in order
   */
  float[][] encode(List<String> sentences);

  @Override
  void close();
}
