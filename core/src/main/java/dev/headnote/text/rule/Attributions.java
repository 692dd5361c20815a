package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;
import java.util.List;

/** Recognises plain lines that say where a text comes from, or how to reach who wrote it. */
public final class Attributions {

  private static final Affixes ATTRIBUTION_STARTS = PhraseLists.starts("attribution-start");
  private static final Affixes LABELS = PhraseLists.starts("attribution-label");
  private static final Affixes CREDITS = PhraseLists.starts("attribution-credit");
  private static final Affixes HEADINGS = PhraseLists.starts("attribution-heading");
  private static final Affixes PRESS_CONTACTS = PhraseLists.starts("press-contact");
  private static final List<String> CONTRIBUTORS =
      List.of(" writer", " reporter", " correspondent", " staff");
  private static final List<String> REACH = PhraseLists.shipped("reach");
  private static final List<String> POSTER_FACTS = PhraseLists.shipped("forum-fact");

  private static final int LONGEST = 300;
  private static final int LONGEST_CONTRIBUTED = 120;
  private static final int LONGEST_LABEL = 160;
  private static final int LONGEST_CREDIT = 80;
  private static final int LONGEST_HEADING = 60;
  private static final int LONGEST_PRESS_CONTACT = 200;

  private static final int LONGEST_PUBLISHED = 200;

  /** Behind "Contact:", with an address or a number at its end. */
  private static final int LONGEST_REACHED = 100;

  /** A note on an author or an article, with an address. */
  private static final int LONGEST_WITH_ADDRESS = 250;

  private static final int LONGEST_CONTACT = 120;
  private static final int MOST_CONTACT_SPACES = 9;

  private static final int LONGEST_ABOUT_POSTER = 200;
  private static final int FEWEST_POSTER_FACTS = 2;

  private Attributions() {}

  /** Whether a line says where the text comes from. */
  static boolean isAttribution(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    if (line.endsWith(" contributed.") && line.length() <= LONGEST_CONTRIBUTED) {
      return PlainLine.holdsAny(line, CONTRIBUTORS);
    }
    if (line.contains("contributed reporting")) {
      return line.length() <= LONGEST_PRESS_CONTACT;
    }
    if (line.startsWith("(with ") && line.endsWith(")")) {
      return line.length() <= LONGEST_CONTRIBUTED
          && (line.contains("input") || line.contains("agenc") || line.contains("report"));
    }
    if ((line.startsWith("on ") && line.endsWith(" wrote:"))
        || (line.startsWith("in article <") && line.endsWith(":"))) {
      return true;
    }
    if (line.length() <= LONGEST_LABEL && LABELS.isIn(line)) {
      return true;
    }
    if ((line.length() <= LONGEST_CREDIT && CREDITS.isIn(line))
        || (line.length() <= LONGEST_HEADING && HEADINGS.isIn(line))) {
      return !line.endsWith(".");
    }
    if (line.length() <= LONGEST_LABEL
        && line.startsWith("this ")
        && (line.contains("was originally published ") || line.contains("first appeared on "))) {
      return true;
    }
    if (line.length() <= LONGEST_PRESS_CONTACT && PRESS_CONTACTS.isIn(line)) {
      return line.endsWith(":")
          || line.indexOf('@') >= 0
          || line.contains("contact")
          || line.contains("http")
          || line.contains("www.");
    }
    String start = ATTRIBUTION_STARTS.of(line, line.startsWith("(this") ? 1 : 0);
    return start != null
        && switch (start) {
          case "the post " -> line.contains(" appeared first on ");
          case "this story has been", "this article has been published" ->
              line.contains("published") && line.length() <= LONGEST_PUBLISHED;
          case "this article is more than", "this story is more than" -> line.endsWith(" old");
          case "contact:", "contacts:" ->
              line.length() <= LONGEST_REACHED
                  && (line.indexOf('@') >= 0 || Chars.isDigit(line.charAt(line.length() - 1)));
          case "this story appears in", "this article appears in" ->
              line.contains("issue") || line.contains("edition") || line.contains("print");
          case "a version of this article", "a version of this story" -> line.contains("appear");
          case "the case is ", "the cases are " -> line.contains(" case n");
          case "(adds ", "(updates ", "(recasts ", "(corrects ", "(refiles " -> line.endsWith(")");
          default -> true;
        };
  }

  /** Whether a line is an editor's note, or tells how to reach the author. */
  static boolean isAboutAuthorOrArticle(String line) {
    if (line.startsWith("editor's note:") || line.startsWith("editors' note:")) {
      return true;
    }
    if (line.startsWith("correction:") || line.startsWith("clarification:")) {
      return line.contains("this article")
          || line.contains("this story")
          || line.contains("this report")
          || line.contains("earlier version")
          || line.contains("headline");
    }
    if (line.length() > LONGEST_WITH_ADDRESS || line.indexOf('@') < 0) {
      return false;
    }
    return endsWithAddress(line) || line.startsWith("contact ") || PlainLine.holdsAny(line, REACH);
  }

  /** Whether a line's last word is a mail address. */
  private static boolean endsWithAddress(String line) {
    int space = line.lastIndexOf(' ');
    int at = line.indexOf('@', space + 1);
    return at > space + 1
        && line.indexOf('.', at) > at + 1
        && !line.endsWith(".")
        && Chars.isLetter(line.charAt(line.length() - 1))
        && !PlainLine.reports(line);
  }

  /** Whether a line is an address with a name, a post or a telephone number, and no sentence. */
  public static boolean isContact(String line) {
    int at = line.indexOf('@');
    return at > 0
        && at + 3 < line.length()
        && line.length() <= LONGEST_CONTACT
        && Chars.isLetterOrDigit(line.charAt(at - 1))
        && Chars.isLetterOrDigit(line.charAt(at + 1))
        && PlainLine.count(line, " ") <= MOST_CONTACT_SPACES
        && !line.endsWith(".")
        && !PlainLine.reports(line);
  }

  /** Whether a line tells of who posted: "Senior Member Posts: 4 Joined: May 2004". */
  static boolean isAboutPoster(String line) {
    if (line.length() > LONGEST_ABOUT_POSTER || line.endsWith(".") || line.indexOf(':') < 0) {
      return false;
    }
    int facts = 0;
    for (String fact : POSTER_FACTS) {
      facts += line.contains(fact) ? 1 : 0;
    }
    return facts >= FEWEST_POSTER_FACTS;
  }
}
