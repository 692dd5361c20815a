package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;

/** Recognises plain lines that are captions of pictures, or say whose a picture is. */
final class Captions {

  private static final int LONGEST_CAPTION = 350;
  private static final int LONGEST_CREDITED = 250;

  /** A longer line that begins with "Photo by" and ends in a full stop may be a sentence. */
  private static final int LONGEST_BY = 40;

  private static final int LONGEST_VIDEO = 150;
  private static final int LONGEST_AGENCY = 80;
  private static final int LONGEST_DESCRIPTION = 160;
  private static final int LONGEST_CREDIT = 70;
  private static final String GLUED_CREDIT = "credit: ";
  private static final Affixes CAPTION_STARTS = PhraseLists.starts("caption-start");
  private static final Affixes DESCRIPTION_STARTS = PhraseLists.starts("description-start");
  private static final Affixes NUMBERED = PhraseLists.starts("numbered");
  private static final Affixes PICTURES = PhraseLists.starts("credit");
  private static final Affixes CAPTION_ENDS = PhraseLists.ends("caption-end");

  private Captions() {}

  /** Whether a line is a caption or a credit. */
  static boolean isCaption(String line) {
    String start = CAPTION_STARTS.of(line, 0);
    if (start != null) {
      // "Photo by photo, they measured it."
      boolean before = start.endsWith(" by") || start.equals("courtesy of");
      return before
          ? line.length() <= LONGEST_BY || !line.endsWith(".")
          : !start.startsWith("video") || line.length() <= LONGEST_VIDEO;
    }
    if (isNumbered(line) || isCounted(line)) {
      return line.length() <= LONGEST_CAPTION;
    }
    if (line.indexOf('(') >= 0) {
      if (endsWithCreditInBrackets(line)) {
        return true;
      }
      int credit = Math.max(line.indexOf(" photo/"), line.indexOf("(photo credit"));
      if (credit >= 0 && line.length() - credit <= LONGEST_AGENCY && line.endsWith(")")) {
        return true;
      }
    }
    boolean quotes = line.length() > LONGEST_CREDITED && line.indexOf('"') >= 0;
    if (line.length() > LONGEST_CAPTION || line.charAt(0) == '"' || quotes) {
      return false;
    }
    return CAPTION_ENDS.isIn(line)
        || endsWithGluedCredit(line)
        || Scenes.isScene(line)
        || (line.length() <= LONGEST_CREDITED && endsWithCredit(line))
        || endsWithName(line)
        || isDescription(line);
  }

  /** Whether a line opens with a number of a picture and a stop: "Fig. 2. Rows", "Photo 1 of 6". */
  private static boolean isNumbered(String line) {
    String word = NUMBERED.of(line, 0);
    if (word == null) {
      return false;
    }
    int digits = word.length();
    int i = PlainLine.digitsEnd(line, digits);
    if (i == digits || i - digits > 3) {
      return false;
    }
    return i == line.length()
        || ":|)".indexOf(line.charAt(i)) >= 0
        || line.startsWith(" of ", i)
        || line.startsWith(" - ", i)
        || (line.charAt(i) == '.' && (i + 1 == line.length() || line.charAt(i + 1) == ' '));
  }

  /** Whether a line opens with a picture's place among several: "2 of 5 | Ash covers cars". */
  private static boolean isCounted(String line) {
    int i = PlainLine.digitsEnd(line, 0);
    if (i == 0 || i > 3 || !line.startsWith(" of ", i)) {
      return false;
    }
    int end = PlainLine.digitsEnd(line, i + 4);
    return end > i + 4 && (line.startsWith(" |", end) || line.startsWith(" - ", end));
  }

  /** Whether a line's last words, in brackets, say whose picture it is: "(Post photo by Al)". */
  private static boolean endsWithCreditInBrackets(String line) {
    if (!line.endsWith(")") || line.length() > LONGEST_CREDITED) {
      return false;
    }
    int open = line.lastIndexOf('(');
    if (line.length() - open > LONGEST_CREDIT) {
      return false;
    }
    for (int i = open + 1; i > 0; i = line.indexOf(' ', i) + 1) {
      String picture = PICTURES.of(line, i);
      if (picture != null && !picture.equals("source:")) {
        // "Ms." is no initial.
        int stop = line.indexOf(". ", i);
        return stop < 0 || line.charAt(stop - 2) == ' ' || line.charAt(stop - 2) == '.';
      }
    }
    return false;
  }

  /** Whether a credit stands at a line's end without a space before it: "at homeCredit: Alamy". */
  private static boolean endsWithGluedCredit(String line) {
    int credit = line.lastIndexOf(GLUED_CREDIT);
    return credit > 0
        && line.length() - credit <= LONGEST_CREDIT
        && Chars.isLetterOrDigit(line.charAt(credit - 1));
  }

  /** Whether a line without a full stop ends with "(name/agency)". */
  private static boolean endsWithName(String line) {
    if (!line.endsWith(")")) {
      return false;
    }
    int open = line.lastIndexOf('(');
    int slash = line.indexOf('/', Math.max(open, 0));
    if (open < 2 || slash < 0 || line.length() - open > LONGEST_CREDIT) {
      return false;
    }
    for (int i = open + 1; i < line.length() - 1; i++) {
      char c = line.charAt(i);
      if (!Chars.isLetter(c) && " /.-'&".indexOf(c) < 0) {
        return false;
      }
    }
    return slash > open + 4 && line.length() - slash > 3 && line.indexOf(' ', open) > 0;
  }

  /** Whether a short line without a full stop says what a picture shows. */
  private static boolean isDescription(String line) {
    return line.length() <= LONGEST_DESCRIPTION
        && !line.endsWith(".")
        && !line.endsWith(":")
        && DESCRIPTION_STARTS.isIn(line)
        && !PlainLine.reports(line);
  }

  /** Whether a line's last words, a sentence of their own, say whose picture it is. */
  private static boolean endsWithCredit(String line) {
    boolean stop = line.endsWith(".");
    if (stop && line.indexOf(':', Math.max(0, line.length() - LONGEST_CREDIT)) < 0) {
      return false;
    }
    for (int i = Math.max(2, line.length() - LONGEST_CREDIT); i < line.length() - 4; i++) {
      char before = line.charAt(i - 1);
      if (before == '(' || before == '[' || before == ' ' || before == '|' || before == '/') {
        String picture = PICTURES.of(line, i);
        // "It has one source: the river." is a sentence.
        if (picture != null
            && (isClosed(line, i)
                || before == '('
                || before == '['
                || (picture.endsWith(":") && !stop))) {
          int end = line.indexOf(". ", i);
          // "Photo: J. van Lee"
          end = end > 1 && line.charAt(end - 2) == ' ' ? line.indexOf(". ", end + 1) : end;
          // "Photograph: Ann Lee. Styling: Bo Day"
          end = end > 0 && line.indexOf(':', end) > 0 ? line.indexOf(". ", end + 1) : end;
          return end < 0;
        }
      }
    }
    return false;
  }

  /** Whether a sentence, or a part between bars or dashes, ends right before an offset. */
  private static boolean isClosed(String line, int at) {
    return switch (line.charAt(at - 2)) {
      case '.', '!', '?', '|', ')', '"', '-', '/', '\u2022', '\u00b7' -> line.charAt(at - 1) == ' ';
      default -> false;
    };
  }
}
