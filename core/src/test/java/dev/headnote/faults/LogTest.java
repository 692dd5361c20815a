package dev.headnote.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a digest logs. */
@Tag("model")
class LogTest {

  private static final Pattern OURS_ABOVE_DEBUG =
      Pattern.compile("(INFO|WARN|ERROR) dev\\.headnote.*");

  @Test
  void logsNothingOfATextAndNothingOfItsOwnAboveDebug() throws Exception {
    List<String> lines =
        new ForkedJvm()
            .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace")
            .withErrors()
            .run(DigestOnce.class, "minilm-l6");
    assertThat(lines).as("logging is on").anyMatch(line -> line.contains("DEBUG ai.djl"));
    assertThat(lines)
        .filteredOn(line -> !line.startsWith("DIGEST"))
        .noneMatch(line -> line.contains("council") || line.contains("budget"))
        .noneMatch(line -> OURS_ABOVE_DEBUG.matcher(line).find());
  }
}
