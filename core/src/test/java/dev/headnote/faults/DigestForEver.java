package dev.headnote.faults;

import dev.headnote.Article;
import dev.headnote.Headnote;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A program that has long sentences encoded on all cores until it is ended. */
final class DigestForEver {

  private DigestForEver() {}

  public static void main(String[] args) {
    try (Headnote headnote = Headnote.builder().model(args[0]).remember(0).build()) {
      for (int article = 0; ; article++) {
        headnote.digest(Article.of(sentences(article)));
        if (article == 0) {
          System.out.println("digesting");
        }
      }
    }
  }

  private static String sentences(int article) {
    return IntStream.range(0, 8)
        .mapToObj(
            i ->
                "The "
                    + IntStream.range(0, 100)
                        .mapToObj(word -> "river of " + (article + i + word))
                        .collect(Collectors.joining(" and the "))
                    + " rose.")
        .collect(Collectors.joining(" "));
  }
}
