package dev.headnote.examples.jbang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the file by JBang, as it stands: what this build made is installed into a repository under
 * the version that its release will have. Other libraries come from the local repository; nothing
 * is fetched from a network.
 */
class DigestFilesTest {

  private static final Path ROOT = Path.of(System.getProperty("headnote.root"));
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final String BUILT = System.getProperty("headnote.version");
  private static final String RELEASED = BUILT.replace("-SNAPSHOT", "");

  @TempDir Path folder;

  @Test
  void digestsFilesInTheirOrder() throws Exception {
    install("headnote-parent", "pom.xml");
    install("headnote-bom", "bom/pom.xml");
    install("headnote-models", "models/pom.xml");
    installJar("headnote-core", "core");
    installJar("headnote-model-instant", "models/instant");

    // What its launcher runs then.
    String command =
        run(
            JAVA,
            "-cp",
            System.getProperty("java.class.path"),
            "dev.jbang.Main",
            "run",
            "--repos",
            "local=" + Path.of(System.getProperty("repository")).toUri(),
            "DigestFiles.java",
            ROOT.resolve("seeds/storm-warning.txt").toString(),
            ROOT.resolve("seeds/cup-final.txt").toString());
    assertThat(command).contains("headnote-core-" + RELEASED + ".jar");
    String printed = run("sh", "-c", command);

    assertThat(printed)
        .startsWith("Amber wind warning for west coast as Storm Ottoline nears\n- weather\n")
        .containsSubsequence("Ten-woman Calder Rovers win cup", "- sport");
  }

  private void installJar(String artifact, String module) throws IOException {
    Path jar = ROOT.resolve(module).resolve("target/" + artifact + "-" + BUILT + ".jar");
    assumeTrue(Files.exists(jar), jar + " is made by mvn package");
    Files.copy(jar, install(artifact, module + "/pom.xml").resolve(jar(artifact)));
  }

  private static String jar(String artifact) {
    return artifact + "-" + RELEASED + ".jar";
  }

  /** Returns the folder that the artifact's files belong to. */
  private Path install(String artifact, String pom) throws IOException {
    Path to = folder.resolve("repository/dev/headnote").resolve(artifact).resolve(RELEASED);
    Files.createDirectories(to);
    Files.writeString(
        to.resolve(jar(artifact).replace(".jar", ".pom")),
        Files.readString(ROOT.resolve(pom)).replace(BUILT, RELEASED));
    return to;
  }

  /** Returns what a command prints to its standard output. */
  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JBANG_DIR", folder.resolve("jbang").toString());
    builder.environment().put("JBANG_REPO", folder.resolve("repository").toString());
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    // JBang ends with 255 if its launcher is to run what it printed.
    assertThat(process.waitFor()).as(printed).isIn(0, 255);
    return printed;
  }
}
