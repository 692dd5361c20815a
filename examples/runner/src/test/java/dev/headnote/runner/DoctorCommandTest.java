package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.encode.ModelCard;
import dev.headnote.encode.ModelFiles;
import dev.headnote.encode.NativeLibrary;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An installation that is well, and such as have one fault each. */
@Tag("model")
class DoctorCommandTest {

  private static final NativeLibrary HERE =
      new NativeLibrary("pytorch-native-cpu", "2.7.1", NativeLibrary.thisPlatform());

  private final Console console = new Console();
  @TempDir private Path folder;

  /** The instant model's files, in a folder. */
  private Path instant() throws IOException {
    Path model = Files.createDirectories(folder.resolve("own"));
    ModelCard card = ModelFiles.named("instant").card();
    for (String file : List.of("model.json", card.weightsFile(), card.tokenizerFile())) {
      try (InputStream in =
          Objects.requireNonNull(
              ModelFiles.class.getResourceAsStream("/dev/headnote/models/instant/" + file))) {
        Files.copy(in, model.resolve(file));
      }
    }
    return model;
  }

  private static JsonNode finding(String json, String subject) throws IOException {
    for (JsonNode finding : new ObjectMapper().readTree(json).get("findings")) {
      if (finding.get("subject").textValue().equals(subject)) {
        return finding;
      }
    }
    throw new AssertionError(subject + " is not in " + json);
  }

  @Test
  void findsAllWell() throws IOException {
    assertThat(console.run("doctor", "--model", "instant", "--model", instant().toString()))
        .isZero();
    assertThat(console.output())
        .contains("java\n    " + System.getProperty("java.version"))
        .contains("processor\n", "memory\n", "model instant\n    12 MB", "digest with instant\n")
        .contains("int8 on cpu", "All is well.")
        .doesNotContain("engine", "\u001B");
    assertThat(console.errors()).isEmpty();
  }

  @Test
  void tellsAProgram() throws IOException {
    assertThat(console.run("doctor", "--model", "instant", "--format", "json")).isZero();
    String json = console.output();
    assertThat(new ObjectMapper().readTree(json).get("fine").booleanValue()).isTrue();
    assertThat(finding(json, "processor").at("/facts/cores").intValue()).isPositive();
    assertThat(finding(json, "model instant").at("/facts/weightsSha256").textValue()).hasSize(64);
    assertThat(finding(json, "digest with instant").at("/facts/precision").textValue())
        .isEqualTo("int8");
    assertThat(finding(json, "digest with instant").get("state").textValue()).isEqualTo("ok");
  }

  /** Of the table the last byte is missing, or one is another; or there is none. */
  @Test
  void seesThatAModelIsDamaged() throws IOException {
    Path model = instant();
    Path table = model.resolve(ModelFiles.named("instant").card().weightsFile());
    byte[] whole = Files.readAllBytes(table);
    byte[] other = whole.clone();
    other[whole.length / 2]++;
    for (byte[] content : List.of(Arrays.copyOf(whole, whole.length - 1), other, new byte[0])) {
      Files.write(table, content);
      Console run = new Console();
      assertThat(run.run("doctor", "--model", model.toString(), "--format", "json")).isEqualTo(1);
      JsonNode finding = finding(run.output(), "model " + model);
      assertThat(finding.get("state").textValue()).isEqualTo("problem");
      assertThat(finding.get("message").textValue()).contains("SHA-256", table.getFileName() + "");
      assertThat(finding.get("action").textValue()).contains("install the model again");
    }
    Files.delete(table);
    assertThat(console.run("doctor", "--model", model.toString(), "--model", "instant"))
        .isEqualTo(1);
    assertThat(console.output())
        .contains("model " + model + ": PROBLEM", "What to do:", "1 problem, 0 warnings.")
        // The others are looked at all the same.
        .contains("digest with instant\n");
  }

  @Test
  void seesThatThereIsNoSuchModel() throws IOException {
    assertThat(console.run("doctor", "--model", "nope", "--format", "json")).isEqualTo(1);
    assertThat(finding(console.output(), "model nope").at("/facts/code").textValue())
        .isEqualTo("MODEL_NOT_FOUND");
  }

