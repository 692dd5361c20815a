package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line that says why there is no GPU. */
class NoGpuTest {

  @Test
  void namesWhatWasLookedForAndWhere(@TempDir Path empty) {
    String line =
        NoGpu.message(
            empty,
            Map.of(),
            List.of(new NativeLibrary("pytorch-native-cpu", "2.7.1", "linux-x86_64")));

    assertThat(line).doesNotContain("\n");
    assertThat(line)
        .contains(
            "device CUDA",
            empty + ", a CPU build",
            "PYTORCH_LIBRARY_PATH is not set",
            "on the class path: pytorch-native-cpu 2.7.1",
            "no nvidia-smi",
            "docs/gpu.md");
  }

  @Test
  void namesWhatIsThere(@TempDir Path folder) throws IOException {
    Files.createFile(folder.resolve(System.mapLibraryName("torch_cuda")));
    Files.createFile(folder.resolve("libcuda.so.1"));
    Files.createFile(folder.resolve("nvidia-smi"));
    String path = folder.toString();
    String line =
        NoGpu.message(
            folder,
            Map.of("PYTORCH_LIBRARY_PATH", path, "LD_LIBRARY_PATH", "/x:" + path, "PATH", path),
            List.of());

    assertThat(line)
        .contains(
            path + ", a CUDA build",
            "PYTORCH_LIBRARY_PATH is " + path,
            "no pytorch-native-*",
            "libcuda.so.1 found, nvidia-smi found");
  }

  @Test
  void readsTheBuildsOnTheClassPath() {
    assertThat(NativeLibrary.onClassPath())
        .isNotEmpty()
        .allSatisfy(
            library -> {
              assertThat(library.toString()).matches("pytorch-native-\\w+ [0-9].*");
              assertThat(library.platform()).matches("\\w+-\\w+");
            });
  }
}
