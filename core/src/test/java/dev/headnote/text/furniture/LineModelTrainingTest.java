package dev.headnote.text.furniture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.text.SharedData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Trains the shipped model of lines again. Needs the development data; takes a minute.
 *
 * <p>From the project's root, {@code mvn test -pl core -am -Dtest=LineModelTrainingTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dgroups=quality -DexcludedGroups=}; it writes the model
 * to {@code core/target/lines.model}, from where a new one is copied to the resources.
 */
@Tag("quality")
class LineModelTrainingTest {

  private static final List<String> COPIES =
      List.of(
          "copied-tuning.txt",
          "copied-judging.txt",
          "copied-tuning-2.txt",
          "copied-tuning-3.txt",
          "copied-tuning-4.txt",
          "copied-tuning-5.txt",
          "copied-training.txt",
          "copied-training-2.txt",
          "copied-fresh.txt",
          "copied-sixth.txt");

  @Test
  void givesTheShippedModel() throws IOException {
    LineModel trained = LineModelTrainer.train(COPIES, SharedData.path("data"));
    Path file = Path.of("target", "lines.model");
    try (OutputStream out = Files.newOutputStream(file)) {
      trained.write(out);
    }

    try (var shipped = LineModel.class.getResourceAsStream("lines.model")) {
      assertThat(Files.readAllBytes(file)).isEqualTo(shipped.readAllBytes());
    }
  }
}
