package dev.headnote.salience;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A {@link TrainingArticle} as training sees it. Not safe for use by several threads. */
final class Example {

  final ArticleWords words;
  final ArticlePairs pairs;
  final Cosines cosines;
  final Surface[] surfaces;
  final @Nullable String title;
  final Reference reference;
  final double weight;

  Example(TrainingArticle article) {
    words = new ArticleWords(article.sentences());
    pairs = new ArticlePairs(words);
    cosines = Cosines.of(article.vectors(), article.titleVector());
    surfaces = article.sentences().stream().map(Surface::of).toArray(Surface[]::new);
    title = article.title();
    reference = new Reference(words, pairs, article.summary());
    weight = article.weight();
  }

  int sentences() {
    return surfaces.length;
  }

  /** What other articles tell of this one's words, without what this one tells. */
  WordCounts.Count[] known(WordCounts counts) {
    WordCounts.Count[] known = SalienceModel.known(words, counts);
    for (int word = 0; word < known.length; word++) {
      if (known[word].articles() > 0) {
        known[word] =
            new WordCounts.Count(
                known[word].articles() - 1,
                known[word].summaries() - (reference.hasWord(word) ? 1 : 0));
      }
    }
    return known;
  }

  /**
   * The chance that training aims at for each sentence to be taken: half goes to the sentences of
   * the greedy oracle (Nallapati et al. 2017), or of which the summary is made, half to all by how
   * much of the summary they cover.
   */
  float[] targets() {
    float[] targets = new float[sentences()];
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

  /** So much more reward makes a sentence a better target by a factor of e. */
  private static final double SOFTNESS = 0.08;

  private static final int ORACLE_SENTENCES = 3;

  private List<Integer> oracle() {
    List<Integer> chosen = new ArrayList<>();
    double reward = 0;
    while (chosen.size() < Math.min(ORACLE_SENTENCES, sentences())) {
      int best = -1;
      for (int i = 0; i < sentences(); i++) {
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
