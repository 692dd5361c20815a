package dev.headnote.keyphrase;

import dev.headnote.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A phrase that may be a keyphrase, with where it occurs. For one thread. */
final class Candidate {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

  private final List<String> words;
  private final boolean isName;
  private final List<Span> spans = new ArrayList<>();

  /** The text of each span. */
  private final List<String> forms = new ArrayList<>();

  private int firstSentence;
  private int mentions;

  /** Whether it stands in the text somewhere as a phrase that one could take for whole. */
  private boolean isWhole;

  /**
   * @param words its words in lower case and singular
   * @param isName whether it begins with a name
   */
  Candidate(List<String> words, boolean isName) {
    this.words = List.copyOf(words);
    this.isName = isName;
  }

  void add(Span span, String form, int sentence) {
    if (spans.isEmpty()) {
      firstSentence = sentence;
    }
    spans.add(span);
    forms.add(form);
    mentions++;
  }

  /** Counts mentions of the same by a part of its name. */
  void addMentions(Candidate part) {
    mentions += part.mentions;
    firstSentence = Math.min(firstSentence, part.firstSentence);
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

  List<Span> spans() {
    return spans;
  }

  /** Its most frequent form, the earlier one of two, white space folded. */
  String form() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    forms.forEach(form -> counts.merge(SPACES.matcher(form).replaceAll(" "), 1, Integer::sum));
    String best = "";
    for (Map.Entry<String, Integer> form : counts.entrySet()) {
      if (form.getValue() > counts.getOrDefault(best, 0)) {
        best = form.getKey();
      }
    }
    return best;
  }

  int firstSentence() {
    return firstSentence;
  }

  /** How often it, or what it names, is mentioned. */
  int mentions() {
    return mentions;
  }
}
