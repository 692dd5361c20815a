package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordHashTest {

  /** From the authors' list of test vectors, isthe.com/chongo/tech/comp/fnv. */
  @Test
  void isFnv1aOf64Bits() {
    assertThat(WordHash.of("", 0, 0)).isEqualTo(0xcbf29ce484222325L);
    assertThat(WordHash.of("a", 0, 1)).isEqualTo(0xaf63dc4c8601ec8cL);
    assertThat(WordHash.of("foobar", 0, 6)).isEqualTo(0x85944171f73967e8L);
  }

  @Test
  void isTheSameWhateverTheCaseAndThePlace() {
    assertThat(WordHash.of("The STORM.", 4, 9)).isEqualTo(WordHash.of("storm", 0, 5));
    assertThat(WordHash.of("ÜBER", 0, 4)).isEqualTo(WordHash.of("über", 0, 4));
    // The sign for kelvins is a k in lower case.
    assertThat(WordHash.of("\u212aey", 0, 3)).isEqualTo(WordHash.of("key", 0, 3));
    assertThat(WordHash.of("über", 0, 4)).isNotEqualTo(WordHash.of("uber", 0, 4));
  }
}
