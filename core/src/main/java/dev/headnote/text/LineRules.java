package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a single line's wording says about it, wherever it stands. */
final class LineRules {

  /** Longer lines are never furniture as a whole. */
  static final int LONGEST = 400;

  /** How long a question before a call may be. */
  private static final int LONGEST_TEASER = 40;

  private static final Set<String> ADVERTISEMENT =
      Set.of(
          "advertisement",
          "advertisements",
          "advertising",
          "ad",
          "ads",
          "advert",
          "sponsored",
          "sponsored content",
          "paid content",
          "story continues below advertisement",
          "story continues below",
          "article continues below advertisement",
          "article continues below",
          "article continues after advertisement",
          "article continues after ad",
          "continue reading below",
          "continue reading the main story",
          "scroll to continue",
          "scroll to continue with content",
          "skip advertisement",
          "skip ad",
          "loading...",
          "loading",
          "loading ad",
          "report this ad",
          "ad feedback");

  /** What a link to another article begins with; a colon or the like must follow. */
  private static final Set<String> RELATED =
      Set.of(
          "see also",
          "see more",
          "see related",
          "read more",
          "read also",
          "read next",
          "read now",
          "read this",
          "read the full story",
          "also read",
          "also see",
          "also watch",
          "also on",
          "related",
          "related article",
          "related articles",
          "related story",
          "related stories",
          "related content",
          "related news",
          "related links",
          "related link",
          "related video",
          "related videos",
          "related posts",
          "related post",
          "related reading",
          "related coverage",
          "related topics",
          "recommended",
          "recommended reading",
          "recommended for you",
          "more",
          "more news",
          "more stories",
          "more coverage",
          "more on this",
          "more on this story",
          "more on this topic",
          "more to read",
          "more like this",
          "up next",
          "next",
          "next article",
          "next post",
          "previous",
          "previous article",
          "previous post",
          "watch",
          "watch now",
          "watch live",
          "watch more",
          "watch also",
          "listen",
          "video",
          "must read",
          "must watch",
          "don't miss",
          "further reading",
          "you may also like",
          "you might also like",
          "you might like",
          "you may like",
          "you may be interested in",
          "in case you missed it",
          "trending",
          "trending now",
          "most popular",
          "most read",
          "editor's picks",
          "editors' picks",
          "top stories",
          "go deeper",
          "explore more",
          "what to read next",
          "tags",
          "filed under",
          "topics",
          "categories");

  /** Of {@link #RELATED}, those that are also a heading or a word of the text when alone. */
  private static final Set<String> NEEDS_LINK =
      Set.of(
          "more",
          "next",
          "previous",
          "watch",
          "listen",
          "video",
          "tags",
          "topics",
          "categories",
          "trending",
          "go deeper",
          "read this");

  private static final String[] PROMOTION_STARTS = {
    "check out",
    "click here",
    "click on",
    "click the",
    "tap here",
    "sign up",
    "subscribe",
    "follow us",
    "follow @",
    "follow our",
    "follow me",
    "like us",
    "join our",
    "join us",
    "join the conversation",
    "download our",
    "download the",
    "get the latest",
    "get our",
    "get more",
    "get unlimited",
    "get breaking",
    "get the best",
    "for more ",
    "to read more",
    "to learn more",
    "to see more",
    "to get more",
    "to stay up to date",
    "read our",
    "read more",
    "read the full",
    "listen to",
    "visit our",
    "visit us",
    "find us",
    "find more",
    "find out more",
    "want more",
    "want to read more",
    "don't miss",
    "don't forget to",
    "stay up to date",
    "stay updated",
    "stay informed",
    "stay connected",
    "stay tuned",
    "keep up with",
    "enter your email",
    "support our",
    "support us",
    "help us",
    "donate",
    "share this",
    "share your",
    "tell us",
    "let us know",
    "have a story",
    "have a tip",
    "got a tip",
    "got a story",
    "do you have a story",
    "send us",
    "email us",
    "contact us",
    "leave a comment",
    "thanks for reading",
    "thank you for reading",
    "you can follow",
    "you can find",
    "see more",
    "see all",
    "see our",
    "view all",
    "view more",
    "explore more",
    "explore our",
    "watch more",
    "discover more",
    "if you enjoyed",
    "if you liked",
    "become a",
    "already a subscriber",
    "not a subscriber",
    "buy our",
    "order our",
    "learn more",
    "start your",
    "try our",
    "our newsletter",
    "please subscribe",
    "please follow",
    "please consider",
    "please share",
    "send tips",
    "send your",
    "support local",
    "support independent",
    "support quality",
    "join more than",
    "join over"
  };

