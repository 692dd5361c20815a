package dev.headnote.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file that a finished output replaces, or that it becomes if there is none. */
final class ReplacedFile {

  /** More links than this, one after the other, are taken for a circle. */
  private static final int MOST_LINKS = 40;

  private ReplacedFile() {}

  /**
   * Where the file is to lie. A link stays a link: what it points to is made or replaced.
   *
   * @throws RunFailure if links lead in a circle
   */
  static Path of(Path file) throws IOException {
    if (Files.exists(file)) {
      return file.toRealPath();
    }
    Path target = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new RunFailure(Exit.USAGE, file + ": its links lead nowhere; name a file");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  /** Lets nobody read what is not finished who could perhaps not read what it is to replace. */
  static void hide(Path replaced, Path unfinished) {
    if (Files.exists(replaced)) {
      setPermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /** Gives a file the group and the permissions of the one that it is to replace, if any. */
  static void givePermissions(Path replaced, Path finished) throws IOException {
    PosixFileAttributeView from = view(replaced);
    PosixFileAttributeView to = view(finished);
    if (from == null || to == null || !Files.exists(replaced)) {
      return;
    }
    PosixFileAttributes attributes = from.readAttributes();
    Set<PosixFilePermission> permissions = attributes.permissions();
    if (!isGiven(to, attributes.group())) {
      permissions.removeAll(PosixFilePermissions.fromString("---rwx---"));
    }
    setPermissions(finished, permissions);
  }

  private static boolean isGiven(PosixFileAttributeView view, GroupPrincipal group) {
    try {
      view.setGroup(group);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Not every file system has them. What is written counts for more. */
  private static void setPermissions(Path file, Set<PosixFilePermission> permissions) {
    PosixFileAttributeView view = view(file);
    try {
      if (view != null) {
        view.setPermissions(permissions);
      }
    } catch (IOException e) {
      // As above.
    }
  }

  private static @Nullable PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }
}
