///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS dev.headnote:headnote-core:0.1.0
//DEPS dev.headnote:headnote-model-instant:0.1.0

import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import dev.headnote.Outcome;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Prints the topics and the summary of files: {@code jbang DigestFiles.java FILE...} */
public class DigestFiles {

  /** Digests them on all cores, and prints them in order. */
  public static void main(String[] files) {
    try (Headnote headnote = Headnote.builder().model(Headnote.INSTANT_MODEL).build();
        Stream<Outcome<Digest>> digests =
            headnote.digest(Stream.of(files).map(file -> Article.read(Path.of(file))))) {
      digests.map(Outcome::orThrow).forEachOrdered(DigestFiles::print);
    }
  }

  private static void print(Digest digest) {
    System.out.println(digest.article().title());
    digest.topics().assigned().forEach(topic -> System.out.println("- " + topic.label().name()));
    System.out.println(digest.summary().text());
  }
}
