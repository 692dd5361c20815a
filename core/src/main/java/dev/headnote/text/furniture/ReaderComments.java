package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import dev.headnote.text.rule.DateHeader;
import dev.headnote.text.rule.PhraseLists;
import dev.headnote.text.rule.PlainLine;
import java.util.Set;

/** Finds what readers wrote below an article. For one thread. */
final class ReaderComments extends LinePass {

  private static final Set<String> LABELS = PhraseLists.set("comments-label");
  private static final int LONGEST_LABEL = 70;
  private static final int LONGEST_SPEAKER = 60;

  /** Of a head: a name, and when it was written. */
  private static final int LONGEST_HEAD = 160;

  private static final int LONGEST_NAME = 40;
  private static final int MOST_PARTS = 2;
  private static final String SIGNS = "|\u2022\u00b7";

  private final Body body;

  ReaderComments(CopiedLines copy, Body body) {
    super(copy);
    this.body = body;
  }

  /** Marks them, below a line such as "4 comments:", or from the first one's head on. */
  void mark() {
    int half = (lines.start(body.first()) + text.length()) / 2;
    int line = lines.count() - 1;
    int head = -1;
    while (line > body.first() && lines.start(line) > half && !isLabel(line)) {
      head = isHeadBelowArticle(line) ? line : head;
      line--;
    }
    boolean labelled = line > body.first() && lines.start(line) > half;
    if (!labelled && head < 0) {
      return;
    }
    int first = labelled ? line : head;
    boolean written = !labelled;
    for (int i = first; i < lines.count(); i++) {
      written |= lines.length(i) <= LONGEST_SPEAKER && isSpeaker(shapes.plain(i));
      if (reasons[i] == null && (i == first || written)) {
        reasons[i] = Reason.NAVIGATION;
      }
    }
  }

  /** Whether a line is nothing but a number and "comments", or the like. */
  private boolean isLabel(int line) {
    if (lines.length(line) > LONGEST_LABEL) {
      return false;
    }
    String label = PlainLine.label(shapes.plain(line));
    int i = 0;
    while (i < label.length() && !Chars.isLetter(label.charAt(i))) {
      i++;
    }
    String word = label.substring(i);
    return LABELS.contains(word)
        || (i > 0
            && (word.startsWith("thoughts on ")
                || word.startsWith("responses to ")
                || word.startsWith("comments on ")));
  }

  private boolean isHeadBelowArticle(int line) {
    Reason above = reasons[line - 1];
    return above != null
        && Tail.closes(above)
        && reasons[line] != Reason.RELATED_LINK
        && reasons[line] != Reason.NAVIGATION
        && lines.length(line) <= LONGEST_HEAD
        && isHead(line);
  }

  /**
   * Whether a line is a name and a date or an age, with a gap, a sign or "says:" between them, and
   * perhaps more.
   */
  private boolean isHead(int line) {
    String plain = shapes.plain(line);
    int says = plain.indexOf(" says:");
    says = says < 0 ? plain.indexOf(" said:") : says;
    if (says > 0 && says <= LONGEST_NAME && says + 7 < plain.length()) {
      return DateHeader.isDate(plain.substring(says + 7));
    }
    if (plain.length() == lines.length(line) && !hasSign(plain)) {
      return false;
    }
    int from = lines.start(line);
    int part = 0;
    for (int i = from; i <= lines.end(line) && part <= MOST_PARTS; i++) {
      if (i == lines.end(line) || parts(i, lines.end(line))) {
        String words = PlainLine.of(text.string(), from, i).strip();
        from = i + 1;
        if (words.isEmpty()) {
          continue;
        }
        if (part == 0 && (words.length() > LONGEST_NAME || DateHeader.isDate(words))) {
          return false;
        }
        if (part > 0 && isTime(words)) {
          return true;
        }
        part++;
      }
    }
    return false;
  }

  private static boolean isTime(String words) {
    return DateHeader.isDate(words)
        || words.endsWith(" ago")
        || words.startsWith("today, ")
        || words.startsWith("yesterday, ");
  }

  private static boolean hasSign(String plain) {
    return SIGNS.chars().anyMatch(sign -> plain.indexOf(sign) > 0);
  }

  private boolean parts(int i, int end) {
    return text.at(i) == '\t'
        || SIGNS.indexOf(text.at(i)) >= 0
        || (text.isBlank(i) && i + 1 < end && text.isBlank(i + 1));
  }

  /** Whether a line says who wrote the comment below it. */
  private static boolean isSpeaker(String line) {
    return line.endsWith(" said...")
        || line.endsWith(" said:")
        || line.endsWith(" says:")
        || line.endsWith(" wrote:")
        || line.endsWith(" says")
        || line.endsWith(" ago")
        || DateHeader.isDate(line)
        || line.equals("reply");
  }
}
