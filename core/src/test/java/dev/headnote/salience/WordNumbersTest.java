package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordNumbersTest {

  @Test
  void numbersAsAMapOfStringsWould() {
    Random random = new Random(7);
    Map<String, Integer> expected = new HashMap<>();
    WordNumbers numbers = new WordNumbers();
    for (int i = 0; i < 20_000; i++) {
      String word = Integer.toString(random.nextInt(9_000), 36);
      int number = expected.computeIfAbsent(word, w -> expected.size());
      assertThat(numbers.add(WordHash.of(word, 0, word.length()))).isEqualTo(number);
    }
    expected.forEach(
        (word, number) ->
            assertThat(numbers.find(WordHash.of(word, 0, word.length()))).isEqualTo(number));
    assertThat(numbers.find(WordHash.of("zzzzz", 0, 5))).isEqualTo(WordNumbers.UNKNOWN);
  }

  @Test
  void tellsHashesApartThatDifferInTheirHighestBitsAlone() {
    WordNumbers numbers = new WordNumbers();
    for (int i = 0; i < 3_000; i++) {
      assertThat(numbers.add((long) i << 52)).isEqualTo(i);
    }
  }
}
