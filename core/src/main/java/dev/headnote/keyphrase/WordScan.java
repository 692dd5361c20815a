package dev.headnote.keyphrase;

import dev.headnote.Sentence;
import dev.headnote.talk.Pleasantry;
import dev.headnote.talk.Talk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the words of sentences: in a talk not who speaks, nor greetings, thanks and stage
 * directions. For one thread.
 */
final class WordScan {

  /** Abbreviations after which a name goes on, such as "St." and "John F.", are no longer. */
  private static final int ABBREVIATION = 4;

  /** Who speaks is named in no more characters before a colon. */
  private static final int LONGEST_LABEL = 30;

  /** A talk has as many; a name before a colon time and again may be what a text is about. */
  private static final int FEWEST_SPEAKERS = 2;

  /** A word may have it wherever a line may end; it is no part of it. */
  static final char SOFT_HYPHEN = '\u00ad';

  static final char NO_BREAK_SPACE = '\u00a0';

  private final List<Word> words = new ArrayList<>();

  private WordScan() {}

  static List<Word> of(List<Sentence> sentences) {
    WordScan scan = new WordScan();
    Set<String> once = new HashSet<>();
    Set<String> again = new HashSet<>();
    List<String> labels = sentences.stream().map(sentence -> label(sentence.text())).toList();
    for (String label : labels) {
      if (!label.isEmpty() && !once.add(label)) {
        again.add(label);
      }
    }
    boolean named = again.size() >= FEWEST_SPEAKERS;
    boolean talk = again.size() != 1 && Talk.is(sentences);
    for (int i = 0; i < labels.size(); i++) {
      Sentence sentence = sentences.get(i);
      String text = sentence.text();
      int saidFrom = talk ? Talk.saidFrom(text) : 0;
      if (talk && Pleasantry.is(text.substring(saidFrom))) {
        continue;
      }
      boolean speaks = named && again.contains(labels.get(i));
      int labelEnd = speaks ? labelStart(text) + labels.get(i).length() : 0;
      scan.add(sentence, Math.max(labelEnd, saidFrom));
    }
    return scan.words;
  }

  /** Returns what stands before the first colon, if it may be who speaks, without a time. */
  private static String label(String text) {
    int from = labelStart(text);
    int colon = text.indexOf(": ", from);
    return colon > 0
            && colon - from <= LONGEST_LABEL
            && Character.isUpperCase(text.codePointAt(from))
        ? text.substring(from, colon)
        : "";
  }

  /** Where a label begins, behind a time in brackets if one opens the text. */
  private static int labelStart(String text) {
    int from = text.startsWith("[") ? text.indexOf(']') + 1 : 0;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    return from;
  }

