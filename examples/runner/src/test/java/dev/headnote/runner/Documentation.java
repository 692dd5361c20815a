package dev.headnote.runner;

import java.nio.file.Path;
import java.util.List;

/** The pages of the project. */
final class Documentation {

  /** The project's folder. */
  static final Path ROOT =
      Path.of(System.getProperty("headnote.root", "../..")).toAbsolutePath().normalize();

  private Documentation() {}

  static List<MarkdownPage> pages() {
    return MarkdownPage.below(ROOT);
  }
}
