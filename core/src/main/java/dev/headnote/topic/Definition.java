package dev.headnote.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an article says that its subject is: "American jazz trumpeter" in "Don Ellis (1934–1978) was
 * an American jazz trumpeter who led a big band". Encyclopaedias, company profiles and descriptions
 * of products begin so. All else in such a sentence, where and when and by whom, says less of the
 * topic than this phrase, the genus of a definition. That "is a" finds it is of Hearst, "Automatic
 * acquisition of hyponyms from large text corpora" (COLING 1992). docs/topics/labels.md has what it
 * brings.
 */
public final class Definition {

  /** A subject has at most so many words, those in brackets not counted. */
  private static final int LONGEST_SUBJECT = 10;

  /** So many words of the phrase are enough. */
  private static final int LONGEST_PHRASE = 12;

  private static final Set<String> VERBS = Set.of("is", "was", "are", "were");

  /** What may stand between verb and article. */
  private static final Set<String> ADVERBS = Set.of("also", "both", "currently", "now");

  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  /** No definition has these as its subject's first word. */
  private static final Set<String> POINTERS =
      Set.of(
          ("he here how i it my one our she that there these they this we what when where which"
                  + " who why you")
              .split(" "));

  /** Where these stand before the verb, somebody says what follows. */
  private static final Set<String> REPORTS = Set.of("said", "says", "told");

  private static final String QUOTES = "\"'“”‘’„«»";

  /** What says more of the subject than its kind begins with these; "of" belongs to the kind. */
  private static final Set<String> QUALIFIERS =
      Set.of(
          ("after as at based before between born built by called consisting designed"
                  + " directed during first for found founded from held in known living located"
                  + " made named near on owned produced published recorded released since situated"
                  + " starring that to under used when where which who whose with written")
              .split(" "));

  private Definition() {}

  /**
   * Finds the phrase. Takes linear time.
   *
   * @param sentence an article's first
   * @return its words, without the article before them; empty if the sentence is no definition
   */
  public static Optional<String> of(String sentence) {
    List<String> words = withoutBrackets(sentence);
    int verb = verb(words);
    if (verb < 0
        || POINTERS.contains(lower(withoutOpeningQuotes(words.get(0))))
        || words.subList(0, verb).stream().anyMatch(REPORTS::contains)) {
      return Optional.empty();
    }
    int article = verb + 1;
    while (article < words.size() && ADVERBS.contains(words.get(article))) {
      article++;
    }
    if (article == words.size() || !ARTICLES.contains(words.get(article))) {
      return Optional.empty();
    }
    String phrase = phrase(words.subList(article + 1, words.size()));
    return phrase.isEmpty() ? Optional.empty() : Optional.of(phrase);
  }

  /** As many of a sentence's words as a definition can take. */
  private static List<String> withoutBrackets(String sentence) {
    int most = LONGEST_SUBJECT + ADVERBS.size() + LONGEST_PHRASE + 2;
    List<String> words = new ArrayList<>();
    int depth = 0;
    int start = -1;
    for (int i = 0; i <= sentence.length() && words.size() < most; i++) {
      char c = i < sentence.length() ? sentence.charAt(i) : ' ';
      boolean open = c == '(' || c == '[';
      boolean close = c == ')' || c == ']';
      boolean inWord = depth == 0 && !open && !close && !Character.isWhitespace(c);
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        words.add(sentence.substring(start, i));
        start = -1;
      }
      depth = Math.max(0, depth + (open ? 1 : 0) - (close ? 1 : 0));
    }
    return words;
  }

  /** Where the verb stands, or -1. */
  private static int verb(List<String> words) {
    for (int i = 1; i < words.size() && i <= LONGEST_SUBJECT; i++) {
      if (VERBS.contains(words.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static String phrase(List<String> words) {
    List<String> phrase = new ArrayList<>();
    for (String word : words) {
      String bare = withoutEndingMarks(word);
      if (phrase.size() == LONGEST_PHRASE
          || (!phrase.isEmpty() && QUALIFIERS.contains(lower(bare)))) {
        break;
      }
      if (!bare.isEmpty()) {
        phrase.add(bare);
      }
      String marks = word.substring(bare.length());
      if (!marks.isEmpty() && !marks.equals(",")) {
        break;
      }
    }
    return String.join(" ", phrase);
  }

  private static String withoutEndingMarks(String word) {
    int end = word.length();
    while (end > 0 && (".,;:!?" + QUOTES).indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }

  private static String withoutOpeningQuotes(String word) {
    int start = 0;
    while (start < word.length() && QUOTES.indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    return word.substring(start);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
