package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.Span;
import dev.headnote.text.rule.Affixes;
import dev.headnote.text.rule.LineRules;
import dev.headnote.text.rule.PhraseLists;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the lines above a forwarded message. For one thread. */
final class MailHeaders extends LinePass {

  private static final int FEWEST_MAIL_HEADERS = 2;
  private static final int LONGEST_MAIL_LABEL = 30;

  /** How far apart the lines of one header may stand. */
  private static final int MOST_BETWEEN = 3;

  private static final String SUBJECT = "subject:";

  /** What stands before a message's own subject. */
  private static final Set<String> REPLIES = Set.of(SUBJECT, "re:", "fw:", "fwd:", "aw:", "wg:");

  private static final Affixes MAIL_HEADERS = PhraseLists.starts("mail-header");

  private @Nullable Span subject;
  private boolean found;

  MailHeaders(CopiedLines copy) {
    super(copy);
  }

  /** Where what a message is about stands, without "Re:" and the like, once it is marked. */
  @Nullable Span subject() {
    return subject;
  }

  /** Whether lines above a message were marked. */
  boolean found() {
    return found;
  }

  /** Marks the lines above a message, of which there are several together, and those between. */
  void mark() {
    int last = Math.min(Body.HEAD_LINES, lines.count());
    int before = -1;
    int headers = 0;
    for (int line = 0; line < last; line++) {
      if (!mayBeMail(line)) {
        continue;
      }
      String plain = shapes.plain(line);
      if (isMailHeader(plain)) {
        headers = before >= 0 && areOfOneHeader(before, line) ? headers + 1 : 1;
        if (headers >= FEWEST_MAIL_HEADERS) {
          found = true;
          for (int i = before; i <= line; i++) {
            mark(i);
          }
        } else if (line == 0 && plain.startsWith(SUBJECT)) {
          mark(line);
        }
        before = line;
      } else if (headers >= FEWEST_MAIL_HEADERS && line == before + 1 && isField(line)) {
        mark(line);
        before = line;
      } else if (opensMail(plain)) {
        reasons[line] = Reason.ATTRIBUTION;
      }
    }
  }

  /** Whether no message stands between two lines, as one does between two headers of a thread. */
  private boolean areOfOneHeader(int above, int below) {
    return below - above <= MOST_BETWEEN
        && IntStream.range(above + 1, below)
            .noneMatch(
                line -> shapes.isProse(line) || (lines.blankBefore(line) && !mayBeMail(line)));
  }

  private void mark(int line) {
    reasons[line] = Reason.ATTRIBUTION;
    if (subject == null && shapes.plain(line).startsWith(SUBJECT) && isAtTop(line)) {
      int start = lines.start(line);
      int end = lines.end(line);
      int at = behindLabel(start, end);
      while (REPLIES.contains(
          text.string().substring(start, at).strip().toLowerCase(Locale.ROOT))) {
        start = at;
        at = behindLabel(start, end);
      }
      subject = start < end ? new Span(start, end) : null;
    }
  }

  /** Whether nothing of an article stands above; else its text quotes a message. */
  private boolean isAtTop(int line) {
    return IntStream.range(0, line).allMatch(above -> reasons[above] != null);
  }

  /**
   * The place behind the next colon and the blanks that follow it, or the start if there is none.
   */
  private int behindLabel(int start, int end) {
    int at = text.next(':', start, end);
    return at == end ? start : text.skipBlank(at + 1, end);
  }

  /** Whether a line opens as fields of headers do: "NNTP-Posting-Host: ", not "Follow-up: ". */
  private boolean isField(int line) {
    int i = lines.start(line);
    boolean hyphen = false;
    while (text.isLetter(i) || text.at(i) == '-') {
      if (text.at(i) == '-') {
        hyphen = true;
        if (!text.isUpper(i + 1)) {
          return false;
        }
      }
      i++;
    }
    return hyphen && text.at(i) == ':' && !lines.blankBefore(line);
  }

  /** Whether a line opens with a label or dashes; costs less than to look at its words. */
  private boolean mayBeMail(int line) {
    if (lines.length(line) > LineRules.LONGEST) {
      return false;
    }
    int start = lines.start(line);
    int stop = Math.min(lines.end(line), start + LONGEST_MAIL_LABEL);
    return text.next(':', start, stop) < stop || text.string().startsWith("--", start);
  }

  /** Whether a line is one of those above a forwarded message, such as "Subject: Hours". */
  static boolean isMailHeader(String line) {
    return MAIL_HEADERS.isIn(line);
  }

  /** Whether a line says that a message, or an older one, begins. */
  private static boolean opensMail(String line) {
    return line.startsWith("--")
        && (line.contains("forwarded message") || line.contains("original message"));
  }
}
