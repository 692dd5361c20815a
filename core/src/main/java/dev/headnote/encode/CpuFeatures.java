package dev.headnote.encode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What the processor that this JVM runs on can do. */
final class CpuFeatures {

  private CpuFeatures() {}

  /** Whether it multiplies bfloat16 in hardware; false where this can't be told. */
  static boolean hasBfloat16() {
    // Linux lists the features of each core; the JVM has no call for them.
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      Set<String> flags =
          lines
              .filter(line -> line.startsWith("flags"))
              .findFirst()
              .map(line -> Arrays.stream(line.split("\\s+")).collect(Collectors.toSet()))
              .orElse(Set.of());
      return flags.contains("avx512_bf16") || flags.contains("amx_bf16");
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
