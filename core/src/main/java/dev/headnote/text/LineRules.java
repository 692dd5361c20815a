package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a single line's wording says about it, wherever it stands. */
final class LineRules {

  /** Longer lines are never furniture as a whole. */
  static final int LONGEST = 400;

  /** Longer lines are not looked through for phrases. */
  private static final int LONGEST_WITH_PHRASE = 300;

  /** What may stand before a line's words. */
  private static final String SIGNS = "*>\u2022\u25ba\u25b6\u2192\u00bb\u203a ";

  private static final PhraseFinder ANYWHERE =
      new PhraseFinder(PhraseLists.shipped("promotion-anywhere", "disclaimer-anywhere"));
  private static final Set<String> DISCLAIMERS = PhraseLists.set("disclaimer-anywhere");

  private LineRules() {}

  /** Returns what kind of furniture a line is by its own words, or null. */
  static @Nullable Reason of(String line) {
    return ofLine(line.charAt(0) == '(' ? line : withoutSigns(line));
  }

  /** Cuts signs such as a bullet or an arrow from before a line. */
  private static String withoutSigns(String line) {
    int start = 0;
    while (start < line.length() && SIGNS.indexOf(line.charAt(start)) >= 0) {
      start++;
    }
    return start == 0 || start == line.length() ? line : line.substring(start);
  }

  private static @Nullable Reason ofLine(String line) {
    char first = line.charAt(0);
    if (Separators.isSeparator(line) || Separators.isEnd(line)) {
      return Reason.SEPARATOR;
    }
    if (first == '[' && Shortcodes.isShortcode(line, 0, line.length())) {
      return Reason.SHORTCODE;
    }
    String bare = PlainLine.label(line);
    if (Advertisements.isMark(bare)) {
      return Reason.ADVERTISEMENT;
    }
    if (Captions.isCaption(line)) {
      return Reason.CAPTION;
    }
    if (Notices.isCopyright(line)) {
      return Reason.COPYRIGHT;
    }
    if (ShareBars.isShareBar(line)) {
      return Reason.SHARE_BAR;
    }
    if (RelatedLinks.isLink(line, bare)) {
      return Reason.RELATED_LINK;
    }
    String phrase = phraseIn(line);
    if (phrase != null && !PlainLine.reports(line)) {
      return DISCLAIMERS.contains(phrase) ? Reason.DISCLAIMER : Reason.PROMOTION;
    }
    if (Attributions.isAttribution(line)) {
      return Reason.ATTRIBUTION;
    }
    if (Promotions.isPromotion(line)) {
      return Reason.PROMOTION;
    }
    if (Notices.isCookieNotice(line)) {
      return Reason.COOKIE_NOTICE;
    }
    if (Notices.isDisclaimer(line)) {
      return Reason.DISCLAIMER;
    }
    if (Attributions.isAboutAuthorOrArticle(line)) {
      return Reason.ATTRIBUTION;
    }
    if (line.endsWith(":") && RunIn.isLabel(bare)) {
      return Reason.RUN_IN;
    }
    return null;
  }

  /** Returns the first phrase in a line that tells what it is wherever it stands, or null. */
  private static @Nullable String phraseIn(String line) {
    if (line.length() > LONGEST_WITH_PHRASE || line.charAt(0) == '"') {
      return null;
    }
    return ANYWHERE.firstIn(line);
  }
}
