package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicModel;
import dev.headnote.topic.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adapting labels to articles through the facade, with a model as it is shipped. */
@Tag("model")
class AdaptationTest {

  private static final LabelSet LABELS =
      LabelSet.of(
          List.of(
              Label.of("sport", "Matches, players and teams."),
              Label.of("economy", "Companies, banks and prices."),
              Label.of("weather", "Rain, storms and forecasts.")));

  private static final List<Article> ARTICLES =
      List.of(
          Article.of("The striker scored in the cup final."),
          Article.of("The bank raised its interest rate."),
          Article.of("Two players were sent off in the match."),
          Article.of("Shares fell as profits shrank."),
          Article.of("Heavy rain is forecast for the coast."));

  private static final Article SPORT = Article.of("The goalkeeper saved a penalty.");

  @TempDir private Path folder;

  private static Headnote headnote(int workers) {
    return Headnote.builder().model("instant").labels(LABELS).workers(workers).build();
  }

  @Test
  void labelsByAModelThatWasSavedAndLoadedEachArticleByItself() {
    Path file = folder.resolve("news.topics");
    List<String> stages = new ArrayList<>();
    try (Headnote headnote = headnote(2)) {
      Stream<Article> articles = Stream.concat(ARTICLES.stream(), Stream.of(Article.of("")));
      headnote.adapt(articles, (stage, done, total) -> stages.add(stage)).save(file);
    }
    TopicModel learned = TopicModel.load(file);
    assertThat(learned.provenance().unlabelled()).isEqualTo(5);
    assertThat(stages).containsOnly("adapting");
    try (Headnote headnote =
        Headnote.builder().model("instant").topicModel(learned).workers(1).build()) {
      assertThat(headnote.topics(SPORT).all().get(0).label().id()).isEqualTo("sport");
      try (Stream<Outcome<Topics>> several =
          headnote.topics(Stream.of(ARTICLES.get(1), SPORT, ARTICLES.get(4)))) {
        assertThat(several.toList().get(1).orThrow()).isEqualTo(headnote.topics(SPORT));
      }
    }
  }

  @Test
  void learnsTheSameWithAnyNumberOfWorkers() {
    Path one = folder.resolve("one.topics");
    Path two = folder.resolve("two.topics");
    for (int workers = 1; workers <= 2; workers++) {
      try (Headnote headnote = headnote(workers)) {
        headnote.adapt(ARTICLES.stream()).save(workers == 1 ? one : two);
      }
    }
    assertThat(one).hasSameBinaryContentAs(two);
  }

  @Test
  void namesTheArticleThatIsBeyondTheLimits() {
    Limits limits = Limits.defaults().withBytes(100);
    try (Headnote headnote =
        Headnote.builder().model("instant").labels(LABELS).limits(limits).build()) {
      Stream<Article> articles = Stream.of(SPORT, Article.of("A long sentence. ".repeat(20)));
      assertThatThrownBy(() -> headnote.adapt(articles))
          .isInstanceOfSatisfying(
              HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.LIMIT_EXCEEDED))
          .hasMessageContaining("article 2");
    }
  }
}
