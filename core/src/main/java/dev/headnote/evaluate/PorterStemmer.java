package dev.headnote.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Strips the endings of English words (Porter 1980, "An algorithm for suffix stripping") with the
 * extensions that NLTK makes by default, as these are what rouge-score's figures are counted with.
 * Stateless.
 */
final class PorterStemmer {

  /** NLTK's list of words that the rules would spoil, with their stems. */
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("skies", "sky"),
          Map.entry("dying", "die"),
          Map.entry("lying", "lie"),
          Map.entry("tying", "tie"),
          Map.entry("news", "news"),
          Map.entry("inning", "inning"),
          Map.entry("innings", "inning"),
          Map.entry("outing", "outing"),
          Map.entry("outings", "outing"),
          Map.entry("canning", "canning"),
          Map.entry("cannings", "canning"),
          Map.entry("howe", "howe"),
          Map.entry("proceed", "proceed"),
          Map.entry("exceed", "exceed"),
          Map.entry("succeed", "succeed"));

  private static final Predicate<String> ANY = stem -> true;
  private static final Predicate<String> LONG = stem -> measure(stem) > 0;
  private static final Predicate<String> LONGER = stem -> measure(stem) > 1;

  /**
   * A rule of a step. The first rule whose ending a word has decides; longer endings come first.
   */
  private record Rule(String ending, String replacement, Predicate<String> condition) {}

  private static final List<Rule> STEP_1A = rules(ANY, "sses>ss ies>i ss>ss s>");

  private static final List<Rule> STEP_2 =
      rules(
          LONG,
          "ational>ate tional>tion enci>ence anci>ance izer>ize bli>ble entli>ent eli>e"
              + " ousli>ous ization>ize ation>ate ator>ate alism>al iveness>ive fulness>ful"
              + " ousness>ous aliti>al iviti>ive biliti>ble fulli>ful",
          // The l counts for the stem, so that short ones such as "geo" will do.
          new Rule("logi", "log", stem -> measure(stem + "l") > 0));

  private static final List<Rule> STEP_3 =
      rules(LONG, "icate>ic ative> alize>al iciti>ic ical>ic ful> ness>");

  private static final List<Rule> STEP_4 =
      rules(
          LONGER,
          "al> ance> ence> er> ic> able> ible> ant> ement> ment> ent> ou> ism> ate>"
              + " iti> ous> ive> ize>",
          new Rule("ion", "", LONGER.and(stem -> stem.endsWith("s") || stem.endsWith("t"))));

  private static final Set<Character> NOT_UNDOUBLED = Set.of('l', 's', 'z');

  private PorterStemmer() {}

  /**
   * Returns a word's stem.
   *
   * @param word of {@code [a-z0-9]}, at least three of them; digits count as consonants
   */
  static String stem(String word) {
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    String stem = withoutPlural(word);
    stem = withoutPast(stem);
    stem = withI(stem);
    stem = withoutDoubleSuffix(stem);
    stem = apply(STEP_3, stem);
    stem = apply(STEP_4, stem);
    return tidy(stem);
  }

  /**
   * The rules of a step.
   *
   * @param condition what the stem must meet
   * @param replacements endings and what replaces them, as in {@code "alism>al ful>"}
   * @param others rules with a condition of their own, whose endings no other rule's ending ends
   */
  private static List<Rule> rules(
      Predicate<String> condition, String replacements, Rule... others) {
    List<Rule> rules = new ArrayList<>();
    for (String replacement : replacements.split(" ")) {
      int arrow = replacement.indexOf('>');
      rules.add(
          new Rule(replacement.substring(0, arrow), replacement.substring(arrow + 1), condition));
    }
    rules.addAll(List.of(others));
    return List.copyOf(rules);
  }

  private static String apply(List<Rule> rules, String word) {
    for (Rule rule : rules) {
      if (word.endsWith(rule.ending)) {
        String stem = cut(word, rule.ending.length());
        return rule.condition.test(stem) ? stem + rule.replacement : word;
      }
    }
    return word;
  }

  /** Step 1a; NLTK's "dies" is "die", not "di". */
  private static String withoutPlural(String word) {
    return word.length() == 4 && word.endsWith("ies") ? cut(word, 1) : apply(STEP_1A, word);
  }

  /** Step 1b; NLTK's "died" is "die", and "spied" is "spi". */
  private static String withoutPast(String word) {
    if (word.endsWith("ied")) {
      return cut(word, word.length() == 4 ? 1 : 2);
    }
    if (word.endsWith("eed")) {
      return measure(cut(word, 3)) > 0 ? cut(word, 1) : word;
    }
    for (String ending : List.of("ed", "ing")) {
      if (word.endsWith(ending)) {
        String stem = cut(word, ending.length());
        return hasVowel(stem) ? mended(stem) : word;
      }
    }
    return word;
  }

  /** Spells what remains of a verb without its "ed" or "ing" as a word. */
  private static String mended(String stem) {
    if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
      return stem + "e";
    }
    int last = stem.length() - 1;
    if (last > 0 && stem.charAt(last) == stem.charAt(last - 1) && isConsonant(stem, last)) {
      return NOT_UNDOUBLED.contains(stem.charAt(last)) ? stem : cut(stem, 1);
    }
    return measure(stem) == 1 && isShort(stem) ? stem + "e" : stem;
  }

  /** Step 1c; NLTK asks for a consonant before the y, not for any vowel: "enjoy" stays. */
  private static String withI(String word) {
    boolean changes =
        word.length() > 2 && word.endsWith("y") && isConsonant(word, word.length() - 2);
    return changes ? cut(word, 1) + "i" : word;
  }

  /** Step 2; NLTK goes on after "alli", so that "conditionally" is like "conditional". */
  private static String withoutDoubleSuffix(String word) {
    return word.endsWith("alli") && measure(cut(word, 4)) > 0
        ? withoutDoubleSuffix(cut(word, 2))
        : apply(STEP_2, word);
  }

  /** Step 5. */
  private static String tidy(String word) {
    String stem = word;
    if (word.endsWith("e")) {
      String shorter = cut(word, 1);
      int measure = measure(shorter);
      stem = measure > 1 || (measure == 1 && !isShort(shorter)) ? shorter : word;
    }
    return stem.endsWith("ll") && measure(cut(stem, 1)) > 1 ? cut(stem, 1) : stem;
  }

  private static String cut(String word, int characters) {
    return word.substring(0, word.length() - characters);
  }

  /** Porter's m: how often a consonant follows a vowel. */
  private static int measure(String stem) {
    int count = 0;
    boolean before = true;
    for (int i = 0; i < stem.length(); i++) {
      boolean consonant = isConsonant(stem.charAt(i), i > 0 && before);
      count += consonant && !before ? 1 : 0;
      before = consonant;
    }
    return count;
  }

  private static boolean hasVowel(String stem) {
    boolean before = false;
    for (int i = 0; i < stem.length(); i++) {
      before = isConsonant(stem.charAt(i), before);
      if (!before) {
        return true;
      }
    }
    return false;
  }

  /**
   * Porter's *o: ends in consonant, vowel, consonant, the last not w, x or y; or, NLTK's, is a
   * vowel and a consonant.
   */
  private static boolean isShort(String stem) {
    int last = stem.length() - 1;
    if (last == 1) {
      return !isConsonant(stem, 0) && isConsonant(stem, 1);
    }
    return last > 1
        && isConsonant(stem, last - 2)
        && !isConsonant(stem, last - 1)
        && isConsonant(stem, last)
        && "wxy".indexOf(stem.charAt(last)) < 0;
  }

  /** Whether a character is a consonant: no a, e, i, o or u, and no y after a consonant. */
  private static boolean isConsonant(String word, int i) {
    int run = i;
    while (run > 0 && word.charAt(run) == 'y') {
      run--;
    }
    boolean consonant = isConsonant(word.charAt(run), false);
    // Of several y side by side, each is what the one before it is not.
    return (i - run) % 2 == 0 ? consonant : !consonant;
  }

  /**
   * @param afterConsonant whether it stands behind a consonant
   */
  private static boolean isConsonant(char c, boolean afterConsonant) {
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u' -> false;
      case 'y' -> !afterConsonant;
      default -> true;
    };
  }
}
