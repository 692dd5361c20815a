package dev.headnote.talk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells what people say only to greet, to thank, to hand over or to run a talk, by English phrases:
 * "Thank you, operator." Stateless.
 */
public final class Pleasantry {

  /** A longer sentence that begins with a phrase says something besides. */
  private static final int MOST_WORDS = 12;

  /** The same for a sentence that has a phrase anywhere. */
  private static final int MOST_WORDS_AROUND = 20;

  /** The same for phrases that hardly occur but to run a talk. */
  private static final int MOST_WORDS_RUNNING = 30;

  private static final Set<String> OPENERS =
      Set.of(
          "all", "and", "but", "great", "now", "oh", "ok", "okay", "right", "so", "sure", "um",
          "uh", "well", "yeah", "yes");

  private static final List<String> STARTS =
      phrases(
          "thank you",
          "thanks",
          "many thanks",
          "good morning",
          "good afternoon",
          "good evening",
          "hello",
          "hi",
          "welcome to",
          "welcome back",
          "welcome everyone",
          "you're welcome",
          "ladies and gentlemen",
          "please go ahead",
          "go ahead",
          "over to you",
          "good question",
          "a good question",
          "great question",
          "a great question",
          "that's a good question",
          "that's a great question",
          "it's a pleasure",
          "it's great to be here",
          "it's good to be here",
          "glad to be here",
          "happy to be here",
          "nice to be here",
          "my pleasure",
          "our first question",
          "our next question",
          "our last question",
          "next question",
          "the next question",
          "any other questions",
          "any more questions",
          "are there any questions",
          "can you hear me",
          "can everyone hear me",
          "the floor is yours",
          "let's get started",
          "let's begin",
          "my name is",
          "see you",
          "i want to thank",
          "i'd like to thank",
          "i would like to thank",
          "please welcome");

  private static final List<String> RUNNING =
      phrases(
          "listen only mode",
          "question and answer session",
          "turn the call",
          "turn the conference",
          "turn it over to",
          "turn it back",
          "turn things over",
          "hand it over to",
          "hand over to",
          "hand the call",
          "next question comes",
          "next question is from",
          "question comes from",
          "thank you for joining",
          "thanks for joining",
          "for joining us today",
          "for taking my question",
          "press star",
          "call is being recorded",
          "conference is being recorded",
          "meeting is being recorded",
          "with me on the call",
          "joining me on the call",
          "on the call with me",
          "may now disconnect",
          "concludes our call",
          "concludes today's",
          "your line is open",
          "your line is now open",
          "go ahead with your question",
          "and welcome to",
          "welcome to the show",
          "welcome back to",
          "for standing by",
          "hand the conference over",
          "poll for questions",
          "open the line for questions",
          "open the call for questions",
          "open it up for questions",
          "take your questions",
          "take a few questions",
          "question is from the line",
          "replay of this call",
          "no further questions",
          "joining me today",
          "pleasure to introduce",
          "safe harbor statement");

  /** What sentences with these phrases begin with, but for openers. */
  private static final Set<String> FIRST_WORDS =
      STARTS.stream().map(phrase -> phrase.split("[ ']")[1]).collect(Collectors.toSet());

  /** Of the phrases that a sentence may begin with, those that mean as much within one. */
  private static final List<String> ANYWHERE =
      phrases(
          "thank you",
          "thanks for",
          "good morning",
          "good afternoon",
          "good evening",
          "welcome to",
          "go ahead",
          "good question",
          "great question",
          "can you hear me",
          "the floor is yours");

  private Pleasantry() {}

  /**
   * Whether a sentence of a talk is one.
   *
   * @param sentence without who says it
   */
  public static boolean is(String sentence) {
    List<String> words = words(sentence);
    if (isQuoted(sentence) || words.size() > MOST_WORDS_RUNNING) {
      return false;
    }
    String said = joined(words);
    return RUNNING.stream().anyMatch(said::contains)
        || (words.size() <= MOST_WORDS_AROUND
            && said.chars().noneMatch(Character::isDigit)
            && ANYWHERE.stream().anyMatch(said::contains))
        || begins(words);
  }

  /**
   * Whether a sentence of any text begins with a phrase, and is short.
   *
   * @param sentence without who says it
   */
  static boolean opens(String sentence) {
    return FIRST_WORDS.contains(firstWord(sentence))
        && !isLong(sentence)
        && !isQuoted(sentence)
        && begins(words(sentence));
  }

  /** Whether so many words begin behind spaces that it is too long, which is soon seen. */
  private static boolean isLong(String sentence) {
    int words = 0;
    for (int i = 1; i < sentence.length() && words <= MOST_WORDS; i++) {
      words += sentence.charAt(i - 1) == ' ' && isAsciiLetter(sentence.charAt(i)) ? 1 : 0;
    }
    return words > MOST_WORDS;
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Whether words are told by somebody else. */
  private static boolean isQuoted(String sentence) {
    return sentence.indexOf('"') >= 0 || sentence.indexOf('\u201c') >= 0;
  }

  private static boolean begins(List<String> words) {
    String said = joined(withoutOpeners(words));
    return words.size() <= MOST_WORDS
        && STARTS.stream().anyMatch(said::startsWith)
        && !said.startsWith(" thanks to ")
        && (said.startsWith(" welcome to ") || said.chars().noneMatch(Character::isDigit));
  }

  /** The first word, in small letters. */
  private static String firstWord(String sentence) {
    int end = 0;
    while (end < sentence.length() && Character.isLetter(sentence.charAt(end))) {
      end++;
    }
    return sentence.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static List<String> withoutOpeners(List<String> words) {
    int from = 0;
    while (from < words.size() && OPENERS.contains(words.get(from))) {
      from++;
    }
    return words.subList(from, words.size());
  }

  /** Words with a space before and behind each. */
  private static String joined(List<String> words) {
    return " " + String.join(" ", words) + " ";
  }

  private static List<String> phrases(String... phrases) {
    return Arrays.stream(phrases).map(phrase -> " " + phrase + " ").toList();
  }

  /** The words in small letters, with plain apostrophes. */
  private static List<String> words(String sentence) {
    String plain = sentence.replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}']+")).filter(word -> !word.isEmpty()).toList();
  }
}
