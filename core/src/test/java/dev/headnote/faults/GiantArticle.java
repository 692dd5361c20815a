package dev.headnote.faults;

import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import dev.headnote.Limits;
import dev.headnote.Outcome;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A program that digests a stream of articles, one of which does not fit its memory, and prints a
 * line for each.
 */
final class GiantArticle {

  static final int ARTICLES = 40;
  static final int GIANT = 20;

  private GiantArticle() {}

  static Article article(int i) {
    return Article.of(DigestOnce.TEXT + " It was meeting number " + i + " of the council.");
  }

  /**
   * @param args the model, and how many sentences the giant has
   */
  public static void main(String[] args) {
    int sentences = Integer.parseInt(args[1]);
    try (Headnote headnote =
        Headnote.builder()
            .model(args[0])
            .workers(4)
            .limits(Limits.defaults().withSentences(10_000_000).withBytes(1L << 31))
            .build()) {
      Stream<Article> articles =
          IntStream.range(0, ARTICLES).mapToObj(i -> i == GIANT ? giant(sentences) : article(i));
      try (Stream<Outcome<Digest>> outcomes = headnote.digest(articles)) {
        outcomes.map(GiantArticle::line).forEach(System.out::println);
      }
    }
  }

  private static Article giant(int sentences) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      text.append("Sentence ").append(i).append(" is one of many. ");
    }
    return Article.of(text.toString());
  }

  private static String line(Outcome<Digest> outcome) {
    return outcome.failure() == null
        ? DigestOnce.line(outcome.orThrow())
        : outcome.failure().code() + " " + outcome.failure().getMessage();
  }
}
