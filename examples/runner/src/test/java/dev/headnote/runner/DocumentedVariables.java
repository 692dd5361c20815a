package dev.headnote.runner;

import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import dev.headnote.LabelledArticle;
import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a piece of Java in a page may use without declaring it. A page may declare its own of the
 * same name. Public for the pieces, which are compiled in packages of their own.
 */
public class DocumentedVariables {

  /** The folder of articles that come with the project. */
  protected final Path seeds = Documentation.ROOT.resolve("seeds");

  /** One of them. */
  protected final Article article = Article.read(seeds.resolve("storm-warning.txt"));

  /** Two of them. */
  protected final List<Article> articles =
      List.of(article, Article.read(seeds.resolve("cup-final.txt")));

  /** The source of a page. */
  protected final String html = "<title>Ice</title><p>The lander found ice on Monday.</p>";

  /** Labels of one's own. */
  protected final LabelSet labels =
      LabelSet.of(
          List.of(
              Label.of("weather", "Storms, rain and forecasts."),
              Label.of("sport", "Matches, teams and athletes."),
              Label.of("economy", "Banks, prices and markets.")));

  /** Articles whose labels are known; may be read once. */
  protected final Stream<LabelledArticle> examples =
      Stream.of(
          LabelledArticle.of(articles.get(0), "weather"),
          LabelledArticle.of(articles.get(1), "sport"));

  /** A Headnote of the model that needs no engine, whatever the page says elsewhere. */
  protected final Headnote headnote = Headnote.builder().model(Headnote.INSTANT_MODEL).build();

  /** Its digest of the article. */
  protected final Digest digest = headnote.digest(article);
}
