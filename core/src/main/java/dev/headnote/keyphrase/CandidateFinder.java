package dev.headnote.keyphrase;

import dev.headnote.Sentence;
import dev.headnote.Span;
import dev.headnote.keyphrase.ClassifiedWords.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the phrases of an article that may be keyphrases, and all their occurrences, without a
 * tagger: names are runs of capitalised words, other phrases are what stop words and punctuation
 * leave between them (Rose et al. 2010), up to four words of it. Takes time in proportion to the
 * text. For one article and one thread.
 */
final class CandidateFinder {

  private static final int MOST_WORDS = 4;

  /** With its links a name has no more words. */
  private static final int MOST_WITH_LINKS = 6;

  private static final int SHORTEST_WORD = 3;

  private final WordLists lists = WordLists.ENGLISH;
  private final List<Sentence> sentences;
  private final ClassifiedWords words;
  private final Map<List<String>, Candidate> candidates = new LinkedHashMap<>();

  private CandidateFinder(List<Sentence> sentences) {
    this.sentences = sentences;
    this.words = ClassifiedWords.of(sentences);
  }

  /** Returns the candidates in the order of their first occurrences. */
  static List<Candidate> find(List<Sentence> sentences) {
    CandidateFinder finder = new CandidateFinder(sentences);
    finder.propose();
    finder.locate();
    return finder.sift();
  }

  private void propose() {
    for (int i = 0; i < words.size(); ) {
      if (words.kind(i) == Kind.NAME) {
        int end = words.endOfName(i);
        proposeName(i, end);
        i = end;
      } else if (words.kind(i) == Kind.COMMON) {
        int end = words.endOfCommon(i);
        proposeCommon(i, end);
        i = end;
      } else {
        i++;
      }
    }
  }