  /** Calls that need no object when they are all of a short line. */
  private static final Set<String> BARE_CALLS = Set.of("subscribe", "follow us", "sign up");

  private static final String[] AFTER_BARE_CALL = {
    "!", ".", ":", " to ", " for ", " on ", " now", " today", " here", " via ", " at "
  };

  private static final String[] PROMOTION_OBJECTS = {
    "newsletter",
    "this link",
    "click here",
    "clicking here",
    "the link",
    "on twitter",
    "on facebook",
    "on instagram",
    "on linkedin",
    "on youtube",
    "on telegram",
    "on whatsapp",
    "on google news",
    "on x ",
    "on social media",
    "our app",
    "mobile app",
    " app ",
    "app store",
    "google play",
    "inbox",
    "our podcast",
    "the podcast",
    "podcasts",
    "our website",
    "our site",
    "our channel",
    "our page",
    "our facebook",
    "our twitter",
    "our youtube",
    "our telegram",
    "our whatsapp",
    "coverage",
    "subscribe",
    "subscriber",
    "subscription",
    "your email",
    "email address",
    "email us",
    "www.",
    "http",
    "free trial",
    "unlimited access",
    "notifications",
    "email alerts",
    "news alerts",
    "hashtag",
    "comments section",
    "in the comments",
    "more stories",
    "more news",
    "latest news",
    "our other",
    "the conversation",
    "our journalism",
    "our reporters",
    "our community",
    "@",
    "our latest",
    "twitter:",
    "facebook:",
    "our reporting",
    "follow us",
    "membership",
    "a member",
    "our coverage",
    "our team",
    "this article",
    "this story",
    "this page",
    "share your",
    "this piece",
    "our newsroom",
    "local journalism",
    "independent journalism",
    "quality journalism",
    "our free "
  };

  private static final String[] ATTRIBUTION_STARTS = {
    "originally published",
    "originally posted",
    "originally appeared",
    "originally from",
    "image and article originally",
    "article originally",
    "image originally",
    "this article was originally",
    "this article originally",
    "this article first appeared",
    "this article was first published",
    "this article appeared",
    "this story was originally",
    "this story originally",
    "this story first appeared",
    "this story was first published",
    "this post was originally",
    "this post originally",
    "this post first appeared",
    "this content was originally",
    "this piece was originally",
    "first published",
    "reprinted with",
    "reprinted from",
    "reprinted by",
    "republished with",
    "republished from",
    "syndicated from",
    "source:",
    "source -",
    "sources:",
    "read the original",
    "view the original",
    "see the original",
    "original article",
    "original source",
    "reporting by ",
    "(reporting by",
    "additional reporting by",
    "(additional reporting",
    "with additional reporting",
    "(editing by",
    "with files from",
    "with reporting by",
    "(with inputs from",
    "with inputs from",
    "(with agency",
    "this story has been",
    "this article has been published",
    "the post ",
    "with contributions from",
    "compiled by",
    "written by",
    "posted by",
    "edited by"
  };

  private static final String[] CAPTION_STARTS = {
    "photo:",
    "photos:",
    "photo by",
    "photo credit",
    "photo courtesy",
    "photo illustration",
    "photograph:",
    "photograph by",
    "photographs by",
    "image:",
    "images:",
    "image credit",
    "image source",
    "image via",
    "image caption",
    "image copyright",
    "image courtesy",
    "featured image",
    "media caption",
    "picture:",
    "pictures:",
    "picture credit",
    "picture by",
    "file photo",
    "file image",
    "credit:",
    "credits:",
    "caption:",
    "(photo by",
    "(photo:",
    "(photo credit",
    "(image:",
    "(image credit",
    "(ap photo",
    "ap photo/",
    "(file photo",
    "[photo:",
    "[image:",
    "(picture:",
    "video by",
    "video:",
    "photos by"
  };

