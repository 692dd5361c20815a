package dev.headnote.examples.jbang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the file as JBang does, by Java's launcher of single files, with this class path. */
class DigestFilesTest {

  private static final Path FILE = Path.of("DigestFiles.java");
  private static final Path ROOT = Path.of(System.getProperty("headnote.root"));

  @Test
  void digestsFilesInTheirOrder() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                FILE.toString(),
                ROOT.resolve("seeds/storm-warning.txt").toString(),
                ROOT.resolve("seeds/cup-final.txt").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(printed)
        .startsWith("Amber wind warning for west coast as Storm Ottoline nears\n- weather\n")
        .containsSubsequence("Ten-woman Calder Rovers win cup", "- sport");
  }

  /** What it asks for is what it was run with, as its release will be called. */
  @Test
  void namesTheReleaseOfThisVersion() throws IOException {
    String release = System.getProperty("headnote.version").replace("-SNAPSHOT", "");
    List<String> dependencies =
        Files.readAllLines(FILE).stream().filter(line -> line.startsWith("//DEPS")).toList();
    assertThat(dependencies)
        .containsExactly(
            "//DEPS dev.headnote:headnote-core:" + release,
            "//DEPS dev.headnote:headnote-model-instant:" + release);
  }
}
