package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Assumptions;

/** A real browser, without a window, that shows pages and tells what became of them. */
final class Browser {

  private static final List<String> PROGRAMS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private static final List<String> OPTIONS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--virtual-time-budget=2000");

  private final String program;
  private final Path folder;

  private Browser(String program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * Finds one; skips the test, saying so, if there is none.
   *
   * @param folder an empty one, for what a browser keeps
   */
  static Browser in(Path folder) {
    return PROGRAMS.stream()
        .filter(program -> Files.isExecutable(Path.of(program)))
        .findFirst()
        .map(program -> new Browser(program, folder))
        .orElseGet(() -> Assumptions.abort("no browser here: install chromium"));
  }

  /** The page after its scripts, if they may run, have run. */
  Document show(String page) throws IOException, InterruptedException {
    Path file = Files.writeString(Files.createTempFile(folder, "page", ".html"), page);
    Path profile = Files.createTempDirectory(folder, "profile");
    Path output = Files.createTempFile(folder, "dom", ".html");
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(OPTIONS);
    command.addAll(List.of("--user-data-dir=" + profile, "--dump-dom", file.toUri().toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    return Jsoup.parse(Files.readString(output, StandardCharsets.UTF_8));
  }
}
