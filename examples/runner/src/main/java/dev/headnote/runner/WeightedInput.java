package dev.headnote.runner;

/**
 * A file of articles to learn from.
 *
 * @param file its name
 * @param weight how much each article counts, above 0
 * @param every of so many rows, the first is taken; 1 for all rows
 */
record WeightedInput(String file, double weight, int every) {

  /**
   * Reads {@code FILE}, {@code FILE:WEIGHT} or {@code FILE:WEIGHT:EVERY}.
   *
   * @throws RunFailure if the numbers are none, or too small
   */
  static WeightedInput parse(String text) {
    String[] parts = text.split(":(?=[0-9.]+(:[0-9]+)?$)", 2);
    if (parts.length == 1) {
      return new WeightedInput(text, 1, 1);
    }
    String[] numbers = parts[1].split(":");
    try {
      double weight = Double.parseDouble(numbers[0]);
      int every = numbers.length == 1 ? 1 : Integer.parseInt(numbers[1]);
      if (weight > 0 && every > 0) {
        return new WeightedInput(parts[0], weight, every);
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new RunFailure(
        Exit.USAGE, text + ": a file may be followed by :WEIGHT or :WEIGHT:EVERY, both above 0");
  }
}