  @Test
  void seesThatTheEngineIsMissingOrOfAnotherPlatform() {
    assertThat(EngineExamination.findings(Map.of(), List.of(), folder))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.state()).isEqualTo(Finding.State.PROBLEM);
              assertThat(finding.message()).contains("no pytorch-native-cpu");
              assertThat(finding.action()).contains("classifier " + HERE.platform());
            });
    NativeLibrary other = new NativeLibrary("pytorch-native-cpu", "2.7.1", "plan9-mips");
    assertThat(EngineExamination.findings(Map.of(), List.of(other), folder))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("2.7.1 is for plan9-mips"));
  }

  @Test
  void looksAtALibraryOfOnesOwn() {
    assertThat(
            EngineExamination.findings(
                Map.of("PYTORCH_LIBRARY_PATH", folder.toString()), List.of(), folder))
        .allMatch(finding -> finding.state() == Finding.State.OK);
    assertThat(
            EngineExamination.findings(
                Map.of("PYTORCH_LIBRARY_PATH", folder + "/none"), List.of(), folder))
        .allMatch(finding -> finding.state() == Finding.State.PROBLEM);
  }

  private static Finding cache(Path cache) {
    return EngineExamination.findings(Map.of(), List.of(HERE), cache).get(1);
  }

  @Test
  void seesWhetherTheCacheCanBeUsed() throws IOException {
    assertThat(cache(folder.resolve("not/yet")).state()).isEqualTo(Finding.State.OK);
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(cache(file.resolve("pytorch")).state()).isEqualTo(Finding.State.PROBLEM);
    assertThat(cache(file.resolve("pytorch")).message()).isEqualTo(file + " is no folder");
    assertThat(cache(file.resolve("pytorch")).action()).contains("DJL_CACHE_DIR");

    Path filled = folder.resolve("filled");
    Files.createDirectories(filled.resolve("2.7.1-20250812-cpu-" + HERE.platform()));
    assertThat(cache(filled).message()).contains("holds the libraries, unpacked");
  }

  /** Not even root may write there. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void seesThatTheCacheIsReadOnly() {
    assertThat(cache(Path.of("/proc/headnote")).state()).isEqualTo(Finding.State.PROBLEM);
    assertThat(cache(Path.of("/proc/headnote")).message()).isEqualTo("/proc cannot be written");
    assertThat(MachineExamination.temporaryFolder(Path.of("/proc")).state())
        .isEqualTo(Finding.State.WARNING);
  }

  @Test
  void warnsOfAProcessorThatIsSlow() {
    Finding old = MachineExamination.processor(Set.of("sse2"), 1);
    assertThat(old.state()).isEqualTo(Finding.State.WARNING);
    assertThat(old.message()).isEqualTo("1 core without AVX2");
    Finding unknown = MachineExamination.processor(Set.of(), 4);
    assertThat(unknown.state()).isEqualTo(Finding.State.OK);
    Finding server = MachineExamination.processor(Set.of("avx2", "amx_bf16", "sse2"), 4);
    assertThat(server.message()).isEqualTo("4 cores; avx2, amx_bf16");
  }

  /**
   * A process of its own, without the library and with a cache that is none.
   *
   * <pre>
   * mvn test -pl examples/runner -am -Dgroups=soak -DexcludedGroups= -Dtest=DoctorCommandTest
   *   -Dsurefire.failIfNoSpecifiedTests=false
   * </pre>
   */
  @Test
  @Tag("soak")
  void goesOnWhereTheEngineCanNotStart() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("pytorch-native-cpu"))
            .collect(Collectors.joining(File.pathSeparator));
    String json = doctor(classPath, file);
    assertThat(finding(json, "engine").get("state").textValue()).isEqualTo("problem");
    assertThat(finding(json, "model minilm-l6").get("state").textValue()).isEqualTo("ok");
    assertThat(finding(json, "digest with minilm-l6").at("/facts/code").textValue())
        .isEqualTo("ENGINE_UNAVAILABLE");
    assertThat(finding(json, "digest with instant").get("state").textValue()).isEqualTo("ok");

    String whole = doctor(System.getProperty("java.class.path"), file);
    assertThat(finding(whole, "engine").get("state").textValue()).isEqualTo("ok");
    assertThat(finding(whole, "engine cache").get("message").textValue())
        .isEqualTo(file + " is no folder");
    assertThat(finding(whole, "digest with minilm-l6").get("message").textValue())
        .contains(file.toString());
  }

  private String doctor(String classPath, Path cache) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    java,
                    "-cp",
                    classPath,
                    Main.class.getName(),
                    "doctor",
                    "--format",
                    "json",
                    "--model",
                    "minilm-l6",
                    "--model",
                    "instant"))
            .redirectOutput(out.toFile());
    builder.environment().put("DJL_CACHE_DIR", cache.toString());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    return Files.readString(out);
  }
}
