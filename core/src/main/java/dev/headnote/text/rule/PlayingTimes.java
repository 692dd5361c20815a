package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;
import java.util.Set;

/**
 * Recognises plain lines that say how long a recording plays, "Duration 2:11" or "Watch 1:03", or
 * from when to when a subtitle is shown: "00:01:02.000 --> 00:01:04.500".
 */
public final class PlayingTimes {

  private static final int LONGEST = 32;
  private static final int LONGEST_STAMP = 14;
  private static final int LONGEST_CUE_NUMBER = 5;

  private static final String ARROW = "-->";

  private static final Set<String> LABELS =
      Set.of(
          "duration",
          "video duration",
          "audio duration",
          "running time",
          "play",
          "play video",
          "watch",
          "listen",
          "video",
          "audio",
          "length");

  private static final Set<String> UNITS = Set.of("", "min", "mins", "minutes", "min.");

  private PlayingTimes() {}

  /**
   * Whether a line is two times with an arrow between them, and perhaps where to show what follows.
   */
  public static boolean isCue(String line) {
    int arrow = line.indexOf(ARROW);
    return arrow > 0
        && isTime(line.substring(0, arrow).strip())
        && isTime(line.substring(arrow + ARROW.length()).strip().split(" ", 2)[0]);
  }

  /** Whether a line is a time in brackets and nothing else, as in a transcript: "[00:07:45]". */
  public static boolean isStamp(String line) {
    return line.length() <= LONGEST_STAMP
        && (line.charAt(0) == '[' || line.charAt(0) == '(')
        && isTime(PlainLine.label(line));
  }

  /** Whether a line counts a subtitle, right above the times when it is shown. */
  public static boolean isCueNumber(String line) {
    return line.length() <= LONGEST_CUE_NUMBER && PlainLine.digitsEnd(line, 0) == line.length();
  }

  private static boolean isTime(String part) {
    int colons = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (!Chars.isDigit(c) && ":.,".indexOf(c) < 0) {
        return false;
      }
      colons += c == ':' ? 1 : 0;
    }
    return colons == 1 || colons == 2;
  }

  /**
   * Whether a line is a playing time: with a label or a unit, or of less than a minute, since
   * "9:30" alone may be a time of day.
   */
  static boolean isPlayingTime(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    int start = 0;
    while (start < line.length() && !Chars.isDigit(line.charAt(start))) {
      start++;
    }
    int end = start;
    int colons = 0;
    while (end < line.length() && (Chars.isDigit(line.charAt(end)) || line.charAt(end) == ':')) {
      colons += line.charAt(end) == ':' ? 1 : 0;
      end++;
    }
    if (colons < 1 || colons > 2 || end - start < 4 || line.charAt(end - 3) != ':') {
      return false;
    }
    String label = PlainLine.label(line.substring(0, start));
    String unit = line.substring(end).strip();
    if (!UNITS.contains(unit) || !(start == 0 || LABELS.contains(label))) {
      return false;
    }
    return start > 0 || !unit.isEmpty() || (line.startsWith("0:") && colons == 1);
  }
}
