package dev.headnote.text;

import java.util.List;

/** Recognises plain lines that say what may not be done with a text. */
final class Rights {

  private static final int LONGEST = 500;

  private static final List<String> LIMITS = PhraseLists.shipped("rights-limit");
  private static final List<String> DEEDS = PhraseLists.shipped("rights-deed");
  private static final List<String> THINGS = PhraseLists.shipped("rights-thing");

  private Rights() {}

  /** Whether a line forbids to copy it or what it belongs to. */
  static boolean isReserved(String line) {
    return line.length() <= LONGEST
        && !PlainLine.reports(line)
        && PlainLine.holdsAny(line, DEEDS)
        && PlainLine.holdsAny(line, LIMITS)
        && PlainLine.holdsAny(line, THINGS);
  }
}
