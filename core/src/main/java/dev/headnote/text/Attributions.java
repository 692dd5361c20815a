package dev.headnote.text;

import java.util.List;

/** Recognises plain lines that say where a text comes from, or how to reach who wrote it. */
final class Attributions {

  private static final Affixes ATTRIBUTION_STARTS = PhraseLists.starts("attribution-start");
  private static final List<String> REACH = PhraseLists.shipped("reach");

  private static final int LONGEST_CONTRIBUTED = 120;

  private Attributions() {}

  /** Whether a line says where the text comes from. */
  static boolean isAttribution(String line) {
    if (line.length() > 300) {
      return false;
    }
    if (line.startsWith("(with ") && line.endsWith(")")) {
      return line.length() <= LONGEST_CONTRIBUTED
          && (line.contains("input") || line.contains("agenc") || line.contains("report"));
    }
    if ((line.startsWith("on ") && line.endsWith(" wrote:"))
        || (line.startsWith("in article <") && line.endsWith(":"))) {
      return true;
    }
    String start = ATTRIBUTION_STARTS.of(line, line.startsWith("(this") ? 1 : 0);
    if (start != null) {
      return switch (start) {
        case "the post " -> line.contains(" appeared first on ");
        case "this story has been", "this article has been published" ->
            line.contains("published") && line.length() <= 200;
        case "written by", "posted by", "edited by", "compiled by" ->
            line.length() <= 80 && !line.endsWith(".");
        case "press release", "news release", "media release", "sent from my", "about the author" ->
            line.length() <= 60 && !line.endsWith(".");
        case "for immediate release",
            "embargoed until",
            "embargoed for release",
            "all times stated are",
            "media contact",
            "press contact",
            "contact for media",
            "doi:",
            "journal:",
            "article publication date",
            "our standards:" ->
            line.length() <= 160;
        case "for media enquiries",
            "for media inquiries",
            "for press enquiries",
            "for press inquiries",
            "for further information",
            "for more information",
            "for interviews",
            "media enquiries",
            "media inquiries",
            "press enquiries",
            "press inquiries" ->
            line.length() <= 200
                && (line.endsWith(":")
                    || line.indexOf('@') >= 0
                    || line.contains("contact")
                    || line.contains("http")
                    || line.contains("www."));
        case "this article is more than", "this story is more than" -> line.endsWith(" old");
        case "contact:", "contacts:" ->
            line.length() <= 100
                && (line.indexOf('@') >= 0 || Chars.isDigit(line.charAt(line.length() - 1)));
        case "notes to editor" -> line.length() <= 25;
        case "peer-reviewed publication" -> line.length() <= 40;
        case "this story appears in", "this article appears in" ->
            line.contains("issue") || line.contains("edition") || line.contains("print");
        case "a version of this article", "a version of this story" -> line.contains("appear");
        case "the case is ", "the cases are " ->
            line.contains("case number") || line.contains("case no") || line.contains(" no. ");
        case "(adds ", "(updates ", "(recasts ", "(corrects ", "(refiles " -> line.endsWith(")");
        case "first published" -> line.length() <= 100;
        case "original article", "original source" -> line.length() <= 120;
        case "source:", "sources:", "source -" -> line.length() <= 160;
        default -> true;
      };
    }
    return false;
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
    if (line.length() > 250 || line.indexOf('@') < 0) {
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
  static boolean isContact(String line) {
    int at = line.indexOf('@');
    return at > 0
        && at + 3 < line.length()
        && line.length() <= 120
        && Chars.isLetterOrDigit(line.charAt(at - 1))
        && Chars.isLetterOrDigit(line.charAt(at + 1))
        && PlainLine.count(line, " ") <= 9
        && !line.endsWith(".")
        && !PlainLine.reports(line);
  }
}
