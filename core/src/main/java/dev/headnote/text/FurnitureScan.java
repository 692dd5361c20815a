package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@link FurnitureDetector} over one text: judges its lines, first by their words alone,
 * then by where they stand, and then looks into those that stay.
 */
final class FurnitureScan {

  private static final int LONGEST_LINK = 150;

  /** How many lines below a label such as "More from the Gazette" may be links. */
  private static final int LONGEST_LINK_LIST = 8;

  private final CopiedLines copy;
  private final ClassedText text;
  private final LineIndex lines;
  private final LineShapes shapes;
  private final @Nullable Reason[] reasons;
  private final Titles titles;
  private final Body body;
  private final Wrapping wrapping;
  private final HeadAndTail headAndTail;
  private final AroundTitle aroundTitle;
  private final List<Furniture> furniture;
  private @Nullable Span title;

  FurnitureScan(@Nullable String givenTitle, ClassedText text) {
    this.copy = new CopiedLines(text);
    this.text = text;
    this.lines = copy.index();
    this.shapes = copy.shapes();
    this.reasons = copy.reasons();
    this.titles = new Titles(copy);
    this.body = new Body(copy);
    this.wrapping = new Wrapping(copy);
    this.headAndTail = new HeadAndTail(copy, body, wrapping);
    this.aroundTitle = new AroundTitle(copy, titles, body);
    judgeByWording();
    new MailHeaders(copy).mark();
    judgeLinksBelowLabels();
    judgeBesideSharing();
    body.find();
    headAndTail.mark();
    headAndTail.markBelowDeck();
    new AuthorNotes(copy, body).mark();
    judgeTitle(givenTitle == null ? "" : givenTitle.strip());
    aroundTitle.markKickers();
    new Tables(copy).mark();
    this.furniture = new FurnitureCollector(copy).collect();
  }

  /** Returns where the title stands if none was given and a line clearly is one, else null. */
  @Nullable Span title() {
    return title;
  }

  List<Furniture> furniture() {
    return furniture;
  }

  private void judgeByWording() {
    for (int line = 0; line < lines.count(); line++) {
      if (lines.length(line) <= LineRules.LONGEST && wrapping.standsAlone(line)) {
        reasons[line] = LineRules.of(shapes.plain(line));
      }
    }
  }

  /** Marks counts and words such as "Text" in one block with buttons for sharing. */
  private void judgeBesideSharing() {
    for (int line = 0; line < lines.count(); line++) {
      if (reasons[line] == Reason.SHARE_BAR) {
        for (int up = line - 1; up >= 0 && !lines.blankBefore(up + 1) && isButton(up); up--) {
          reasons[up] = Reason.SHARE_BAR;
        }
        while (!lines.blankAfter(line) && isButton(line + 1)) {
          line++;
          reasons[line] = Reason.SHARE_BAR;
        }
      }
    }
  }

  private boolean isButton(int line) {
    return reasons[line] == null && ShareBars.isBesideSharing(shapes.plain(line));
  }

  /** Marks what stands right below a label such as "More from the Gazette". */
  private void judgeLinksBelowLabels() {
    for (int line = 0; line < lines.count(); line++) {
      if (reasons[line] == Reason.RELATED_LINK && RelatedLinks.isRelatedLabel(shapes.plain(line))) {
        int last = Math.min(lines.count() - 1, line + LONGEST_LINK_LIST);
        while (line < last && !lines.blankBefore(line + 1) && isLink(line + 1)) {
          line++;
          reasons[line] = Reason.RELATED_LINK;
        }
      }
    }
  }

  private boolean isLink(int line) {
    char last = lines.lastWeighty(line);
    return reasons[line] == null
        && lines.length(line) <= LONGEST_LINK
        && (!Chars.isTerminal(last) || last == '?' || last == '!')
        && !Chars.isLower(lines.first(line))
        && (lines.blankAfter(line) || !Chars.isLower(lines.first(line + 1)))
        && !shapes.isProse(line);
  }

  /** Marks the title, given or else inferred, and what can be told once it is known. */
  private void judgeTitle(String given) {
    String key = Titles.key(given, 0, given.length());
    if (given.isEmpty()) {
      int line = titles.infer(body.first(), body.last());
      if (line < 0) {
        return;
      }
      title = new Span(lines.start(line), lines.end(line));
      key = Titles.key(text.string(), lines.start(line), lines.end(line));
    }
    titles.mark(key, body.first());
    // A first paragraph that was taken for running text may have been the title: look again.
    if (body.first() >= 0 && reasons[body.first()] == Reason.TITLE) {
      int before = body.first();
      body.find();
      headAndTail.markHead(before + 1);
    }
    aroundTitle.markNames();
  }
}
