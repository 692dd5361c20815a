package dev.headnote.examples.modules;

import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import java.nio.file.Path;

/** Prints an article's topic and summary, and that the library is a module. */
public class ModularExample {
  public static void main(String[] args) {
    try (Headnote headnote = Headnote.builder().model(args[0]).build()) {
      Digest digest = headnote.digest(Article.read(Path.of(args[1])));
      System.out.printf(
          "%s, %s: %s: %s%n",
          Headnote.class.getModule(),
          headnote.model(),
          digest.topics().best().orElseThrow().label().name(),
          digest.summary().text());
    }
  }
}