  /**
   * @param from where the words begin that count
   */
  private void add(Sentence sentence, int from) {
    String text = sentence.text();
    int previousEnd = from;
    boolean opens = true;
    boolean possessive = false;
    boolean parted = false;
    for (int at = from; at < text.length(); ) {
      int address = Addresses.end(text, at);
      if (address > at) {
        parted = true;
        previousEnd = address;
        at = address;
        continue;
      }
      // A mark belongs to a letter before it, or to a sign that is no letter.
      if (!Character.isLetterOrDigit(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      int start = at;
      int end = wordEnd(text, at);
      int stem = withoutPossessive(text, start, end);
      String gap = text.substring(previousEnd, start);
      opens |= mayOpenSentence(gap);
      boolean joined = start > 0 && previousEnd > 0 && !possessive && !parted && joins(gap);
      String word = withoutSoftHyphens(text.substring(start, stem));
      words.add(
          new Word(
              sentence.start() + start,
              sentence.start() + stem,
              word,
              lower(word),
              sentence.index(),
              opens,
              joined,
              stem < end));
      possessive = stem < end;
      opens = false;
      parted = false;
      previousEnd = end;
      at = end;
    }
  }

  static String withoutSoftHyphens(String text) {
    return text.replace(String.valueOf(SOFT_HYPHEN), "");
  }

  private static String lower(String word) {
    String whole = word.indexOf('-') < 0 ? word : Candidate.folded(word);
    String lower = whole.toLowerCase(Locale.ROOT);
    boolean isAbbreviation = word.chars().allMatch(c -> c == '.' || Character.isUpperCase(c));
    return isAbbreviation ? lower.replace(".", "") : lower;
  }

  /** Whether it has a quotation mark or a colon, after which a sentence may begin. */
  private static boolean mayOpenSentence(String gap) {
    for (int i = 0; i < gap.length(); i++) {
      if ("\"\u201c\u2018:".indexOf(gap.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether words on both sides of a gap may be in one phrase. */
  private boolean joins(String gap) {
    if (gap.isEmpty()) {
      return false;
    }
    int at = 0;
    if (gap.charAt(0) == '.') {
      Word before = words.get(words.size() - 1);
      if (!before.isCapitalised() || before.text().length() > ABBREVIATION) {
        return false;
      }
      at = 1;
    }
    for (; at < gap.length(); at++) {
      if (!Character.isWhitespace(gap.charAt(at)) && gap.charAt(at) != NO_BREAK_SPACE) {
        return false;
      }
    }
    return gap.charAt(at - 1) != '.';
  }

  private static int wordEnd(String text, int start) {
    int at = start;
    int dots = 0;
    while (at < text.length()) {
      if (isInWord(text, at)) {
        at += Character.charCount(text.codePointAt(at));
      } else if (at + 1 < text.length() && isInWord(text, at + 1)) {
        char c = text.charAt(at);
        boolean dotted = c == '.' && isShort(text, start, at);
        boolean goesOn =
            "'\u2019-\u2010\u2011&".indexOf(c) >= 0
                || c == SOFT_HYPHEN
                || isInNumber(text, at)
                || isInSite(text, start, at);
        if (!dotted && !goesOn) {
          break;
        }
        dots += dotted ? 1 : 0;
        at++;
      } else if (behindBrokenHyphen(text, at) > at) {
        at = behindBrokenHyphen(text, at);
      } else {
        break;
      }
    }
    // The last dot of "U.S." is the word's, too.
    return dots > 0 && at < text.length() && text.charAt(at) == '.' && isShort(text, start, at)
        ? at + 1
        : at;
  }

  /**
   * Returns where a word goes on behind a hyphen at a line's end, as {@link Sentence#inOneLine}
   * shows it: "harbour-" and "master", but not "two-" and "or". Else it is the hyphen's offset.
   */
  private static int behindBrokenHyphen(String text, int hyphen) {
    if (text.charAt(hyphen) != '-' || !Character.isLowerCase(text.charAt(hyphen - 1))) {
      return hyphen;
    }
    int next = hyphen + 1;
    boolean broken = false;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      broken |= text.charAt(next) == '\n' || text.charAt(next) == '\r';
      next++;
    }
    if (!broken || next == text.length() || !Character.isLowerCase(text.charAt(next))) {
      return hyphen;
    }
    int end = next;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return WordLists.ENGLISH.isStopEvenInNames(text.substring(next, end)) ? hyphen : next;
  }

  /** Whether there is a single letter before a dot, as in "U.S.". */
  private static boolean isShort(String text, int start, int dot) {
    return Character.isUpperCase(text.charAt(dot - 1))
        && (dot - 1 == start || text.charAt(dot - 2) == '.');
  }

  /** Whether a dot is a part of a name such as "Amazon.com": a sentence begins with a capital. */
  private static boolean isInSite(String text, int start, int at) {
    return text.charAt(at) == '.'
        && at - start > 1
        && Character.isUpperCase(text.charAt(start))
        && Character.isLetter(text.charAt(at - 1))
        && Character.isLetter(text.charAt(at - 2))
        && Character.isLowerCase(text.charAt(at + 1));
  }

  private static boolean isInNumber(String text, int at) {
    return (text.charAt(at) == '.' || text.charAt(at) == ',')
        && Character.isDigit(text.charAt(at - 1))
        && Character.isDigit(text.charAt(at + 1));
  }

  private static boolean isInWord(String text, int at) {
    int c = text.codePointAt(at);
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static int withoutPossessive(String text, int start, int end) {
    boolean possessive =
        end - start > 2
            && Character.toLowerCase(text.charAt(end - 1)) == 's'
            && (text.charAt(end - 2) == '\'' || text.charAt(end - 2) == '\u2019');
    return possessive ? end - 2 : end;
  }
}
