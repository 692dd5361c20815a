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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of documentation, taken apart into its prose and its blocks of code.
 *
 * @param file where it is
 * @param blocks its blocks of code, fenced or indented, in order
 * @param prose all else, with as many lines as the page, those of blocks empty
 */
record MarkdownPage(Path file, List<Block> blocks, String prose) {

  private static final Pattern FENCE = Pattern.compile("^ {0,3}```\\s*(\\w*).*$");
  private static final Pattern COMMENT = Pattern.compile("<!-- (.*) -->");
  private static final Pattern INLINE_CODE = Pattern.compile("`((?:[^`\\n]|\\n(?!\\s*\\n))+)`");
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

  static MarkdownPage parse(Path file, List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    StringBuilder prose = new StringBuilder();
    String mark = "";
    // Text may be indented behind a line of prose, as in a list, and is no code then.
    boolean mayBeIndented = true;
    for (int i = 0; i < lines.size(); ) {
      String line = lines.get(i);
      Matcher fence = FENCE.matcher(line);
      int end;
      if (fence.matches()) {
        end = i + 1;
        while (end < lines.size() && !lines.get(end).strip().equals("```")) {
          end++;
        }
        end = Math.min(end + 1, lines.size());
        blocks.add(
            new Block(
                i + 1,
                fence.group(1),
                mark,
                text(lines.subList(i + 1, end - 1), line.indexOf('`'))));
      } else if (mayBeIndented && line.startsWith("    ")) {
        end = i;
        while (end < lines.size()
            && (lines.get(end).startsWith("    ") || lines.get(end).isBlank())) {
          end++;
        }
        blocks.add(new Block(i + 1, "", mark, text(lines.subList(i, end), 4)));
      } else {
        Matcher comment = COMMENT.matcher(line.strip());
        boolean marks = comment.matches();
        mark = marks ? comment.group(1) : line.isBlank() ? mark : "";
        mayBeIndented = line.isBlank() || marks;
        prose.append(line).append('\n');
        i++;
        continue;
      }
      prose.append("\n".repeat(end - i));
      i = end;
      mark = "";
      mayBeIndented = true;
    }
    return new MarkdownPage(file, List.copyOf(blocks), prose.toString());
  }

  /** Joins lines, each without as many spaces before it as the block is indented by. */
  private static String text(List<String> lines, int indent) {
    return lines.stream()
        .map(line -> line.replaceFirst("^ {0," + indent + "}", "") + "\n")
        .collect(Collectors.joining());
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
