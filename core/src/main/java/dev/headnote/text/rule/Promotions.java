package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;
import java.util.List;
import java.util.Set;

/** Recognises plain lines that call to follow, subscribe, read or buy. */
final class Promotions {

  /** How long a question before a call may be. */
  private static final int LONGEST_TEASER = 80;

  /** How much that ends with a full stop may stand before a call and belong to it. */
  static final int LONGEST_BEFORE_CALL = 100;

  private static final int LONGEST_CALL = 250;
  private static final int LONGEST_BARE_CALL = 40;

  private static final Affixes PROMOTION_STARTS = PhraseLists.starts("promotion-start");
  private static final int LONGEST_WITH_BUTTON = 200;

  private static final Affixes CALL_ENDS = PhraseLists.ends("call-end");
  private static final Affixes CALL_END_WORDS = PhraseLists.ends("call-end-word");
  private static final Set<String> BARE_CALLS = PhraseLists.set("bare-call");
  private static final List<String> AFTER_BARE_CALL = PhraseLists.shipped("after-bare-call");
  private static final List<String> PROMOTION_OBJECTS = PhraseLists.shipped("promotion-object");

  private Promotions() {}

  /** Whether a line is such a call. */
  static boolean isPromotion(String line) {
    return (isCall(line) || endsWithCall(line)) && !PlainLine.reports(line);
  }

  /** Whether a line's last words, such as "Register now", are on the button that it stood on. */
  private static boolean endsWithCall(String line) {
    if (line.length() > LONGEST_WITH_BUTTON || line.charAt(0) == '"') {
      return false;
    }
    String call = CALL_ENDS.of(line, 0);
    String word = call == null ? CALL_END_WORDS.of(line, 0) : call;
    if (word == null) {
      return false;
    }
    int at = line.length() - word.length();
    boolean behindSentence =
        at >= 3 && line.charAt(at - 1) == ' ' && Chars.isTerminal(line.charAt(at - 2));
    // A longer sentence is an item of a round-up, and the button leads to all of it.
    return behindSentence ? at <= LONGEST_BEFORE_CALL : call != null;
  }

  private static boolean isCall(String line) {
    if (line.length() > LONGEST_CALL) {
      return false;
    }
    if (line.startsWith("follow ") && (line.contains("http") || line.contains(" @"))) {
      return true;
    }
    int start = PlainLine.wordStart(line);
    if (PlainLine.hasQuoteBefore(line, start)) {
      return false;
    }
    String call =
        line.startsWith("for more than ", start) ? null : PROMOTION_STARTS.of(line, start);
    if (call != null && BARE_CALLS.contains(call) && line.length() - start <= LONGEST_BARE_CALL) {
      String rest = line.substring(start + call.length());
      for (String next : AFTER_BARE_CALL) {
        if (rest.startsWith(next)) {
          return true;
        }
      }
      return rest.isEmpty();
    }
    if (call == null) {
      // A question before the call: "Love film? Join our readers."
      int asked = line.indexOf("? ", start);
      return asked > 0
          && asked - start <= LONGEST_TEASER
          && asked + 2 < line.length()
          && isCall(line.substring(asked + 2));
    }
    String padded = line + " ";
    int after = start + (BARE_CALLS.contains(call) ? call.length() : 1);
    for (String object : PROMOTION_OBJECTS) {
      if (holds(padded, object, after)) {
        return true;
      }
    }
    return line.endsWith(" here") || line.endsWith(" here.") || line.endsWith(" here!");
  }

  /** Whether a phrase stands in a line as words: "our app" is no part of "your application". */
  private static boolean holds(String line, String phrase, int from) {
    for (int i = line.indexOf(phrase, from); i >= 0; i = line.indexOf(phrase, i + 1)) {
      int end = i + phrase.length();
      boolean begins = !Chars.isLetter(phrase.charAt(0)) || !Chars.isLetter(line.charAt(i - 1));
      if (begins && (!Chars.isLetter(line.charAt(end - 1)) || endsWord(line, end))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word ends at an offset, or after the ending of a plural or a verb. */
  private static boolean endsWord(String line, int end) {
    int stop = end;
    while (stop < line.length() && Chars.isLetter(line.charAt(stop))) {
      stop++;
    }
    return switch (line.substring(end, stop)) {
      case "", "s", "d", "r", "rs" -> true;
      default -> false;
    };
  }
}
