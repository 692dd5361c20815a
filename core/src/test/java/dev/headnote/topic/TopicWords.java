package dev.headnote.topic;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Words of three topics, and sentences made of them. */
final class TopicWords {

  /** For each topic, the words that only its articles have. */
  static final List<List<String>> WORDS =
      List.of(
          List.of("goal", "match", "team", "league", "coach", "striker", "keeper", "whistle"),
          List.of("oven", "butter", "onion", "soup", "flour", "simmer", "recipe", "salt"),
          List.of("bank", "share", "loan", "bond", "profit", "market", "broker", "yield"));

  private static final List<String> FILLER =
      List.of("the", "was", "said", "with", "after", "people", "today", "again", "first", "day");

  private TopicWords() {}

  /**
   * Draws the words of a sentence.
   *
   * @param words how many words it has
   * @param every each word of so many, the first included, is of a topic; the others are filler
   * @param topic gives the words of a topic, once for each such word
   */
  static String sentence(int words, int every, Supplier<List<String>> topic, Random random) {
    StringBuilder sentence = new StringBuilder();
    for (int w = 0; w < words; w++) {
      List<String> from = w % every == 0 ? topic.get() : FILLER;
      sentence.append(from.get(random.nextInt(from.size()))).append(' ');
    }
    return sentence.toString().strip();
  }
}
