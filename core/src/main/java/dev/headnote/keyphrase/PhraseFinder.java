package dev.headnote.keyphrase;

import dev.headnote.Sentence;
import dev.headnote.text.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the phrases of an article that may be keyphrases, and all their occurrences, without a
 * tagger: names are runs of capitalised words, other phrases are what stop words and punctuation
 * leave between them (Rose et al. 2010), up to four words of it. Takes time in proportion to the
 * text. For one article and one thread.
 */
final class PhraseFinder {

  private enum Kind {
    /** No phrase holds it. */
    BREAK,
    /** It belongs to the names on both its sides, as "of" in "Bank of England". */
    LINK,
    NAME,
    COMMON
  }

  private static final int MOST_WORDS = 4;

  /** With its links a name has no more words. */
  private static final int MOST_WITH_LINKS = 6;

  private static final int SHORTEST_WORD = 3;
  private static final int LONGEST_WORD = 40;

  private static final Set<String> LINKS =
      Set.of(
          "of", "for", "de", "del", "della", "der", "den", "di", "da", "do", "dos", "du", "la",
          "le", "el", "al", "van", "von", "bin", "ibn", "y", "&");

  /** Boeing 737 and Apollo 11, but neither a score nor a year. */
  private static final Pattern TYPE_NUMBER = Pattern.compile("\\d{2,3}|(?!19|20)\\d{4}");

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
  private final List<Sentence> sentences;
  private final List<Word> words;
  private final Kind[] kinds;
  private final String[] keys;

  /** The same as a list, parts of which are the candidates' words. */
  private final List<String> keyList;

  /** The sentences in capitals, which mean nothing there. */
  private final Set<Integer> shouted = new HashSet<>();

  private final Set<String> seenLower = new HashSet<>();
  private final Set<String> seenCapitalised = new HashSet<>();

  /** Words in lower case that end a phrase after an article, and so are nouns somewhere. */
  private final Set<String> nouns = new HashSet<>();

  private final Map<List<String>, Candidate> candidates = new LinkedHashMap<>();

  private PhraseFinder(List<Sentence> sentences) {
    this.sentences = sentences;
    this.words = WordScan.of(sentences);
    this.kinds = new Kind[words.size()];
    this.keys = new String[words.size()];
    this.keyList = Arrays.asList(keys);
  }

  /** Returns the candidates in the order of their first occurrences. */
  static List<Candidate> find(List<Sentence> sentences) {
    PhraseFinder finder = new PhraseFinder(sentences);
    finder.classify();
    finder.propose();
    finder.locate();
    return finder.sift();
  }

  /** The words of a title, as {@link Candidate#words} has them where they agree with the text. */
  static Set<String> wordsOf(String title) {
    Set<String> found = new HashSet<>();
    Sentence whole = new Sentence(0, 0, title.length(), title);
    for (Word word : WordScan.of(List.of(whole))) {
      found.add(word.lower());
      found.add(singular(word.lower()));
    }
    return found;
  }