  private static final String[] CAPTION_ENDS = {
    "getty images",
    "getty images)",
    "/afp",
    "/afp)",
    "/ap)",
    "/reuters",
    "/reuters)",
    "ap photo",
    "ap photo)",
    "shutterstock",
    "shutterstock)",
    "via getty",
    "file photo",
    "file photo)",
    "/epa)"
  };

  private static final Set<String> SHARE_WORDS =
      Set.of(
          "share",
          "shares",
          "tweet",
          "tweets",
          "retweet",
          "facebook",
          "twitter",
          "x",
          "email",
          "e-mail",
          "mail",
          "print",
          "whatsapp",
          "linkedin",
          "reddit",
          "pinterest",
          "pin",
          "pocket",
          "flipboard",
          "telegram",
          "tumblr",
          "messenger",
          "instagram",
          "youtube",
          "save",
          "bookmark",
          "comment",
          "comments",
          "copy",
          "link",
          "url",
          "on",
          "via",
          "this",
          "article",
          "story",
          "page",
          "post",
          "to",
          "with",
          "like",
          "likes",
          "views",
          "google",
          "google+",
          "plus",
          "more",
          "icon",
          "button",
          "open",
          "in",
          "new",
          "window",
          "opens",
          "your",
          "friends",
          "sms",
          "stumbleupon",
          "threads",
          "bluesky",
          "mastodon",
          "viber",
          "vk",
          "line",
          "by",
          "and",
          "or");

  private static final Set<String> SHARE_ACTS =
      Set.of(
          "share",
          "shares",
          "tweet",
          "print",
          "email",
          "e-mail",
          "comments",
          "comment",
          "bookmark",
          "whatsapp",
          "pinterest",
          "linkedin",
          "reddit",
          "facebook",
          "twitter",
          "flipboard");

  private static final Set<String> NAVIGATION =
      Set.of(
          "home",
          "listen to this article",
          "listen to this story",
          "listen to article",
          "menu",
          "search",
          "skip to content",
          "skip to main content",
          "skip to navigation",
          "skip navigation",
          "toggle navigation",
          "main menu",
          "log in",
          "login",
          "sign in",
          "sign up",
          "register",
          "my account",
          "close",
          "back",
          "back to top",
          "go back",
          "next page",
          "previous page",
          "contents",
          "breadcrumb",
          "breadcrumbs",
          "open menu",
          "close menu",
          "jump to content",
          "accessibility links",
          "show more",
          "load more",
          "view comments",
          "show comments",
          "hide comments",
          "leave a reply",
          "post a comment",
          "add a comment");

  private static final Set<String> RUN_INS =
      Set.of(
          "what happened",
          "why it matters",
          "why this matters",
          "what's next",
          "what is next",
          "what it means",
          "what to know",
          "what we know",
          "what to watch",
          "what they're saying",
          "what they are saying",
          "what you need to know",
          "what's new",
          "what else",
          "what happens next",
          "the bottom line",
          "bottom line",
          "the big picture",
          "big picture",
          "the backdrop",
          "the backstory",
          "the background",
          "background",
          "the details",
          "details",
          "the latest",
          "the context",
          "context",
          "the takeaway",
          "key takeaway",
          "key takeaways",
          "key points",
          "key point",
          "between the lines",
          "by the numbers",
          "driving the news",
          "state of play",
          "zoom in",
          "zoom out",
          "go deeper",
          "catch up quick",
          "flashback",
          "reality check",
          "yes, but",
          "our take",
          "the upshot",
          "the other side",
          "how it works",
          "how we got here",
          "why now",
          "why you should care",
          "worth noting",
          "of note",
          "price action",
          "market reaction",
          "analyst take",
          "the intrigue",
          "threat level",
          "the state of play",
          "be smart",
          "the verdict",
          "the problem",
          "the numbers",
          "why it's important",
          "why it is important",
          "at a glance");

  private static final Set<String> SHORTCODES =
      Set.of(
          "caption",
          "gallery",
          "embed",
          "video",
          "audio",
          "playlist",
          "youtube",
          "vimeo",
          "tweet",
          "ad",
          "ads",
          "adsense",
          "toc",
          "shortcode",
          "more");

