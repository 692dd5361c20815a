package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@link FurnitureDetector} over one text: judges its lines, first by their words alone,
 * then by where they stand, and then looks into those that stay.
 */
final class FurnitureScan extends LinePass {

  private static final int LONGEST_APPEAL = 150;

  private final Titles titles;
  private final Body body;
  private final Wrapping wrapping;
  private final HeadAndTail headAndTail;
  private final AroundTitle aroundTitle;
  private final List<Furniture> furniture;
  private @Nullable Span title;

  /** Goes by the rules, and then by what was learned. */
  FurnitureScan(@Nullable String givenTitle, ClassedText text) {
    this(givenTitle, text, LineModel.shipped());
  }

  /**
   * @param model judges the lines that no rule marks, or null if the rules are all
   */
  FurnitureScan(@Nullable String givenTitle, ClassedText text, @Nullable LineModel model) {
    super(CopiedLines.of(text));
    this.titles = new Titles(copy);
    this.body = new Body(copy);
    this.wrapping = new Wrapping(copy);
    this.headAndTail = new HeadAndTail(copy, body, wrapping);
    this.aroundTitle = new AroundTitle(copy, titles, body);
    judgeByWording();
    new PageBreaks(copy).mark();
    FrontMatter frontMatter = new FrontMatter(copy);
    frontMatter.mark();
    MailHeaders mail = new MailHeaders(copy);
    mail.mark();
    new MailSignature(copy).mark(mail.found());
    new Citations(copy).mark();
    new LabelledBlocks(copy).mark();
    judgeBesideSharing();
    judgeBesideAppeals();
    new CaptionBlocks(copy).mark();
    body.find();
    headAndTail.mark();
    headAndTail.markBelowDeck();
    judgeTitle(
        givenTitle == null ? "" : givenTitle.strip(),
        frontMatter.title() == null ? mail.subject() : frontMatter.title());
    aroundTitle.mark();
    AuthorNotes authors = new AuthorNotes(copy, body);
    authors.mark();
    new Tail(copy, body, wrapping, authors).mark();
    new Tables(copy).mark();
    if (model != null) {
      new LearnedLines(copy, wrapping).mark(model);
    }
    markStamps();
    new PullQuotes(copy).mark(body.first(), body.last());
    if (model != null && givenTitle == null && lines.count() == 1) {
      judgeOnlyLine();
    }
    this.furniture = new FurnitureCollector(copy).collect();
  }

  /** Returns where the title stands if none was given and a line clearly is one, else null. */
  @Nullable Span title() {
    return title;
  }

  List<Furniture> furniture() {
    return furniture;
  }

  /** There is nothing that words could surround: as of the title alone of a question in a forum. */
  private void judgeOnlyLine() {
    if (reasons[0] != Reason.SEPARATOR) {
      reasons[0] = null;
    }
  }

  private void judgeByWording() {
    for (int line = 0; line < lines.count(); line++) {
      if (lines.length(line) <= LineRules.LONGEST && wrapping.standsAlone(line)) {
        String plain = shapes.plain(line);
        Reason reason = LineRules.of(plain);
        if ((reason == Reason.CAPTION && isSentenceBehindLabel(line))
            || (reason == Reason.COPYRIGHT && hasTextBesideRights(line))) {
          reason = null;
        } else if (reason == null
            && Credits.endsWithOwner(text, lines.start(line), lines.end(line))) {
          reason = Reason.CAPTION;
        }
        if (reason == null
            && plain.length() < lines.length(line)
            && Menus.isRowOfButtons(text, lines.start(line), lines.end(line))) {
          reason = Reason.NAVIGATION;
        }
        reasons[line] = reason;
        if (line > 0
            && reason == Reason.CAPTION
            && PlayingTimes.isCueNumber(shapes.plain(line - 1))
            && PlayingTimes.isCue(plain)) {
          reasons[line - 1] = Reason.CAPTION;
        }
      }
    }
  }

  /** Whether a line is a paragraph, and at most its beginning or end says who holds the rights. */
  private boolean hasTextBesideRights(int line) {
    int start = lines.start(line);
    int end = lines.end(line);
    if (RightsInText.isSentence(text, start, end)
        || RightsInText.openingEnd(text, start, end) >= 0) {
      return true;
    }
    int notice = RightsInText.closingStart(text, start, end);
    return notice >= 0 && LineRules.of(PlainLine.of(text.string(), start, notice)) == null;
  }

  /** Whether a line is a word such as "Photograph:" and a sentence that goes on with it. */
  private boolean isSentenceBehindLabel(int line) {
    int end = lines.end(line);
    if (text.at(end - 1) != '.') {
      return false;
    }
    int colon = lines.start(line);
    while (colon < end && text.isLetter(colon)) {
      colon++;
    }
    return text.at(colon) == ':'
        && colon + 2 < end
        && text.isBlank(colon + 1)
        && text.isLower(colon + 2);
  }

  /** Marks the lines right above and below appeals that are likely to belong to them. */
  private void judgeBesideAppeals() {
    for (int line = 0; line < lines.count(); line++) {
      if (reasons[line] == Reason.PROMOTION) {
        judgeAppeal(line - 1);
        judgeAppeal(line + 1);
      }
    }
  }

  private void judgeAppeal(int line) {
    if (line >= 0
        && line < lines.count()
        && reasons[line] == null
        && lines.length(line) <= LONGEST_APPEAL
        && Appeals.isAppealAtEdge(shapes.plain(line))) {
      reasons[line] = Reason.PROMOTION;
    }
  }

  /** Marks times in brackets between what was said then. */
  private void markStamps() {
    for (int line = 0; line < lines.count(); line++) {
      if (reasons[line] == null && PlayingTimes.isStamp(shapes.plain(line))) {
        reasons[line] = Reason.DATE_HEADER;
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

  /**
   * Marks the title, given, or stated in the text, or else inferred, and what can be told once it
   * is known.
   */
  private void judgeTitle(String given, @Nullable Span stated) {
    String key = Titles.key(given, 0, given.length());
    if (given.isEmpty()) {
      title = stated == null ? inferred() : stated;
      if (title == null) {
        return;
      }
      key = Titles.key(text.string(), title.start(), title.end());
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

  private @Nullable Span inferred() {
    int line = titles.infer(body.first(), body.last());
    return line < 0
        ? null
        : new Span(LineMarks.behind(text, lines.start(line), lines.end(line)), lines.end(line));
  }
}
