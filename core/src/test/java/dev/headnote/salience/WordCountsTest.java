package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.salience.WordCounts.Count;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordCountsTest {

  private static Count find(WordCounts counts, String word) {
    return counts.of(WordHash.of(word, 0, word.length()));
  }

  @Test
  void findsEachOfManyWords() {
    Map<String, Count> counts = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      counts.put(Integer.toString(i, 36), new Count(i, i / 3));
    }
    counts.put("élan", new Count(7, 2));
    WordCounts found = WordCounts.of(counts, 5_000, 0.1);

    counts.forEach((word, count) -> assertThat(find(found, word)).isEqualTo(count));
    assertThat(find(found, "ÉLAN")).isEqualTo(new Count(7, 2));
    assertThat(find(found, "unheard")).isEqualTo(new Count(0, 0));
  }

  /** The second time they are remembered. */
  @Test
  void saysOfAPlaceWhatItSaysOfItsCount() {
    Count none = new Count(0, 0);
    WordCounts counts =
        WordCounts.of(Map.of("sea", new Count(3, 1), "sky", new Count(9, 9)), 9, 0.2);
    for (String word : List.of("sea", "sky", "unheard", "sea", "sky", "unheard")) {
      int slot = counts.slot(WordHash.of(word, 0, word.length()));

      assertThat(counts.prior(slot)).isEqualTo(counts.prior(find(counts, word)));
      assertThat(counts.inverseFrequency(slot))
          .isEqualTo(counts.inverseFrequency(find(counts, word)));
    }
    assertThat(counts.inverseFrequencyOfNew())
        .isEqualTo(counts.inverseFrequency(none))
        .isGreaterThan(counts.inverseFrequency(new Count(1, 0)));
  }

  @Test
  void readsWhatItWrote() throws IOException {
    WordCounts counts =
        WordCounts.of(Map.of("sea", new Count(3, 1), "sky", new Count(2, 2)), 9, 0.2);
    byte[] bytes = bytes(counts);
    WordCounts read = WordCounts.read(ByteBuffer.wrap(bytes));

    assertThat(find(read, "sky")).isEqualTo(new Count(2, 2));
    assertThat(bytes(read)).isEqualTo(bytes);
    for (int length = 0; length < bytes.length; length++) {
      ByteBuffer cut = ByteBuffer.wrap(bytes, 0, length);
      assertThatThrownBy(() -> WordCounts.read(cut))
          .isInstanceOfAny(IOException.class, BufferUnderflowException.class);
    }
  }

  @Test
  void rejectsCountsThatCanNotBe() {
    assertThatThrownBy(() -> WordCounts.of(Map.of("sea", new Count(3, 4)), 9, 0.2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WordCounts.of(Map.of("sea", new Count(10, 4)), 9, 0.2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WordCounts.of(Map.of(), 9, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Such a file would take time quadratic in its words. */
  @Test
  void rejectsWordsThatAllLeadToOnePlace() {
    Map<String, Count> counts = new HashMap<>();
    for (int i = 0; counts.size() < 1_010; i++) {
      String word = Integer.toString(i, 36);
      if ((WordHash.of(word, 0, word.length()) & 2047) == 0) {
        counts.put(word, new Count(1, 1));
      }
    }
    assertThatThrownBy(() -> WordCounts.of(counts, 9, 0.2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alike");
  }

  private static byte[] bytes(WordCounts counts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    counts.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
