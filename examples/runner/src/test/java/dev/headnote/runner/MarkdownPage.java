package dev.headnote.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of documentation, taken apart into its prose and its blocks of code.
 *
 * @param file where it is
 * @param blocks its blocks of code, fenced or indented, in order
 * @param prose all else, with as many lines as the page, those of blocks empty
 */
record MarkdownPage(Path file, List<Block> blocks, String prose) {

  private static final Pattern COMMENT = Pattern.compile("<!-- (.*) -->");
  private static final Pattern INLINE_CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("(?<!\\\\)\\]\\(([^()\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*)$");

  /**
   * A block of code.
   *
   * @param line where it begins in the page, from 1
   * @param language what its fence says, such as {@code java}; empty for an indented block
   * @param mark what the comment above it says; empty if there is none
   * @param text its lines, without indentation or fence
   */
  record Block(int line, String language, String mark, String text) {}

  /** Returns all pages below a folder but those that a build or a tool has made. */
  static List<MarkdownPage> below(Path root) {
    List<MarkdownPage> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> isOurs(root.relativize(file)))
          .sorted()
          .forEach(file -> pages.add(read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pages;
  }

  private static boolean isOurs(Path relative) {
    for (Path name : relative) {
      if (name.toString().equals("target") || name.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  static MarkdownPage read(Path file) {
    try {
      return parse(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static MarkdownPage parse(Path file, List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    StringBuilder prose = new StringBuilder();
    String mark = "";
    boolean open = true;
    for (int i = 0; i < lines.size(); ) {
      String line = lines.get(i);
      boolean fenced = line.startsWith("```");
      // Text may be indented behind a line of prose, as in a list.
      if (!fenced && !(open && line.startsWith("    "))) {
        Matcher comment = COMMENT.matcher(line.strip());
        boolean marks = comment.matches();
        mark = marks ? comment.group(1) : line.isBlank() ? mark : "";
        open = line.isBlank() || marks;
        prose.append(line).append('\n');
        i++;
        continue;
      }
      int first = i;
      StringBuilder text = new StringBuilder();
      if (fenced) {
        for (i++; i < lines.size() && !lines.get(i).startsWith("```"); i++) {
          text.append(lines.get(i)).append('\n');
        }
        i++;
      } else {
        for (;
            i < lines.size() && (lines.get(i).startsWith("    ") || lines.get(i).isBlank());
            i++) {
          text.append(lines.get(i).replaceFirst("^ {1,4}", "")).append('\n');
        }
      }
      prose.append("\n".repeat(i - first));
      blocks.add(
          new Block(first + 1, fenced ? line.substring(3).strip() : "", mark, text.toString()));
      mark = "";
      open = true;
    }
    return new MarkdownPage(file, List.copyOf(blocks), prose.toString());
  }

  /** Returns where its links lead that aren't addresses on the Web. */
  List<String> relativeLinks() {
    Matcher matcher = LINK.matcher(INLINE_CODE.matcher(prose).replaceAll("`code`"));
    return matcher.results().map(found -> found.group(1)).filter(to -> !to.contains(":")).toList();
  }

  /** Returns what stands between backticks in its prose, each in one line. */
  List<String> inlineCode() {
    return INLINE_CODE
        .matcher(prose)
        .results()
        .map(found -> found.group(1).replaceAll("\\s+", " "))
        .toList();
  }

  /** Returns the anchors of its headings, as GitHub makes them. */
  Set<String> anchors() {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    Matcher heading = HEADING.matcher(prose);
    while (heading.find()) {
      String slug =
          heading
              .group(1)
              .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
              .strip()
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "")
              .replace(' ', '-');
      int before = seen.merge(slug, 1, Integer::sum) - 1;
      anchors.add(before == 0 ? slug : slug + "-" + before);
    }
    return anchors;
  }

  /** Names a place in it for a message. */
  String at(int line) {
    return file + ":" + line;
  }
}
