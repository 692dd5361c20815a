package dev.headnote.text.rule;

import dev.headnote.Furniture.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The lists of phrases in {@code furniture-phrases.txt}, by their names. */
public final class PhraseLists {

  private static final String FILE = "furniture-phrases.txt";

  /** What a phrase in a line may tell of it; of two the first counts. */
  private static final List<Reason> TOLD =
      List.of(
          Reason.PROMOTION,
          Reason.NAVIGATION,
          Reason.ATTRIBUTION,
          Reason.COPYRIGHT,
          Reason.CAPTION,
          Reason.DISCLAIMER);

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
  public static List<String> shipped(String... names) {
    List<String> phrases = new ArrayList<>();
    for (String name : names) {
      phrases.addAll(SHIPPED.named(name));
    }
    return phrases;
  }

  /** Returns the phrases of lists as a set. */
  public static Set<String> set(String... names) {
    return new HashSet<>(shipped(names));
  }

  /** Returns the phrases of lists, with which lines begin. */
  public static Affixes starts(String... names) {
    return Affixes.atStart(shipped(names));
  }

  /** Returns the phrases of a list, with which lines end. */
  static Affixes ends(String name) {
    return Affixes.atEnd(shipped(name));
  }

  /**
   * Returns the phrases that tell what a line is, as far as they do so wherever they stand in it.
   *
   * @param place the last word of their lists' names, whose first is the reason
   */
  public static Map<String, Reason> telling(String place) {
    Map<String, Reason> telling = new LinkedHashMap<>();
    for (Reason reason : TOLD) {
      String name = reason.name().toLowerCase(Locale.ROOT) + "-" + place;
      SHIPPED.lists.getOrDefault(name, List.of()).forEach(phrase -> telling.put(phrase, reason));
    }
    return telling;
  }
}
