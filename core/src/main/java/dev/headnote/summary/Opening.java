package dev.headnote.summary;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells English sentences that stand alone from those that need the sentence before: for a pronoun
 * without a noun to refer to ("He said"), a connective ("But"), a word that picks from what was
 * named ("Another"), or a quote without its speaker.
 *
 * <p>It goes by the words of the sentence alone, so it errs where grammar or knowledge is needed; a
 * sentence of another language stands alone. Stateless.
 */
final class Opening {

  /** No rule looks further into a sentence than this, so a long one costs no more. */
  private static final int MAX_CHARS = 150;

  private static final Pattern LEADING_MARKS = Pattern.compile("^[^\\p{L}\\p{N}]+");

  /**
   * A Turkish capital, the only character of which lower case makes two; no English word has it.
   */
  private static final char DOTTED_I = '\u0130';

  private static final char DOTLESS_I = '\u0131';

  private static final String QUOTES = "\"'“”‘’";
  private static final Pattern SINGLE_OPENING = Pattern.compile("(?:^|(?<=[ (]))'(?=\\p{L})");

  /** Unlike an apostrophe, it stands behind another mark. */
  private static final Pattern SINGLE_CLOSING = Pattern.compile("(?<=[,.!?])'(?!\\p{L})");

  private static final Pattern PRONOUN_SPEAKER = Pattern.compile("(?:he|she|they|it)\\b");

  private static final Pattern CONNECTIVE =
      Pattern.compile(
          "(?:but|and|or|nor|yet|thus|hence|therefore|however|nevertheless|nonetheless|moreover"
              + "|furthermore|additionally|also|otherwise|consequently|accordingly"
              + "|similarly|likewise|afterwards|so(?!-| far| many| much| few| long| called)"
              + "|then(?!-)|instead(?! of)|in addition(?! to)|as a result(?! of)|in contrast(?! to)"
              + "|in turn|in other words|in short|by contrast|for (?:example|instance)"
              + "|on the other hand|even so|if (?:so|not)"
              + "|(?:since|until|by|before) then|(?:still|besides|again|yes|no|plus|later)(?=,)"
              + "|the (?:next|following|previous|same) (?:day|night|morning|evening|week|month|year)"
              + ")\\b");

  private static final Pattern LATER =
      Pattern.compile("(?:\\w+ ){1,3}(?:minutes|hours|days|weeks|months|years) later\\b");

  /** What names one of several, where the several were named before. */
  private static final Pattern SELECTION =
      Pattern.compile(
          "(?:another|others?|the others?(?! day| night| week)|such|the latter|the same"
              + "|the former(?=,| is | was | has | had )|the (?:pair|duo|trio|two|three|four)(?!-)"
              + "|all (?:three|four|five|six)(?! of|-)"
              + "|both(?! \\S+(?: \\S+){0,2} and )|neither(?!.{1,60} nor )|either(?!.{1,60} or )"
              + "|(?:one|some|many|most|all|each|none|half|part|two|three) of (?:it|them|these|those))"
              + "\\b");

  /** Points at a thing named before, unless it points at the calendar or says itself at whom. */
  private static final Pattern DEMONSTRATIVE =
      Pattern.compile(
          "(?:(?:despite|after|before|because of|in|at|for|with|from|by|on|during|following|until"
              + "|since|of|to|if|when|while|as|given|without|under|all(?: of)?) )?"
              + "(?:this (?!morning|afternoon|evening|week|month|year|season|summer|autumn|winter"
              + "|spring|time|century|decade|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
              + "|that's |that (?!the |an? )|these (?!days)"
              + "|those (?!who|with|in |on |at |from |of |whose|aged|born|under|over|chosen|hit"
              + "|left|caught|\\w+(?:ing|ed)\\b))");

  /** What a sentence can need the one before it for. */
  enum Need {

    /** It stands alone. */
    NOTHING,

