package dev.headnote.benchmarks;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** What a report ran on. */
final class Machine {

  /** What matrix kernels are chosen by. */
  private static final String FLAGS = "avx2|fma|avx512.*|avx_vnni.*|amx.*|avx10.*";

  private Machine() {}

  /** Returns what can be found out; what cannot is the text "unknown". */
  static Map<String, Object> describe() {
    Engines.configureSingleThreaded();
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("cpu", line("/proc/cpuinfo", "model name"));
    machine.put("cores", Setting.cores());
    machine.put(
        "cpuFlags",
        Arrays.stream(line("/proc/cpuinfo", "flags").split(" "))
            .filter(flag -> flag.matches(FLAGS))
            .toList());
    machine.put("memory", line("/proc/meminfo", "MemTotal"));
    machine.put("gpus", gpus());
    machine.put("os", line("/etc/os-release", "PRETTY_NAME").replace("\"", ""));
    machine.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    machine.put("architecture", System.getProperty("os.arch"));
    machine.put(
        "jdk", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    machine.put("headnote", version("dev.headnote", "headnote-core"));
    machine.put("djl", Engine.getDjlVersion());
    machine.put("pytorch", Engine.getEngine("PyTorch").getVersion());
    machine.put("onnxRuntime", OrtEnvironment.getEnvironment().getVersion());
    machine.put("langchain4j", version("dev.langchain4j", "langchain4j"));
    return machine;
  }

  static void write(Map<String, Object> machine, Path file) throws IOException {
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), machine);
  }

  private static String line(String file, String key) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .findFirst()
          .map(line -> line.split("[:=]", 2)[1].strip())
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static List<String> gpus() {
    try {
      Process process =
          new ProcessBuilder(
                  "nvidia-smi",
                  "--query-gpu=name,memory.total,driver_version",
                  "--format=csv,noheader")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      List<String> gpus = process.inputReader().lines().toList();
      return process.waitFor() == 0 ? gpus : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static String version(String group, String artifact) {
    String file = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
    try (InputStream in = Machine.class.getResourceAsStream(file)) {
      if (in == null) {
        return "unknown";
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
