package dev.headnote.encode;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says, in one line, why PyTorch can't start and what to do. */
final class NoEngine {

  private NoEngine() {}

  /**
   * @param problem what PyTorch or its library's loading reported
   * @param platform this JVM's, such as linux-x86_64
   * @param environment the environment's variables
   * @param onClassPath the builds of PyTorch on the class path
   */
  static String message(
      String problem,
      String platform,
      Map<String, String> environment,
      List<NativeLibrary> onClassPath) {
    String start = "PyTorch cannot start: ";
    if (environment.get("PYTORCH_LIBRARY_PATH") != null) {
      return start
          + problem
          + ". Do PYTORCH_VERSION and PYTORCH_FLAVOR name the library that PYTORCH_LIBRARY_PATH"
          + " points at (docs/gpu.md)?";
    }
    String add =
        "; add ai.djl.pytorch:pytorch-native-cpu with the classifier "
            + platform
            + ", or take the model instant, which needs none";
    if (onClassPath.isEmpty()) {
      return start + "no pytorch-native-cpu is on the class path" + add;
    }
    if (onClassPath.stream().noneMatch(library -> library.platform().equals(platform))) {
      return start
          + onClassPath.stream()
              .map(library -> library + " on the class path is of " + library.platform())
              .collect(Collectors.joining(", "))
          + ", and this JVM's platform is "
          + platform
          + add;
    }
    return start
        + problem
        + ". Can the folder DJL_CACHE_DIR (default ~/.djl.ai) be written to, and has it half a"
        + " gigabyte of room?";
  }
}
