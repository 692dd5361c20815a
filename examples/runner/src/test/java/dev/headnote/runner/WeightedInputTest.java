package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedInputTest {

  @Test
  void readsAWeightAndAPart() {
    assertThat(WeightedInput.parse("a.jsonl")).isEqualTo(new WeightedInput("a.jsonl", 1, 1));
    assertThat(WeightedInput.parse("a.jsonl:2.5")).isEqualTo(new WeightedInput("a.jsonl", 2.5, 1));
    assertThat(WeightedInput.parse("C:/b:c.jsonl:3:2"))
        .isEqualTo(new WeightedInput("C:/b:c.jsonl", 3, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl:0", "a.jsonl:1:0", "a.jsonl:1.2.3"})
  void rejectsNumbersThatAreNone(String text) {
    assertThatThrownBy(() -> WeightedInput.parse(text))
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining(text + ": a file may be followed by");
  }
}
