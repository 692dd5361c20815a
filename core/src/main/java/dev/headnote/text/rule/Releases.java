package dev.headnote.text.rule;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises plain lines that stand above a press release, or open whom to ask about it. */
public final class Releases {

  private static final int LONGEST_LABEL = 120;
  private static final int LONGEST_CONTACT = 200;

  private static final Set<String> CONTACTS = PhraseLists.set("release-contact");

  private static final String KIND = "(?:press|news|media) (?:release|advisory|alert)";
  private static final String DAY =
      ".*(?:\\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.? \\d"
          + "|\\d(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
          + "|\\d[:.]\\d\\d|\\d ?[ap]\\.?m\\b)";
  private static final String TIME =
      "(?:for (?:immediate|general) (?:release|use|distribution)(?!.{40})"
          + "|for release immediately"
          + "|for release(?=:| on | at | upon )(?="
          + DAY
          + ")|embargo(?:ed)?(?: until| till| for\\b|:)(?="
          + DAY
          + "))";

  /** That it is a release, alone or beside who sends it, its number or when it may be printed. */
  private static final Pattern LABEL =
      Pattern.compile(
          "\\W*(?:(?:[^:]{2,40} [-|/] )?"
              + KIND
              + "\\W*(?:no\\W{1,2}|number\\W{1,2})?(?:\\d[\\w/.-]*(?: \\d{4})?)?\\W*|(?:"
              + KIND
              + "\\W+)?"
              + TIME
              + ".*)");

  /** What stands before a headline in the line that says that it is a release's. */
  private static final Pattern BEFORE_HEADLINE =
      Pattern.compile(
          "\\W{0,9}(?i:"
              + KIND
              + "|for (?:immediate|general) (?:release|use|distribution))(?:: ?| [-\u2013\u2014|] )"
              + "(?=[\\p{Lu}\\d\"'\u2018\u201c])(?i:(?!"
              + DAY
              + "|.*contact))");

  private Releases() {}

  /**
   * Whether a line says that a release is one, or when it may be printed, and nothing else: not
   * "Press releases in decline".
   */
  public static boolean isLabel(String line) {
    return line.length() <= LONGEST_LABEL
        && (line.contains("release") || line.contains("embargo") || line.contains("media a"))
        && !line.endsWith(".")
        && !PlainLine.reports(line)
        && LABEL.matcher(line).matches();
  }

  /**
   * Returns where the headline begins that stands in one line with the label of a release, as in
   * "PRESS RELEASE: Acme Opens New Plant in Leeds", or -1.
   *
   * @param line as it stands in the text
   */
  public static int headlineStart(String line) {
    Matcher label = BEFORE_HEADLINE.matcher(line);
    return label.lookingAt() ? label.end() : -1;
  }

  /** Whether a line says who sends a release. */
  public static boolean isSender(String line) {
    return line.length() <= LONGEST_LABEL
        && (line.startsWith("issued by:") || line.startsWith("released by:"));
  }

  /** Whether a line is a label such as "Media contact", with a colon and more behind it or not. */
  public static boolean opensContact(String line) {
    if (line.length() > LONGEST_CONTACT) {
      return false;
    }
    int colon = line.indexOf(':');
    return isContactLabel(colon < 0 ? line : line.substring(0, colon));
  }

  /** Whether a line is such a label and nothing else. */
  public static boolean isContactLabel(String line) {
    String label = PlainLine.label(line);
    return CONTACTS.contains(label.replace(",", "").replace("please ", ""));
  }
}
