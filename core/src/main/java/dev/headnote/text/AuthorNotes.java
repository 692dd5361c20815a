package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what is told of the author at the head or the tail of a text. For one thread. */
final class AuthorNotes {

  private static final List<String> AUTHOR_ROLES = PhraseLists.shipped("author-role");

  private final ClassedText text;
  private final LineIndex lines;
  private final LineShapes shapes;
  private final @Nullable Reason[] reasons;
  private final Body body;

  AuthorNotes(CopiedLines copy, Body body) {
    this.text = copy.text();
    this.lines = copy.index();
    this.shapes = copy.shapes();
    this.reasons = copy.reasons();
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
        || !Byline.isName(text.string(), start, is)
        || !tellsOfAuthor(shapes.plain(body.last()), is - start)) {
      return;
    }
    String surname = text.string().substring(text.string().lastIndexOf(' ', is - 1) + 1, is);
    if (text.string().lastIndexOf(surname, start - 1) < 0) {
      reasons[body.last()] = Reason.ATTRIBUTION;
    }
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
