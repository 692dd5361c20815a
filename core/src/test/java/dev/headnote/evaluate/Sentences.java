package dev.headnote.evaluate;

import dev.headnote.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Makes articles of sentences. */
final class Sentences {

  private Sentences() {}

  static List<Sentence> of(String... texts) {
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (String text : texts) {
      int end = start + text.length();
      sentences.add(new Sentence(sentences.size(), start, end, text));
      start = end + 1;
    }
    return sentences;
  }
}
