package dev.headnote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders that tests read: the project's own articles, and development data where present. */
public final class SeedFiles {

  private static final Path ROOT =
      Path.of(System.getProperty("headnote.root", "..")).toAbsolutePath().normalize();

  private SeedFiles() {}

  /** The project's folder, in which Maven is called. */
  static Path root() {
    return ROOT;
  }

  /** The folder of the project's own articles. */
  public static Path seeds() {
    return ROOT.resolve("seeds");
  }

  /** A folder beside the project that is not part of it, and may be missing. */
  public static Path shared() {
    return ROOT.resolveSibling("shared");
  }

  /** The articles of {@link #seeds()}, by file name. */
  public static List<Article> articles() {
    try (Stream<Path> files = Files.list(seeds())) {
      return files
          .filter(file -> file.toString().matches(".*\\.(txt|html)"))
          .sorted()
          .map(Article::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
