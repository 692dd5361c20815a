package dev.headnote.salience;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A {@link TrainingArticle} as training sees it. Not safe for use by several threads. */
final class Example {

  /** So much more reward makes a sentence a better target by a factor of e. */
  private static final double SOFTNESS = 0.08;

  private static final int ORACLE_SENTENCES = 3;

  final ReadArticle article;
  final Reference reference;
  final double weight;

  private float order;

  Example(TrainingArticle given) {
    article =
        ReadArticle.of(given.sentences(), given.vectors(), given.title(), given.titleVector());
    reference = new Reference(article.words(), article.pairs(), given.summary());
    weight = given.weight();
  }

  /** How far its order can be trusted, once that was learned. */
  float order() {
    return order;
  }

  void setOrder(float order) {
    this.order = order;
  }

  /** What other articles tell of this one's words. */
  KnownWords known(WordCounts counts) {
    return KnownWords.withoutItself(article.words(), reference, counts);
  }

  /**
   * The chance that training aims at for each sentence to be taken: half goes to the sentences of
   * the greedy oracle (Nallapati et al. 2017), or of which the summary is made, half to all by how
   * much of the summary they cover.
   */
  float[] targets() {
    float[] targets = new float[article.sentences()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (float) (reference.reward(i) / SOFTNESS);
    }
    float[] logChances = Softmax.logs(targets);
    List<Integer> oracle =
        reference.gold().isEmpty() ? oracle() : List.copyOf(new TreeSet<>(reference.gold()));
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (float) Math.exp(logChances[i]) / (oracle.isEmpty() ? 1 : 2);
    }
    for (int i : oracle) {
      targets[i] += 0.5f / oracle.size();
    }
    return targets;
  }

  private List<Integer> oracle() {
    List<Integer> chosen = new ArrayList<>();
    double reward = 0;
    while (chosen.size() < Math.min(ORACLE_SENTENCES, article.sentences())) {
      int best = -1;
      for (int i = 0; i < article.sentences(); i++) {
        if (chosen.contains(i)) {
          continue;
        }
        chosen.add(i);
        double with = reference.reward(chosen.stream().mapToInt(k -> k).toArray());
        chosen.remove(chosen.size() - 1);
        if (with > reward) {
          reward = with;
          best = i;
        }
      }
      if (best < 0) {
        return chosen;
      }
      chosen.add(best);
    }
    return chosen;
  }
}
