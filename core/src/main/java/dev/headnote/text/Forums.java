package dev.headnote.text;

import java.util.List;

/** Recognises plain lines that a forum sets beside a post. */
final class Forums {

  private static final int LONGEST = 200;
  private static final int FEWEST_FACTS = 2;

  private static final List<String> FACTS = PhraseLists.shipped("forum-fact");

  private Forums() {}

  /** Whether a line tells of who posted: "Senior Member Posts: 4 Joined: May 2004". */
  static boolean isUser(String line) {
    if (line.length() > LONGEST || line.endsWith(".") || line.indexOf(':') < 0) {
      return false;
    }
    int facts = 0;
    for (String fact : FACTS) {
      facts += line.contains(fact) ? 1 : 0;
    }
    return facts >= FEWEST_FACTS;
  }
}
