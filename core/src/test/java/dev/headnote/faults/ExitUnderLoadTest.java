package dev.headnote.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.faults.ForkedJvm.Started;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * A process that is told to end while it encodes ends as it was told, and not by a crash of the
 * engine.
 */
@Tag("model")
@Timeout(120)
@EnabledOnOs({OS.LINUX, OS.MAC})
class ExitUnderLoadTest {

  private static final int SIGTERM = 15;

  @Test
  void endsBySigterm() throws Exception {
    Started program =
        new ForkedJvm()
            .option("-Dheadnote.exit.grace=1")
            .option("-XX:ErrorFile=/dev/null")
            .start(DigestForEver.class, "minilm-l6");
    Process process = program.process();
    try {
      while (process.isAlive() && Files.size(program.out()) == 0) {
        Thread.sleep(50);
      }
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(Files.readString(program.out())).doesNotContain("SIGSEGV");
      assertThat(process.exitValue()).isEqualTo(128 + SIGTERM);
    } finally {
      process.destroyForcibly();
      Files.delete(program.out());
    }
  }
}
