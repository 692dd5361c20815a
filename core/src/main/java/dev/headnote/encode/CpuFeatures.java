package dev.headnote.encode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What the processor that this JVM runs on can do. */
public final class CpuFeatures {

  private CpuFeatures() {}

  /** Whether it multiplies bfloat16 in hardware; false where this can't be told. */
  static boolean hasBfloat16() {
    Set<String> flags = flags();
    return flags.contains("avx512_bf16") || flags.contains("amx_bf16");
  }

  /** Whether it has AVX512 as servers have it; false where this can't be told. */
  static boolean hasAvx512() {
    return flags().containsAll(Set.of("avx512f", "avx512bw", "avx512vl"));
  }

  /** The features, in the names that Linux gives them; empty where this can't be told. */
  public static Set<String> flags() {
    // Linux lists the features of each core; the JVM has no call for them.
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> Arrays.stream(line.split("\\s+")).collect(Collectors.toSet()))
          .orElse(Set.of());
    } catch (IOException | RuntimeException e) {
      return Set.of();
    }
  }
}
