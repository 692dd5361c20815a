package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.ClassedText;
import dev.headnote.text.chars.LineIndex;
import dev.headnote.text.rule.Affixes;
import dev.headnote.text.rule.Appeals;
import dev.headnote.text.rule.LineRules;
import dev.headnote.text.rule.Menus;
import dev.headnote.text.rule.OwnSentences;
import dev.headnote.text.rule.PhraseFinder;
import dev.headnote.text.rule.PhraseLists;
import dev.headnote.text.rule.PlainLine;
import dev.headnote.text.rule.RelatedLinks;
import dev.headnote.text.rule.RightsInText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a line's wording says about it if it stands above or below an article, where less is needed
 * to tell than between its paragraphs.
 */
final class EdgeRules {

  private static final int LONGEST_WITH_PHRASE = 250;
  private static final int LONGEST_CONTACT = 220;

  /** A longer sentence must open as a contact does. */
  private static final int LONGEST_CONTACT_ALONE = 90;

  private static final int LONGEST_IMPRINT = 160;
  private static final int LONGEST_SIGNED = 35;
  private static final int LONGEST_AGENCY = 10;
  private static final int MOST_AGENCY_LETTERS = 6;
  private static final int LONGEST_LABELLED = 200;

  /** A longer sentence that begins with a credit's words may be of what they name. */
  private static final int LONGEST_CREDIT = 60;

  private static final int FEWEST_TELEPHONE_DIGITS = 8;

  /** Between paragraphs a bar has more. */
  private static final int FEWEST_ENTRIES = 2;

  /** What companies must say of themselves, and sentences may speak of. */
  private static final Set<String> IMPRINT = PhraseLists.set("imprint-edge");

  private static final Map<String, Reason> TELLING = PhraseLists.telling("edge");
  private static final PhraseFinder ANYWHERE =
      new PhraseFinder(Stream.concat(TELLING.keySet().stream(), IMPRINT.stream()).toList());

  /** Those that are publishers' alone. */
  private static final PhraseFinder CERTAIN =
      new PhraseFinder(
          Stream.concat(
                  TELLING.entrySet().stream()
                      .filter(told -> !OwnSentences.mayHold(told.getKey(), told.getValue()))
                      .map(Map.Entry::getKey),
                  IMPRINT.stream())
              .toList());

  private static final List<String> REACH_WORDS = PhraseLists.shipped("reach-word");
  private static final Affixes CONTACT_STARTS = PhraseLists.starts("contact-start");
  private static final Affixes TAG_STARTS = PhraseLists.starts("tag-start");
  private static final Affixes DISCLAIMER_STARTS = PhraseLists.starts("disclaimer-edge-start");
  private static final Affixes SOURCE_STARTS = PhraseLists.starts("source-start");
  private static final Affixes SOURCE_CREDITS = PhraseLists.starts("source-credit");

  private EdgeRules() {}

  /** Returns what kind of furniture a line at the edge of an article is, or null. */
  static @Nullable Reason of(CopiedLines copy, int line) {
    LineIndex lines = copy.lines();
    return of(copy.shapes().plain(line), copy.text(), lines.start(line), lines.end(line));
  }

  /**
   * @param line the plain line of {@code text} at {@code start..end}
   */
  private static @Nullable Reason of(String line, ClassedText text, int start, int end) {
    if (line.length() > LineRules.LONGEST || line.charAt(0) == '"') {
      return null;
    }
    if (line.length() <= Appeals.LONGEST_LOOSE && Appeals.isAppealAtEdge(line)) {
      return Reason.PROMOTION;
    }
    boolean reports = line.length() > LONGEST_WITH_PHRASE || PlainLine.reports(line);
    Reason told = reports ? null : byPhrase(line);
    int notice = told == Reason.COPYRIGHT ? RightsInText.closingStart(text, start, end) : -1;
    if (notice >= 0) {
      return of(PlainLine.of(text.string(), start, notice), text, start, notice);
    }
    if (told != null
        && (told != Reason.COPYRIGHT || line.length() <= LONGEST_IMPRINT)
        && (told != Reason.PROMOTION || !Appeals.isOfOneself(line))) {
      return told;
    }
    if (!reports && DISCLAIMER_STARTS.isIn(line)) {
      return Reason.DISCLAIMER;
    }
    if (RelatedLinks.isMoreOfThem(line)) {
      return Reason.RELATED_LINK;
    }
    if (isContact(line)) {
      return Reason.ATTRIBUTION;
    }
    if (isSigned(line) || isAgency(text, start, end)) {
      return Reason.ATTRIBUTION;
    }
    if (line.length() <= LONGEST_LABELLED && !line.endsWith(".") && TAG_STARTS.isIn(line)) {
      return Reason.NAVIGATION;
    }
    if (line.length() <= LONGEST_LABELLED
        && (SOURCE_STARTS.isIn(line) || (!isLongSentence(line) && SOURCE_CREDITS.isIn(line)))) {
      return Reason.ATTRIBUTION;
    }
    // Prose has neither wide gaps nor bars.
    if (Chars.isTerminal(line.charAt(line.length() - 1)) && line.length() == end - start) {
      return null;
    }
    return Menus.isBar(text, start, end, FEWEST_ENTRIES) ? Reason.NAVIGATION : null;
  }

