package dev.headnote.talk;

import dev.headnote.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells transcripts of what people say from other texts, by the labels that name them, or by how
 * often they greet and thank. Stateless.
 */
public final class Talk {

  /** A time in brackets, who speaks, and a colon: "[00:01:04] Ann Lee: ", "Speaker 2: ", "Q. ". */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:\\[[\\d:.]{3,12}\\] ?)?(?<speaker>[QA]\\. "
              + "|\\p{Lu}[\\p{L}.'’-]{0,20}"
              + "(?: (?:of|the|de|van|von|\\d{1,2}|\\p{Lu}[\\p{L}.'’-]{0,20})){0,4}: )");

  /**
   * What is seen or heard but not said, in brackets that end a text or stand before a capital:
   * "[Applause]", "(Laughter.)".
   */
  private static final Pattern STAGE_DIRECTION =
      Pattern.compile("(?:\\[[^\\[\\]]{1,40}\\]|\\([^()]{1,40}\\))\\s*(?=[\\p{Lu}\\[(]|$)");

  /** So many sentences begin with the label of somebody who speaks more than once. */
  private static final int FEWEST_TURNS = 4;

  /** Among so many sentences one begins a turn. */
  private static final int MOST_SENTENCES_A_TURN = 15;

  /** Where nobody is named, so many sentences greet or thank. */
  private static final int FEWEST_PLEASANTRIES = 3;

  private static final int MOST_SENTENCES_A_PLEASANTRY = 50;

  private Talk() {}

  /** Whether sentences are those of a talk. Takes time linear in them. */
  public static boolean is(List<Sentence> sentences) {
    Map<String, Integer> turns = new HashMap<>();
    int pleasantries = 0;
    for (Sentence sentence : sentences) {
      String text = sentence.text();
      int saidFrom = 0;
      if (mayHaveLabel(text)) {
        Matcher label = LABEL.matcher(text);
        if (label.lookingAt()) {
          turns.merge(label.group("speaker"), 1, Integer::sum);
          saidFrom = label.end();
        }
      }
      pleasantries += Pleasantry.opens(text.substring(saidFrom)) ? 1 : 0;
    }
    int repeated =
        turns.values().stream().filter(count -> count > 1).mapToInt(count -> count).sum();
    return isShare(repeated, FEWEST_TURNS, sentences.size(), MOST_SENTENCES_A_TURN)
        || isShare(
            pleasantries, FEWEST_PLEASANTRIES, sentences.size(), MOST_SENTENCES_A_PLEASANTRY);
  }

  /** Whether a text has what all labels have, which is sooner seen than that it has none. */
  static boolean mayHaveLabel(String text) {
    return text.indexOf(':') >= 0 || text.startsWith("[") || text.startsWith(". ", 1);
  }

  private static boolean isShare(int count, int fewest, int all, int most) {
    return count >= fewest && (long) count * most >= all;
  }

  /**
   * Where what is said begins in a sentence of a talk, behind the label of who speaks and stage
   * directions: at its end if it is nothing else.
   */
  public static int saidFrom(String sentence) {
    Matcher label = LABEL.matcher(sentence);
    int from = label.lookingAt() ? label.end() : 0;
    Matcher direction = STAGE_DIRECTION.matcher(sentence);
    while (direction.region(from, sentence.length()).lookingAt()) {
      from = direction.end();
    }
    return from;
  }
}
