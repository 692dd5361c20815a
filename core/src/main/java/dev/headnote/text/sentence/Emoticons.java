package dev.headnote.text.sentence;

import dev.headnote.text.chars.ClassedText;

/** Recognises emoticons and emoji behind a sentence. */
final class Emoticons {

  private Emoticons() {}

  /** Returns the end of an emoticon or of emoji at {@code at}, else {@code at}. */
  static int end(ClassedText text, int at, int end) {
    char c = text.at(at);
    int i = at;
    if (c == ':' || c == ';' || c == '=') {
      i++;
      if (i < end && (text.at(i) == '-' || text.at(i) == '\'')) {
        i++;
      }
      if (i < end && ")(DPpOo/\\|*]3".indexOf(text.at(i)) >= 0) {
        i++;
      } else {
        return at;
      }
      while (i < end && (text.at(i) == ')' || text.at(i) == '(')) {
        i++;
      }
    } else {
      while (i < end && isEmoji(text.at(i))) {
        i++;
        if (i < end && (Character.isLowSurrogate(text.at(i)) || text.at(i) == '\u200D')) {
          i++;
        }
      }
    }
    return i >= end || text.isBlank(i) ? i : at;
  }

  private static boolean isEmoji(char c) {
    return (c >= '\uD83C' && c <= '\uD83E') || (c >= '\u2600' && c <= '\u27BF') || c == '\uFE0F';
  }
}
