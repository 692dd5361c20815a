package dev.headnote.text.rule;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import java.util.Set;

/**
 * Tells an article's own sentences that happen to hold a publisher's phrase, "Figures compiled by
 * the council show a rise.", from what publishers say of an article or ask its readers. Most
 * phrases are publishers' alone; a list says which are not, and calls to readers may all be told.
 */
public final class OwnSentences {

  private static final Set<String> PHRASES = PhraseLists.set("own-phrase");

  /** What only publishers speak of. */
  private static final Set<String> OF_ARTICLES = PhraseLists.set("article-word");

  /** What publishers speak of as "this". */
  private static final Set<String> OF_THIS = PhraseLists.set("this-word");

  private static final Set<String> TO_READERS = PhraseLists.set("reader-word");

  private OwnSentences() {}

  /**
   * Whether a phrase may be an article's own.
   *
   * @param told what it says of a line if it isn't
   */
  public static boolean mayHold(String phrase, Reason told) {
    return told == Reason.PROMOTION || PHRASES.contains(phrase);
  }

  /**
   * Whether a plain line is a whole sentence with such a phrase inside that speaks neither of the
   * text that it stands in nor, where publishers would, to its readers.
   *
   * @param told what the phrase alone would say of the line
   */
  public static boolean holds(String line, String phrase, Reason told) {
    return mayHold(phrase, told)
        && endsSentence(line)
        && !opensSentence(line, line.indexOf(phrase))
        && !speaksOfArticle(line, told != Reason.ATTRIBUTION && told != Reason.COPYRIGHT)
        && (told != Reason.PROMOTION || !Appeals.calls(line));
  }

  private static boolean endsSentence(String line) {
    int end = line.length();
    while (end > 1 && "\"')".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.charAt(end - 1) == '.';
  }

  /** Whether nothing, or a sign that parts sentences, stands before an offset. */
  private static boolean opensSentence(String line, int at) {
    int before = at - 1;
    while (before >= 0 && (line.charAt(before) == ' ' || line.charAt(before) == '"')) {
      before--;
    }
    return before < PlainLine.wordStart(line) || ".!?:|-\u2022(".indexOf(line.charAt(before)) >= 0;
  }

  private static boolean speaksOfArticle(String line, boolean orToReaders) {
    boolean behindThis = false;
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i < line.length() && (Chars.isLetter(line.charAt(i)) || line.charAt(i) == '\'')) {
        continue;
      }
      if (i > start) {
        String word = line.substring(start, i);
        if (OF_ARTICLES.contains(word)
            || (behindThis && OF_THIS.contains(word))
            || (orToReaders && TO_READERS.contains(word))) {
          return true;
        }
        behindThis = word.equals("this") || word.equals("these");
      }
      start = i + 1;
    }
    return false;
  }
}
