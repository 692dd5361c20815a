package dev.headnote.evaluate;

import java.util.OptionalDouble;

/**
 * How well articles to which none of the labels applies are told from the others.
 *
 * @param articles how many have none of the labels
 * @param givenNone how many of them were given none
 * @param others how many have a label
 * @param othersGivenNone how many of those were given none all the same
 * @param auroc how often, 0 to 1, an article without a label has a larger probability of none than
 *     one with a label, of all such pairs, ties counted half; empty unless there are both
 */
public record NoneDetection(
    long articles, long givenNone, long others, long othersGivenNone, OptionalDouble auroc) {}
