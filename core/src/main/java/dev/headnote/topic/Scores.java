package dev.headnote.topic;

import java.util.List;

/**
 * What speaks for an article's labels: arrays with a number for each label of the set. A logit is
 * the sum of its prior, its title's part and the contributions of all sentences.
 *
 * @param logits the labels' logits
 * @param priors their parts that do not depend on the article
 * @param titles their parts by the title
 * @param evidence for each label its strongest sentences
 * @param none the logit of "none of these"
 */
record Scores(
    double[] logits,
    double[] priors,
    double[] titles,
    List<List<Evidence>> evidence,
    double none) {}
