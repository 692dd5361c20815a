package dev.headnote.keyphrase;

import dev.headnote.Sentence;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of an article, each with what it is to phrases, without a tagger, and the key by which
 * phrases of it are the same. For one thread.
 */
final class ClassifiedWords {

  /** What a word is to phrases. */
  enum Kind {
    /** No phrase holds it. */
    BREAK,
    /** It belongs to the names on both its sides, as "of" in "Bank of England". */
    LINK,
    NAME,
    COMMON
  }

  private static final int LONGEST_WORD = 40;

  private static final Set<String> LINKS =
      Set.of(
          "of", "for", "de", "del", "della", "der", "den", "di", "da", "do", "dos", "du", "la",
          "le", "el", "al", "van", "von", "bin", "ibn", "y", "&");

  /** Boeing 737 and Apollo 11, but neither a score nor a year. */
  private static final Pattern TYPE_NUMBER = Pattern.compile("\\d{2,3}|(?!19|20)\\d{4}");

  private static final Set<String> MONTHS =
      Set.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final Set<String> ARTICLES =
      Set.of("a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their");

  /** What follows these is a verb, unless elsewhere it is a noun. */
  private static final Set<String> BEFORE_VERBS =
      Set.of(
          "to", "will", "would", "can", "could", "may", "might", "must", "should", "cannot", "not",
          "i", "you", "we", "they", "he", "she", "who", "don't", "doesn't", "didn't", "won't");

  /** Capitalised after a name, these are a part of it: Theresa May. */
  private static final Set<String> ALSO_NAMES = Set.of("may", "will");

  private final WordLists lists = WordLists.ENGLISH;
  private final List<Word> words;
  private final Kind[] kinds;
  private final String[] keys;

  /** The same as a list, parts of which are the candidates' words. */
  private final List<String> keyList;

  /** The sentences in capitals, which mean nothing there. */
  private final Set<Integer> shouted = new HashSet<>();

  private final Set<String> seenLower = new HashSet<>();
  private final Set<String> seenCapitalised = new HashSet<>();

  /** Two capitalised words that stand together, such as "grand slam". */
  private final Set<String> seenPairs = new HashSet<>();

  /** Capitalised words whose singular stands behind the same word, as in "grand slams". */
  private final Set<String> namesInPlural = new HashSet<>();

  /** Words in lower case that end a phrase after an article, and so are nouns somewhere. */
  private final Set<String> nouns = new HashSet<>();

  private ClassifiedWords(List<Word> words) {
    this.words = words;
    this.kinds = new Kind[words.size()];
    this.keys = new String[words.size()];
    this.keyList = Arrays.asList(keys);
  }

  static ClassifiedWords of(List<Sentence> sentences) {
    ClassifiedWords words = new ClassifiedWords(WordScan.of(sentences));
    words.classify(sentences);
    return words;
  }

  /** The words of a title, as {@link Candidate#words} has them where they agree with the text. */
  static Set<String> wordsOf(String title) {
    Set<String> found = new HashSet<>();
    Sentence whole = new Sentence(0, 0, title.length(), title);
    for (Word word : WordScan.of(List.of(whole))) {
      found.add(isAnotherInCapitals(word) ? inCapitals(word) : word.lower());
      found.add(singular(word.lower()));
    }
    return found;
  }

  /** The first letters of a name's words, but for its links. */
  static String initials(List<String> words) {
    return words.stream()
        .filter(word -> !LINKS.contains(word))
        .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
        .collect(Collectors.joining());
  }

  int size() {
    return kinds.length;
  }

  Word get(int i) {
    return words.get(i);
  }

  Kind kind(int i) {
    return kinds[i];
  }

  /** Singular and plural have one key. */
  String key(int i) {
    return keys[i];
  }

  /** The keys of words that stand together. */
  List<String> keys(int from, int to) {
    return keyList.subList(from, to);
  }

  /** Whether a word ends a phrase after an article somewhere. */
  boolean isNoun(int i) {
    return nouns.contains(keys[i]);
  }

  /** Where the name that begins at a word ends: the index after its last word. */
  int endOfName(int start) {
    int end = start + 1;
    while (joined(end) && (kinds[end] == Kind.NAME || kinds[end] == Kind.LINK)) {
      end++;
    }
    return end;
  }

  /** Where the run of common words that begins at a word ends: the index after its last word. */
  int endOfCommon(int start) {
    int end = start + 1;
    while (joined(end) && kinds[end] == Kind.COMMON) {
      end++;
    }
    return end;
  }

