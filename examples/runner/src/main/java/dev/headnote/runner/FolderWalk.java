package dev.headnote.runner;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the articles of a folder; what can't be looked into does not end the walk. */
final class FolderWalk extends SimpleFileVisitor<Path> {

  private final InputFormat wanted;
  private final SortedMap<Path, String> found = new TreeMap<>();

  FolderWalk(InputFormat wanted) {
    this.wanted = wanted;
  }

  /** The files, and folders that can't be read, by path; each with what is wrong with it, or "". */
  SortedMap<Path, String> found() {
    return found;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (wanted.takesFromFolder(file.getFileName().toString()) && Files.isRegularFile(file)) {
      found.put(file, "");
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    found.put(file, "cannot be read; check its permissions");
    return FileVisitResult.CONTINUE;
  }
}
