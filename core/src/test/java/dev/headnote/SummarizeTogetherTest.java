package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.summary.LineOrder;
import dev.headnote.summary.MultiDocumentSummary;
import dev.headnote.summary.MultiDocumentSummary.Line;
import dev.headnote.summary.MultiDocumentSummary.Source;
import dev.headnote.summary.SummaryOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The facade's part in summaries of several articles, and in keyphrases. */
class SummarizeTogetherTest {

  private static final List<Article> ARTICLES = SeedFiles.articles();

  @Test
  void isTheSameForAnyNumberOfWorkers() {
    for (LineOrder order : LineOrder.values()) {
      assertThat(together(1, ARTICLES, order)).isEqualTo(together(4, ARTICLES, order));
    }
  }

  @Test
  void sourcesPointIntoTheArticles() {
    List<Article> twice = new ArrayList<>(ARTICLES);
    twice.addAll(ARTICLES);
    MultiDocumentSummary summary = together(2, twice, LineOrder.TIME);

    assertThat(summary.lines()).hasSize(5);
    for (Line line : summary.lines()) {
      assertThat(line.sources()).hasSizeGreaterThan(1);
      for (Source source : line.sources()) {
        Sentence sentence = source.sentence();
        assertThat(twice.get(source.document()).text().substring(sentence.start(), sentence.end()))
            .isEqualTo(sentence.text());
      }
    }
  }

  /** It is the last of many, so without the query it would not be looked at. */
  @Test
  void findsWhatAQueryAsksFor() {
    String wanted = "A zeppelin landed behind the mill of Holm.";
    Article last = Article.of("Holm", ARTICLES.get(0).text() + "\n\n" + wanted);
    try (Headnote focused =
        Headnote.builder()
            .model("instant")
            .summary(SummaryOptions.maxSentences(1).focusedOn("zeppelin"))
            .build()) {
      List<Line> lines = focused.summarizeTogether(List.of(ARTICLES.get(1), last)).lines();

      assertThat(lines.get(0).source().sentence().text()).isEqualTo(wanted);
    }
  }

  @Test
  void tellsWhatIsExcludedTheArticlesPlace() {
    SummaryOptions options =
        SummaryOptions.maxSentences(5).withExcluded((place, sentence) -> place != 2);
    try (Headnote headnote = headnote(2).summary(options).build()) {
      assertThat(headnote.summarizeTogether(ARTICLES).lines())
          .hasSize(5)
          .allMatch(line -> line.source().document() == 2);
    }
  }

  /** Whatever the others are worth. */
  @Test
  void findsTheFewSentencesThatAreNotExcluded() {
    Article article = Article.of("The mayor said so. ".repeat(40) + "Then it rained on the town.");
    SummaryOptions options =
        SummaryOptions.defaults().withExcluded(sentence -> sentence.text().contains("mayor"));
    try (Headnote headnote = headnote(1).summary(options).build()) {
      assertThat(headnote.summarizeTogether(List.of(article, article)).text())
          .isEqualTo("Then it rained on the town.");
    }
  }

  @Test
  void anArticleThatFailsFailsTheSummary() {
    try (Headnote headnote = headnote(2).build()) {
      assertThatThrownBy(() -> headnote.summarizeTogether(Collections.nCopies(3, null)))
          .isInstanceOf(NullPointerException.class);
    }
  }

  @Test
  void tellsOfAnArticleThatFailsAndSummarisesTheOthers() {
    List<Article> articles = new ArrayList<>(ARTICLES);
    articles.add(1, Article.of("One more is here. ".repeat(301)));
    Map<Integer, HeadnoteException> failed = new HashMap<>();
    try (Headnote headnote = headnote(2).limits(Limits.defaults().withSentences(300)).build()) {
      MultiDocumentSummary others =
          headnote.summarizeTogether(articles, LineOrder.TIME, failed::put);

      assertThat(failed).containsOnlyKeys(1);
      assertThat(failed.get(1).code()).isEqualTo(HeadnoteException.Code.LIMIT_EXCEEDED);
      assertThat(others.documents()).isEqualTo(ARTICLES.size());
      assertThat(others.lines()).hasSize(5);
      assertThat(others.lines().stream().map(line -> line.source().sentence().text()).toList())
          .isEqualTo(
              headnote.summarizeTogether(ARTICLES, LineOrder.TIME).lines().stream()
                  .map(line -> line.source().sentence().text())
                  .toList());
      assertThat(others.lines())
          .allMatch(
              line ->
                  articles
                      .get(line.source().document())
                      .text()
                      .contains(line.source().sentence().text()));
      assertThatThrownBy(() -> headnote.summarizeTogether(articles, LineOrder.TIME))
          .isInstanceOfSatisfying(
              HeadnoteException.class,
              e -> assertThat(e.code()).isEqualTo(HeadnoteException.Code.LIMIT_EXCEEDED));
    }
  }

  @Test
  void isRefusedAfterClosing() {
    Headnote headnote = headnote(1).build();
    headnote.close();

    assertThatThrownBy(() -> headnote.summarizeTogether(ARTICLES))
        .isInstanceOfSatisfying(
            HeadnoteException.class,
            e -> assertThat(e.code()).isEqualTo(HeadnoteException.Code.CLOSED));
  }

  @Test
  void keyphrasesAreFoundOnlyWhereAskedFor() {
    Article article = ARTICLES.get(0);
    try (Headnote plain = headnote(1).build();
        Headnote asked = headnote(1).keyphrases(4).build()) {
      assertThat(plain.digest(article).keyphrases()).isEmpty();
      assertThat(asked.digest(article).keyphrases()).hasSize(4);
    }
    assertThatThrownBy(() -> headnote(1).keyphrases(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MultiDocumentSummary together(
      int workers, List<Article> articles, LineOrder order) {
    try (Headnote headnote = headnote(workers).build()) {
      return headnote.summarizeTogether(articles, order);
    }
  }

  private static Headnote.Builder headnote(int workers) {
    return Headnote.builder()
        .encoder(new CountingEncoder(false))
        .workers(workers)
        .summary(SummaryOptions.maxSentences(5));
  }
}
