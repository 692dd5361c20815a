package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.List;

/**
 * Spreads a summary over the sections of a text. The reward of each section is the root of what its
 * chosen sentences are worth, so each further one adds less (the diversity reward of Lin and Bilmes
 * 2011, with sections for their clusters). One summary's use, on one thread.
 */
final class EvenCoverage {

  private final int[] section;
  private final double[] worths;

  /**
   * @param sections how many to divide the text into, about equal in words; at least 1
   */
  EvenCoverage(List<Sentence> sentences, int sections) {
    section = new int[sentences.size()];
    worths = new double[sections];
    int[] words = sentences.stream().mapToInt(Sentence::wordCount).toArray();
    long total = 0;
    for (int count : words) {
      total += count;
    }
    long before = 0;
    for (int i = 0; i < section.length; i++) {
      // A sentence belongs where its middle stands.
      section[i] =
          (int) Math.min(sections - 1, sections * (before + words[i] / 2) / Math.max(1, total));
      before += words[i];
    }
  }

  /** What a sentence of this salience adds to what is chosen. */
  double gain(int sentence, double salience) {
    double worth = worths[section[sentence]];
    return Math.sqrt(worth + worth(salience)) - Math.sqrt(worth);
  }

  /** What it would add if nothing were chosen of its section. */
  static double gainAlone(double salience) {
    return Math.sqrt(worth(salience));
  }

  /** Takes a sentence of this salience, so that others of its section gain less. */
  void take(int sentence, double salience) {
    worths[section[sentence]] += worth(salience);
  }

  /**
   * Salience may be negative, but a root needs what is not: nearly 0 far below, itself far above.
   */
  private static double worth(double salience) {
    return Math.max(0, salience) + Math.log1p(Math.exp(-Math.abs(salience)));
  }
}
