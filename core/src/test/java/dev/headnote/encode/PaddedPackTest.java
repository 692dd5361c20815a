package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The layout for a GPU, by hand and by its rules. */
class PaddedPackTest {

  @Test
  void laysOutTokensRowsAndLengths() {
    PaddedPack pack = PaddedPack.of(List.of(new long[] {7, 8}, new long[] {5, 6, 9}));

    assertThat(pack.tokens()).isEqualTo(5);
    assertThat(pack.windows()).isEqualTo(2);
    assertThat(pack.padded()).containsExactly(2, 16);
    assertThat(pack.plan()).hasSize(3 * 5 + 2 * 16 + 2);
    assertThat(part(pack, 0, 5)).containsExactly(7, 8, 5, 6, 9);
    assertThat(part(pack, 5, 10)).as("positions").containsExactly(0, 1, 0, 1, 2);
    assertThat(part(pack, 10, 15)).as("rows of tokens").containsExactly(0, 1, 16, 17, 18);
    assertThat(part(pack, 15, 19)).as("tokens of rows").containsExactly(0, 1, 1, 1);
    assertThat(part(pack, 31, 35)).as("tokens of rows").containsExactly(2, 3, 4, 4);
    assertThat(part(pack, 47, 49)).as("lengths").containsExactly(2, 3);
  }

  @Test
  void makesABucketForEachPaddedLength() {
    PaddedPack pack =
        PaddedPack.of(List.of(new long[16], new long[17], new long[32], new long[33]));

    assertThat(pack.padded()).containsExactly(1, 16, 2, 32, 1, 48);
    assertThat(PaddedPack.of(List.of()).padded()).isEmpty();
  }

  @Test
  void padsByAtMostAThirdOfTheRows() {
    for (int length = 1; length <= 4096; length++) {
      int padded = PaddedPack.paddedLength(length);
      assertThat(padded).isGreaterThanOrEqualTo(length).isGreaterThanOrEqualTo(16);
      assertThat(padded % 16).isZero();
      assertThat(PaddedPack.paddedLength(padded)).isEqualTo(padded);
      if (length > 32) {
        assertThat(3 * (padded - length)).as("length %d", length).isLessThan(padded);
      }
    }
  }

  private static long[] part(PaddedPack pack, int from, int to) {
    return Arrays.copyOfRange(pack.plan(), from, to);
  }
}
