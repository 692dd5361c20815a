package dev.headnote;

import dev.headnote.HeadnoteException.Code;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What one article, or one list of texts to embed, may take. One that takes more fails with code
 * LIMIT_EXCEEDED; those beside it and after it are done. Immutable, so safe for any number of
 * threads.
 *
 * @param bytes the size of the file that the article is read from, at least 1; also of its text in
 *     UTF-16 code units
 * @param sentences how many sentences the article may have, at least 1
 * @param time how long a call may work on the article, more than none, waiting for other calls and
 *     for the labels included. These are encoded once, beside the first article, which takes
 *     seconds for hundreds of labels and a transformer; {@link Headnote#warmUp()} has them encoded
 *     before
 */
public record Limits(long bytes, int sentences, Duration time) {

  /** Hundreds of novels' worth of sentences take more memory than most programs have to spare. */
  private static final Limits DEFAULTS = new Limits(64L << 20, 100_000, Duration.ofMinutes(30));

  public Limits {
    checkPositive(bytes, "bytes");
    checkPositive(sentences, "sentences");
    Objects.requireNonNull(time, "time");
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("time: a positive one, not " + time);
    }
  }

  private static void checkPositive(long value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": at least 1, not " + value);
    }
  }

  /** Returns 64 MiB, 100,000 sentences, about two million words, and 30 minutes. */
  public static Limits defaults() {
    return DEFAULTS;
  }

  /**
   * Returns the same with another size.
   *
   * @throws IllegalArgumentException if it isn't positive
   */
  public Limits withBytes(long newBytes) {
    return new Limits(newBytes, sentences, time);
  }

  /**
   * Returns the same with another number of sentences. A sentence's vectors take up to 5 kB of heap
   * while its article is under way.
   *
   * @throws IllegalArgumentException if it isn't positive
   */
  public Limits withSentences(int newSentences) {
    return new Limits(bytes, newSentences, time);
  }

  /**
   * Returns the same with another time. It is looked at between steps of up to a second or so, of
   * which none is broken off.
   *
   * @throws IllegalArgumentException if it isn't positive
   */
  public Limits withTime(Duration newTime) {
    return new Limits(bytes, sentences, newTime);
  }

  /**
   * Checks the size of an article's text and the number of its sentences.
   *
   * @throws HeadnoteException with code LIMIT_EXCEEDED
   */
  void check(Article article) {
    // No text has more UTF-16 code units than bytes, in any encoding that it may have come in.
    checkBytes("the article", article.text().length());
    if (article.sentences().size() > sentences) {
      throw exceeded(
          "the article has " + article.sentences().size() + " sentences", sentences, "sentences");
    }
  }

  /**
   * Checks texts as if each were a sentence of one article.
   *
   * @throws HeadnoteException with code LIMIT_EXCEEDED
   */
  void check(List<String> texts) {
    if (texts.size() > sentences) {
      throw exceeded("the list has " + texts.size() + " texts", sentences, "sentences");
    }
    checkBytes("the list of texts", texts.stream().mapToLong(String::length).sum());
  }

  private void checkBytes(String what, long characters) {
    if (characters > bytes) {
      throw exceeded(what + " has " + characters + " characters", bytes, "bytes");
    }
  }

  private static HeadnoteException exceeded(String what, long limit, String name) {
    return new HeadnoteException(
        Code.LIMIT_EXCEEDED,
        what + ", and the limit is " + limit + "; divide it, or raise the limit of " + name);
  }
}
