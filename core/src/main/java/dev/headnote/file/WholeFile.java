package dev.headnote.file;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that is read at once, and that appears when it is complete. */
public final class WholeFile {

  /** More links than this, one after the other, are taken for a circle. */
  private static final int MOST_LINKS = 40;

  private WholeFile() {}

  /**
   * Reads a model's file.
   *
   * @throws HeadnoteException with code MODEL_NOT_FOUND if there is none, or MODEL_DAMAGED if it
   *     cannot be read or does not fit the memory
   */
  public static byte[] read(Path file) {
    Objects.requireNonNull(file, "file");
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new HeadnoteException(Code.MODEL_NOT_FOUND, file + ": no such file", e);
    } catch (IOException e) {
      throw new HeadnoteException(
          Code.MODEL_DAMAGED, file + ": cannot be read: " + reasonToRead(e), e);
    } catch (OutOfMemoryError e) {
      throw new HeadnoteException(
          Code.MODEL_DAMAGED, file + ": does not fit the memory; raise java -Xmx", e);
    }
  }

  /**
   * Writes a file beside the one asked for, and then puts it in its place. A link stays a link:
   * what it points to is made or replaced. A device or a pipe can't be replaced, and is written to.
   * A new file has the permissions that the system gives it, a replaced one keeps its own, and its
   * group, as far as the system lets it.
   *
   * @param file replaced if it is there
   * @throws HeadnoteException with code INVALID_INPUT if it cannot be written; then what was there
   *     is as it was
   */
  public static void write(Path file, byte[] content) {
    Objects.requireNonNull(file, "file");
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("it is a folder");
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        Files.write(file, content);
      } else {
        replace(target(file), content);
      }
    } catch (IOException e) {
      throw new HeadnoteException(
          Code.INVALID_INPUT, file + ": cannot be written: " + reason(e), e);
    }
  }

  /** Says why a file can't be read, without its name. */
  public static String reasonToRead(IOException e) {
    return e instanceof AccessDeniedException ? "it is not yours to read" : reason(e);
  }

  /** A file system's message without the file that it names, which is another one. */
  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "its folder is not yours to write to";
    }
    String reason = e instanceof FileSystemException failure ? failure.getReason() : null;
    return reason == null ? String.valueOf(e.getMessage()) : reason;
  }

  /** Where the file is to lie, which a link says whether it leads to a file or not. */
  private static Path target(Path file) throws IOException {
    if (Files.exists(file)) {
      return file.toRealPath();
    }
    Path target = file;
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new IOException("its links lead nowhere");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder);
    }
    Path partial = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".partial");
    try {
      try (OutputStream stream = Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW)) {
        takePermissions(file, partial);
        stream.write(content);
      }
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      deleteIfLeft(partial);
    }
  }

  /** Gives a new file the group and the permissions of the one that it is to replace, if any. */
  private static void takePermissions(Path replaced, Path fresh) {
    PosixFileAttributeView from = view(replaced);
    PosixFileAttributeView to = view(fresh);
    if (from == null || to == null || !Files.exists(replaced)) {
      return;
    }
    try {
      PosixFileAttributes attributes = from.readAttributes();
      Set<PosixFilePermission> permissions = attributes.permissions();
      if (!isGiven(to, attributes.group())) {
        permissions.removeAll(PosixFilePermissions.fromString("---rwx---"));
      }
      to.setPermissions(permissions);
    } catch (IOException e) {
      // Not every file system has them. What is written counts for more.
    }
  }

  private static boolean isGiven(PosixFileAttributeView view, GroupPrincipal group) {
    try {
      view.setGroup(group);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static @Nullable PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }

  private static void deleteIfLeft(Path partial) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      // Another file of the same folder than the one asked for; nothing depends on it.
    }
  }
}
