package dev.headnote.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing to read: a file, or standard input.
 *
 * @param id what rows about it carry: the path as given, or the path within the folder given
 * @param name what messages call it
 * @param path the file; null for standard input, or if there is nothing to read
 * @param format what it holds
 * @param problem why it can't be read; null if that isn't known to be so
 */
record Source(
    String id, String name, @Nullable Path path, InputFormat format, @Nullable String problem) {

  static final String STANDARD_INPUT = "-";

  /** What is told of a name that can't be one here, as Java decodes it by the locale. */
  static final String FOREIGN_NAME =
      "the name has characters that this locale lacks; set LC_ALL=C.UTF-8";

  private static final String ZIP = ".zip";

  private static final String WANTED =
      "give rows, a JSON object a line (.jsonl), or say by --input what it holds";

  /** A file, whether or not it is there. */
  static Source ofFile(Path file, InputFormat format) {
    return new Source(file.toString(), file.toString(), file, format, null);
  }

  /** Whether it is a zip, whose entries the format is then of. */
  boolean isZip() {
    return path != null && path.toString().toLowerCase(Locale.ROOT).endsWith(ZIP);
  }

  /** Whether it may hold several articles. */
  boolean isOfSeveral() {
    return format == InputFormat.JSONL || isZip();
  }

  /**
   * Finds what the arguments of the command line name, folders replaced by the articles in them.
   *
   * @throws RunFailure if none of the arguments exists
   */
  static List<Source> find(List<String> arguments, InputFormat wanted) {
    List<Source> sources = new ArrayList<>();
    List<Source> missing = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals(STANDARD_INPUT)) {
        boolean again =
            sources.stream().anyMatch(source -> source.path == null && source.id.equals(argument));
        String problem = again ? "is read once; name it once" : null;
        sources.add(new Source(argument, "standard input", null, wanted, problem));
        continue;
      }
      Path path = path(argument);
      // The empty path is the folder that the command runs in, which nobody means by it.
      if (path == null || argument.isEmpty() || !Files.exists(path)) {
        Source nothing =
            broken(argument, path == null ? FOREIGN_NAME : "there is no such file; check the name");
        sources.add(nothing);
        missing.add(nothing);
      } else if (Files.isDirectory(path)) {
        sources.addAll(inFolder(argument, path, wanted));
      } else if (wanted == InputFormat.AUTO && InputFormat.isData(argument)) {
        sources.add(broken(argument, "is no article; " + WANTED));
      } else {
        InputFormat format = wanted == InputFormat.AUTO ? InputFormat.byName(argument) : wanted;
        sources.add(new Source(argument, argument, path, format, null));
      }
    }
    if (missing.size() == arguments.size()) {
      throw new RunFailure(
          Exit.USAGE,
          String.join(
              "\n", missing.stream().map(source -> source.name + ": " + source.problem).toList()));
    }
    return sources;
  }

  /** The files among sources. */
  static List<Path> files(List<Source> sources) {
    return sources.stream().map(Source::path).filter(Objects::nonNull).toList();
  }

  private static @Nullable Path path(String argument) {
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static List<Source> inFolder(String argument, Path folder, InputFormat wanted) {
    List<Source> sources = new ArrayList<>();
    try {
      // A link to a folder is followed where the user names it, not below: that may be a loop.
      Path root = folder.toRealPath();
      FolderWalk walk = new FolderWalk(root, wanted);
      Files.walkFileTree(root, walk);
      for (Map.Entry<Path, String> found : walk.found().entrySet()) {
        // By way of the URI, as its text is right in any locale; the path's is not in LC_ALL=C.
        String within = root.toUri().relativize(found.getKey().toUri()).getPath();
        String problem = found.getValue().isEmpty() ? null : found.getValue();
        InputFormat format = wanted == InputFormat.AUTO ? InputFormat.byName(within) : wanted;
        String name = argument + (argument.endsWith("/") ? "" : "/") + within;
        sources.add(new Source(within, name, found.getKey(), format, problem));
      }
    } catch (IOException e) {
      return List.of(broken(argument, "the folder cannot be read; check its permissions"));
    }
    if (sources.isEmpty()) {
      return List.of(
          broken(argument, "the folder holds no articles; they end in " + wanted.endings()));
    }
    return sources;
  }

  private static Source broken(String argument, String problem) {
    String name = argument.isEmpty() ? "\"\"" : argument;
    return new Source(argument, name, null, InputFormat.AUTO, problem);
  }
}
