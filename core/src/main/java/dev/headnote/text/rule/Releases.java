package dev.headnote.text.rule;

import java.util.Set;
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