  private void classify(List<Sentence> sentences) {
    for (Sentence sentence : sentences) {
      if (sentence.text().codePoints().noneMatch(Character::isLowerCase)) {
        shouted.add(sentence.index());
      }
    }
    for (int i = 0; i < kinds.length; i++) {
      Word word = words.get(i);
      if (!word.isCapitalised()) {
        seenLower.add(word.lower());
      } else if (!word.opensSentence()) {
        seenCapitalised.add(word.lower());
      }
      if (followsCapital(i)) {
        seenPairs.add(words.get(i - 1).lower() + ' ' + word.lower());
      }
    }
    for (int i = 0; i < kinds.length; i++) {
      String lower = words.get(i).lower();
      if (followsCapital(i)
          && seenPairs.contains(words.get(i - 1).lower() + ' ' + singular(lower))) {
        namesInPlural.add(lower);
      }
    }
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = kindOf(i);
      keys[i] = keyOf(i);
    }
    findNouns();
    for (int i = 1; i < kinds.length; i++) {
      if (isVerb(i)) {
        kinds[i] = Kind.BREAK;
      } else if (isLink(i)) {
        kinds[i] = Kind.LINK;
      }
    }
  }

  private void findNouns() {
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i] == Kind.COMMON) {
        int end = endOfCommon(i);
        if (joined(i) && ARTICLES.contains(words.get(i - 1).lower())) {
          nouns.add(keys[end - 1]);
        }
        i = end - 1;
      }
    }
  }

  private boolean isVerb(int i) {
    return kinds[i] == Kind.COMMON
        && joined(i)
        && BEFORE_VERBS.contains(words.get(i - 1).lower())
        && !nouns.contains(keys[i]);
  }

  private boolean isLink(int i) {
    return joined(i)
        && joined(i + 1)
        && kinds[i - 1] == Kind.NAME
        && kinds[i + 1] == Kind.NAME
        && LINKS.contains(words.get(i).text());
  }

  /** Whether nothing parts a word from the one before; false beyond the last word. */
  boolean joined(int i) {
    return i < kinds.length && words.get(i).joined();
  }

  private Kind kindOf(int i) {
    Word word = words.get(i);
    boolean afterName = joined(i) && kinds[i - 1] == Kind.NAME;
    int length = word.text().length();
    if (word.isNumber()) {
      boolean isDay = joined(i + 1) && isMonth(words.get(i + 1));
      boolean isType = afterName && !isDay && TYPE_NUMBER.matcher(word.text()).matches();
      return isType ? Kind.NAME : Kind.BREAK;
    }
    if (length > LONGEST_WORD) {
      return Kind.BREAK;
    }
    if (word.isAcronym() && !isShouted(word)) {
      return Kind.NAME;
    }
    if (length == 1) {
      return afterName && word.isCapitalised() ? Kind.NAME : Kind.BREAK;
    }
    if (lists.isStopEvenInNames(word.lower())) {
      boolean also =
          afterName
              && word.isCapitalised()
              && !shouted.contains(word.sentence())
              && ALSO_NAMES.contains(word.lower());
      return also ? Kind.NAME : Kind.BREAK;
    }
    if (word.isCapitalised() && isName(i, word, afterName)) {
      return Kind.NAME;
    }
    return lists.isStop(word.lower()) ? Kind.BREAK : Kind.COMMON;
  }

  private static boolean isMonth(Word word) {
    return word.isCapitalised() && MONTHS.contains(word.lower());
  }

  private boolean isName(int i, Word word, boolean afterName) {
    boolean beforeName = joined(i + 1) && mayBeName(words.get(i + 1));
    if (!word.opensSentence()) {
      return !lists.isListedStop(word.lower()) || afterName || beforeName;
    }
    if (seenLower.contains(word.lower()) && !seenCapitalised.contains(word.lower())) {
      return false;
    }
    if (beforeName) {
      return seenCapitalised.contains(word.lower())
          || !(lists.isStopAtStart(word.lower()) || lists.isGeneral(word.lower()));
    }
    return seenCapitalised.contains(word.lower())
        && !seenLower.contains(word.lower())
        && !lists.isListedStop(word.lower());
  }

  private boolean mayBeName(Word word) {
    return word.isCapitalised() && !lists.isStopEvenInNames(word.lower());
  }

  /** Whether a word in capitals is just a word. */
  private boolean isShouted(Word word) {
    boolean isWord =
        lists.isStopEvenInNames(word.lower())
            ? !lists.isAcronym(word.lower())
            : seenLower.contains(word.lower());
    return isWord || shouted.contains(word.sentence());
  }

  /** Whether it and the word before it are capitalised. */
  private boolean followsCapital(int i) {
    return joined(i) && words.get(i).isCapitalised() && words.get(i - 1).isCapitalised();
  }

  /**
   * Singular and plural have one key; but of a name, whose last letter may be its own, only if both
   * stand behind the same word somewhere: "Grand Slams" and "Grand Slam", but not "Williams" and
   * "William".
   */
  private String keyOf(int i) {
    Word word = words.get(i);
    if (isAnotherInCapitals(word)) {
      return inCapitals(word);
    }
    String singular = singular(word.lower());
    boolean isPlural =
        seenLower.contains(word.lower())
            || seenLower.contains(singular)
            || namesInPlural.contains(word.lower());
    return isPlural ? singular : word.lower();
  }

  /** Whether it is, as "US", which is not "us". */
  private static boolean isAnotherInCapitals(Word word) {
    return word.isAcronym() && WordLists.ENGLISH.isAcronym(word.lower());
  }

  /** "U.S." and "US" are one. */
  private static String inCapitals(Word word) {
    return word.lower().toUpperCase(Locale.ROOT);
  }

  private static String singular(String lower) {
    int length = lower.length();
    if (length < 4 || !lower.endsWith("s")) {
      return lower;
    }
    if (lower.endsWith("ies") && length > 4) {
      return lower.substring(0, length - 3) + "y";
    }
    if (lower.endsWith("sses")
        || lower.endsWith("xes")
        || lower.endsWith("ches")
        || lower.endsWith("shes")) {
      return lower.substring(0, length - 2);
    }
    return lower.endsWith("ss") || lower.endsWith("us") || lower.endsWith("is")
        ? lower
        : lower.substring(0, length - 1);
  }
}
