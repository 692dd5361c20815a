package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What may be trusted is checked alike by all commands. */
class TrustOptionTest {

  private static final String SHA256 = "A1".repeat(32);

  @TempDir private Path folder;

  @Test
  void refusesWhatIsNoSha256() throws IOException {
    String article = Files.writeString(folder.resolve("article.txt"), "Rain fell.").toString();
    String output = folder.resolve("own").toString();
    for (List<String> call :
        List.of(
            List.of("digest", article),
            List.of("distil", "--teacher", "instant", "--output", output),
            List.of("doctor", "--model", "instant"))) {
      Console console = new Console();
      assertThat(console.run(trusting(call, "A1"))).as(call.get(0)).isEqualTo(2);
      assertThat(console.errors())
          .as(call.get(0))
          .containsExactly("headnote: --trust: a SHA-256 has 64 hexadecimal digits, not A1");
    }
  }

  @Test
  void writesDigitsAsModelsDo() {
    TrustOption option = CommandLine.populateCommand(new TrustOption(), "--trust", SHA256);
    assertThat(option.archives()).containsExactly(SHA256.toLowerCase(Locale.ROOT));
  }

  private static String[] trusting(List<String> call, String sha256) {
    return Stream.concat(call.stream(), Stream.of("--trust", sha256)).toArray(String[]::new);
  }
}
