package dev.headnote.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headnote.Article;
import dev.headnote.Headnote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * An engine that can't start says why and what to do, and what a failed start has left keeps no
 * later one from starting.
 *
 * <pre>
 * mvn test -pl core -am -DexcludedGroups= -Dtest=StartFaultsTest
 *   -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@Tag("model")
class StartFaultsTest {

  private static final String MODEL = "minilm-l6";
  private static final String NATIVES = "pytorch-native-cpu";
  private static final String CACHE = "DJL_CACHE_DIR";

  private static String expected;

  @TempDir private Path folder;

  @BeforeAll
  static void digest() {
    try (Headnote headnote = Headnote.builder().model(MODEL).build()) {
      expected = DigestOnce.line(headnote.digest(Article.of(DigestOnce.TEXT)));
    }
  }

  @Test
  void saysThatTheNativeLibraryIsMissing() throws Exception {
    List<String> lines =
        new ForkedJvm()
            .without(NATIVES)
            .environment(CACHE, folder.toString())
            .run(DigestOnce.class, MODEL);
    assertThat(lines.get(0))
        .startsWith("ENGINE_UNAVAILABLE PyTorch cannot start: ")
        .contains("no " + NATIVES + " is on the class path")
        .contains("classifier linux-x86_64");
  }

  @Test
  void saysThatTheNativeLibraryIsOfAnotherPlatform() throws Exception {
    List<String> lines =
        new ForkedJvm()
            .option("-Dos.arch=aarch64")
            .environment(CACHE, folder.toString())
            .run(DigestOnce.class, MODEL);
    assertThat(lines.get(0))
        .startsWith("ENGINE_UNAVAILABLE PyTorch cannot start: ")
        .contains("is of linux-x86_64, and this JVM's platform is linux-aarch64")
        .contains("classifier linux-aarch64");
  }

  @Test
  void saysThatTheCacheIsNoFolder() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    List<String> lines =
        new ForkedJvm().environment(CACHE, file.toString()).run(DigestOnce.class, MODEL);
    assertThat(lines.get(0))
        .startsWith("ENGINE_UNAVAILABLE PyTorch cannot start: ")
        .contains(file.toString())
        .contains(CACHE);
  }

  /** A file system of its own: 50 MB, then enough, then read-only, then new. */
  @Test
  @Tag("soak")
  @EnabledOnOs(OS.LINUX)
  void startsOnceTheCacheHasRoom() throws Exception {
    assumeMounts();
    String digest = new ForkedJvm().option("-Xmx512m").command(DigestOnce.class, MODEL);
    List<String> lines =
        shell(
            "mount -t tmpfs -o size=50m none \"$0\" && export DJL_CACHE_DIR=\"$0\"",
            digest,
            "mount -o remount,size=2g \"$0\"",
            digest,
            "mount -o remount,ro \"$0\"",
            digest,
            "umount \"$0\" && mount -t tmpfs -o ro none \"$0\"",
            digest);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).contains("ENGINE_UNAVAILABLE", "No space left on device", CACHE);
    assertThat(lines.get(1)).as("with room").isEqualTo(expected);
    assertThat(lines.get(2)).as("read-only, but filled").isEqualTo(expected);
    assertThat(lines.get(3)).contains("ENGINE_UNAVAILABLE", "Read-only file system", CACHE);
  }

  /** The archive is then read from memory. */
  @Test
  void needsNoTemporaryFolder() throws Exception {
    List<String> lines =
        new ForkedJvm()
            .option("-Djava.io.tmpdir=" + folder.resolve("none"))
            .run(DigestOnce.class, MODEL);
    assertThat(lines).containsExactly(expected);
  }

  @Test
  @Tag("soak")
  void twoStartAtOnceOnAnEmptyCache() throws Exception {
    ForkedJvm jvm = new ForkedJvm().environment(CACHE, folder.resolve("cache").toString());
    ForkedJvm.Started one = jvm.start(DigestOnce.class, MODEL);
    ForkedJvm.Started other = jvm.start(DigestOnce.class, MODEL);
    assertThat(one.lines()).containsExactly(expected);
    assertThat(other.lines()).containsExactly(expected);
  }

  private List<String> shell(String... commands) throws IOException, InterruptedException {
    String script = "set -e\n" + String.join("\n", commands);
    return ForkedJvm.start(List.of("unshare", "-rm", "sh", "-c", script, folder.toString()))
        .lines();
  }

  private static void assumeMounts() throws IOException, InterruptedException {
    boolean works = false;
    try {
      Process process = new ProcessBuilder("unshare", "-rm", "true").start();
      works = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      // There is no such program.
    }
    assumeTrue(works, "this user may not mount file systems of its own");
  }
}
