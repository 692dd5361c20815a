package dev.headnote.salience;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * What articles with summaries tell of single words: how many articles have a word, and how many of
 * these have it in their summary too. Safe for use by several threads.
 *
 * <p>Words are told apart by their {@link WordHash}, so that no strings are made of tens of
 * thousands of words when the first article comes.
 */
final class WordCounts {

  /** As if so many more articles had the word, with the usual share of summaries. */
  private static final double SMOOTHING = 20;

  private static final int MAX_WORDS = 1 << 20;

  /** A word's length and two counts. */
  private static final int SMALLEST_ENTRY = Short.BYTES + 2 * Integer.BYTES;

  /** Only in a file that was made to waste time does a word stand further from its place. */
  private static final int LONGEST_WAY = 1000;

  private final int articles;
  private final double share;
  private final int size;

  /** The words and their counts as they stand in the file. */
  private final ByteBuffer entries;

  /** Each word's hash where its lowest bits lead, or in the next free place; 0 is free. */
  private final long[] hashes;

  /** Of the word in the same place. */
  private final int[] articleCounts;

  private final int[] summaryCounts;

  /**
   * For each place what {@link #prior} and {@link #inverseFrequency} say of its word, 0 before it
   * is first asked. Two threads may find the same number out, and either may set it.
   */
  private final float[] logs;

  /**
   * @param articles how many have the word
   * @param summaries how many of these have it in their summary
   */
  record Count(int articles, int summaries) {}

  private static final Count NONE = new Count(0, 0);

  /**
   * @param share of the words of an article that its summary has
   * @throws IllegalArgumentException if there are more words than {@link #MAX_WORDS}, or counts
   *     that can't be
   */
  static WordCounts of(Map<String, Count> counts, int articles, double share) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(articles);
      out.writeDouble(share);
      out.writeInt(counts.size());
      for (Map.Entry<String, Count> entry :
          counts.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().articles);
        out.writeInt(entry.getValue().summaries);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return read(ByteBuffer.wrap(bytes.toByteArray()));
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private WordCounts(int articles, double share, int size, ByteBuffer in) throws IOException {
    this.articles = articles;
    this.share = share;
    this.size = size;
    int slots = Integer.highestOneBit(2 * size + 1) * 2;
    hashes = new long[slots];
    articleCounts = new int[slots];
    summaryCounts = new int[slots];
    logs = new float[2 * slots];
    int start = in.position();
    for (int i = 0; i < size; i++) {
      int length = Short.toUnsignedInt(in.getShort());
      long hash = WordHash.EMPTY;
      for (int k = 0; k < length; k++) {
        hash = WordHash.next(hash, in.get());
      }
      int slot = slot(hash);
      if (((slot - (int) hash) & (slots - 1)) > LONGEST_WAY) {
        throw new IOException("words whose hashes are too much alike");
      }
      hashes[slot] = hash;
      articleCounts[slot] = in.getInt();
      summaryCounts[slot] = in.getInt();
      if (summaryCounts[slot] < 0
          || articleCounts[slot] < summaryCounts[slot]
          || articleCounts[slot] > articles) {
        throw new IOException("counts of a word that can't be");
      }
    }
    entries = in.slice(start, in.position() - start);
  }

  /**
   * What is known of a word.
   *
   * @param hash its {@link WordHash}
   */
  Count of(long hash) {
    return count(slot(hash));
  }

  private Count count(int slot) {
    return hashes[slot] == 0 ? NONE : new Count(articleCounts[slot], summaryCounts[slot]);
  }

  /**
   * Where a hash stands, or where it would be put.
   *
   * @param hash a {@link WordHash}
   */
  int slot(long hash) {
    int slot = (int) hash & (hashes.length - 1);
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
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

  /**
   * The {@link #inverseFrequency} of the word in a place; of a free one, of a word that none has.
   */
  float inverseFrequency(int slot) {
    float log = logs[2 * slot];
    if (log == 0) {
      log = inverseFrequency(count(slot));
      logs[2 * slot] = log;
    }
    return log;
  }

  /** The {@link #prior} of the word in a place; of a free one, of a word that none has. */
  float prior(int slot) {
    float log = logs[2 * slot + 1];
    if (log == 0) {
      log = prior(count(slot));
      logs[2 * slot + 1] = log;
    }
    return log;
  }

  /** The inverse frequency of a word that no article has. */
  float inverseFrequencyOfNew() {
    return inverseFrequency(NONE);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(articles);
    out.writeDouble(share);
    out.writeInt(size);
    out.write(entries.array(), entries.arrayOffset(), entries.capacity());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it can't be that
   * @throws java.nio.BufferUnderflowException if it ends too early
   */
  static WordCounts read(ByteBuffer in) throws IOException {
    int articles = in.getInt();
    double share = in.getDouble();
    int size = in.getInt();
    if (articles < 1 || !(share > 0 && share < 1) || size < 0 || size > MAX_WORDS) {
      throw new IOException("word counts that can't be");
    }
    if (size > in.remaining() / SMALLEST_ENTRY) {
      throw new IOException("more words than it has room for");
    }
    return new WordCounts(articles, share, size, in);
  }
}
