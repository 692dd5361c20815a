import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import java.nio.file.Path;

public class Example {
  public static void main(String[] args) {
    try (Headnote headnote = Headnote.builder().model("e5-small").build()) {
      Digest digest = headnote.digest(Article.read(Path.of(args[0])));
      digest.topics().best().ifPresent(topic -> System.out.println(topic.label().name()));
      System.out.println(digest.summary().text());
    }
  }
}
