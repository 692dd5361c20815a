package dev.headnote.topic;

/**
 * A sentence that speaks for a label.
 *
 * @param sentence its index among the article's sentences
 * @param contribution what it adds to the label's logit; the contributions of all sentences and of
 *     the title add up to the logit
 */
public record Evidence(int sentence, double contribution) {}
