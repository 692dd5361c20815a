package dev.headnote.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a report skips, it skips for a reason that it can print. */
class PlanTest {

  private static final List<Case> CASES = Plan.of(List.of("minilm-l6"), "cpu", false, 5, 1);

  @Test
  void onlyWhatPeersLackIsSkipped() {
    assertThat(CASES)
        .filteredOn(c -> c.unsupported().isPresent())
        .allSatisfy(
            c -> {
              assertThat(c.method()).isNotEqualTo(Encoders.HEADNOTE);
              assertThat(c.unsupported().orElseThrow()).startsWith(c.method() + " ");
            })
        .anySatisfy(
            c -> assertThat(c.unsupported()).contains("onnxRuntime has no bf16 form of minilm-l6"));
  }

  @Test
  void peersAndTheLimitStandNextToHeadnote() {
    List<String> fp32OnAllCores =
        CASES.stream()
            .filter(c -> "fp32".equals(c.params().get("precision")))
            .filter(c -> "0".equals(c.params().get("workers")))
            .map(Case::method)
            .toList();
    assertThat(fp32OnAllCores)
        .containsExactly("linears", "headnote", "onnxRuntime", "langchain4j", "djlTranslator");
  }

  @Test
  void digestsAreMeasuredInThePeersPrecisionToo() {
    assertThat(CASES)
        .filteredOn(c -> c.benchmark().equals("DigestBenchmark"))
        .filteredOn(c -> c.method().equals(Encoders.HEADNOTE))
        .filteredOn(c -> c.params().get("model").equals("minilm-l6"))
        .extracting(c -> c.params().get("precision"))
        .containsExactly("auto", "int8");
  }

  @Test
  void theTierWithoutATransformerHasNoPeersAndNoLimit() {
    assertThat(CASES)
        .filteredOn(c -> "instant".equals(c.params().get("model")))
        .extracting(Case::benchmark, Case::method)
        .contains(tuple("DigestBenchmark", Encoders.HEADNOTE))
        .allSatisfy(c -> assertThat(c.toList().get(1)).isEqualTo(Encoders.HEADNOTE));
  }

  /** Of three values the interval is twelve times as wide. */
  @Test
  void ratesAreMeansOfManyValues() {
    assertThat(CASES)
        .filteredOn(c -> !List.of("StartupBenchmark", "MemoryBenchmark").contains(c.benchmark()))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.effort().iterations()).isGreaterThanOrEqualTo(10));
  }

  @Test
  void aQuickReportIsShorter() {
    assertThat(Plan.of(List.of("minilm-l6"), "cpu", true, 1, 1)).hasSizeLessThan(CASES.size());
  }
}
