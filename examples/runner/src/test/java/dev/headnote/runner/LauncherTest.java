package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the jar, with a Java that tells how it was called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final String TELLS =
      "#!/bin/sh\nfor word in \"$@\"; do echo \"<$word>\"; done\nexit 3\n";

  @TempDir private Path folder;
  private Path program = Path.of("");
  private Path jar = Path.of("");

  /** What a run of the script led to. */
  private record Run(int exit, List<String> out, String errors) {}

  @BeforeEach
  void install() throws IOException {
    Path home = Files.createDirectories(folder.toRealPath().resolve("a b/headnote"));
    program = home.resolve("headnote");
    Files.copy(Path.of("src/main/scripts/headnote"), program);
    executable(program);
    jar = Files.createFile(home.resolve("headnote.jar"));
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Makes a folder that looks like a Java's. */
  private Path java(String name, String release, String script) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    if (!release.isEmpty()) {
      Files.writeString(home.resolve("release"), release);
    }
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, script);
    executable(java);
    return home;
  }

  private Path java17() throws IOException {
    return java("17", "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"17.0.15\"\nOS=\"Linux\"\n", TELLS);
  }

  private Run run(Path script, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("/bin/sh", script.toString()));
    words.addAll(List.of(args));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readAllLines(out), Files.readString(err));
  }

  /** The launcher's own options come first, so that the user's win. */
  private static List<String> withOwnOptions(String... others) {
    return Stream.concat(
            Stream.of(
                "<-XX:Tier4InvocationThreshold=50000>",
                "<-XX:Tier4MinInvocationThreshold=6000>",
                "<-XX:Tier4CompileThreshold=150000>",
                "<-XX:Tier4BackEdgeThreshold=400000>"),
            Stream.of(others))
        .toList();
  }

  @Test
  void startsTheJarBesideItAndPassesAllOn() throws Exception {
    Run run = run(program, Map.of("JAVA_HOME", java17().toString()), "clean", "a b*", "", "$x\\");
    assertThat(run.out())
        .isEqualTo(withOwnOptions("<-jar>", "<" + jar + ">", "<clean>", "<a b*>", "<>", "<$x\\>"));
    assertThat(run.errors()).isEmpty();
    assertThat(run.exit()).isEqualTo(3);
  }

  /** The JVM would read a file of its own as standard input, and crash when that is closed. */
  @Test
  void opensStandardInputIfItIsClosed() throws Exception {
    String reads = "#!/bin/sh\n{ true 3<&0; } 2> /dev/null && echo open\n";
    Map<String, String> environment = Map.of("JAVA_HOME", java("17", "", reads).toString());
    Path closing = folder.resolve("closing");
    Files.writeString(closing, "exec /bin/sh '" + program + "' \"$@\" <&-\n");
    Run run = run(closing, environment, "sentences", "-");
    assertThat(run.out()).containsExactly("open");
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void followsLinksToItself() throws Exception {
    Path links = Files.createDirectories(folder.resolve("links"));
    Path absolute = Files.createSymbolicLink(links.resolve("one"), program);
    Path relative = Files.createSymbolicLink(links.resolve("two"), Path.of("one"));
    Map<String, String> environment = Map.of("JAVA_HOME", java17().toString());
    List<String> expected = withOwnOptions("<-jar>", "<" + jar + ">");
    assertThat(run(absolute, environment).out()).isEqualTo(expected);
    assertThat(run(relative, environment).out()).isEqualTo(expected);
  }

  @Test
  void takesOptionsForTheJvmAsWords() throws Exception {
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME",
            java17().toString(),
            "JAVA_OPTS",
            "-Xmx1g -Da=*",
            "HEADNOTE_OPTS",
            "-Xmx2g");
    assertThat(run(program, environment, "x").out())
        .containsExactlyElementsOf(
            withOwnOptions("<-Xmx1g>", "<-Da=*>", "<-Xmx2g>", "<-jar>", "<" + jar + ">", "<x>"));
  }

  @Test
  void findsJavaInThePath() throws Exception {
    Path links = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(links.resolve("java"), java17().resolve("bin/java"));
    assertThat(run(program, Map.of("PATH", links + ":/usr/bin:/bin"), "x").out()).contains("<x>");
  }

  @Test
  void saysThatThereIsNoJava() throws Exception {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : List.of("dirname", "readlink", "sed")) {
      String script = "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n";
      executable(Files.writeString(tools.resolve(tool), script));
    }
    Run none = run(program, Map.of("PATH", tools.toString()), "x");
    assertThat(none.errors())
        .isEqualTo(
            "headnote: there is no Java; install Java 17 or later, or set JAVA_HOME to one\n");
    assertThat(none.exit()).isEqualTo(1);

    Run wrong = run(program, Map.of("JAVA_HOME", folder.toString()), "x");
    assertThat(wrong.errors()).startsWith("headnote: JAVA_HOME is " + folder);
    assertThat(wrong.exit()).isEqualTo(1);
  }

  @Test
  void refusesAnOlderJava() throws Exception {
    Path eleven = java("11", "JAVA_VERSION=\"11.0.2\"\n", TELLS);
    Path eight =
        java("8", "", "#!/bin/sh\necho 'java version \"1.8.0_392\"' >&2\necho 'Java(TM) SE' >&2\n");
    for (Path old : List.of(eleven, eight)) {
      Run run = run(program, Map.of("JAVA_HOME", old.toString()), "x");
      assertThat(run.errors())
          .startsWith("headnote: " + old + "/bin/java is Java 1")
          .contains("; Java 17 or later is needed");
      assertThat(run.out()).isEmpty();
      assertThat(run.exit()).isEqualTo(1);
    }
  }

  @Test
  void triesAJavaOfUnknownVersion() throws Exception {
    Path odd = java("odd", "", TELLS);
    assertThat(run(program, Map.of("JAVA_HOME", odd.toString()), "x").out()).contains("<x>");
  }

  @Test
  void usesTheArchiveBesideTheJar() throws Exception {
    Path archive = Files.createFile(jar.resolveSibling("headnote.jsa"));
    assertThat(run(program, Map.of("JAVA_HOME", java17().toString()), "x").out())
        .isEqualTo(
            withOwnOptions(
                "<-Xlog:disable>",
                "<-XX:SharedArchiveFile=" + archive + ">",
                "<-jar>",
                "<" + jar + ">",
                "<x>"));
  }

  @Test
  void saysThatTheJarIsMissing() throws Exception {
    Files.delete(jar);
    Run run = run(program, Map.of("JAVA_HOME", java17().toString()), "x");
    assertThat(run.errors()).contains(jar + ": is missing; keep this script");
    assertThat(run.exit()).isEqualTo(1);
  }
}
