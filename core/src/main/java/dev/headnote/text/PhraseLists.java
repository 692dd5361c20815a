package dev.headnote.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The lists of phrases in {@code furniture-phrases.txt}, by their names. */
final class PhraseLists {

  private static final String FILE = "furniture-phrases.txt";

  private static final PhraseLists SHIPPED = new PhraseLists();

  private final Map<String, List<String>> lists = new HashMap<>();

  /** Reads the file. */
  PhraseLists() {
    try (InputStream in = PhraseLists.class.getResourceAsStream(FILE)) {
      read(new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  private void read(String content) {
    List<String> list = new ArrayList<>();
    for (int start = 0; start < content.length(); ) {
      int newline = content.indexOf('\n', start);
      int end = newline < 0 ? content.length() : newline;
      String line = content.substring(start, end).strip();
      if (line.startsWith("= ")) {
        list = new ArrayList<>();
        lists.put(line.substring(2), list);
      } else if (line.startsWith("\"")) {
        list.add(line.substring(1, line.length() - 1));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        list.add(line);
      }
      start = end + 1;
    }
  }

  Set<String> names() {
    return lists.keySet();
  }

  /** Returns the phrases of a list, in the order of the file. */
  List<String> named(String name) {
    return Objects.requireNonNull(lists.get(name), name);
  }

  /** Returns the phrases of lists, one list after the other. */
  static List<String> shipped(String... names) {
    List<String> phrases = new ArrayList<>();
    for (String name : names) {
      phrases.addAll(SHIPPED.named(name));
    }
    return phrases;
  }

  /** Returns the phrases of lists as a set. */
  static Set<String> set(String... names) {
    return new HashSet<>(shipped(names));
  }
}
