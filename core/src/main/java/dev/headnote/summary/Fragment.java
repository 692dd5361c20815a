package dev.headnote.summary;

import dev.headnote.Sentence;
import dev.headnote.talk.Pleasantry;
import dev.headnote.talk.Talk;
import java.util.List;

/**
 * Tells headings, greetings and the like from sentences: they are short, have no end, are cut in
 * two, or are said to be polite.
 */
final class Fragment {

  /** A text of fewer words without an end is a heading or the like. */
  private static final int HEADING_WORDS = 8;

  /** A text of fewer words says nothing by itself, however it ends: "4 p.m.", "Thank you." */
  private static final int SENTENCE_WORDS = 3;

  /** Longer words begin with a capital in a headline. */
  private static final int LONGEST_SMALL_WORD = 4;

  /** The label of somebody who speaks is no longer. */
  private static final int LONGEST_LABEL = 30;

  private static final String ENDS = ".!?…。！？";
  private static final String CODE = "=(){}[]<>_#@|;+*\\/";

  /** Of these, what prose has not; it has notes in brackets, paths and stars. */
  private static final String CODE_ALONE = "={};_|\\<>";

  /** Whether each character of ASCII is one of {@link #CODE}. */
  private static final boolean[] IS_CODE = new boolean[128];

  static {
    CODE.chars().forEach(c -> IS_CODE[c] = true);
  }

  private static final int FEWEST_SIGNS = 6;
  private static final int MOST_CHARS_A_SIGN = 12;
  private static final String CLOSING = "\"'”’»)]";

  // Scripts without spaces between words.
  private static final int FIRST_OF_THAI = 0x0e00;
  private static final int LAST_OF_BURMESE = 0x109f;
  private static final int FIRST_OF_CHINESE = 0x2e80;

  private Fragment() {}

  /**
   * For each sentence whether it is one; in a {@linkplain Talk talk} pleasantries and short answers
   * are, too.
   */
  static boolean[] of(List<Sentence> sentences) {
    boolean talk = Talk.is(sentences);
    boolean[] fragments = new boolean[sentences.size()];
    for (int i = 0; i < fragments.length; i++) {
      String text = sentences.get(i).text();
      int words = sentences.get(i).wordCount();
      fragments[i] |= is(text, words) || (talk && saysLittle(text, Talk.saidFrom(text), words));
      if (i + 1 < fragments.length
          && words >= HEADING_WORDS
          && goesOn(text, sentences.get(i + 1).text())) {
        fragments[i] = true;
        fragments[i + 1] = true;
      }
    }
    return fragments;
  }

  /**
   * Whether what should be one sentence was cut, as by the foot of a page and the head of one: the
   * first half has a sentence's beginning, and the second its end. Items below a line with a colon,
   * or between semicolons, are none.
   */
  private static boolean goesOn(String text, String next) {
    return !hasEnd(text)
        && hasEnd(next)
        && !Character.isLowerCase(text.charAt(0))
        && Character.isLowerCase(next.charAt(0))
        && ":;".indexOf(text.charAt(text.length() - 1)) < 0;
  }

  /** Whether a sentence of a talk is a short answer or a pleasantry. */
  private static boolean saysLittle(String text, int saidFrom, int words) {
    long label = text.substring(0, saidFrom).chars().filter(c -> c == ' ').count();
    return (words - label < HEADING_WORDS && partsWords(text))
        || Pleasantry.is(text.substring(saidFrom));
  }

  /**
   * @param words how many words the text has
   */
  static boolean is(String text, int words) {
    int label = labelWords(text);
    int said = words - label;
    return isCode(text)
        || (said < SENTENCE_WORDS && partsWords(text))
        || (said < HEADING_WORDS && (label > 0 || isInCapitals(text) || !hasEnd(text)))
        || (!hasEnd(text) && isHeadline(text));
  }

  /**
   * Whether all words but small ones begin with capitals or figures, as in headlines, and more
   * begin with capitals than are small.
   */
  private static boolean isHeadline(String text) {
    int capitals = 0;
    int smalls = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
        continue;
      }
      if (i > start) {
        boolean small = Character.isLowerCase(text.charAt(start));
        if (small && i - start > LONGEST_SMALL_WORD) {
          return false;
        }
        capitals += Character.isUpperCase(text.charAt(start)) ? 1 : 0;
        smalls += small ? 1 : 0;
      }
      start = i + 1;
    }
    return capitals > smalls;
  }

  /** How many words stand before a colon and say, in capitals, who speaks; 0 if none do. */
  private static int labelWords(String text) {
    int words = 1;
    int stop = Math.min(text.length() - 1, LONGEST_LABEL);
    for (int i = 0; i < stop; i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i > 1 && text.charAt(i + 1) == ' ' ? words : 0;
      }
      if (!Character.isUpperCase(c) && " .'’-".indexOf(c) < 0) {
        return 0;
      }
      words += c == ' ' ? 1 : 0;
    }
    return 0;
  }

  /** Whether a text has so many signs that it is a program, or a line to type. */
  private static boolean isCode(String text) {
    int signs = 0;
    boolean code = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < IS_CODE.length && IS_CODE[c]) {
        signs++;
        code |= CODE_ALONE.indexOf(c) >= 0;
      }
    }
    return code && signs >= FEWEST_SIGNS && signs * MOST_CHARS_A_SIGN >= text.length();
  }

  /** Whether a text has letters, and all of them are capitals: not in scripts without these. */
  private static boolean isInCapitals(String text) {
    return text.chars().anyMatch(Character::isUpperCase)
        && text.chars().allMatch(c -> Character.isUpperCase(c) || !Character.isLetter(c));
  }

  /** Whether a text's script has spaces between words: in others, sentences are one word. */
  private static boolean partsWords(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                Character.isLetter(c)
                    && (c >= FIRST_OF_CHINESE || (c >= FIRST_OF_THAI && c <= LAST_OF_BURMESE)));
  }

  /** Whether a text ends as a sentence does, perhaps with a quote or a bracket after that. */
  private static boolean hasEnd(String text) {
    int last = text.length() - 1;
    while (last > 0 && CLOSING.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && ENDS.indexOf(text.charAt(last)) >= 0;
  }
}
