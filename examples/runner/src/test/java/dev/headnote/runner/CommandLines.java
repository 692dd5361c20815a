package dev.headnote.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the calls of Headnote's command line in pages, as a shell would read them. */
final class CommandLines {

  /** By its jar, or in a block of code by its script. */
  private static final Pattern CALL =
      Pattern.compile("\\bjava\\b[^|;&]*?\\bheadnote\\.jar(?=\\s|$)|(?m)^(?:\\S*/)?headnote(?= )");

  /** A word; one in quotes; or where another command begins, or a comment. */
  private static final Pattern WORD =
      Pattern.compile("'([^']*)'|\"([^\"]*)\"|(&&|\\d?>|[|;<&]|(?<=\\s)#)|([^\\s'\"|;<>&]+)");

  private CommandLines() {}

  /**
   * Returns the arguments of each call in a text.
   *
   * @param text a block of code, or what stands between backticks
   */
  static List<List<String>> in(String text) {
    List<List<String>> calls = new ArrayList<>();
    for (String line : text.replaceAll("\\\\\n\\s*", " ").split("\n")) {
      Matcher call = CALL.matcher(line);
      if (call.find()) {
        calls.add(words(line.substring(call.end())));
      }
    }
    return calls;
  }

  private static List<String> words(String rest) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(rest);
    while (matcher.find() && matcher.group(3) == null) {
      words.add(
          matcher.group(1) != null
              ? matcher.group(1)
              : matcher.group(2) != null ? matcher.group(2) : matcher.group(4));
    }
    return words;
  }
}
