package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Headnote works where there is no network, and tries to reach none: a digest in a JVM of its own,
 * in a network namespace of its own without any interface, loads no class of Java that opens
 * sockets, holds none that native code opened, and the kernel counts no packet.
 */
class OfflineTest {

  /** Not SocketChannelImpl, which JDK 25 loads to copy a file. */
  private static final List<String> NETWORK_CLASSES =
      List.of(
          "java.net.Socket",
          "java.net.DatagramSocket",
          "java.net.InetSocketAddress",
          "sun.nio.ch.Net",
          "sun.net.www.protocol.http.HttpURLConnection",
          "jdk.internal.net.http.HttpClientImpl");

  @TempDir private Path folder;

  @BeforeAll
  static void needsNamespaces() throws Exception {
    boolean can;
    try {
      can = new ProcessBuilder("unshare", "-rn", "true").start().waitFor() == 0;
    } catch (IOException e) {
      can = false;
    }
    Assumptions.assumeTrue(can, "no network namespaces here: unshare -rn fails");
  }

  @Test
  void aTableNeedsNoNetworkAndTriesNone() throws Exception {
    assertOffline("instant");
  }

  @Tag("model")
  @Test
  void aTransformerNeedsNoNetworkAndTriesNone() throws Exception {
    assertOffline("minilm-l6");
  }

  /** Else the tests above could not fail. */
  @Test
  void aConnectionIsNoticed() throws Exception {
    List<String> output = run("instant", "connect");

    assertThat(output.get(output.size() - 1)).startsWith("packets ").isNotEqualTo("packets 0");
    assertThat(loaded()).contains("java.net.Socket");
  }

  private void assertOffline(String model) throws Exception {
    assertThat(run(model)).containsSubsequence("sport", "sockets []", "packets 0");
    assertThat(loaded())
        .contains("dev.headnote.Digest")
        .doesNotContainAnyElementsOf(NETWORK_CLASSES);
  }

  private List<String> run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("unshare", "-rn"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xlog:class+load:file=" + folder.resolve("classes.txt"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(OfflineDigest.class.getName());
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
    return lines;
  }

  /** The classes that the last run loaded. */
  private List<String> loaded() throws IOException {
    return Files.readAllLines(folder.resolve("classes.txt"), StandardCharsets.UTF_8).stream()
        .map(line -> line.replaceFirst("^(\\[[^]]*])+ ", "").split(" ")[0])
        .toList();
  }
}