    /** It goes on where that one ended, and can be understood without: "But the bank refused". */
    TRANSITION,

    /** What it speaks of, or who speaks, is only said there. */
    REFERENCE,

    /** It is a part of a quotation, which only the sentences around it say. */
    QUOTATION
  }

  private Opening() {}

  /** What a sentence needs the one before it for. */
  static Need needOf(String sentence) {
    String text = sentence.strip();
    if (text.isEmpty()) {
      return Need.NOTHING;
    }
    if (hasQuoteAtAnEnd(text) && lacksSpeaker(withPlainQuotes(text))) {
      return Need.REFERENCE;
    }
    boolean isCut = text.length() > MAX_CHARS;
    String start = text.substring(0, isCut ? MAX_CHARS : text.length()).replace('’', '\'');
    String opening = LEADING_MARKS.matcher(folded(start)).replaceFirst("");
    // An abbreviation, not a pronoun.
    if (opening.startsWith("IT ")) {
      return Need.NOTHING;
    }
    Matcher connective = CONNECTIVE.matcher(lowerCase(opening));
    if (!connective.lookingAt()) {
      return refersBack(opening, isCut) ? Need.REFERENCE : Need.NOTHING;
    }
    String rest = opening.substring(connective.end());
    return refersBack(LEADING_MARKS.matcher(rest).replaceFirst(""), isCut)
        ? Need.REFERENCE
        : Need.TRANSITION;
  }

  private static boolean refersBack(String text, boolean isCut) {
    String lower = lowerCase(text);
    return (lower.contains(" later") && startsWith(LATER, lower))
        || startsWith(SELECTION, lower)
        || startsWith(DEMONSTRATIVE, lower)
        || OpenReference.isIn(text, lower, isCut);
  }

  /** A text in lower case, with each character in its place. */
  private static String lowerCase(String text) {
    return text.replace(DOTTED_I, DOTLESS_I).toLowerCase(Locale.ROOT);
  }

  private static boolean hasQuoteAtAnEnd(String text) {
    return QUOTES.indexOf(text.charAt(0)) >= 0
        || QUOTES.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** Straight double quotes for all others; single ones only where they close as a quotation. */
  private static String withPlainQuotes(String text) {
    String plain = text.replace('’', '\'').replace('‘', '\'').replace('“', '"').replace('”', '"');
    plain = plain.replace("''", "\"");
    return plain.indexOf('\'') >= 0 && SINGLE_CLOSING.matcher(plain).find()
        ? SINGLE_OPENING.matcher(SINGLE_CLOSING.matcher(plain).replaceAll("\"")).replaceAll("\"")
        : plain;
  }

  /** Whether a text is a quotation, or the end of one, whose speaker is unnamed or a pronoun. */
  private static boolean lacksSpeaker(String text) {
    boolean starts = text.startsWith("\"");
    boolean isTail =
        !starts && text.endsWith("\"") && text.chars().filter(c -> c == '"').count() % 2 == 1;
    if (!starts && !isTail) {
      return false;
    }
    StringBuilder outside = new StringBuilder();
    boolean inside = isTail;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        inside = !inside;
      } else if (!inside) {
        outside.append(text.charAt(i));
      }
    }
    String speaker = LEADING_MARKS.matcher(outside).replaceFirst("").toLowerCase(Locale.ROOT);
    return speaker.isEmpty() || startsWith(PRONOUN_SPEAKER, speaker);
  }

  private static boolean startsWith(Pattern pattern, String text) {
    return pattern.matcher(text).lookingAt();
  }

  /** Folds white space to single spaces. */
  private static String folded(String text) {
    String stripped = text.strip();
    StringBuilder line = new StringBuilder(stripped.length());
    boolean gap = false;
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      boolean space = c == ' ' || (c >= '\t' && c <= '\r');
      if (!space) {
        if (gap) {
          line.append(' ');
        }
        line.append(c);
      }
      gap = space;
    }
    return line.toString();
  }
}
