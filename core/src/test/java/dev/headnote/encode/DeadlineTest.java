package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

  @ParameterizedTest
  @CsvSource({"PT30M, 1800", "PT0.05S, 0.05", "PT0.0005S, 0.0005", "PT0.000000001S, 0.000000001"})
  void saysHowLongItWas(Duration time, String seconds) {
    assertThat(Deadline.after(time).exceeded())
        .hasMessage(
            "the article takes longer than "
                + seconds
                + " seconds; divide it, or raise the limit of time");
  }
}
