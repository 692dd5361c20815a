package dev.headnote.text.chars;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineIndexTest {

  @ParameterizedTest
  @CsvSource({
    "It rained.[21], .",
    "It rained.[2][a][citation needed], .",
    "It rained (a lot).[3], .",
    "Voice[edit], e",
    "He wrote it [sic], c",
    "[21], 1"
  })
  void looksForALinesEndBeforeItsReferences(String line, char expected) {
    assertThat(new LineIndex(new ClassedText(line)).lastWeighty(0)).isEqualTo(expected);
  }
}
