package dev.headnote.distil;

/**
 * Settings of a distillation. docs/instant.md says what they were chosen by.
 *
 * @param dimensions the length of the table's rows; at least 1
 * @param seed of what is drawn at random: where the search for the axes begins
 * @param pull how strongly the learned vectors are held to those of the tokens by themselves,
 *     counted in texts that consist of the token alone; above 0
 * @param steps steps of conjugate gradients; at least 1
 * @param priorFrequency a token that is this share of all tokens has half its length where nothing
 *     is learned about it (smooth inverse frequency: Arora, Liang and Ma 2017); above 0
 * @param learnedFrequency the same for what is learned, where the square root of the weight is
 *     taken; above 0
 * @param flattening axes count by their variance to minus half of this power: 0 leaves them, 1
 *     makes them all alike
 */
public record Recipe(
    int dimensions,
    long seed,
    double pull,
    int steps,
    double priorFrequency,
    double learnedFrequency,
    double flattening) {

  /** Refuses settings out of range. */
  public Recipe {
    if (dimensions < 1
        || steps < 1
        || !isPositive(pull)
        || !isPositive(priorFrequency)
        || !isPositive(learnedFrequency)
        || !(flattening >= 0 && flattening <= 1)) {
      throw new IllegalArgumentException(
          "dimensions, steps, pull and frequencies must be positive, flattening from 0 to 1");
    }
  }

  /** Whether a setting is so as a float, too, which the regression computes in. */
  private static boolean isPositive(double setting) {
    return (float) setting > 0 && (float) setting < Float.POSITIVE_INFINITY;
  }

  /** Returns the settings of the shipped table. */
  public static Recipe defaults() {
    return new Recipe(384, 1, 0.02, 12, 1e-4, 3e-4, 0.3);
  }

  /** Returns the same with other dimensions. */
  public Recipe withDimensions(int newDimensions) {
    return new Recipe(
        newDimensions, seed, pull, steps, priorFrequency, learnedFrequency, flattening);
  }

  /** Returns the same with another seed. */
  public Recipe withSeed(long newSeed) {
    return new Recipe(
        dimensions, newSeed, pull, steps, priorFrequency, learnedFrequency, flattening);
  }
}
