package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import dev.headnote.text.rule.Byline;
import dev.headnote.text.rule.LineRules;
import dev.headnote.text.rule.PhraseLists;
import dev.headnote.text.rule.PlainLine;
import java.util.List;
import java.util.Set;

/** Finds what is told of the author at the head or the tail of a text. For one thread. */
final class AuthorNotes extends LinePass {

  private static final List<String> AUTHOR_ROLES = PhraseLists.shipped("author-role");

  private static final Set<String> VERBS = PhraseLists.set("author-verb");
  private static final Set<String> WORKS = PhraseLists.set("author-work");
  private static final List<String> SIGNS = PhraseLists.shipped("note-sign");

  private static final int LONGEST_NOTE = 600;
  private static final int LONGEST_NAME = 50;
  private static final int MOST_SEARCHES = 8;
  private static final int MOST_NAME_WORDS = 4;

  private final Body body;
  private int searches;

  AuthorNotes(CopiedLines copy, Body body) {
    super(copy);
    this.body = body;
  }

  /** Marks what is told of the author, whose name is known, at the head or the tail. */
  void mark() {
    if (body.first() < 0) {
      return;
    }
    for (int line = 0; line < Math.min(lines.count(), Body.HEAD_LINES); line++) {
      if (reasons[line] == Reason.BYLINE) {
        String name = Byline.firstName(shapes.plain(line));
        if (!name.isEmpty()) {
          markNote(body.first(), name);
          for (int tail = lines.count() - 1; tail >= Math.max(0, body.last() - 1); tail--) {
            markNote(tail, name);
          }
        }
      }
    }
    markLastNote();
    if (reasons[body.first()] != null || reasons[body.last()] != null) {
      body.find();
    }
  }

  /** Marks a last paragraph on somebody of whom the text says nothing else: on its author. */
  private void markLastNote() {
    int start = lines.start(body.last());
    if (body.last() == body.first()
        || reasons[body.last()] != null
        || lines.length(body.last()) > LineRules.LONGEST) {
      return;
    }
    int is = text.string().indexOf(" is ", start);
    if (is < 0
        || is >= lines.end(body.last())
        || !Byline.isName(text, start, is)
        || !tellsOfAuthor(shapes.plain(body.last()), is - start)) {
      return;
    }
    String surname = text.string().substring(text.string().lastIndexOf(' ', is - 1) + 1, is);
    if (text.string().lastIndexOf(surname, start - 1) < 0) {
      reasons[body.last()] = Reason.ATTRIBUTION;
    }
  }

  /**
   * Whether a line at the tail tells of the author: of somebody whose name stands in the byline, or
   * of whom nothing else is told.
   */
  boolean isNote(int line) {
    if (lines.length(line) > LONGEST_NOTE || !text.isUpper(lines.start(line))) {
      return false;
    }
    int start = lines.start(line);
    int end = nameEnd(line);
    boolean owner = end > start + 3 && text.at(end - 1) == 's' && isApostrophe(text.at(end - 2));
    if (end < 0) {
      return lines.length(line) <= LONGEST_NAME
          && isByline(start, lines.end(line))
          && Byline.isName(text, start, lines.end(line));
    }
    int verbEnd = end + 1;
    while (verbEnd < lines.end(line) && text.isLetter(verbEnd)) {
      verbEnd++;
    }
    String next = text.string().substring(end + 1, verbEnd);
    if (owner ? !WORKS.contains(next) : !VERBS.contains(next)) {
      return false;
    }
    if (owner) {
      end -= 2;
    }
    if (isByline(start, end)) {
      return true;
    }
    String name = text.string().substring(start, end);
    String plain = shapes.plain(line);
    int space = name.lastIndexOf(' ');
    if (space < 0 || (!tellsOfAuthor(plain, end - start) && !PlainLine.holdsAny(plain, SIGNS))) {
      return false;
    }
    // Each search may read the whole text.
    searches++;
    if (searches > MOST_SEARCHES) {
      return false;
    }
    int other = text.string().lastIndexOf(name.substring(space + 1), start - 1);
    return other < 0 || other < lines.start(body.first());
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  /** Whether words are a whole part of a line that names the authors. */
  private boolean isByline(int start, int end) {
    String name = PlainLine.of(text.string(), start, end);
    for (int line = 0; line < Math.min(lines.count(), Body.HEAD_LINES); line++) {
      if (reasons[line] == Reason.BYLINE && lines.start(line) < start) {
        String byline = shapes.plain(line);
        int at = byline.indexOf(name);
        int stop = at + name.length();
        if (at >= 0
            && (at == 0 || !Chars.isLetter(byline.charAt(at - 1)))
            && (stop == byline.length() || !Chars.isLetter(byline.charAt(stop)))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns where the name of one to four words ends with which a line begins, or -1. */
  private int nameEnd(int line) {
    int words = 0;
    int i = lines.start(line);
    int last = -1;
    while (i < lines.end(line) && text.isUpper(i) && words < MOST_NAME_WORDS) {
      while (i < lines.end(line) && !text.isBlank(i)) {
        char c = text.at(i);
        if (!text.isLetter(i) && ".-'\u2019".indexOf(c) < 0) {
          return -1;
        }
        i++;
      }
      words++;
      last = i;
      i++;
    }
    return words >= 1 && i < lines.end(line) && text.isLower(i) ? last : -1;
  }

  private void markNote(int line, String name) {
    if (reasons[line] == null && lines.length(line) <= LineRules.LONGEST) {
      String plain = shapes.plain(line);
      if (plain.startsWith(name) && Byline.isNote(plain, name.length())) {
        reasons[line] = Reason.ATTRIBUTION;
      }
    }
  }

  /** Whether a line tells, behind a name that ends at {@code from}, that an author is what. */
  private static boolean tellsOfAuthor(String line, int from) {
    if (!line.startsWith(" is a ", from)
        && !line.startsWith(" is an ", from)
        && !line.startsWith(" is the ", from)) {
      return false;
    }
    for (String role : AUTHOR_ROLES) {
      int at = line.indexOf(role, from);
      if (at > 0 && line.charAt(at - 1) == ' ') {
        return true;
      }
    }
    return false;
  }
}
