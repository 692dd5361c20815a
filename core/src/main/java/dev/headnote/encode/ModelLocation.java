package dev.headnote.encode;

import dev.headnote.HeadnoteException;
import dev.headnote.file.WholeFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a model's files lie: in a jar on the class path, or in a folder. Only this opens them.
 * Immutable.
 */
final class ModelLocation {

  private static final String ROOT = "dev/headnote/models/";

  /** Each model jar names its model in a resource of this path, one name a line. */
  private static final String INDEX = "META-INF/headnote/models";

  /** The file that describes the model. */
  static final String CARD = "model.json";

  /** For messages, and on the class path what the files' names begin with. */
  private final String name;

  private final @Nullable Path folder;
  private final ClassLoader loader;

  private ModelLocation(String name, @Nullable Path folder, ClassLoader loader) {
    this.name = name;
    this.folder = folder;
    this.loader = loader;
  }

  /** That of a model on the class path. */
  static ModelLocation onClassPath(String model) {
    String name = ROOT + model + "/";
    return new ModelLocation(name, null, loaderOf(name + CARD));
  }

  static ModelLocation in(Path folder) {
    return new ModelLocation(folder.toString(), folder, own());
  }

  /** Whether one of this name is on the class path. Opens no more of it than is needed. */
  static boolean isOnClassPath(String name) {
    return name.matches("[A-Za-z0-9._-]+")
        && loaders().stream()
            .anyMatch(loader -> loader.getResource(ROOT + name + "/" + CARD) != null);
  }

  /** The names of the models on the class path, sorted. */
  static List<String> namesOnClassPath() {
    Set<String> names = new TreeSet<>();
    try {
      for (ClassLoader loader : loaders()) {
        for (Enumeration<URL> all = loader.getResources(INDEX); all.hasMoreElements(); ) {
          addNames(all.nextElement(), names);
        }
      }
    } catch (IOException e) {
      throw new HeadnoteException(
          HeadnoteException.Code.MODEL_NOT_FOUND, "the class path cannot be read: " + e, e);
    }
    return List.copyOf(names);
  }

  private static void addNames(URL index, Set<String> names) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
      lines.lines().map(String::strip).filter(name -> !name.isEmpty()).forEach(names::add);
    }
  }

  /** An application's own models may lie beside those that it shares with others. */
  private static List<ClassLoader> loaders() {
    ClassLoader own = own();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null || context == own || context.getResource(INDEX) == null
        ? List.of(own)
        : List.of(context, own);
  }

  /** The library's own class loader; null stands for the JVM's. */
  private static ClassLoader own() {
    ClassLoader own = ModelLocation.class.getClassLoader();
    return own == null ? ClassLoader.getSystemClassLoader() : own;
  }

  /** The first of the class loaders that has a resource, else the last. */
  private static ClassLoader loaderOf(String resource) {
    List<ClassLoader> all = loaders();
    return all.stream()
        .filter(loader -> loader.getResource(resource) != null)
        .findFirst()
        .orElse(all.get(all.size() - 1));
  }

  /** Whether others than who made the class path can have put the files there. */
  boolean isFolder() {
    return folder != null;
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * A file's size in bytes.
   *
   * @throws HeadnoteException with code MODEL_DAMAGED if it is missing
   */
  long bytes(String file) {
    try {
      if (folder != null) {
        return Files.size(folder.resolve(file));
      }
      URL url = loader.getResource(name + file);
      if (url == null) {
        throw new IOException("it is missing");
      }
      URLConnection connection = url.openConnection();
      long bytes = connection.getContentLengthLong();
      // To ask for the length has opened it.
      connection.getInputStream().close();
      return bytes;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * A file's content.
   *
   * @throws HeadnoteException with code MODEL_DAMAGED if it is missing or can't be read
   */
  byte[] read(String file) {
    try (InputStream in = open(file)) {
      // In one piece where the size is known, not in many of 8 KB.
      byte[] bytes = new byte[in.available()];
      int length = in.readNBytes(bytes, 0, bytes.length);
      byte[] rest = in.readAllBytes();
      if (length == bytes.length && rest.length == 0) {
        return bytes;
      }
      byte[] all = Arrays.copyOf(bytes, length + rest.length);
      System.arraycopy(rest, 0, all, length, rest.length);
      return all;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Opens a file.
   *
   * @throws HeadnoteException with code MODEL_DAMAGED if it is missing
   */
  InputStream open(String file) {
    try {
      if (folder != null) {
        return Files.newInputStream(folder.resolve(file));
      }
      InputStream in = loader.getResourceAsStream(name + file);
      if (in == null) {
        throw new IOException("it is missing");
      }
      return in;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** What a model fails with of which a file can't be read. */
  HeadnoteException unreadable(String file, IOException e) {
    String reason = e instanceof NoSuchFileException ? "it is missing" : WholeFile.reasonToRead(e);
    return damaged(file, "cannot be read: " + reason, e);
  }

  /** What a model fails with of which a file is not as it should be. */
  HeadnoteException damaged(String file, String problem, @Nullable Throwable cause) {
    return damaged(name, file, problem, cause);
  }

  /**
   * What a damaged model fails with.
   *
   * @param location where the model is
   */
  static HeadnoteException damaged(
      String location, String file, String problem, @Nullable Throwable cause) {
    return new HeadnoteException(
        HeadnoteException.Code.MODEL_DAMAGED,
        "model " + location + ": " + file + " " + problem + "; install or convert the model again",
        cause);
  }
}
