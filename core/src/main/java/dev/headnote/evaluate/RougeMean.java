package dev.headnote.evaluate;

/**
 * The mean of a metric over articles.
 *
 * @param precision the mean precision, 0 to 1
 * @param recall the mean recall, 0 to 1
 * @param f1 the mean of each article's F1, 0 to 1
 */
public record RougeMean(double precision, double recall, Estimate f1) {}