  private static final String[] BREAK_STARTS = {
    "continue reading after",
    "continue reading below",
    "story continues",
    "article continues",
    "continues after",
    "continues below"
  };

  private static final String[] DISCLAIMER_STARTS = {
    "disclaimer:",
    "not investment advice",
    "not financial advice",
    "not legal advice",
    "not medical advice",
    "this is not investment advice",
    "this is not financial advice",
    "this is not legal advice",
    "this is not medical advice",
    "nothing in this article",
    "past performance is no",
    "the views expressed in this article",
    "the opinions expressed in this article",
    "the views expressed here are",
    "the opinions expressed in this commentary",
    "views expressed in this article"
  };

  private static final String[] REACH = {
    "reach him at",
    "reach her at",
    "reach them at",
    "contact him at",
    "contact her at",
    "contact the reporter",
    "contact the author",
    "contact the writer",
    "contact reporter",
    "email him at",
    "email her at",
    "email the author",
    "e-mail him at",
    "e-mail her at"
  };

  private LineRules() {}

  /** Returns the line in small letters with plain quotes, dashes and single spaces. */
  static String plain(String text, int start, int end) {
    StringBuilder plain = new StringBuilder(end - start);
    boolean space = false;
    for (int i = start; i < end; i++) {
      char c = Chars.plain(text.charAt(i));
      if (Chars.isBlank(c)) {
        space = true;
      } else {
        if (space) {
          plain.append(' ');
          space = false;
        }
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  /** Returns what kind of furniture a line is by its own words, or null. */
  static @Nullable Reason of(String line) {
    char first = line.charAt(0);
    if (isSeparator(line)) {
      return Reason.SEPARATOR;
    }
    if (first == '[' && isShortcode(line, 0, line.length())) {
      return Reason.SHORTCODE;
    }
    String bare = trimSigns(line);
    if (ADVERTISEMENT.contains(bare) || isBreak(bare)) {
      return Reason.ADVERTISEMENT;
    }
    if (isCopyright(line)) {
      return Reason.COPYRIGHT;
    }
    if (isShareBar(line)) {
      return Reason.SHARE_BAR;
    }
    if (isCaption(line)) {
      return Reason.CAPTION;
    }
    if (isRelated(line, bare)) {
      return Reason.RELATED_LINK;
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

  /** Whether a line is a label over links, with no link in it. */
  static boolean isRelatedLabel(String line) {
    String bare = trimSigns(line);
    return RELATED.contains(bare) || isMoreFrom(bare);
  }

  private static boolean isMoreFrom(String bare) {
    return bare.startsWith("more from ")
        && bare.length() <= 60
        && bare.indexOf('.') < 0
        && count(bare, " ") <= 5;
  }

  /** Whether a line says that the article goes on behind an advertisement. */
  private static boolean isBreak(String bare) {
    if (bare.length() > 80) {
      return false;
    }
    for (String start : BREAK_STARTS) {
      if (bare.startsWith(start)) {
        return bare.contains("advert")
            || bare.contains("sponsor")
            || bare.contains("our partner")
            || bare.contains("this message")
            || bare.contains("promotion");
      }
    }
    return false;
  }

  private static boolean isDisclaimer(String line) {
    if (line.length() > 300) {
      return false;
    }
    for (String start : DISCLAIMER_STARTS) {
      if (line.startsWith(start)) {
        return true;
      }
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
    if (NAVIGATION.contains(trimSigns(line))) {
      return true;
    }
    if (line.length() > 120) {
      return false;
    }
    int parts = Math.max(count(line, " > "), Math.max(count(line, " \u203A "), count(line, " | ")));
    parts = Math.max(parts, Math.max(count(line, " \u00bb "), count(line, " / ")));
    return parts >= 2 && line.indexOf('.') < 0;
  }

  private static boolean isCookieNotice(String line) {
    return (line.contains("we use cookies")
            || line.contains("uses cookies")
            || line.contains("use of cookies"))
        && (line.contains("accept")
            || line.contains("consent")
            || line.contains("agree")
            || line.contains("privacy policy")
            || line.contains("cookie policy"));
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

  /** Cuts what stands before the first and after the last letter or digit. */
  private static String trimSigns(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && !Chars.isLetterOrDigit(line.charAt(start))) {
      start++;
    }
    while (end > start && !Chars.isLetterOrDigit(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
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
    int equals = text.indexOf('=', i);
    return equals > 0
        && equals < end - 2
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
    boolean named = line.startsWith("copyright") || line.startsWith("(c) ");
    if (!named || line.length() > 200) {
      return false;
    }
    return line.indexOf('\u00a9') >= 0 || line.contains("(c)") || hasYear(line);
  }

  private static boolean hasYear(String line) {
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
    for (String start : CAPTION_STARTS) {
      if (line.startsWith(start)) {
        return !line.startsWith("video") || line.length() <= 150;
      }
    }
    int credit = Math.max(line.indexOf("(ap photo/"), line.indexOf("(photo credit"));
    if (credit >= 0 && line.length() - credit <= 80) {
      return true;
    }
    if (line.length() <= 250) {
      for (String end : CAPTION_ENDS) {
        if (line.endsWith(end)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isRelated(String line, String bare) {
    if (isMoreFrom(bare)) {
      return !line.endsWith(".");
    }
    if (RELATED.contains(bare)) {
      return !NEEDS_LINK.contains(bare) || bare.length() + 1 < line.length();
    }
    if (line.length() > 250) {
      return false;
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
    if (line.contains("contributed to this report")
        || line.contains("contributed to this story")
        || line.contains("contributed to this article")
        || line.contains("contributed reporting")) {
      return line.length() <= 200;
    }
    for (String start : ATTRIBUTION_STARTS) {
      if (line.startsWith(start)) {
        return switch (start) {
          case "the post " -> line.contains(" appeared first on ");
          case "this story has been", "this article has been published" ->
              line.contains("published") && line.length() <= 200;
          case "written by", "posted by", "edited by", "compiled by" ->
              line.length() <= 80 && !line.endsWith(".");
          case "first published" -> line.length() <= 100;
          case "original article", "original source" -> line.length() <= 120;
          case "source:", "sources:", "source -" -> line.length() <= 160;
          default -> true;
        };
      }
    }
    return line.length() <= 160
        && (line.contains("was originally published ") || line.contains("first appeared on "))
        && (line.startsWith("this ") || line.startsWith("a version of this"));
  }

  /** Whether a line calls to join so many thousand readers. */
  private static boolean joinsReaders(String line, int start) {
    return line.startsWith("join ", start)
        && start + 5 < line.length()
        && Chars.isDigit(line.charAt(start + 5))
        && (line.contains("readers") || line.contains("subscribers") || line.contains("members"));
  }

  private static boolean isPromotion(String line) {
    if (line.length() > 250) {
      return false;
    }
    int start = 0;
    while (start < line.length() && !Chars.isLetterOrDigit(line.charAt(start))) {
      if (line.charAt(start) == '"' || line.charAt(start) == '\'') {
        return false;
      }
      start++;
    }
    boolean called = false;
    for (String call : PROMOTION_STARTS) {
      if (line.startsWith(call, start)) {
        called = !line.startsWith("for more than ", start);
        if (called && BARE_CALLS.contains(call) && line.length() - start <= 40) {
          String rest = line.substring(start + call.length());
          for (String next : AFTER_BARE_CALL) {
            if (rest.startsWith(next)) {
              return true;
            }
          }
          return rest.isEmpty();
        }
        break;
      }
    }
    if (!called) {
      called = joinsReaders(line, start);
    }
    if (!called) {
      // A question before the call: "Love film? Join our readers."
      int asked = line.indexOf("? ", start);
      return asked > 0
          && asked - start <= LONGEST_TEASER
          && asked + 2 < line.length()
          && isPromotion(line.substring(asked + 2));
    }
    String padded = line + " ";
    for (String object : PROMOTION_OBJECTS) {
      if (padded.indexOf(object, start) >= 0) {
        return true;
      }
    }
    return line.endsWith(" here") || line.endsWith(" here.") || line.endsWith(" here!");
  }
}
