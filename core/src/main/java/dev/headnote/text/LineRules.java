package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a single line's wording says about it, wherever it stands. */
final class LineRules {

  /** Longer lines are never furniture as a whole. */
  static final int LONGEST = 400;

  /** Longer lines are not looked through for phrases. */
  private static final int LONGEST_WITH_PHRASE = 300;

  /** How long a question before a call may be. */
  private static final int LONGEST_TEASER = 80;

  /** Longer lines are no labels, which are compared as wholes. */
  private static final int LONGEST_LABEL = 80;

  /** What may stand before a line's words. */
  private static final String SIGNS = "*>\u2022\u25ba\u25b6\u2192\u00bb\u203a ";

  private static final int LONGEST_CREDIT = 70;

  private static final int MOST_MENU_WORDS = 10;

  private static final PhraseLists PHRASES = new PhraseLists();

  private static final Set<String> ADVERTISEMENT = set("advertisement");
  private static final Affixes BREAK_STARTS = Affixes.atStart(PHRASES.named("break-start"));
  private static final Set<String> NEEDS_LINK = set("related-with-link");
  private static final Set<String> RELATED = set("related", "related-with-link");
  private static final Affixes PROMOTION_STARTS = Affixes.atStart(PHRASES.named("promotion-start"));
  private static final Set<String> BARE_CALLS = set("bare-call");
  private static final List<String> AFTER_BARE_CALL = PHRASES.named("after-bare-call");
  private static final List<String> PROMOTION_OBJECTS = PHRASES.named("promotion-object");
  private static final Affixes ATTRIBUTION_STARTS =
      Affixes.atStart(PHRASES.named("attribution-start"));
  private static final Affixes CAPTION_STARTS = Affixes.atStart(PHRASES.named("caption-start"));
  private static final Affixes PICTURES = Affixes.atStart(PHRASES.named("credit"));
  private static final Affixes CAPTION_ENDS = Affixes.atEnd(PHRASES.named("caption-end"));
  private static final Set<String> SHARE_ACTS = set("share-act");
  private static final Set<String> SHARE_WORDS = set("share-act", "share-word");
  private static final PhraseFinder ANYWHERE =
      anywhere("promotion-anywhere", "disclaimer-anywhere");
  private static final Set<String> DISCLAIMERS = set("disclaimer-anywhere");
  private static final Set<String> NAVIGATION = set("navigation");
  private static final Set<String> SECTIONS = set("section");
  private static final List<String> AUTHOR_ROLES = PHRASES.named("author-role");
  private static final List<String> DISCLOSURES = PHRASES.named("disclosure");
  private static final Set<String> RUN_INS = set("run-in");
  private static final Affixes MAIL_HEADERS = Affixes.atStart(PHRASES.named("mail-header"));
  private static final Set<String> SHORTCODES = set("shortcode");
  private static final Affixes DISCLAIMER_STARTS =
      Affixes.atStart(PHRASES.named("disclaimer-start"));
  private static final List<String> REACH = PHRASES.named("reach");

  private LineRules() {}

  private static PhraseFinder anywhere(String... lists) {
    List<String> phrases = new ArrayList<>();
    for (String list : lists) {
      phrases.addAll(PHRASES.named(list));
    }
    return new PhraseFinder(phrases);
  }

