package dev.headnote.runner;

import com.sun.management.OperatingSystemMXBean;
import dev.headnote.encode.CpuFeatures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks at the Java, the processor and the memory that the program has. */
final class MachineExamination {

  /** What of a processor's features Headnote or PyTorch has faster code for. */
  private static final List<String> USED =
      List.of("avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_int8", "amx_bf16");

  private MachineExamination() {}

  static List<Finding> findings() {
    return List.of(
        java(),
        processor(CpuFeatures.flags(), Runtime.getRuntime().availableProcessors()),
        memory(),
        temporaryFolder(Path.of(System.getProperty("java.io.tmpdir"))));
  }

  private static Finding java() {
    String version = System.getProperty("java.version");
    String name = System.getProperty("java.vm.name");
    String home = System.getProperty("java.home");
    return Finding.ok(
        "java",
        version + ", " + name + ", in " + home,
        Map.of("version", version, "vm", name, "home", home));
  }

  /**
   * Looks at the processor.
   *
   * @param flags its features; empty if they are not known
   * @param cores how many this process may use
   */
  static Finding processor(Set<String> flags, int cores) {
    List<String> used = USED.stream().filter(flags::contains).toList();
    Map<String, Object> facts = Map.of("cores", cores, "features", used);
    String counted = cores + (cores == 1 ? " core" : " cores");
    if (flags.isEmpty()) {
      return Finding.ok("processor", counted + "; its features are not known", facts);
    }
    if (!used.contains("avx2")) {
      return Finding.warning(
          "processor",
          counted + " without AVX2",
          "take the model instant: transformers are slow on this processor",
          facts);
    }
    return Finding.ok("processor", counted + "; " + String.join(", ", used), facts);
  }

  private static Finding memory() {
    long heap = Runtime.getRuntime().maxMemory();
    // Of the container, where there is one.
    long total =
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    return Finding.ok(
        "memory",
        inMegabytes(total) + ", of which Java's heap takes at most " + inMegabytes(heap),
        Map.of("totalBytes", total, "maxHeapBytes", heap));
  }

  /** Looks at where a model's archive is copied to before it is loaded. */
  static Finding temporaryFolder(Path folder) {
    Map<String, Object> facts = Map.of("folder", folder.toString());
    if (canWrite(folder)) {
      return Finding.ok("temporary folder", folder + " can be written", facts);
    }
    return Finding.warning(
        "temporary folder",
        folder + " cannot be written, so that models are loaded by way of the heap",
        "give another: HEADNOTE_OPTS=-Djava.io.tmpdir=FOLDER",
        facts);
  }

  /** Tries it, as permissions do not tell of file systems that are read-only or full. */
  static boolean canWrite(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, ".headnote", ""));
      return true;
    } catch (IOException | SecurityException e) {
      return false;
    }
  }

  static String inMegabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", bytes >> 20);
  }
}
