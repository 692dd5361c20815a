package dev.headnote.text.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line says of itself. */
class PlainLineTest {

  @ParameterizedTest
  @CsvSource({
    "in 2021, true",
    "company 01920745 of 2021, true",
    "company 01920745, false",
    "in 1898, false",
    "'', false"
  })
  void findsAYearBehindALongerNumber(String line, boolean expected) {
    assertThat(PlainLine.hasYear(line)).isEqualTo(expected);
  }
}
