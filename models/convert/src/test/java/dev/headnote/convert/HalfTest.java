package dev.headnote.convert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfTest {
  @Test
  void everyHalfSurvivesTheWayToFloatAndBack() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      float value = Half.toFloat((short) bits);
      if (Float.isNaN(value)) {
        assertThat(Half.toFloat(Half.fromFloat(value))).isNaN();
      } else {
        assertThat(Half.fromFloat(value)).as("bits %x", bits).isEqualTo((short) bits);
      }
    }
  }

  @Test
  void betweenTwoHalvesTheNearerOneIsTakenAndOnATieTheEvenOne() {
    for (int bits = 0; bits < 0x7bff; bits++) {
      float low = Half.toFloat((short) bits);
      float high = Half.toFloat((short) (bits + 1));
      float middle = (low + high) / 2;
      assertThat(Half.fromFloat(middle)).isEqualTo((short) (bits + (bits & 1)));
      assertThat(Half.fromFloat(Math.nextDown(middle))).isEqualTo((short) bits);
      assertThat(Half.fromFloat(Math.nextUp(middle))).isEqualTo((short) (bits + 1));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 3c00", "-2, c000", "65504, 7bff", "65519, 7bff", "65520, 7c00", "1e30, 7c00"})
  void knownValues(float value, String bits) {
    assertThat(Half.fromFloat(value)).isEqualTo((short) Integer.parseInt(bits, 16));
  }
}
