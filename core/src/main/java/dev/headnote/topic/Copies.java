package dev.headnote.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which articles are copies of others, as in news that agencies send out: those with the same
 * labels and the same longest sentence, whatever was changed in title and lead. In
 * cross-validation, a copy would be told by what was learned from the other. Not safe for use by
 * several threads.
 */
final class Copies {

  private record Key(Set<String> labels, String sentence) {}

  private final Map<Key, Integer> firsts = new HashMap<>();
  private final List<Integer> originals = new ArrayList<>();

  void add(EncodedArticle article, Set<String> labels) {
    String title = article.title();
    String longest =
        article.sentences().stream()
            .max(Comparator.comparingInt(String::length))
            .orElse(title == null ? "" : title);
    int number = originals.size();
    Integer first = firsts.putIfAbsent(new Key(Set.copyOf(labels), longest), number);
    originals.add(first == null ? number : first);
  }

  /**
   * For each article, in the order taken, the number of the first that it is a copy of, or its own.
   */
  int[] originals() {
    return originals.stream().mapToInt(i -> i).toArray();
  }
}
