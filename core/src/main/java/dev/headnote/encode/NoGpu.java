package dev.headnote.encode;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says, in one line, where a GPU was looked for and what is missing. */
final class NoGpu {

  private static final String PYTORCH_PATH = "PYTORCH_LIBRARY_PATH";

  private static final List<String> SYSTEM_FOLDERS =
      List.of(
          "/usr/lib/x86_64-linux-gnu",
          "/usr/lib/aarch64-linux-gnu",
          "/usr/lib64",
          "/usr/lib/wsl/lib");

  private NoGpu() {}

  /**
   * @param library the folder of the PyTorch library that was loaded
   * @param environment the environment's variables
   * @param onClassPath the builds of PyTorch on the class path
   */
  static String message(
      Path library, Map<String, String> environment, List<NativeLibrary> onClassPath) {
    boolean cudaBuild = Files.exists(library.resolve(System.mapLibraryName("torch_cuda")));
    String path = environment.getOrDefault(PYTORCH_PATH, System.getProperty(PYTORCH_PATH));
    boolean driver = isIn("libcuda.so.1", environment.get("LD_LIBRARY_PATH"), SYSTEM_FOLDERS);
    boolean tool = isIn("nvidia-smi", environment.get("PATH"), List.of());
    return "device CUDA: PyTorch can use no GPU. It runs from "
        + library
        + (cudaBuild ? ", a CUDA build; " : ", a CPU build; ")
        + PYTORCH_PATH
        + (path == null ? " is not set; " : " is " + path + "; ")
        + "on the class path: "
        + (onClassPath.isEmpty()
            ? "no pytorch-native-*"
            : onClassPath.stream().map(NativeLibrary::toString).collect(Collectors.joining(", ")))
        + "; NVIDIA driver: "
        + (driver ? "libcuda.so.1 found" : "no libcuda.so.1")
        + (tool ? ", nvidia-smi found" : ", no nvidia-smi")
        + ". Use Device.CPU or AUTO, or see docs/gpu.md";
  }

  private static boolean isIn(String file, @Nullable String searchPath, List<String> more) {
    List<String> folders = new ArrayList<>(more);
    if (searchPath != null) {
      folders.addAll(Arrays.asList(searchPath.split(File.pathSeparator)));
    }
    return folders.stream().anyMatch(folder -> exists(folder, file));
  }

  private static boolean exists(String folder, String file) {
    try {
      return Files.exists(Path.of(folder, file));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