  private void classify() {
    for (Sentence sentence : sentences) {
      if (sentence.text().codePoints().noneMatch(Character::isLowerCase)) {
        shouted.add(sentence.index());
      }
    }
    for (Word word : words) {
      if (!word.isCapitalised()) {
        seenLower.add(word.lower());
      } else if (!word.opensSentence()) {
        seenCapitalised.add(word.lower());
      }
    }
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = kind(i);
      keys[i] = key(words.get(i));
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
        int end = endOf(i, false);
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

  private boolean joined(int i) {
    return i < kinds.length && words.get(i).joined();
  }

  private Kind kind(int i) {
    Word word = words.get(i);
    boolean afterName = joined(i) && kinds[i - 1] == Kind.NAME;
    int length = word.text().length();
    if (word.isNumber()) {
      return afterName && TYPE_NUMBER.matcher(word.text()).matches() ? Kind.NAME : Kind.BREAK;
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
      boolean also = afterName && word.isCapitalised() && ALSO_NAMES.contains(word.lower());
      return also ? Kind.NAME : Kind.BREAK;
    }
    if (word.isCapitalised() && isName(i, word, afterName)) {
      return Kind.NAME;
    }
    return lists.isStop(word.lower()) ? Kind.BREAK : Kind.COMMON;
  }

  private boolean isName(int i, Word word, boolean afterName) {
    boolean beforeName = joined(i + 1) && mayBeName(words.get(i + 1));
    if (!word.opensSentence()) {
      return !lists.isStop(word.lower()) || afterName || beforeName;
    }
    if (seenLower.contains(word.lower()) && !seenCapitalised.contains(word.lower())) {
      return false;
    }
    if (beforeName) {
      return seenCapitalised.contains(word.lower())
          || !(lists.isStop(word.lower()) || lists.isGeneral(word.lower()));
    }
    return seenCapitalised.contains(word.lower())
        && !seenLower.contains(word.lower())
        && !lists.isStop(word.lower());
  }

  private boolean mayBeName(Word word) {
    return word.isCapitalised() && !lists.isStopEvenInNames(word.lower());
  }

  /** Whether a word in capitals is just a word. */
  private boolean isShouted(Word word) {
    boolean isWord = seenLower.contains(word.lower()) && !lists.isStopEvenInNames(word.lower());
    return isWord || shouted.contains(word.sentence());
  }

  /** Singular and plural have one key, but only of what is no name. */
  private String key(Word word) {
    if (word.isAcronym() && lists.isStopEvenInNames(word.lower())) {
      // "US" is not "us".
      return word.text();
    }
    String singular = singular(word.lower());
    return seenLower.contains(word.lower()) || seenLower.contains(singular)
        ? singular
        : word.lower();
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

  private void propose() {
    for (int i = 0; i < kinds.length; ) {
      if (kinds[i] == Kind.NAME) {
        int end = endOf(i, true);
        proposeName(i, end);
        i = end;
      } else if (kinds[i] == Kind.COMMON) {
        int end = endOf(i, false);
        proposeCommon(i, end);
        i = end;
      } else {
        i++;
      }
    }
  }

  private int endOf(int start, boolean name) {
    int end = start + 1;
    while (joined(end)
        && (name
            ? kinds[end] == Kind.NAME || kinds[end] == Kind.LINK
            : kinds[end] == Kind.COMMON)) {
      end++;
    }
    return end;
  }

  private void proposeName(int start, int end) {
    // After a capital that may belong to it or not, as in "New Labour", a name may be half.
    boolean mayBeHalf =
        joined(start)
            && kinds[start - 1] == Kind.BREAK
            && words.get(start - 1).isCapitalised()
            && words.get(start - 1).opensSentence()
            && !lists.isStopEvenInNames(words.get(start - 1).lower());
    // "told CNN": that is who asked.
    boolean isSource = joined(start) && start > 0 && words.get(start - 1).lower().equals("told");
    if (mayBeHalf || isSource) {
      return;
    }
    int person = start;
    boolean linked = false;
    int count = 0;
    for (int i = start; i < end; i++) {
      linked |= kinds[i] == Kind.LINK;
      count += kinds[i] == Kind.LINK ? 0 : 1;
      if (i + 1 < end && lists.isRole(words.get(i).lower())) {
        person = i + 1;
      }
    }
    if (count <= MOST_WORDS && end - start <= MOST_WITH_LINKS && isTelling(start, end)) {
      propose(start, end);
    }
    if (person > start && !linked && end - person <= MOST_WORDS && end - person > 1) {
      propose(person, end);
    }
    // "EU referendum".
    int most = Math.min(joined(end) ? endOf(end, false) : end, start + MOST_WORDS);
    for (int to = end + 1; to <= most && kinds[end] == Kind.COMMON; to++) {
      if (isTelling(start, to)) {
        boolean adjective = end - start == 1 && lists.isAdjective(words.get(start).lower());
        if (adjective && to == end + 1) {
          propose(start, to);
        } else {
          proposeIfRepeated(start, to);
        }
      }
    }
  }

  private void proposeCommon(int start, int end) {
    for (int from = start; from < end; from++) {
      for (int to = from + 1; to <= Math.min(end, from + MOST_WORDS); to++) {
        if (isTelling(from, to)) {
          int count = to - from;
          if (count < 3 || (count == 3 && from == start && to == end)) {
            propose(from, to);
          } else {
            proposeIfRepeated(from, to);
          }
        }
      }
    }
  }

  private boolean isTelling(int from, int to) {
    Word last = words.get(to - 1);
    if (lists.isAdjective(last.lower())) {
      // "Fort West" ends with a name, "British" is none.
      return kinds[to - 1] == Kind.NAME && to - from > 1;
    }
    boolean isLong = to - from > 1;
    if (kinds[to - 1] == Kind.COMMON
        && isLong
        && (last.possessive() || last.text().indexOf('-') > 0)) {
      return false;
    }
    if (kinds[to - 1] == Kind.COMMON
        && last.lower().endsWith("ing")
        && !nouns.contains(keys[to - 1])) {
      return false;
    }
    return to - from > 1
        || (!lists.isGeneral(last.lower())
            && (last.text().length() >= SHORTEST_WORD || last.isAcronym()));
  }

  /** Proposes what can be taken for a phrase wherever it stands. */
  private void propose(int from, int to) {
    proposeIfRepeated(from, to).markWhole();
  }

  /** Proposes what may be more than a phrase, or less: it must come twice. */
  private Candidate proposeIfRepeated(int from, int to) {
    List<String> key = keyList.subList(from, to);
    Candidate candidate = candidates.get(key);
    if (candidate == null) {
      candidate = new Candidate(key, kinds[from] == Kind.NAME);
      candidates.put(candidate.words(), candidate);
    }
    return candidate;
  }

  private void locate() {
    Set<String> firstWords = new HashSet<>();
    candidates.keySet().forEach(key -> firstWords.add(key.get(0)));
    for (int from = 0; from < kinds.length; from++) {
      if (!firstWords.contains(keys[from])) {
        continue;
      }
      for (int to = from + 1; to <= Math.min(kinds.length, from + MOST_WITH_LINKS); to++) {
        if ((to > from + 1 && !joined(to - 1)) || kinds[to - 1] == Kind.BREAK) {
          break;
        }
        Candidate candidate = candidates.get(keyList.subList(from, to));
        if (candidate != null && !cutsName(from, to)) {
          Span span = new Span(words.get(from).start(), words.get(to - 1).end());
          int sentence = words.get(from).sentence();
          candidate.add(span, form(span, sentence), sentence);
        }
      }
    }
  }

  private boolean cutsName(int from, int to) {
    boolean before =
        joined(from)
            && kinds[from] == Kind.NAME
            && (kinds[from - 1] == Kind.LINK
                || (kinds[from - 1] == Kind.NAME && !lists.isRole(words.get(from - 1).lower())));
    boolean after =
        joined(to)
            && kinds[to - 1] == Kind.NAME
            && (kinds[to] == Kind.NAME || kinds[to] == Kind.LINK);
    return before || after;
  }

  private String form(Span span, int index) {
    Sentence sentence = sentences.get(index);
    int start = span.start() - sentence.start();
    return sentence.text().substring(start, start + span.length());
  }

  /** Leaves out what occurs only as a part of something else. */
  private List<Candidate> sift() {
    Map<List<String>, Candidate> left = new LinkedHashMap<>(candidates);
    left.values().removeIf(c -> c.spans().isEmpty() || (!c.isWhole() && c.mentions() < 2));
    Set<List<String>> parts = new HashSet<>();
    for (Candidate whole : left.values()) {
      int size = whole.words().size();
      for (int from = 0; from < size; from++) {
        for (int to = from + 1; to <= size; to++) {
          List<String> key = whole.words().subList(from, to);
          Candidate part = to - from < size ? left.get(key) : null;
          if (part != null
              && part.mentions() <= whole.mentions()
              && (whole.mentions() > 1 || size == 2 || whole.isName())) {
            parts.add(part.words());
          }
        }
      }
    }
    left.keySet().removeAll(parts);
    mergeSurnames(left);
    return List.copyOf(left.values());
  }

  /** "Mr Brown" is Gordon Brown, of several Browns the one who is mentioned most. */
  private void mergeSurnames(Map<List<String>, Candidate> left) {
    Map<String, Candidate> byLast = new HashMap<>();
    for (Candidate full : left.values()) {
      if (full.isName() && full.words().size() > 1) {
        String last = full.words().get(full.words().size() - 1);
        byLast.merge(last, full, this::fuller);
      }
    }
    List<Candidate> parts =
        left.values().stream()
            .filter(c -> c.isName() && byLast.containsKey(c.words().get(0)))
            .filter(c -> c.words().size() == 1)
            .toList();
    for (Candidate part : parts) {
      Objects.requireNonNull(byLast.get(part.words().get(0))).addMentions(part);
      left.remove(part.words());
    }
  }

  private Candidate fuller(Candidate a, Candidate b) {
    boolean roleA = lists.isRole(a.words().get(0));
    boolean roleB = lists.isRole(b.words().get(0));
    if (roleA != roleB) {
      return roleA ? b : a;
    }
    return b.mentions() > a.mentions() ? b : a;
  }
}
