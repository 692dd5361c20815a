package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.rule.Appeals;
import dev.headnote.text.rule.Credits;
import dev.headnote.text.rule.LineRules;
import dev.headnote.text.rule.Menus;
import dev.headnote.text.rule.PlainLine;
import dev.headnote.text.rule.PlayingTimes;
import dev.headnote.text.rule.RightsInText;
import dev.headnote.text.rule.ShareBars;
import org.jspecify.annotations.Nullable;

/**
 * Judges each line by its words alone, and then those that stand right beside appeals and buttons
 * for sharing. For one thread.
 */
final class Wording extends LinePass {

  private static final int LONGEST_APPEAL = 150;

  private final Wrapping wrapping;

  Wording(CopiedLines copy, Wrapping wrapping) {
    super(copy);
    this.wrapping = wrapping;
  }

  /** Marks the lines that their words mark, wherever they stand. */
  void mark() {
    for (int line = 0; line < lines.count(); line++) {
      if (lines.length(line) <= LineRules.LONGEST && wrapping.standsAlone(line)) {
        reasons[line] = reason(line);
        if (line > 0 && reasons[line] == Reason.CAPTION && isCueBelowNumber(line)) {
          reasons[line - 1] = Reason.CAPTION;
        }
      }
    }
  }

  private @Nullable Reason reason(int line) {
    int start = lines.start(line);
    int end = lines.end(line);
    String plain = shapes.plain(line);
    Reason reason = LineRules.of(plain);
    if ((reason == Reason.CAPTION && isSentenceBehindLabel(start, end))
        || (reason == Reason.COPYRIGHT && hasTextBesideRights(start, end))) {
      reason = null;
    } else if (reason == null && Credits.endsWithOwner(text, start, end)) {
      reason = Reason.CAPTION;
    }
    boolean hasGaps = plain.length() < end - start;
    return reason == null && hasGaps && Menus.isRowOfButtons(text, start, end)
        ? Reason.NAVIGATION
        : reason;
  }

  /** Whether a line says when a subtitle is shown, right below its number. */
  private boolean isCueBelowNumber(int line) {
    return PlayingTimes.isCueNumber(shapes.plain(line - 1))
        && PlayingTimes.isCue(shapes.plain(line));
  }

  /** Whether a line is a paragraph, and at most its beginning or end says who holds the rights. */
  private boolean hasTextBesideRights(int start, int end) {
    if (RightsInText.isSentence(text, start, end)
        || RightsInText.openingEnd(text, start, end) >= 0) {
      return true;
    }
    int notice = RightsInText.closingStart(text, start, end);
    return notice >= 0 && LineRules.of(PlainLine.of(text.string(), start, notice)) == null;
  }

  /** Whether a line is a word such as "Photograph:" and a sentence that goes on with it. */
  private boolean isSentenceBehindLabel(int start, int end) {
    if (text.at(end - 1) != '.') {
      return false;
    }
    int colon = start;
    while (colon < end && text.isLetter(colon)) {
      colon++;
    }
    return text.at(colon) == ':'
        && colon + 2 < end
        && text.isBlank(colon + 1)
        && text.isLower(colon + 2);
  }

  /** Marks counts and words such as "Text" in one block with buttons for sharing. */
  void markBesideSharing() {
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

  /** Marks the lines right above and below appeals that are likely to belong to them. */
  void markBesideAppeals() {
    for (int line = 0; line < lines.count(); line++) {
      if (reasons[line] == Reason.PROMOTION) {
        markAppeal(line - 1);
        markAppeal(line + 1);
      }
    }
  }

  private void markAppeal(int line) {
    if (line >= 0
        && line < lines.count()
        && reasons[line] == null
        && lines.length(line) <= LONGEST_APPEAL
        && Appeals.isAppealAtEdge(shapes.plain(line))) {
      reasons[line] = Reason.PROMOTION;
    }
  }
}
