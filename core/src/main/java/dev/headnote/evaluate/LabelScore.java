package dev.headnote.evaluate;

import dev.headnote.topic.Label;

/**
 * How well one label is given.
 *
 * @param label the label
 * @param support how many articles have it as their own
 * @param given how many articles were given it
 * @param correct how many of those have it as their own
 */
public record LabelScore(Label label, long support, long given, long correct) {

  /** The share of the articles given it that have it, 0 to 1; 0 if none was given it. */
  public double precision() {
    return given == 0 ? 0 : (double) correct / given;
  }

  /** The share of the articles that have it that were given it, 0 to 1; 0 if none has it. */
  public double recall() {
    return support == 0 ? 0 : (double) correct / support;
  }

  /** The harmonic mean of precision and recall, 0 to 1; 0 if both are 0. */
  public double f1() {
    return given + support == 0 ? 0 : 2.0 * correct / (given + support);
  }

  /** Whether it occurs among the articles' own labels or those given. */
  public boolean occurs() {
    return support > 0 || given > 0;
  }
}
