package dev.headnote.runner;

import dev.headnote.encode.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at the engine that transformers need: its libraries, and where they are unpacked. */
final class EngineExamination {

  /** What PyTorch takes for a CPU when it is unpacked, and some room. */
  private static final long NEEDED_BYTES = 512L << 20;

  private static final String ENGINE = "engine";
  private static final String CACHE = "engine cache";

  private static final String ANOTHER =
      "set the environment variable DJL_CACHE_DIR to a folder that can be written and has "
          + MachineExamination.inMegabytes(NEEDED_BYTES)
          + " of room, or take the model instant, which needs none";

  private EngineExamination() {}

  static List<Finding> findings(Map<String, String> environment) {
    try {
      return findings(environment, NativeLibrary.onClassPath(), NativeLibrary.cacheFolder());
    } catch (NoClassDefFoundError e) {
      return List.of(
          Finding.problem(
              ENGINE,
              "DJL is not on the class path",
              "keep the folder lib beside headnote.jar as it was built, or take the model instant",
              Map.of()));
    }
  }

  static List<Finding> findings(
      Map<String, String> environment, List<NativeLibrary> libraries, Path cache) {
    String own = environment.get("PYTORCH_LIBRARY_PATH");
    if (own != null) {
      return List.of(own(Path.of(own)));
    }
    String platform = NativeLibrary.thisPlatform();
    List<NativeLibrary> fitting =
        libraries.stream().filter(library -> library.platform().equals(platform)).toList();
    if (fitting.isEmpty()) {
      return List.of(missing(libraries, platform));
    }
    return List.of(
        Finding.ok(
            ENGINE,
            names(fitting) + " for " + platform,
            Map.of("libraries", fitting.stream().map(NativeLibrary::toString).toList())),
        cache(cache, fitting));
  }

  private static Finding own(Path folder) {
    Map<String, Object> facts = Map.of("folder", folder.toString());
    return Files.isDirectory(folder)
        ? Finding.ok(ENGINE, "PyTorch from PYTORCH_LIBRARY_PATH, " + folder, facts)
        : Finding.problem(
            ENGINE,
            "PYTORCH_LIBRARY_PATH is " + folder + ", which is no folder",
            "set it to the folder of PyTorch's libraries, or unset it",
            facts);
  }

  private static Finding missing(List<NativeLibrary> others, String platform) {
    String seen =
        others.isEmpty()
            ? "no pytorch-native-cpu is on the class path"
            : others.stream()
                .map(library -> library + " is for " + library.platform())
                .collect(Collectors.joining(", "));
    return Finding.problem(
        ENGINE,
        seen + "; this Java is for " + platform,
        "add ai.djl.pytorch:pytorch-native-cpu with the classifier "
            + platform
            + " to the folder lib, or take the model instant, which needs none",
        Map.of("platform", platform));
  }

  private static String names(List<NativeLibrary> libraries) {
    return libraries.stream().map(NativeLibrary::toString).collect(Collectors.joining(", "));
  }

  private static Finding cache(Path folder, List<NativeLibrary> libraries) {
    String name = folder.toString();
    if (libraries.stream().allMatch(library -> isUnpacked(folder, library))) {
      return Finding.ok(
          CACHE, name + " holds the libraries, unpacked", Map.of("folder", name, "unpacked", true));
    }
    Map<String, Object> facts = Map.of("folder", name, "unpacked", false);
    Path there = folder.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      return Finding.problem(CACHE, there + " is no folder", ANOTHER, facts);
    }
    if (!MachineExamination.canWrite(there)) {
      return Finding.problem(CACHE, there + " cannot be written", ANOTHER, facts);
    }
    long free = there.toFile().getUsableSpace();
    String room = name + ", where " + MachineExamination.inMegabytes(free) + " are free";
    return free < NEEDED_BYTES
        ? Finding.problem(CACHE, room, ANOTHER, facts)
        : Finding.ok(CACHE, room + "; the first start unpacks the libraries there", facts);
  }

  /** Whether DJL has made its folder for the library, as 2.7.1-20250812-cpu-linux-x86_64. */
  private static boolean isUnpacked(Path cache, NativeLibrary library) {
    try (Stream<Path> folders = Files.list(cache)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .anyMatch(
              name ->
                  name.startsWith(library.version()) && name.endsWith("-" + library.platform()));
    } catch (IOException e) {
      return false;
    }
  }
}
