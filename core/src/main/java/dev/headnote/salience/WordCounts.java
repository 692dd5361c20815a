package dev.headnote.salience;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What articles with summaries tell of single words: how many articles have a word, and how many of
 * these have it in their summary too. Safe for use by several threads.
 */
final class WordCounts {

  /** As if so many more articles had the word, with the usual share of summaries. */
  private static final double SMOOTHING = 20;

  private static final int MAX_WORDS = 1 << 20;

  private final Map<String, Count> counts;
  private final int articles;
  private final double share;

  /**
   * @param articles how many have the word
   * @param summaries how many of these have it in their summary
   */
  record Count(int articles, int summaries) {}

  private static final Count NONE = new Count(0, 0);

  /**
   * @param share of the words of an article that its summary has
   */
  WordCounts(Map<String, Count> counts, int articles, double share) {
    this.counts = Map.copyOf(counts);
    this.articles = articles;
    this.share = share;
  }

  Count of(String word) {
    return counts.getOrDefault(word, NONE);
  }

  /** The logarithm of one over the share of articles that have the word (IDF). */
  float inverseFrequency(Count count) {
    return (float) Math.log((articles + 1.0) / (count.articles + 1.0));
  }

  /** The log odds that the summary of an article with this word has it too, smoothed. */
  float prior(Count count) {
    double with = count.summaries + SMOOTHING * share;
    double without = count.articles - count.summaries + SMOOTHING * (1 - share);
    return (float) Math.log(with / without);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(articles);
    out.writeDouble(share);
    out.writeInt(counts.size());
    for (Map.Entry<String, Count> entry :
        counts.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().articles);
      out.writeInt(entry.getValue().summaries);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it can't be that
   */
  static WordCounts read(DataInputStream in) throws IOException {
    int articles = in.readInt();
    double share = in.readDouble();
    int size = in.readInt();
    if (articles < 1 || !(share > 0 && share < 1) || size < 0 || size > MAX_WORDS) {
      throw new IOException("word counts that can't be");
    }
    Map<String, Count> counts = new HashMap<>(2 * size);
    for (int i = 0; i < size; i++) {
      String word = in.readUTF();
      Count count = new Count(in.readInt(), in.readInt());
      if (count.summaries < 0 || count.articles < count.summaries || count.articles > articles) {
        throw new IOException("counts of a word that can't be");
      }
      counts.put(word, count);
    }
    return new WordCounts(counts, articles, share);
  }
}
