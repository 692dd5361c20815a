package dev.headnote.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The plain-text articles of {@code seeds/}, which the build copies into this jar. */
final class SeedArticles {

  private SeedArticles() {}

  /** Returns their texts, in the order of their file names. */
  static List<String> texts() {
    try {
      URI jar = SeedArticles.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      try (FileSystem files = FileSystems.newFileSystem(Path.of(jar), Map.of());
          Stream<Path> seeds = Files.list(files.getPath("/seeds"))) {
        List<String> texts = new ArrayList<>();
        for (Path seed : seeds.sorted().toList()) {
          texts.add(Files.readString(seed, StandardCharsets.UTF_8));
        }
        return texts;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
