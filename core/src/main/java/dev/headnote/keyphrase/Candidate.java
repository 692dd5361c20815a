package dev.headnote.keyphrase;

import dev.headnote.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A phrase that may be a keyphrase, with where it occurs. For one thread. */
final class Candidate {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

  /** No phrase has a hyphen before a space but where a line ends within a word. */
  private static final Pattern BROKEN_HYPHEN = Pattern.compile("-\\s+");

  private final List<String> words;
  private final boolean isName;
  private final List<Occurrence> occurrences = new ArrayList<>();

  private int firstSentence;
  private int mentions;

  /** Whether it stands in the text somewhere as a phrase that one could take for whole. */
  private boolean isWhole;

  private record Occurrence(Span span, String form) {}

  /**
   * @param words its words in lower case and singular
   * @param isName whether it begins with a name
   */
  Candidate(List<String> words, boolean isName) {
    this.words = List.copyOf(words);
    this.isName = isName;
  }

  /** Adds an occurrence behind those before; one that overlaps the last is none. */
  void add(Span span, String form, int sentence) {
    if (occurrences.isEmpty()) {
      firstSentence = sentence;
    } else if (span.start() < occurrences.get(occurrences.size() - 1).span().end()) {
      return;
    }
    occurrences.add(new Occurrence(span, form));
    mentions++;
  }

  /** Counts mentions of the same by a part of its name. */
  void addMentions(Candidate part) {
    mentions += part.mentions;
    firstSentence = Math.min(firstSentence, part.firstSentence);
  }

  /** Counts another name of the same for its own. */
  void addName(Candidate other) {
    addMentions(other);
    occurrences.addAll(other.occurrences);
    occurrences.sort(Comparator.comparingInt(occurrence -> occurrence.span().start()));
  }

  void markWhole() {
    isWhole = true;
  }

  boolean isWhole() {
    return isWhole;
  }

  List<String> words() {
    return words;
  }

  boolean isName() {
    return isName;
  }

  /** Whether it is a single word of three capital letters or more, as it mostly stands there. */
  boolean isAcronym() {
    return words.size() == 1
        && words.get(0).length() > 2
        && form().codePoints().allMatch(c -> Character.isUpperCase(c) || c == '.');
  }

  List<Span> spans() {
    return occurrences.stream().map(Occurrence::span).toList();
  }

  /** Its most frequent form, the earlier one of two, white space folded. */
  String form() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Occurrence occurrence : occurrences) {
      counts.merge(folded(occurrence.form()), 1, Integer::sum);
    }
    String best = "";
    for (Map.Entry<String, Integer> form : counts.entrySet()) {
      if (form.getValue() > counts.getOrDefault(best, 0)) {
        best = form.getKey();
      }
    }
    return best;
  }

  /** A form in one line, without soft hyphens. */
  static String folded(String form) {
    String broken = BROKEN_HYPHEN.matcher(WordScan.withoutSoftHyphens(form)).replaceAll("-");
    return SPACES.matcher(broken).replaceAll(" ");
  }

  int firstSentence() {
    return firstSentence;
  }

  /** How often it, or what it names, is mentioned. */
  int mentions() {
    return mentions;
  }
}
