package dev.headnote.text.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AffixesTest {

  @Test
  void returnsTheFirstPhraseInTheOrderGiven() {
    Affixes starts = Affixes.atStart(List.of("read more", "read", "re", "see"));
    assertThat(starts.of("read more here", 0)).isEqualTo("read more");
    assertThat(starts.of("reading", 0)).isEqualTo("read");
    assertThat(starts.of("* see also", 2)).isEqualTo("see");
    assertThat(starts.of("* see also", 0)).isNull();
    assertThat(starts.of("se", 0)).isNull();
    assertThat(starts.of("r", 0)).isNull();
  }

  @Test
  void findsPhrasesAtTheEnd() {
    Affixes ends = Affixes.atEnd(List.of("/afp", "getty images"));
    assertThat(ends.isIn("A bridge. Getty images/afp")).isTrue();
    assertThat(ends.isIn("a bridge by getty images")).isTrue();
    assertThat(ends.isIn("getty images of a bridge")).isFalse();
    assertThat(ends.isIn("fp")).isFalse();
  }
}
