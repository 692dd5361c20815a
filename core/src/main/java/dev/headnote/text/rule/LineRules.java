package dev.headnote.text.rule;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a single line's wording says about it, wherever it stands. */
public final class LineRules {

  /** Longer lines are never furniture as a whole. */
  public static final int LONGEST = 400;

  private static final int LONGEST_BUTTON = 120;
  private static final int LONGEST_RATING = 50;

  /** What ratings end with. */
  private static final Affixes VOTES =
      Affixes.atEnd(List.of(" votes", " ratings", " vote", " reviews)", " ratings)", " votes)"));

  private static final String STARS = "\u2605\u2606\u2b50";

  /** What ends a line above an encyclopedia's article that leads to its namesakes. */
  private static final String OTHER_MEANINGS = "(disambiguation).";

  /** What ends a line that opens or leads to something. */
  private static final String ARROWS =
      "\u2192\u2193\u25be\u25bc\u203a\u25b8\u25ba\u2197\u2335\u21b5";

  /** What may stand before a line's words. */
  private static final String SIGNS = "*>\u2022\u25ba\u25b6\u2192\u00bb\u203a ";

  /** Phrases that make a line furniture, wherever in it they stand. */
  private static final Map<String, Reason> TELLING = PhraseLists.telling("anywhere");

  /** With those that make it worth while to look at all words of a line. */
  private static final PhraseFinder ANYWHERE =
      new PhraseFinder(
          Stream.concat(
                  TELLING.keySet().stream(),
                  PhraseLists.shipped("cookie-hint", "rights-hint", "hint").stream())
              .toList());

  private static final PhraseFinder CERTAIN = new PhraseFinder(List.copyOf(TELLING.keySet()));

  private static final Set<String> COOKIE_HINTS = PhraseLists.set("cookie-hint");
  private static final Set<String> RIGHTS_HINTS = PhraseLists.set("rights-hint");
  private static final Set<String> BUTTONS = PhraseLists.set("button");

  private LineRules() {}

  /** Returns what kind of furniture a line is by its own words, or null. */
  public static @Nullable Reason of(String line) {
    return ofLine(line.charAt(0) == '(' ? line : withoutSigns(line));
  }

  /** Whether a plain line, or a part of one, is what stands on buttons and nowhere else. */
  static boolean isButton(String part) {
    return BUTTONS.contains(PlainLine.label(part)) || ShareBars.isShareBar(part);
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
    char last = line.charAt(line.length() - 1);
    if ((first == '[' && Shortcodes.isShortcode(line, 0, line.length()))
        || (first == '<' && last == '>' && line.length() > 2 && Chars.isLetter(line.charAt(1)))) {
      return Reason.SHORTCODE;
    }
    if (PlayingTimes.isPlayingTime(line) || PlayingTimes.isCue(line)) {
      return Reason.CAPTION;
    }
    if (isRating(line)) {
      return Reason.TABLE;
    }
    String bare = PlainLine.label(line);
    if (Advertisements.isMark(bare) || Advertisements.isMarked(line, bare)) {
      return Reason.ADVERTISEMENT;
    }
    if (BUTTONS.contains(bare)
        || (first == '+' && isCount(line))
        || endsWithArrow(line)
        || line.endsWith(OTHER_MEANINGS)) {
      return Reason.NAVIGATION;
    }
    if (Captions.isCaption(line)) {
      return Reason.CAPTION;
    }
    if (Rights.isNotice(line)) {
      return Reason.COPYRIGHT;
    }
    if (ShareBars.isShareBar(line)) {
      return Reason.SHARE_BAR;
    }
    if (RelatedLinks.isLink(line, bare)) {
      return Reason.RELATED_LINK;
    }
    Reason told = byPhrase(line);
    if (told != null) {
      return told;
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
    if (Attributions.isAboutAuthorOrArticle(line) || Attributions.isAboutPoster(line)) {
      return Reason.ATTRIBUTION;
    }
    return line.endsWith(":") && RunIn.isLabel(bare) ? Reason.RUN_IN : null;
  }

  /** Whether a line is stars, or a number of stars, and from how many votes. */
  private static boolean isRating(String line) {
    boolean stars = STARS.indexOf(line.charAt(0)) >= 0;
    if (line.length() > LONGEST_RATING || !(stars || Chars.isDigit(line.charAt(0)))) {
      return false;
    }
    if (!stars) {
      return VOTES.isIn(line) && (line.contains(" from ") || line.contains("("));
    }
    return VOTES.isIn(line)
        || line.endsWith(" reviews")
        || line.endsWith(" rating")
        || line.chars().noneMatch(c -> Chars.isLetter((char) c));
  }

  /** Whether a line is "+4", as beside a picture of several. */
  private static boolean isCount(String line) {
    return PlainLine.digitsEnd(line, 1) == line.length() && line.length() > 1 && line.length() <= 3;
  }

  private static boolean endsWithArrow(String line) {
    return ARROWS.indexOf(line.charAt(line.length() - 1)) >= 0
        && line.length() > 1
        && line.length() <= LONGEST_BUTTON;
  }

  /** Judges a line by the first phrase in it, and by all its words if that is but a hint. */
  private static @Nullable Reason byPhrase(String line) {
    String phrase = line.charAt(0) == '"' ? null : ANYWHERE.firstIn(line);
    if (phrase == null) {
      return null;
    }
    String telling = TELLING.containsKey(phrase) ? phrase : CERTAIN.firstIn(line);
    Reason told = telling == null ? null : TELLING.get(telling);
    if (told != null
        && telling != null
        && !PlainLine.reports(line)
        && !OwnSentences.holds(line, telling, told)
        && (told != Reason.PROMOTION || !Appeals.isOfOneself(line))) {
      return told;
    }
    if (COOKIE_HINTS.contains(phrase) && Notices.isCookieNotice(line)) {
      return Reason.COOKIE_NOTICE;
    }
    if (RIGHTS_HINTS.contains(phrase) && Rights.forbidsCopies(line)) {
      return Reason.COPYRIGHT;
    }
    return Appeals.isAppeal(line) ? Reason.PROMOTION : null;
  }
}
