package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.rule.Byline;
import dev.headnote.text.rule.DateHeader;
import dev.headnote.text.rule.LineRules;
import dev.headnote.text.rule.Releases;

/**
 * Finds what stands above the title of a press release: that it is one, who sent it, and whom to
 * ask. For one thread.
 */
final class ReleaseHead extends LinePass {

  private static final String SENDER_LABEL = "news provided by";

  /** How many lines whom to ask may take, below a label. */
  private static final int MOST_CONTACT_LINES = 12;

  /** A longer line without an address or a telephone number may be the title. */
  private static final int MOST_NAME_WORDS = 6;

  /** Above the label that says that it is a release, a line of more words may be the title, too. */
  private static final int MOST_LETTERHEAD_WORDS = 3;

  /** An office or a date right below a label has no more words. */
  private static final int MOST_OFFICE_WORDS = 4;

  private int end;

  ReleaseHead(CopiedLines copy) {
    super(copy);
  }

  /** The line below what stands above the title; 0 if nothing does. */
  int end() {
    return end;
  }

  /** Marks labels, senders and contacts above the first running text, if a label is there. */
  void mark() {
    int prose = firstProse();
    int label = firstLabel(prose);
    for (int line = 0; line < prose; line++) {
      if (lines.length(line) > LineRules.LONGEST) {
        continue;
      }
      String plain = shapes.plain(line);
      if (plain.equals(SENDER_LABEL) && isSenderName(line + 1, prose)) {
        reasons[line + 1] = Reason.ATTRIBUTION;
      }
      if (label < prose) {
        line = markRelease(line, plain, line >= label, prose);
      }
    }
    if (end > 0) {
      skipOffice(prose);
    }
  }

  /**
   * Marks what begins at a line of a release's head.
   *
   * @param labelled whether it is below the label that says so, or that label
   * @return the last line that was marked, or the line itself
   */
  private int markRelease(int line, String plain, boolean labelled, int prose) {
    int last = -1;
    if (Releases.isLabel(plain) || Releases.isSender(plain)) {
      last = line;
    } else if (Releases.opensContact(plain)) {
      last = lastReach(line, prose);
    }
    if (last < 0) {
      return line;
    }
    // Below a headline it may be a category, or the reporter's address.
    if (!hasHeadline(end, line, labelled ? MOST_NAME_WORDS : MOST_LETTERHEAD_WORDS)) {
      end = last + 1;
    }
    for (int marked = line; marked <= last; marked++) {
      if (reasons[marked] == null) {
        reasons[marked] = Reason.ATTRIBUTION;
      }
    }
    return last;
  }

  /** Returns the first line that says that the text is a release; {@code prose} if none does. */
  private int firstLabel(int prose) {
    int line = 0;
    while (line < prose
        && (lines.length(line) > LineRules.LONGEST || !Releases.isLabel(shapes.plain(line)))) {
      line++;
    }
    return line;
  }

  /** Returns the first line of running text, or 0 if that is none near the top. */
  private int firstProse() {
    int last = Math.min(lines.count(), Body.HEAD_LINES);
    for (int line = 0; line < last; line++) {
      if (reasons[line] == null && shapes.isProse(line)) {
        return line;
      }
    }
    return 0;
  }

  /** Whether a line below the sender's label is its name: it is in one block, or dated. */
  private boolean isSenderName(int line, int prose) {
    return line < prose
        && reasons[line] == null
        && shapes.words(line) <= MOST_NAME_WORDS
        && (!lines.blankBefore(line) || DateHeader.isDate(shapes.plain(line + 1)));
  }

  /**
   * Returns the last line with an address or a telephone number among those that a label opens, or
   * -1: a label without any may be the text's.
   */
  private int lastReach(int label, int prose) {
    int stop = Math.min(prose, label + 1 + MOST_CONTACT_LINES);
    int last = reaches(label) ? label : -1;
    for (int line = label + 1; line < stop && goesOn(line, label, stop); line++) {
      if (reaches(line)) {
        last = line;
      } else if (mayBeTitle(line)) {
        break;
      }
    }
    return last;
  }

  /** Whether a line stands in one block with what is above it, or opens another one of contacts. */
  private boolean goesOn(int line, int label, int stop) {
    if (!lines.blankBefore(line)) {
      return true;
    }
    return (line == label + 1 && Releases.isContactLabel(shapes.plain(label)))
        || (line + 1 < stop
            && !lines.blankBefore(line + 1)
            && (hasGaps(line) || shapes.words(line) <= MOST_OFFICE_WORDS));
  }

  private boolean reaches(int line) {
    return lines.length(line) <= LineRules.LONGEST
        && reasons[line] != Reason.DATE_HEADER
        && !DateHeader.isDate(shapes.plain(line))
        && EdgeRules.holdsAddress(shapes.plain(line))
        && !Byline.isByline(text, lines.start(line), lines.end(line));
  }

  private boolean mayBeTitle(int line) {
    return shapes.words(line) > MOST_NAME_WORDS && !hasGaps(line);
  }

  /** Whether wide gaps part a line, as columns are. */
  private boolean hasGaps(int line) {
    return shapes.plain(line).length() < lines.length(line);
  }

  /** Goes past an office or a date in one block with a label, if a longer heading stands below. */
  private void skipOffice(int prose) {
    int line = end;
    while (line < prose && !lines.blankBefore(line) && shapes.words(line) <= MOST_OFFICE_WORDS) {
      line++;
    }
    if (line < prose && lines.blankBefore(line) && hasHeadline(line, prose, MOST_OFFICE_WORDS)) {
      end = line;
    }
  }

  /** Whether a heading of more than so many words stands among lines. */
  private boolean hasHeadline(int from, int to, int words) {
    for (int line = from; line < to; line++) {
      if (reasons[line] == null
          && shapes.words(line) > words
          && shapes.isHeading(line)
          && !Titles.isPostalAddress(shapes.plain(line))) {
        return true;
      }
    }
    return false;
  }
}