  private void proposeName(int start, int end) {
    // After a capital that may belong to it or not, as in "New Labour", a name may be half.
    boolean mayBeHalf =
        words.joined(start)
            && words.kind(start - 1) == Kind.BREAK
            && words.get(start - 1).isCapitalised()
            && words.get(start - 1).opensSentence()
            && !lists.isStopEvenInNames(words.get(start - 1).lower());
    // "told CNN": that is who asked.
    boolean isSource = words.joined(start) && words.get(start - 1).lower().equals("told");
    if (mayBeHalf || isSource) {
      return;
    }
    int person = start;
    boolean linked = false;
    int count = 0;
    for (int i = start; i < end; i++) {
      linked |= words.kind(i) == Kind.LINK;
      count += words.kind(i) == Kind.LINK ? 0 : 1;
      if (i + 1 < end && lists.isRole(words.get(i).lower())) {
        person = i + 1;
      }
    }
    boolean isPerson = person > start && !linked && end - person <= MOST_WORDS && end - person > 1;
    if (count <= MOST_WORDS
        && end - start <= MOST_WITH_LINKS
        && isTelling(start, end)
        && !(isPerson && lacksFirstWord(start))) {
      propose(start, end);
    }
    if (isPerson) {
      propose(person, end);
    }
    // "EU referendum".
    int most = Math.min(words.joined(end) ? words.endOfCommon(end) : end, start + MOST_WORDS);
    for (int to = end + 1; to <= most && words.kind(end) == Kind.COMMON; to++) {
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

  /** Whether a capital that opens its sentence was no name: "Home" of "Home Secretary Ann Lee". */
  private boolean lacksFirstWord(int start) {
    return words.joined(start)
        && words.kind(start - 1) == Kind.COMMON
        && words.get(start - 1).isCapitalised()
        && words.get(start - 1).opensSentence();
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
      return words.kind(to - 1) == Kind.NAME && to - from > 1;
    }
    boolean isLong = to - from > 1;
    if (words.kind(to - 1) == Kind.COMMON
        && isLong
        && (last.possessive() || last.text().indexOf('-') > 0)) {
      return false;
    }
    if (words.kind(to - 1) == Kind.COMMON
        && last.lower().endsWith("ing")
        && !words.isNoun(to - 1)) {
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
    List<String> key = words.keys(from, to);
    Candidate candidate = candidates.get(key);
    if (candidate == null) {
      candidate = new Candidate(key, words.kind(from) == Kind.NAME);
      candidates.put(candidate.words(), candidate);
    }
    return candidate;
  }

  private void locate() {
    Set<String> firstWords = new HashSet<>();
    candidates.keySet().forEach(key -> firstWords.add(key.get(0)));
    for (int from = 0; from < words.size(); from++) {
      if (!firstWords.contains(words.key(from))) {
        continue;
      }
      for (int to = from + 1; to <= Math.min(words.size(), from + MOST_WITH_LINKS); to++) {
        if ((to > from + 1 && !words.joined(to - 1)) || words.kind(to - 1) == Kind.BREAK) {
          break;
        }
        Candidate candidate = candidates.get(words.keys(from, to));
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
        words.joined(from)
            && words.kind(from) == Kind.NAME
            && (words.kind(from - 1) == Kind.LINK
                || (words.kind(from - 1) == Kind.NAME
                    && !lists.isRole(words.get(from - 1).lower())));
    boolean after =
        words.joined(to)
            && words.kind(to - 1) == Kind.NAME
            && (words.kind(to) == Kind.NAME || words.kind(to) == Kind.LINK);
    return before || after;
  }

  private String form(Span span, int index) {
    Sentence sentence = sentences.get(index);
    int start = span.start() - sentence.start();
    return sentence.text().substring(start, start + span.length());
  }

  /** Leaves out what occurs only as a part of something else. */
  private List<Candidate> sift() {
    Map<List<String>, Candidate> remaining = new LinkedHashMap<>(candidates);
    remaining.values().removeIf(c -> c.spans().isEmpty() || (!c.isWhole() && c.mentions() < 2));
    Set<List<String>> parts = new HashSet<>();
    for (Candidate whole : remaining.values()) {
      int size = whole.words().size();
      for (int from = 0; from < size; from++) {
        for (int to = from + 1; to <= size; to++) {
          List<String> key = whole.words().subList(from, to);
          Candidate part = to - from < size ? remaining.get(key) : null;
          if (part != null
              && part.mentions() <= whole.mentions()
              && (whole.mentions() > 1 || size == 2 || whole.isName())) {
            parts.add(part.words());
          }
        }
      }
    }
    remaining.keySet().removeAll(parts);
    mergeSurnames(remaining);
    mergeAcronyms(remaining);
    return List.copyOf(remaining.values());
  }

  /** "Mr Brown" is Gordon Brown, of several Browns the one who is mentioned most. */
  private void mergeSurnames(Map<List<String>, Candidate> remaining) {
    Map<String, Candidate> byLast = new HashMap<>();
    for (Candidate full : remaining.values()) {
      if (full.isName() && full.words().size() > 1) {
        String last = full.words().get(full.words().size() - 1);
        byLast.merge(last, full, this::fuller);
      }
    }
    List<Candidate> parts =
        remaining.values().stream()
            .filter(c -> c.isName() && byLast.containsKey(c.words().get(0)))
            .filter(c -> c.words().size() == 1)
            .toList();
    for (Candidate part : parts) {
      Objects.requireNonNull(byLast.get(part.words().get(0))).addMentions(part);
      remaining.remove(part.words());
    }
  }

  /**
   * "WEF" is the World Economic Forum: the more frequent of the two has the other's occurrences,
   * too. Two letters may well be those of other words.
   */
  private void mergeAcronyms(Map<List<String>, Candidate> remaining) {
    Map<String, Candidate> byInitials = new HashMap<>();
    for (Candidate full : remaining.values()) {
      if (full.isName() && full.words().size() > 2) {
        byInitials.merge(ClassifiedWords.initials(full.words()), full, this::fuller);
      }
    }
    for (Candidate acronym : remaining.values().stream().filter(Candidate::isAcronym).toList()) {
      Candidate full = byInitials.get(acronym.words().get(0).toLowerCase(Locale.ROOT));
      if (full != null) {
        boolean keepsFull = full.mentions() >= acronym.mentions();
        Candidate kept = keepsFull ? full : acronym;
        Candidate other = keepsFull ? acronym : full;
        kept.addName(other);
        remaining.remove(other.words());
      }
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
