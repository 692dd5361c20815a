package dev.headnote.examples.modules;

import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import dev.headnote.LabelledArticle;
import dev.headnote.topic.Provenance;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Prints an article's topic and summary, that the library is a module, and that it can learn. */
public class ModularExample {
  public static void main(String[] args) {
    try (Headnote headnote = Headnote.builder().model(args[0]).build()) {
      Article article = Article.read(Path.of(args[1]));
      Digest digest = headnote.digest(article);
      System.out.printf(
          "%s, %s: %s: %s%n",
          Headnote.class.getModule(),
          headnote.model(),
          digest.topics().best().orElseThrow().label().name(),
          digest.summary().text());

      Stream<LabelledArticle> examples =
          Stream.of(
              LabelledArticle.of(article, "weather"),
              LabelledArticle.of(Article.of("The striker scored twice in the final."), "sport"));
      Provenance provenance = headnote.train(examples).provenance();
      System.out.printf("Learned: %d by %s%n", provenance.examples(), provenance.version());
    }
  }
}
