package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the list of models says of their quality is what the README's table says. */
class MeasuredTest {

  @ParameterizedTest
  @CsvSource({"instant,0", "minilm-l6,1", "e5-small,2", "bge-small,3"})
  void isTheMeanOfTheReadmesColumn(String model, int column) throws IOException {
    Measured measured = Measured.of(model);
    assertThat(measured).isNotNull();
    assertThat(measured.accuracy())
        .isCloseTo(mean("| zero-shot accuracy, ", 4, column), within(.00051));
    assertThat(measured.rouge1()).isCloseTo(mean("| ROUGE-1 of ", 3, column), within(.051));
  }

  /** Of whole digests on two cores; the README has no column for bge-small. */
  @ParameterizedTest
  @CsvSource({"instant,0", "minilm-l6,1", "e5-small,2"})
  void isAsManyTimesAsFastAsInTheReadme(String model, int column) throws IOException {
    double ofDefault = mean("| Headnote, as it comes |", 1, 2);
    assertThat(Measured.of(model).speed())
        .isCloseTo(mean("| Headnote, as it comes |", 1, column) / ofDefault, withinPercentage(2));
  }

  /** To the digit, so that one of the two is not taken for an error. */
  @ParameterizedTest
  @ValueSource(strings = {"instant", "minilm-l6", "e5-small", "bge-small"})
  void isWhatTheTableOfQualityShows(String model) throws IOException {
    List<String> rows =
        Files.readAllLines(Documentation.ROOT.resolve("docs/quality.md")).stream()
            .filter(
                line -> line.matches("\\| (\\*\\*)?" + model + "(\\*\\*)? \\|( \\.\\d{3} \\|){5}"))
            .toList();
    assertThat(rows).isNotEmpty();
    assertThat(rows.get(0))
        .endsWith(
            String.format(Locale.ROOT, "| %.3f |", Measured.of(model).accuracy())
                .replace("0.", "."));
  }

  private static double mean(String row, int rows, int column) throws IOException {
    List<String> table =
        Files.readAllLines(Documentation.ROOT.resolve("README.md")).stream()
            .filter(line -> line.startsWith(row))
            .toList();
    assertThat(table).hasSize(rows);
    return table.stream()
        .mapToDouble(
            line -> Double.parseDouble(line.split("\\|")[column + 2].strip().replace(",", "")))
        .average()
        .orElseThrow();
  }
}
