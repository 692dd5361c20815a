package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Precision;
import dev.headnote.Sentence;
import dev.headnote.summary.Contribution;
import dev.headnote.summary.Reason;
import dev.headnote.summary.ScoredSentence;
import dev.headnote.summary.Shortfall;
import dev.headnote.summary.Summary;
import dev.headnote.summary.SummaryOptions.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ExplainedRowTest {

  private static final List<Sentence> SENTENCES =
      List.of(
          new Sentence(0, 0, 11, "Tanks roll."),
          new Sentence(1, 12, 20, "They do."),
          new Sentence(2, 30, 34, "End."));
  private static final Summary SUMMARY =
      new Summary(
          List.of(
              scored(
                  0,
                  1.5,
                  new Reason(
                      Reason.Kind.CHOSEN,
                      OptionalInt.empty(),
                      OptionalDouble.empty(),
                      Optional.empty())),
              scored(
                  1,
                  0.5,
                  new Reason(
                      Reason.Kind.REDUNDANT,
                      OptionalInt.of(0),
                      OptionalDouble.of(0.75),
                      Optional.empty())),
              scored(
                  2,
                  0.25,
                  new Reason(
                      Reason.Kind.OVER_BUDGET,
                      OptionalInt.empty(),
                      OptionalDouble.empty(),
                      Optional.of(new Shortfall(Unit.WORDS, 3, 1))))),
          "minilm-l6");
  private static final ExplainedRow ROW =
      new ExplainedRow(
          new DigestRow("", SENTENCES, null, false, SUMMARY, null, Precision.BF16), SUMMARY);

  private static ScoredSentence scored(int index, double salience, Reason reason) {
    return new ScoredSentence(
        SENTENCES.get(index),
        salience,
        index + 1,
        List.of(new Contribution("position", salience), new Contribution("title", 0)),
        false,
        reason);
  }

  @Test
  void addsAFieldToTheRow() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonRows.lines(out).write(RowId.ofText("a"), ROW);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("{\"id\":\"a\",\"summary\":[{\"index\":0,")
        .contains(
            "\"precision\":\"bf16\",\"explanation\":["
                + "{\"index\":0,\"start\":0,\"end\":11,\"score\":1.5,\"rank\":1,\"chosen\":true,"
                + "\"reason\":\"chosen\",\"contributions\":{\"position\":1.5,\"title\":0.0}},")
        .contains("\"reason\":\"redundant\",\"other\":0,\"cosine\":0.75,\"contributions\"")
        .contains("\"reason\":\"over_budget\",\"needed\":3,\"left\":1,\"contributions\"");
  }

  @Test
  void tellsAPersonWhatBecameOfEachSentence() {
    Page page = new Page(60, false);
    ROW.print(page);

    assertThat(page.toString())
        .isEqualTo(
            """
            Tanks roll.

            *   0  score 1.50 (rank 1): chosen
                  Tanks roll.
                  (position +1.50)
                1  score 0.50 (rank 2): adds too little to the summary, where 0 is nearest (cosine 0.75)
                  They do.
                  (position +0.50)
                2  score 0.25 (rank 3): does not fit: takes 3 words, 1 left
                  End.
                  (position +0.25)
            """);
  }
}
