package dev.headnote.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables compute what their headings say, from a small result of JMH written by hand. */
class TablesTest {

  private static String tables;

  @BeforeAll
  static void compute() throws IOException {
    try (InputStream in = TablesTest.class.getResourceAsStream("jmh.json")) {
      tables = Tables.of(Measured.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  @Test
  void ratiosAndShareOfTheLimitAreOfTheSamePrecisionAndWorkers() {
    assertThat(tables)
        .contains(
            "| minilm-l6 | all | fp32 | 4,000 ±5 % | 5,000 | 80 % | 2,500 | 1.60 | – | – | – | – |"
                + " 1.60 |");
  }

  @Test
  void aPrecisionThatNoPeerHasIsComparedWithTheFastestPeer() {
    assertThat(tables)
        .contains("| minilm-l6 | all | bf16 | 8,000 | – | – | – | – | – | – | – | – | 3.20 |");
  }

  @Test
  void aPeerWithoutHeadnoteBesideItStillHasARow() {
    assertThat(tables)
        .contains("| minilm-l6 | 1 | fp32 | – | – | – | 9,999 | – | – | – | – | – | – |");
  }

  @Test
  void lengthsAreSortedAndJudged() {
    assertThat(tables)
        .containsSubsequence(
            "| minilm-l6 | all | 300 | 8,000 | 125.0 | 1.11 |",
            "| minilm-l6 | all | 1000 | 10,000 | 100.0 | 0.89 |",
            "- minilm-l6, workers all: within 11.1 % of the mean; flat within 5 %: no");
  }

  @Test
  void phasesOfStartUpAreMeansOverJvms() {
    assertThat(tables).contains("| minilm-l6 | 1,000 | 900 – 1,100 | 60 | 500 | 300 | 2 |");
  }

  @Test
  void benchmarksWithoutResultsHaveNoTable() {
    assertThat(tables).doesNotContain("## Whole digests", "## Memory");
    assertThat(Tables.of(List.of())).isEmpty();
  }
}