  private static Set<String> set(String... lists) {
    Set<String> set = new HashSet<>();
    for (String list : lists) {
      set.addAll(PHRASES.named(list));
    }
    return set;
  }

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
    if (isSeparator(line) || isEnd(line)) {
      return Reason.SEPARATOR;
    }
    if (first == '[' && isShortcode(line, 0, line.length())) {
      return Reason.SHORTCODE;
    }
    String bare = label(line);
    if (ADVERTISEMENT.contains(bare) || isBreak(bare) || isLabelledAdvertisement(bare)) {
      return Reason.ADVERTISEMENT;
    }
    if (isCaption(line)) {
      return Reason.CAPTION;
    }
    if (isCopyright(line)) {
      return Reason.COPYRIGHT;
    }
    if (isShareBar(line)) {
      return Reason.SHARE_BAR;
    }
    if (isRelated(line, bare)) {
      return Reason.RELATED_LINK;
    }
    String phrase = phraseIn(line);
    if (phrase != null && !reports(line)) {
      return DISCLAIMERS.contains(phrase) ? Reason.DISCLAIMER : Reason.PROMOTION;
    }
    if (isAttribution(line)) {
      return Reason.ATTRIBUTION;
    }
    if (isPromotion(line)) {
      return Reason.PROMOTION;
    }
    if (isCookieNotice(line)) {
      return Reason.COOKIE_NOTICE;
    }
    if (isDisclaimer(line)) {
      return Reason.DISCLAIMER;
    }
    if (isAboutAuthorOrArticle(line)) {
      return Reason.ATTRIBUTION;
    }
    if (line.endsWith(":") && RUN_INS.contains(bare)) {
      return Reason.RUN_IN;
    }
    return null;
  }

  /** Whether a line is a word that stands over links, but also over parts of a text. */
  static boolean isLabelOfLinks(String line) {
    return NEEDS_LINK.contains(label(line));
  }

  /** Whether a line is a label over links, with no link in it. */
  static boolean isRelatedLabel(String line) {
    String bare = label(line);
    return RELATED.contains(bare) || isMoreFrom(bare);
  }

  private static boolean isMoreFrom(String bare) {
    return bare.startsWith("more from ")
        && bare.length() <= 60
        && bare.indexOf('.') < 0
        && count(bare, " ") <= 5;
  }

  /** Whether a line is a mark of an advertisement and words such as "scroll to continue". */
  private static boolean isLabelledAdvertisement(String bare) {
    if (!bare.startsWith("ad")) {
      return false;
    }
    for (int i = 2; i < bare.length(); i++) {
      if (!Chars.isLetter(bare.charAt(i))) {
        return ADVERTISEMENT.contains(bare.substring(0, i))
            && ADVERTISEMENT.contains(label(bare.substring(i)));
      }
    }
    return false;
  }

  /** Whether a line says that the article goes on behind an advertisement. */
  private static boolean isBreak(String bare) {
    return BREAK_STARTS.isIn(bare)
        && (bare.contains("advert")
            || bare.contains("sponsor")
            || bare.contains("our partner")
            || bare.contains("this message")
            || bare.contains("promotion"));
  }

  private static boolean isDisclaimer(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    if (DISCLAIMER_STARTS.of(line, line.charAt(0) == '(' ? 1 : 0) != null || isDisclosure(line)) {
      return true;
    }
    return line.startsWith("this ")
        && (line.startsWith("article ", 5)
            || line.startsWith("story ", 5)
            || line.startsWith("content ", 5)
            || line.startsWith("information ", 5)
            || line.startsWith("material ", 5)
            || line.startsWith("post ", 5))
        && (line.contains("for general information")
            || line.contains("for informational purposes")
            || line.contains("for information purposes")
            || line.contains("for educational purposes")
            || line.contains("does not constitute")
            || line.contains("no substitute for")
            || line.contains("not a substitute for")
            || line.contains("should not be construed"));
  }

  private static boolean isDisclosure(String line) {
    if (!line.startsWith("disclosure:") && !line.startsWith("full disclosure:")) {
      return false;
    }
    for (String about : DISCLOSURES) {
      if (line.contains(about)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line tells what somebody said. */
  private static boolean reports(String line) {
    return line.contains(" said")
        || line.contains(" says")
        || line.contains(" told ")
        || line.contains(" writes")
        || line.contains(" wrote");
  }

  /** Whether a line is an editor's note, or tells how to reach the author. */
  private static boolean isAboutAuthorOrArticle(String line) {
    if (line.startsWith("editor's note:") || line.startsWith("editors' note:")) {
      return true;
    }
    if (line.startsWith("correction:") || line.startsWith("clarification:")) {
      return line.contains("this article")
          || line.contains("this story")
          || line.contains("this report")
          || line.contains("earlier version")
          || line.contains("headline");
    }
    if (line.length() > 250 || line.indexOf('@') < 0) {
      return false;
    }
    for (String reach : REACH) {
      if (line.contains(reach)) {
        return true;
      }
    }
    return false;
  }

  static boolean isNavigation(String line) {
    if (line.length() > 120) {
      return false;
    }
    if (isMenu(label(line))) {
      return true;
    }
    int parts = Math.max(count(line, " > "), Math.max(count(line, " \u203A "), count(line, " | ")));
    parts = Math.max(parts, Math.max(count(line, " \u00bb "), count(line, " / ")));
    return parts >= 2 && line.indexOf('.') < 0;
  }

  /** Whether a line is nothing but entries of menus, with counts or ages beside them. */
  private static boolean isMenu(String label) {
    if (count(label, " ") > MOST_MENU_WORDS + 2) {
      return false;
    }
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= label.length(); i++) {
      boolean inWord =
          i < label.length() && (Chars.isLetter(label.charAt(i)) || label.charAt(i) == '\'');
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        words.add(label.substring(start, i));
        start = -1;
      }
      if (i < label.length() && (label.charAt(i) == '.' || label.charAt(i) == '?')) {
        return false;
      }
    }
    words.removeIf(word -> word.equals("min") || word.equals("mins"));
    return words.size() <= MOST_MENU_WORDS && isMenu(words);
  }

  private static boolean isMenu(List<String> words) {
    int entries = 0;
    int sections = 0;
    int from = 0;
    while (from < words.size()) {
      int to = words.size();
      while (to > from && !NAVIGATION.contains(String.join(" ", words.subList(from, to)))) {
        to--;
      }
      if (to > from) {
        entries++;
        from = to;
      } else if (SECTIONS.contains(words.get(from))) {
        sections++;
        from++;
      } else {
        return false;
      }
    }
    return entries > 0 || sections >= 3;
  }

  private static boolean isCookieNotice(String line) {
    return line.contains(" cookies")
        && (line.contains("we use cookies")
            || line.contains("uses cookies")
            || line.contains("use of cookies"))
        && (line.contains("accept")
            || line.contains("consent")
            || line.contains("agree")
            || line.contains("privacy policy")
            || line.contains("cookie policy"));
  }

  /** Whether a line is a label such as "More cakes to try:". */
  static boolean isMoreOfThem(String line) {
    return line.startsWith("more ") && line.endsWith(":") && count(line, " ") <= 4;
  }

  /** Whether a line is one of those above a forwarded message, such as "Subject: Hours". */
  static boolean isMailHeader(String line) {
    return MAIL_HEADERS.isIn(line);
  }

  /** Whether a line says that a message, or an older one, begins. */
  static boolean opensMail(String line) {
    return line.startsWith("--")
        && (line.contains("forwarded message") || line.contains("original message"));
  }

  /** Whether a line is an address with a name, a post or a telephone number, and no sentence. */
  static boolean isContact(String line) {
    int at = line.indexOf('@');
    return at > 0
        && at + 3 < line.length()
        && line.length() <= 120
        && Chars.isLetterOrDigit(line.charAt(at - 1))
        && Chars.isLetterOrDigit(line.charAt(at + 1))
        && count(line, " ") <= 9
        && !line.endsWith(".")
        && !reports(line);
  }

  /** Whether a line tells, behind a name that ends at {@code from}, that an author is what. */
  static boolean tellsOfAuthor(String line, int from) {
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

  /** Whether each word of a line may stand on a button for sharing, such as "Text" or "48". */
  static boolean isBesideSharing(String line) {
    if (line.length() > 25) {
      return false;
    }
    for (String word : line.split("[^\\p{L}\\p{N}+]+")) {
      if (!word.isEmpty() && !Chars.isDigit(word.charAt(0)) && !SHARE_WORDS.contains(word)) {
        return false;
      }
    }
    return true;
  }

  static boolean isRunIn(String label) {
    return RUN_INS.contains(label);
  }

  private static int count(String line, String part) {
    int n = 0;
    for (int i = line.indexOf(part); i >= 0; i = line.indexOf(part, i + part.length())) {
      n++;
    }
    return n;
  }

  /**
   * Cuts what stands before the first and after the last letter or digit. What is longer than any
   * label gives an empty string.
   */
  private static String label(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && !Chars.isLetterOrDigit(line.charAt(start))) {
      start++;
    }
    while (end > start && !Chars.isLetterOrDigit(line.charAt(end - 1))) {
      end--;
    }
    return end - start > LONGEST_LABEL ? "" : line.substring(start, end);
  }

  /** Whether a line says that a press release or an agency's report ends. */
  private static boolean isEnd(String line) {
    return line.length() <= 11
        && (label(line).equals("ends") || label(line).equals("end") || label(line).equals("30"))
        && (line.equals("ends") || line.charAt(0) == '-' || line.charAt(0) == '#');
  }

  private static boolean isSeparator(String line) {
    if (line.length() < 3) {
      return line.equals("--") || line.equals("**") || line.equals("__");
    }
    for (int i = 0; i < line.length(); i++) {
      if ("-=_*~#\u2022\u00b7+ ".indexOf(line.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether {@code [...]} at the offsets is a macro: {@code [ad_1]}, {@code [/caption]}, {@code
   * [gallery ids="1"]}. Remarks such as [sic], [1] and [...] aren't.
   */
  static boolean isShortcode(String text, int start, int end) {
    if (end - start < 4 || text.charAt(start) != '[' || text.charAt(end - 1) != ']') {
      return false;
    }
    int i = start + 1;
    boolean closing = text.charAt(i) == '/';
    if (closing) {
      i++;
    }
    int name = i;
    boolean joined = false;
    while (i < end - 1) {
      char c = text.charAt(i);
      if (c == '_' || c == '-') {
        joined = true;
      } else if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
        break;
      }
      i++;
    }
    if (i - name < 2 || !Chars.isLower(text.charAt(name))) {
      return false;
    }
    String word = text.substring(name, i);
    boolean known = SHORTCODES.contains(word);
    if (i == end - 1) {
      return closing || known || (joined && word.indexOf('_') > 0);
    }
    if (text.charAt(i) != ' ' && text.charAt(i) != '=') {
      return false;
    }
    int equals = i;
    while (equals < end && text.charAt(equals) != '=') {
      equals++;
    }
    return equals < end - 2
        && Chars.isLetterOrDigit(text.charAt(equals - 1))
        && !Chars.isBlank(text.charAt(equals + 1));
  }

  private static boolean isCopyright(String line) {
    if (line.length() > 300) {
      return false;
    }
    if (line.contains("all rights reserved")) {
      return true;
    }
    char first = line.charAt(0);
    if (first == '\u00a9' || first == '\u24d2') {
      return line.length() <= 200;
    }
    if (line.indexOf('\u00a9') > 0
        && line.length() <= 100
        && hasYear(line)
        && !line.endsWith(".")) {
      return true;
    }
    boolean named = line.startsWith("copyright") || line.startsWith("(c) ");
    if (!named || line.length() > 200) {
      return false;
    }
    return line.indexOf('\u00a9') >= 0 || line.contains("(c)") || hasYear(line);
  }

  static boolean hasYear(String line) {
    for (int i = 0; i + 4 <= line.length(); i++) {
      if ((line.startsWith("19", i) || line.startsWith("20", i))
          && Chars.isDigit(line.charAt(i + 2))
          && Chars.isDigit(line.charAt(i + 3))) {
        return i == 0 || !Chars.isDigit(line.charAt(i - 1));
      }
    }
    return false;
  }

  private static boolean isShareBar(String line) {
    if (line.length() > 120 || line.endsWith(".")) {
      return false;
    }
    boolean act = false;
    int words = 0;
    int i = 0;
    while (i < line.length()) {
      int j = i;
      while (j < line.length()
          && (Chars.isLetterOrDigit(line.charAt(j))
              || (j > i && (line.charAt(j) == '-' || line.charAt(j) == '+')))) {
        j++;
      }
      if (j == i) {
        char c = line.charAt(i);
        if (c == '"' || c == '$' || c == '%' || c == '?') {
          return false;
        }
        i++;
        continue;
      }
      String word = line.substring(i, j);
      if (!Chars.isDigit(word.charAt(0))) {
        if (!SHARE_WORDS.contains(word)) {
          return false;
        }
        words++;
        act |= SHARE_ACTS.contains(word);
      }
      i = j;
    }
    return act && words > 0;
  }

  private static boolean isCaption(String line) {
    if (CAPTION_STARTS.isIn(line)) {
      return !line.startsWith("video") || line.length() <= 150;
    }
    if (line.indexOf('(') >= 0) {
      int credit = Math.max(line.indexOf(" photo/"), line.indexOf("(photo credit"));
      if (credit >= 0 && line.length() - credit <= 80 && line.endsWith(")")) {
        return true;
      }
    }
    return line.length() <= 250 && (CAPTION_ENDS.isIn(line) || endsWithCredit(line));
  }

  /** Whether a line's last words, a sentence of their own, say whose picture it is. */
  private static boolean endsWithCredit(String line) {
    if (line.endsWith(".")) {
      return false;
    }
    for (int i = Math.max(2, line.length() - LONGEST_CREDIT); i < line.length() - 5; i++) {
      char before = line.charAt(i - 1);
      if (before == '(' || (before == ' ' && isClosed(line, i))) {
        String picture = PICTURES.of(line, i);
        if (picture != null) {
          return line.indexOf(". ", i) < 0;
        }
      }
    }
    return false;
  }

  /** Whether a sentence, or a part between bars, ends right before an offset. */
  private static boolean isClosed(String line, int at) {
    return line.charAt(at - 1) == ' ' && ".!?|)\"".indexOf(line.charAt(at - 2)) >= 0;
  }

  private static boolean isRelated(String line, String bare) {
    if (isMoreFrom(bare)) {
      return !line.endsWith(".");
    }
    if (line.startsWith("http") && line.indexOf(' ') < 0) {
      return line.startsWith("http://") || line.startsWith("https://");
    }
    if (line.startsWith("more ") && line.contains(": http")) {
      return line.length() <= 160;
    }
    if (RELATED.contains(bare)) {
      return !NEEDS_LINK.contains(bare) || bare.length() + 1 < line.length();
    }
    if (line.length() > 250) {
      return false;
    }
    if (bare.endsWith("read more")
        && bare.length() >= 12
        && "|>\u00bb-:".indexOf(bare.charAt(bare.length() - 11)) >= 0) {
      return true;
    }
    int start = 0;
    while (start < line.length() && !Chars.isLetterOrDigit(line.charAt(start))) {
      if (line.charAt(start) == '"' || line.charAt(start) == '\'') {
        return false;
      }
      start++;
    }
    int sign = start;
    while (sign < line.length() && ":|>\u00bb\u203A\u2192".indexOf(line.charAt(sign)) < 0) {
      if (sign - start > 32) {
        return false;
      }
      sign++;
    }
    if (sign >= line.length()) {
      return false;
    }
    String label = line.substring(start, sign).strip();
    if (!RELATED.contains(label)) {
      return false;
    }
    // A whole sentence after a label that is also a plain word may well be the author's.
    return !NEEDS_LINK.contains(label) || !line.endsWith(".");
  }

  private static boolean isAttribution(String line) {
    if (line.length() > 300) {
      return false;
    }
    if (line.contains("contributed ")
        && (line.contains("contributed to this report")
            || line.contains("contributed to this story")
            || line.contains("contributed to this article")
            || line.contains("contributed reporting"))) {
      return line.length() <= 200;
    }
    String start = ATTRIBUTION_STARTS.of(line, line.startsWith("(this") ? 1 : 0);
    if (start != null) {
      return switch (start) {
        case "the post " -> line.contains(" appeared first on ");
        case "this story has been", "this article has been published" ->
            line.contains("published") && line.length() <= 200;
        case "written by", "posted by", "edited by", "compiled by" ->
            line.length() <= 80 && !line.endsWith(".");
        case "press release", "news release", "media release", "sent from my", "about the author" ->
            line.length() <= 60 && !line.endsWith(".");
        case "for immediate release",
            "embargoed until",
            "media contact",
            "press contact",
            "contact for media",
            "doi:",
            "journal:",
            "article publication date",
            "our standards:" ->
            line.length() <= 160;
        case "for media enquiries",
            "for media inquiries",
            "for press enquiries",
            "for press inquiries",
            "for further information",
            "for more information",
            "for interviews",
            "media enquiries",
            "media inquiries",
            "press enquiries",
            "press inquiries" ->
            line.length() <= 200
                && (line.endsWith(":")
                    || line.indexOf('@') >= 0
                    || line.contains("contact")
                    || line.contains("http")
                    || line.contains("www."));
        case "notes to editor" -> line.length() <= 25;
        case "peer-reviewed publication" -> line.length() <= 40;
        case "this story appears in", "this article appears in" ->
            line.contains("issue") || line.contains("edition") || line.contains("print");
        case "a version of this article", "a version of this story" -> line.contains("appear");
        case "first published" -> line.length() <= 100;
        case "original article", "original source" -> line.length() <= 120;
        case "source:", "sources:", "source -" -> line.length() <= 160;
        default -> true;
      };
    }
    return line.length() <= 160
        && (line.startsWith("this ") || line.startsWith("a version of this"))
        && (line.contains("was originally published ") || line.contains("first appeared on "));
  }

  /** Whether a line calls to join so many thousand readers. */
  private static boolean joinsReaders(String line, int start) {
    return line.startsWith("join ", start)
        && start + 5 < line.length()
        && Chars.isDigit(line.charAt(start + 5))
        && (line.contains("readers") || line.contains("subscribers") || line.contains("members"));
  }

  private static boolean isPromotion(String line) {
    return isCall(line) && !reports(line);
  }

  /** Returns the first phrase in a line that tells what it is wherever it stands, or null. */
  private static @Nullable String phraseIn(String line) {
    if (line.length() > LONGEST_WITH_PHRASE || line.charAt(0) == '"') {
      return null;
    }
    return ANYWHERE.firstIn(line);
  }

  private static boolean isCall(String line) {
    if (line.length() > 250) {
      return false;
    }
    if (line.startsWith("follow ") && (line.contains("http") || line.contains(" @"))) {
      return true;
    }
    int start = 0;
    while (start < line.length() && !Chars.isLetterOrDigit(line.charAt(start))) {
      if (line.charAt(start) == '"' || line.charAt(start) == '\'') {
        return false;
      }
      start++;
    }
    String call = PROMOTION_STARTS.of(line, start);
    boolean called = call != null && !line.startsWith("for more than ", start);
    if (called && BARE_CALLS.contains(call) && line.length() - start <= 40) {
      String rest = line.substring(start + call.length());
      for (String next : AFTER_BARE_CALL) {
        if (rest.startsWith(next)) {
          return true;
        }
      }
      return rest.isEmpty();
    }
    if (!called && !joinsReaders(line, start)) {
      // A question before the call: "Love film? Join our readers."
      int asked = line.indexOf("? ", start);
      return asked > 0
          && asked - start <= LONGEST_TEASER
          && asked + 2 < line.length()
          && isCall(line.substring(asked + 2));
    }
    String padded = line + " ";
    int after = call != null && BARE_CALLS.contains(call) ? start + call.length() : start;
    for (String object : PROMOTION_OBJECTS) {
      if (padded.indexOf(object, after) >= 0) {
        return true;
      }
    }
    return line.endsWith(" here") || line.endsWith(" here.") || line.endsWith(" here!");
  }
}