  /** By the first phrase, or by the first certain one if the article's own sentence holds that. */
  private static @Nullable Reason byPhrase(String line) {
    String phrase = ANYWHERE.firstIn(line);
    Reason told = phrase == null ? null : told(phrase, line);
    if (phrase != null && told != null && OwnSentences.holds(line, phrase, told)) {
      String certain = CERTAIN.firstIn(line);
      return certain == null ? null : told(certain, line);
    }
    return told;
  }

  private static @Nullable Reason told(String phrase, String line) {
    if (IMPRINT.contains(phrase)) {
      return hasDigit(line) ? Reason.COPYRIGHT : null;
    }
    return TELLING.get(phrase);
  }

  private static boolean isLongSentence(String line) {
    return line.length() > LONGEST_CREDIT && line.endsWith(".");
  }

  private static boolean hasDigit(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (Chars.isDigit(line.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line is writers' letters and agencies: "rc/ng (dpa, AFP)". */
  private static boolean isSigned(String line) {
    int open = line.indexOf('(');
    int slash = line.indexOf('/');
    return line.length() <= LONGEST_SIGNED && slash > 0 && slash < open && line.endsWith(")");
  }

  /** Whether a line is an agency's letters: "- PTI", "(AFP)". */
  private static boolean isAgency(ClassedText text, int start, int end) {
    if (end - start > LONGEST_AGENCY) {
      return false;
    }
    int letters = 0;
    for (int i = start; i < end; i++) {
      if (text.isUpper(i)) {
        letters++;
      } else if ("-\u2013\u2014() ".indexOf(text.at(i)) < 0) {
        return false;
      }
    }
    return letters >= 2 && letters <= MOST_AGENCY_LETTERS;
  }

  /** Whether a line holds a telephone number, a mail address or a site's address. */
  private static boolean isContact(String line) {
    if (line.length() > LONGEST_CONTACT
        || PlainLine.reports(line)
        || line.contains("police")
        || isToldOf(line)) {
      return false;
    }
    // "- Ann Lee (@annlee) May 5, 2015" stands below what she wrote.
    if (!line.startsWith("-") && hasMailAddress(line)) {
      return true;
    }
    if (line.contains("www.") || line.contains("http://") || line.contains("https://")) {
      return true;
    }
    return hasTelephone(line) && PlainLine.holdsAny(line, REACH_WORDS);
  }

  /** Whether a sentence is the article's own, and ends with whom its subjects may turn to. */
  private static boolean isToldOf(String line) {
    if (line.length() <= LONGEST_CONTACT_ALONE || !(line.endsWith(".") || line.endsWith(".\""))) {
      return false;
    }
    int end = line.length() - 2;
    int last = Math.max(line.lastIndexOf(". ", end), line.lastIndexOf("? ", end));
    return !opensContact(line, 0) && (last < 0 || !opensContact(line, last + 2));
  }

  private static boolean opensContact(String line, int from) {
    String start = CONTACT_STARTS.of(line, from);
    int end = start == null ? 0 : from + start.length();
    return start != null && (end == line.length() || !Chars.isLetterOrDigit(line.charAt(end)));
  }

  /** Whether a plain line has a mail address or a telephone number in it. */
  static boolean holdsAddress(String line) {
    return (!line.startsWith("@") && hasMailAddress(line)) || hasTelephone(line);
  }

  private static boolean hasMailAddress(String line) {
    int at = line.indexOf('@');
    return at >= 0 && at + 3 < line.length() && Chars.isLetterOrDigit(line.charAt(at + 1));
  }

  private static boolean hasTelephone(String line) {
    int run = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Chars.isDigit(c)) {
        run++;
        if (run >= FEWEST_TELEPHONE_DIGITS) {
          return true;
        }
      } else if ("-() ./+".indexOf(c) < 0) {
        run = 0;
      }
    }
    return false;
  }
}
