package dev.headnote.text.furniture;

import dev.headnote.Furniture;
import dev.headnote.Furniture.Reason;
import dev.headnote.Span;
import dev.headnote.text.chars.ClassedText;
import dev.headnote.text.chars.LineMarks;
import dev.headnote.text.rule.Headline;
import dev.headnote.text.rule.PlayingTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the furniture of one text: judges its lines, first by their words alone, then by where they
 * stand, and then looks into those that stay. For one thread.
 */
public final class FurnitureScan extends LinePass {

  private final Wrapping wrapping = new Wrapping(copy);
  private final ReleaseHead releaseHead = new ReleaseHead(copy);
  private final Titles titles = new Titles(copy, wrapping);
  private final Body body = new Body(copy);
  private final AroundTitle aroundTitle = new AroundTitle(copy, titles, body);
  private final HeadAndTail headAndTail = new HeadAndTail(copy, body, wrapping);
  private @Nullable Span title;
  private final List<Furniture> furniture;

  /** Goes by the rules, and then by what was learned. */
  public FurnitureScan(@Nullable String givenTitle, ClassedText text) {
    this(givenTitle, text, LineModel.shipped());
  }

  /**
   * @param model judges the lines that no rule marks, or null if the rules are all
   */
  public FurnitureScan(@Nullable String givenTitle, ClassedText text, @Nullable LineModel model) {
    super(CopiedLines.of(text));
    FrontMatter frontMatter = new FrontMatter(copy);
    MailHeaders mail = new MailHeaders(copy);
    markByWords(frontMatter, mail);
    body.find();
    headAndTail.mark();
    headAndTail.markBelowDeck();
    if (frontMatter.title() != null) {
      titles.markHeading(frontMatter.end());
    }
    Span stated = frontMatter.title() == null ? mail.subject() : frontMatter.title();
    this.title = givenTitle == null || givenTitle.isBlank() ? titleOf(stated) : null;
    markTitle(givenTitle);
    markAroundBody();
    markRest(model);
    if (model != null) {
      int line = new WholePage(copy).mark();
      if (line >= 0 && stated == null && (givenTitle == null || givenTitle.isBlank())) {
        this.title = spanOf(line);
      }
    }
    // There is nothing that words could surround: the title alone of a question in a forum.
    if (model != null
        && givenTitle == null
        && lines.count() == 1
        && reasons[0] != Reason.SEPARATOR) {
      reasons[0] = null;
    }
    this.furniture = new FurnitureCollector(copy).collect();
  }

  /** Marks lines by their words, and by what their neighbours tell of them. */
  private void markByWords(FrontMatter frontMatter, MailHeaders mail) {
    Wording wording = new Wording(copy, wrapping);
    wording.mark();
    new FormFeeds(copy).mark();
    new PageBreaks(copy).mark();
    frontMatter.mark();
    mail.mark();
    new MailSignature(copy).mark(mail.found());
    new Citations(copy).mark();
    new LabelledBlocks(copy).mark();
    wording.markBesideSharing();
    wording.markBesideAppeals();
    new CaptionBlocks(copy).mark();
    releaseHead.mark();
  }

  /** Marks what stands between the title and the running text, and below that. */
  private void markAroundBody() {
    aroundTitle.mark();
    AuthorNotes authors = new AuthorNotes(copy, body);
    authors.mark();
    new Tail(copy, body, wrapping, authors).mark();
  }

  /** Marks what is left, wherever it stands. */
  private void markRest(@Nullable LineModel model) {
    new Tables(copy).mark();
    if (model != null) {
      new LearnedLines(copy, wrapping).mark(model);
    }
    markStamps();
    new PullQuotes(copy).mark(body.first(), body.last());
  }

  /** Returns where the title stands if none was given and a line clearly is one, else null. */
  public @Nullable Span title() {
    return title;
  }

  /** Returns the furniture in source order, without overlaps, unmodifiable. */
  public List<Furniture> furniture() {
    return furniture;
  }

  /** Marks times in brackets between what was said then. */
  private void markStamps() {
    for (int line = 0; line < lines.count(); line++) {
      if (reasons[line] == null && PlayingTimes.isStamp(shapes.plain(line))) {
        reasons[line] = Reason.DATE_HEADER;
      }
    }
  }

  /** Returns where the title stands, stated or inferred, or null. */
  private @Nullable Span titleOf(@Nullable Span stated) {
    if (stated != null) {
      return stated;
    }
    int line = titles.infer(releaseHead.end(), body.first(), body.last());
    return line < 0 ? null : spanOf(line);
  }

  private Span spanOf(int title) {
    int end = lines.end(title);
    return new Span(LineMarks.behind(text, lines.start(title), end), end);
  }

  /** Marks the lines that have the title, and what can be told once it is known. */
  private void markTitle(@Nullable String given) {
    if (title != null) {
      titles.mark(Headline.key(text.string(), title.start(), title.end()), body.first());
    } else if (given != null && !given.isBlank()) {
      titles.mark(Headline.key(given, 0, given.length()), body.first());
    } else {
      return;
    }
    // A first paragraph that was taken for running text may have been the title: look again.
    if (body.first() >= 0 && reasons[body.first()] == Reason.TITLE) {
      int before = body.first();
      body.find();
      headAndTail.markHead(before + 1);
    }
    aroundTitle.markNames();
  }
}
