package dev.headnote.keyphrase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The lists of English words in {@code words.txt}, which says what each is for. Immutable. */
final class WordLists {

  static final WordLists ENGLISH = new WordLists();

  private static final String FILE = "words.txt";

  /** As "fled" and "shed". */
  private static final int SHORTEST_VERB = 4;

  private final Set<String> stop;
  private final Set<String> stopUnlessCapitalised;
  private final Set<String> acronyms;
  private final Set<String> nounsInLy;
  private final Set<String> notVerbsInEd;
  private final Set<String> adjectives;
  private final Set<String> general;
  private final Set<String> roles;

  private WordLists() {
    Map<String, Set<String>> lists = read();
    stop = list(lists, "stop");
    stopUnlessCapitalised = list(lists, "stop unless capitalised");
    acronyms = list(lists, "acronyms");
    nounsInLy = list(lists, "nouns in -ly");
    notVerbsInEd = list(lists, "not verbs in -ed");
    adjectives = list(lists, "adjectives");
    general = list(lists, "general");
    roles = list(lists, "roles");
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> lists = new HashMap<>();
    try (InputStream in = WordLists.class.getResourceAsStream(FILE)) {
      Set<String> list = new HashSet<>();
      String content =
          new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : content.split("\n")) {
        if (line.startsWith("= ")) {
          list = new HashSet<>();
          lists.put(line.substring(2), list);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          list.addAll(Set.of(line.split(" ")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
    return lists;
  }

  private static Set<String> list(Map<String, Set<String>> lists, String name) {
    return Set.copyOf(Objects.requireNonNull(lists.get(name), name));
  }

  /** Whether a word in lower case, as it stands in the text, can't be part of a phrase. */
  boolean isStop(String lower) {
    return isListedStop(lower) || isAdverb(lower) || isVerb(lower, SHORTEST_VERB);
  }

  /** The same of a capitalised word that opens a sentence, which may be a name like "Fred". */
  boolean isStopAtStart(String lower) {
    return isListedStop(lower) || isAdverb(lower) || isVerb(lower, SHORTEST_VERB + 1);
  }

  /** The same of a capitalised word elsewhere, which may be a name like "Ahmed" and "Kelly". */
  boolean isListedStop(String lower) {
    return isStopEvenInNames(lower) || stopUnlessCapitalised.contains(lower);
  }

  private boolean isAdverb(String lower) {
    return lower.endsWith("ly") && lower.length() > 4 && !nounsInLy.contains(lower);
  }

  private boolean isVerb(String lower, int shortest) {
    return lower.endsWith("ed")
        && lower.length() >= shortest
        && !lower.endsWith("eed")
        && !notVerbsInEd.contains(lower);
  }

  /** Whether a word can't be part of a phrase even if it stands in the text in capitals. */
  boolean isStopEvenInNames(String lower) {
    return stop.contains(lower) || isContraction(lower);
  }

  /** Whether a word that can't be part of a phrase is another word, and can, in capitals alone. */
  boolean isAcronym(String lower) {
    return acronyms.contains(lower);
  }

  private static boolean isContraction(String lower) {
    int apostrophe = Math.max(lower.lastIndexOf('\''), lower.lastIndexOf('\u2019'));
    return apostrophe > 0
        && switch (lower.substring(apostrophe + 1)) {
          case "t", "m", "d", "ve", "ll", "re" -> true;
          default -> false;
        };
  }

  boolean isAdjective(String lower) {
    return adjectives.contains(lower)
        || (lower.length() > 5
            && (lower.endsWith("ical") || lower.endsWith("ous") || lower.endsWith("less")));
  }

  boolean isGeneral(String lower) {
    return general.contains(lower) || roles.contains(lower);
  }

  boolean isRole(String lower) {
    return roles.contains(lower);
  }
}
