package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headnote.HeadnoteException.Code;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Vectors of texts that are no articles. */
@Timeout(60)
class EmbedTest {

  private static final List<String> TEXTS =
      List.of(
          "The council passed the budget for the next year.",
          "Councillors approved next year's spending plan.",
          "The goalkeeper saved two penalties.",
          "");

  private static Headnote counting(Limits limits) {
    return Headnote.builder().encoder(new CountingEncoder(false)).limits(limits).build();
  }

  private static double dot(float[] a, float[] b) {
    double dot = 0;
    for (int d = 0; d < a.length; d++) {
      dot += (double) a[d] * b[d];
    }
    return dot;
  }

  private static void assertVectors(Headnote headnote) {
    float[][] vectors = headnote.embed(TEXTS);
    assertThat(vectors).hasNumberOfRows(TEXTS.size());
    for (float[] vector : vectors) {
      assertThat(vector).hasSize(headnote.dimensions());
      assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
    }
    assertThat(dot(vectors[0], vectors[1])).isGreaterThan(dot(vectors[0], vectors[2]) + 0.1);
    assertThat(dot(headnote.embed(List.of(TEXTS.get(2)))[0], vectors[2]))
        .as("alone or with others")
        .isCloseTo(1, within(1e-5));
  }

  @Test
  void theInstantModelGivesUnitVectorsInOrder() {
    try (Headnote headnote = Headnote.builder().model("instant").build()) {
      assertVectors(headnote);
    }
  }

  @Test
  @Tag("model")
  void aTransformerGivesItsOwnVectorsAndTheTablesBesideThem() {
    try (Headnote own = Headnote.builder().model("minilm-l6").blend(false).build();
        Headnote blended = Headnote.builder().model("minilm-l6").build()) {
      assertVectors(own);
      assertVectors(blended);
      assertThat(own.dimensions()).isEqualTo(384);
      assertThat(blended.dimensions()).isEqualTo(768);
    }
  }

  @Test
  void theArraysAreTheCallers() {
    try (Headnote headnote = counting(Limits.defaults())) {
      float[][] first = headnote.embed(TEXTS);
      float[] kept = first[0].clone();
      Arrays.fill(first[0], 0);
      assertThat(headnote.embed(TEXTS)[0]).isEqualTo(kept);
    }
  }

  @Test
  void noTextsHaveNoVectorsAndNullsAreRefused() {
    try (Headnote headnote = counting(Limits.defaults())) {
      assertThat(headnote.embed(List.of())).isEmpty();
      assertThatThrownBy(() -> headnote.embed(Arrays.asList("a", null)))
          .isInstanceOf(NullPointerException.class);
    }
  }

  @Test
  void limitsHoldForTheTextsTogether() {
    try (Headnote headnote = counting(Limits.defaults().withSentences(3))) {
      assertCode(Code.LIMIT_EXCEEDED, () -> headnote.embed(TEXTS));
      assertThat(headnote.embed(TEXTS.subList(0, 3))).hasNumberOfRows(3);
    }
    try (Headnote headnote = counting(Limits.defaults().withBytes(50))) {
      assertCode(Code.LIMIT_EXCEEDED, () -> headnote.embed(TEXTS));
      assertThat(headnote.embed(TEXTS.subList(0, 1))).hasNumberOfRows(1);
    }
  }

  @Test
  void aClosedOneSaysSo() {
    Headnote headnote = counting(Limits.defaults());
    headnote.close();
    assertCode(Code.CLOSED, () -> headnote.embed(TEXTS));
    assertCode(Code.CLOSED, () -> headnote.embed(List.of()));
  }

  @Test
  void anEncodersFaultIsHeadnotes() {
    CountingEncoder failing =
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            throw new IllegalStateException("a fault");
          }
        };
    try (Headnote headnote = Headnote.builder().encoder(failing).build()) {
      assertCode(Code.INTERNAL, () -> headnote.embed(TEXTS));
    }
  }

  private static void assertCode(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
