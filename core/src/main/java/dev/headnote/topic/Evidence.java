package dev.headnote.topic;

/**
 * A sentence that speaks for a label.
 *
 * @param sentence its index among the article's sentences
 * @param contribution what it adds to the label's logit, of which the contributions of all
 *     sentences are one part; {@link Topic#logit()} names the others
 */
public record Evidence(int sentence, double contribution) {}
