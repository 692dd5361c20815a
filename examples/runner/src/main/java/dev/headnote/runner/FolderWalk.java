package dev.headnote.runner;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Collects the articles of a folder, hidden files and what is in hidden folders left out; what
 * can't be looked into does not end the walk.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {

  private final Path root;
  private final InputFormat wanted;
  private final SortedMap<Path, String> found = new TreeMap<>();

  /**
   * @param root the folder, which may be hidden itself
   */
  FolderWalk(Path root, InputFormat wanted) {
    this.root = root;
    this.wanted = wanted;
  }

  /** The files, and folders that can't be read, by path; each with what is wrong with it, or "". */
  SortedMap<Path, String> found() {
    return found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return isHidden(folder) && !folder.equals(root)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  /**
   * As version control, editors and the Finder name what is for themselves, on any system; not with
   * the dots of an ellipsis.
   */
  private static boolean isHidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().matches("\\.[^.].*");
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (isHidden(file) || !wanted.takesFromFolder(file.getFileName().toString())) {
      return FileVisitResult.CONTINUE;
    }
    if (Files.isRegularFile(file)) {
      found.put(file, "");
    } else if (attributes.isSymbolicLink() && !Files.exists(file)) {
      found.put(file, "is a link that leads to nothing that can be read; mend or remove it");
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    if (!isHidden(file)) {
      found.put(file, "cannot be read; check its permissions");
    }
    return FileVisitResult.CONTINUE;
  }
}
