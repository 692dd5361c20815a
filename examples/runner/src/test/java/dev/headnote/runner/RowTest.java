package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.headnote.Precision;
import dev.headnote.Sentence;
import dev.headnote.Span;
import dev.headnote.keyphrase.Keyphrase;
import dev.headnote.summary.ScoredSentence;
import dev.headnote.summary.Summary;
import dev.headnote.topic.Evidence;
import dev.headnote.topic.Label;
import dev.headnote.topic.Topic;
import dev.headnote.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowTest {

  private static final List<Sentence> SENTENCES =
      List.of(
          new Sentence(0, 0, 10, "Tanks roll"),
          new Sentence(1, 12, 21, "\"Peace\" \uD800"),
          new Sentence(2, 30, 33, "End"));
  private static final List<Topic> ALL =
      List.of(
          new Topic(
              new Label("war", "conflict and war", "", null),
              0.625,
              4,
              0.5,
              0.5,
              List.of(new Evidence(0, 2.0), new Evidence(1, 1.0))),
          new Topic(Label.of("sport"), 0.25, 0.1, 0, 0, List.of(new Evidence(2, 0.1))),
          new Topic(Label.of("arts"), 1e-9, 0, 0, 0, List.of()));
  private static final Topics TOPICS = new Topics(ALL, ALL.subList(0, 1), 0.125, "minilm-l6");
  private static final Summary SUMMARY =
      new Summary(
          List.of(
              new ScoredSentence(SENTENCES.get(0), 1.5, true),
              new ScoredSentence(SENTENCES.get(1), 0.5, true),
              new ScoredSentence(SENTENCES.get(2), 0.25, false)),
          "minilm-l6");

  private static DigestRow row(Topics topics, Summary summary) {
    return new DigestRow("A title", SENTENCES, topics, false, summary, null, Precision.BF16);
  }

  private static String lines(RowId id, Row... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonRows writer = JsonRows.lines(out);
    for (Row row : rows) {
      writer.write(id, row);
    }
    writer.finish();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String printed(Row row) {
    Page page = new Page(60, false);
    row.print(page);
    return page.toString();
  }

  /** In a hierarchy a label may be given that is less probable than others, or than none. */
  @Test
  void showsTheWayToTheLabelThatIsGivenHoweverImprobable() {
    Topic sport = new Topic(Label.of("sport"), 0.06, 1, 0, 0, List.of());
    Topic soccer = new Topic(new Label("soccer", "soccer", "", "sport"), 0.04, 1, 0, 0, List.of());
    Topic arts = new Topic(Label.of("arts"), 0.05, 1, 0, 0, List.of());
    Topics found = new Topics(List.of(sport, arts, soccer), List.of(soccer), 0.2, "instant");

    assertThat(printed(row(found, null)))
        .contains("sport > soccer", "4 %", "6 %")
        .doesNotContain("arts");
  }

  /** In a hierarchy, say, there may be politics of Europe and of the USA. */
  @Test
  void labelsOfOneNameAreToldByTheirIdsToo() throws IOException {
    Topic europe = new Topic(new Label("eu", "politics", "", null), 0.5, 1, 0, 0, List.of());
    Topic usa = new Topic(new Label("us", "politics", "", null), 0.25, 1, 0, 0, List.of());
    Topic arts = new Topic(new Label("a", "arts", "", null), 0.125, 1, 0, 0, List.of());
    Topics found = new Topics(List.of(europe, usa, arts), List.of(europe), 0.1, "instant");
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(page)) {
      json.writeStartObject();
      row(found, null).writePage(json);
      json.writeEndObject();
    }

    assertThat(printed(row(found, null)))
        .contains("politics (eu)  █", "politics (us)  █", "arts           █");
    assertThat(page.toString(StandardCharsets.UTF_8))
        .contains("\"politics (eu)\"", "\"politics (us)\"", "\"arts\"");
    assertThat(lines(RowId.ofText("a"), row(found, null))).contains("\"name\":\"politics\"");
  }

  @Test
  void digestRowHoldsWhatTheContractSays() throws IOException {
    assertThat(lines(RowId.ofText("a"), row(TOPICS, SUMMARY)))
        .isEqualTo(
            "{\"id\":\"a\",\"topics\":["
                + "{\"label\":\"war\",\"name\":\"conflict and war\",\"score\":0.625,\"evidence\":[0,1]},"
                + "{\"label\":\"sport\",\"score\":0.25,\"evidence\":[2]},"
                + "{\"label\":\"arts\",\"score\":1.0E-9,\"evidence\":[]}],\"assigned\":[\"war\"],\"none\":false,"
                + "\"summary\":["
                + "{\"index\":0,\"start\":0,\"end\":10,\"text\":\"Tanks roll\",\"score\":1.5},"
                + "{\"index\":1,\"start\":12,\"end\":21,\"text\":\"\\\"Peace\\\" \\uD800\","
                + "\"score\":0.5}],"
                + "\"sentences\":3,\"model\":\"minilm-l6\",\"precision\":\"bf16\"}\n");
  }

  @Test
  void topicsAndSummariesAreTheSameRowWithoutTheOther() throws IOException {
    assertThat(lines(new RowId("7", true), row(TOPICS, null)))
        .startsWith("{\"id\":7,\"topics\":[")
        .contains("\"none\":false")
        .doesNotContain("summary");
    assertThat(lines(RowId.ofText("7"), row(null, SUMMARY)))
        .startsWith("{\"id\":\"7\",\"summary\":[")
        .doesNotContain("topics", "none");
  }

  @Test
  void anEmptySummarySaysWhy() throws IOException {
    List<ScoredSentence> none =
        SENTENCES.stream().map(sentence -> new ScoredSentence(sentence, 0.5, false)).toList();
    assertThat(lines(RowId.ofText("7"), row(null, new Summary(none, "minilm-l6"))))
        .contains("\"summary\":[],\"whyEmpty\":\"");
    assertThat(lines(RowId.ofText("7"), row(null, SUMMARY))).doesNotContain("whyEmpty");
  }

  @Test
  void keyphrasesStandInTheRowWhereTheyWereAskedFor() throws IOException {
    Keyphrase tanks = new Keyphrase("Tanks", 1.5, List.of(new Span(0, 5), new Span(12, 17)));
    Keyphrase end = new Keyphrase("End", 0.5, List.of(new Span(30, 33)));
    Row some = withKeyphrases(List.of(tanks, end));

    assertThat(lines(RowId.ofText("a"), some))
        .contains(
            "],\"keyphrases\":["
                + "{\"text\":\"Tanks\",\"score\":1.5,"
                + "\"spans\":[{\"start\":0,\"end\":5},{\"start\":12,\"end\":17}]},"
                + "{\"text\":\"End\",\"score\":0.5,\"spans\":[{\"start\":30,\"end\":33}]}],"
                + "\"sentences\":3");
    assertThat(printed(some)).endsWith("\n\nKeyphrases: Tanks; End\n");
    assertThat(lines(RowId.ofText("a"), withKeyphrases(List.of()))).contains("\"keyphrases\":[]");
    assertThat(lines(RowId.ofText("a"), row(TOPICS, SUMMARY))).doesNotContain("keyphrases");
  }

  private static Row withKeyphrases(List<Keyphrase> keyphrases) {
    return new DigestRow("A title", SENTENCES, TOPICS, false, SUMMARY, keyphrases, Precision.BF16);
  }

  @Test
  void sentencesAndCleanRows() throws IOException {
    assertThat(lines(RowId.ofText("a"), new SentencesRow(SENTENCES.subList(0, 1), false)))
        .isEqualTo("{\"id\":\"a\",\"sentences\":[{\"start\":0,\"end\":10}]}\n");
    assertThat(lines(RowId.ofText("a"), new SentencesRow(SENTENCES.subList(0, 1), true)))
        .contains("{\"start\":0,\"end\":10,\"text\":\"Tanks roll\"}");
    assertThat(lines(RowId.ofText("a"), new CleanRow("T", Map.of(), "a\n\nb")))
        .isEqualTo("{\"id\":\"a\",\"title\":\"T\",\"text\":\"a\\n\\nb\"}\n");
  }

  @Test
  void failuresStandInTheirPlace() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonRows rows = JsonRows.lines(out);
    rows.fail(new Item.Failed(null, "r.jsonl", 4, "is not JSON"));
    rows.fail(new Item.Failed(new RowId("5", true), "r.jsonl", 5, "holds no text"));
    rows.fail(new Item.Failed(RowId.ofText("b.txt"), "b.txt", 0, "holds no text"));
    rows.finish();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "{\"line\":4,\"error\":\"is not JSON\"}",
            "{\"id\":5,\"line\":5,\"error\":\"holds no text\"}",
            "{\"id\":\"b.txt\",\"error\":\"holds no text\"}");
  }

  @Test
  void eachRowIsOutBeforeTheNext() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonRows rows = JsonRows.lines(out);
    rows.write(RowId.ofText("a"), new CleanRow("", Map.of(), "b"));
    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("}\n");
  }

  @Test
  void anEmptyArrayIsAnArray() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonRows.array(out).finish();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("[]\n");
  }

  @Test
  void digestForAPerson() {
    assertThat(printed(row(TOPICS, SUMMARY)))
        .isEqualTo(
            """
            A title

              conflict and war  ██████░░░░  63 %
              sport             ███░░░░░░░  25 %

            Tanks roll
            "Peace" ?
            """
                .replace('?', '\uD800'));
  }

  @Test
  void topicsForAPersonComeWithTheirBestSentence() {
    assertThat(printed(row(TOPICS, null)))
        .contains("conflict and war  ██████░░░░  63 %\n    Tanks roll\n")
        .contains("sport             ███░░░░░░░  25 %\n    End\n");
  }

  @Test
  void theWayThroughAHierarchyStandsAbove() {
    Topic sport = new Topic(Label.of("sport"), 0.875, 0, 0, 0, List.of());
    Topic hockey = new Topic(new Label("h", "field hockey", "", "sport"), 0.75, 0, 0, 0, List.of());
    Topics found = new Topics(List.of(sport, hockey), List.of(hockey), 0.125, "minilm-l6");
    assertThat(printed(row(found, SUMMARY)))
        .contains("\nsport > field hockey\n  sport         █████████░  88 %\n  field hockey");
  }

  @Test
  void ofSeveralLabelsThoseGivenAreShown() {
    Topics two = new Topics(ALL, ALL.subList(0, 2), 0.125, "minilm-l6");
    DigestRow both = new DigestRow("", SENTENCES, two, true, SUMMARY, null, Precision.BF16);
    DigestRow one = new DigestRow("", SENTENCES, TOPICS, true, SUMMARY, null, Precision.BF16);
    assertThat(printed(both)).contains("conflict and war", "sport").doesNotContain("arts");
    assertThat(printed(one)).contains("conflict and war").doesNotContain("sport");
  }

  @Test
  void noTopicAndNoSummaryAreSaid() {
    Topics none =
        new Topics(
            List.of(new Topic(Label.of("sport"), 0.2, 0, 0, 0, List.of())),
            List.of(),
            0.8,
            "minilm-l6");
    assertThat(printed(row(none, new Summary(List.of(), "minilm-l6"))))
        .contains("none of these topics")
        .contains("(no summary: the article has no sentence)");
  }
}
