package dev.headnote.text.page;

import dev.headnote.text.chars.Chars;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Finds what of a page is not its article by its tags, its attributes and the names of its classes:
 * scripts, hidden elements, menus, comments, notices about cookies. For one thread.
 */
@SuppressWarnings("ReferenceEquality") // Elements are equal to themselves alone.
final class SideMatter {

  private static final Set<String> NEVER =
      Set.of(
          ("script style noscript template svg iframe object embed applet link input button"
                  + " select textarea del nav aside footer canvas map dialog menu option video audio"
                  + " head math label figcaption noframes noembed datalist rp amp-user-notification"
                  + " amp-sidebar")
              .split(" "));

  private static final Pattern SIDE =
      Pattern.compile(
          "(?:^|[\\W_])(?<!with-|has-|no-|\\bw-|without-|overflow-|overflow-[xy]-|elementor-)(?:comments?|disqus|share|sharing|social|related(?:posts?|articles?|content|links?|stories)?|recirc\\w*|recommend\\w*|promo\\w*|"
              + "newsletter|subscri\\w+|signup|sign-up|cookies?|consent|gdpr|banner|sidebar|side-bar|"
              + "advert\\w*|ads?|sponsor\\w*|outbrain|taboola|breadcrumbs?|pagination|pager|popup|"
              + "modal|overlay|toolbar|tags?|tag-?list|byline|author-?bio|author-?info|bio|trending|"
              + "post-?profile|signature(?!-)|"
              + "most-?read|most-?popular|popular|navigation|nav|navbar|menu|footer|masthead|widgets?|"
              + "print-only|(?<!label-)hidden|visually-hidden|sr-only|screen-reader\\w*|skip-?link|more-?stories|"
              + "read-?more|readmore|also-?read|see-?also|follow\\w*|rating|login|paywall|credits?|caption|"
              + "copyright|disclaimer|toc|infobox|navbox|reflist|references|editsection|mw-jump-link|noprint|"
              + "timestamp|dateline|article-?meta|post-?meta(?:data)?|entry-?meta|meta|metadata|story-?meta|"
              + "hatnote|ambox|dablink|tooltip(?:text)?|popover|rollover|flyout|dropdown|hovercard|hover-card|next-?post|prev-?post|post-?nav\\w*|upnext|playlist)(?:$|[\\W_])");

  /** Names of boxes that a word shows, and of links, which a part of a sentence may have, too. */
  private static final Pattern OF_WORDS =
      Pattern.compile(
          "(?:^|[\\W_])(?:tooltip|popover|popup|rollover|hover-?card|tags?"
              + "|related(?:content|links?)?)(?:$|[\\W_])");

  /** What leads to another page, if it holds a link; else it opens the article. */
  private static final Pattern TEASER = Pattern.compile("(?:^|[\\W_])teaser(?:$|[\\W_])");

  /**
   * Names of readers' comments and of notices about cookies. However long these are, they are no
   * article.
   */
  private static final Set<String> NEVER_ARTICLES =
      Set.of(
          ("comments comment-list comments-list commentlist comment-section comments-section"
                  + " comments-area comments-wrapper comments-container comment-thread disqus_thread"
                  + " disqus-thread respond cookie-banner cookie-bar cookie-consent cookie-notice"
                  + " cookie-law-info-bar cookie-policy cookie-popup cookie-modal cookie-overlay"
                  + " cookie-wall cookieconsent cookiebanner cookie-message consent-banner"
                  + " consent-overlay consent-modal consent-dialog consent-wall consent-popup gdpr"
                  + " gdpr-banner gdpr-consent privacy-banner privacy-overlay onetrust-consent-sdk"
                  + " onetrust-banner-sdk usercentrics-root didomi-host qc-cmp2-container"
                  + " truste-consent-track cybot-cookiebot-dialog")
              .split(" "));

  /** Names of notes that stand inside of a sentence, to be shown beside or below it. */
  private static final Pattern NOTE =
      Pattern.compile("(?:^|\\s)(?:footnote|sidenote|marginnote|ltx_note)(?:$|\\s)");

  private static final Set<String> SIDE_ROLES =
      Set.of(
          "navigation complementary banner contentinfo search dialog alertdialog menu alert"
              .split(" "));

  private static final Pattern HIDDEN =
      Pattern.compile(
          "display\\s{0,3}:\\s{0,3}none|visibility\\s{0,3}:\\s{0,3}hidden"
              + "|(?:left|top|text-indent)\\s{0,3}:\\s{0,3}-\\d{4}"
              + "|clip\\s{0,3}:\\s{0,3}rect\\(\\s{0,3}[01](?:px)?[\\s,]{1,3}[01](?:px)?[\\s,]"
              + "|font-size\\s{0,3}:\\s{0,3}0(?:px|em|rem|%)?\\s{0,3}(?:;|!|$)");

  private static final int LONGEST_STYLE = 2000;
  private static final int LONGEST_NAMES = 300;

  /** How much text for readers without scripts is taken for the article's, at least. */
  private static final int FEWEST_CHARS = 200;

  /** How many copies for readers without scripts are looked for in the page. */
  private static final int MOST_COPIES = 50;

  /** What a message says that asks for scripts. */
  private static final Pattern ON_SCRIPTS =
      Pattern.compile("\\b(?:javascript|cookies?|browser)\\b", Pattern.CASE_INSENSITIVE);

  private static final Set<String> SHADOW_ROOTS = Set.of("open", "closed");

  private static final int FEWEST_CAPTIONS = 3;
  private static final int FEWEST_PAID = 3;

  /** How much text, links left out, a paragraph has at least whose words are parts of sentences. */
  private static final int FEWEST_OWN_CHARS = 60;

  /** The most words of its own that a part of a sentence has if it is named like a box. */
  private static final int LONGEST_WORDS = 3;

  /** The most characters of a mark that leads to a note, with its brackets. */
  private static final int LONGEST_NOTE_MARK = 20;

  private final ElementStats stats;
  private final Element body;
  private final boolean trustNames;
  private final Set<Element> aboveHeading = identitySet();
  private final boolean captionsTell;

  /** Whether the class paywall marks the article's paragraphs, and not a notice or two. */
  private final boolean hasPaidText;

  private final Set<Element> columns;

  /** How many characters the page's paragraphs have. */
  private final int pageChars;

  private int copies;

  /**
   * @param stats the counts of the whole page
   * @param titleHeading tells which heading is the title
   * @param trustNames whether what the page's classes call side matter is that
   */
  SideMatter(ElementStats stats, Element body, TitleHeading titleHeading, boolean trustNames) {
    this.stats = stats;
    this.body = body;
    this.pageChars = stats.of(body).paragraphChars;
    this.trustNames = trustNames;
    captionsTell = captionsTell();
    hasPaidText = body.select("p.paywall").size() >= FEWEST_PAID;
    columns = trustNames ? SideColumns.of(stats, body) : Set.of();
    Element heading = titleHeading.orPartIn(body);
    if (heading != null) {
      remember(heading);
    }
  }

  static Set<Element> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Returns the outermost elements that are no part of the article. */
  Set<Element> find() {
    return find(body, Set.of(body));
  }

  /**
   * Returns the outermost elements in a box that are no part of the article.
   *
   * @param kept the elements that are none of them, such as those that the title stands in
   */
  Set<Element> find(Element box, Set<Element> kept) {
    Set<Element> side = identitySet();
    NodeTraversor.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof Element element && !kept.contains(element) && isSide(element)) {
              side.add(element);
              return FilterResult.SKIP_ENTIRELY;
            }
            return FilterResult.CONTINUE;
          }
        },
        box);
    return side;
  }

  /** Whether a lead may stand in what is left out, as in a header or banner without prose. */
  boolean mayHoldLead(Element box) {
    String role = box.attr("role").toLowerCase(Locale.ROOT);
    return !NEVER.contains(box.normalName())
        && !isHidden(box)
        && !box.attr("aria-hidden").equalsIgnoreCase("true")
        && !isNeverArticle(box)
        && (role.equals("banner") || !SIDE_ROLES.contains(role));
  }

  /** Whether the page's pictures have more text below them than the page has besides. */
  private boolean captionsTell() {
    int told = 0;
    int chars = 0;
    for (Element caption : body.select("figcaption")) {
      if (stats.of(caption).paragraphs > 0) {
        told++;
        chars += stats.of(caption).chars;
      }
    }
    ElementStats.Stats page = stats.of(body);
    return told >= FEWEST_CAPTIONS && chars > page.chars - page.linked - chars;
  }

  /**
   * Remembers what the title's heading stands in: that is no side matter. A heading of the second
   * rank may be another box's.
   */
  private void remember(Element heading) {
    boolean main = heading.normalName().equals("h1");
    for (Element above : heading.parents()) {
      if (stats.of(above).proseChars() > 0 && (main || !trustNames || !hasSideName(above))) {
        aboveHeading.add(above);
      }
    }
  }

  private boolean isSide(Element element) {
    String name = element.normalName();
    if (isHidden(element) || isMark(element)) {
      return true;
    }
    if (NEVER.contains(name)) {
      return !isText(element);
    }
    if (aboveHeading.contains(element)) {
      return false;
    }
    if (name.equals("span") && trustNames && NOTE.matcher(names(element)).find()) {
      return stats.of(element).chars * 10L < stats.of(body).chars * 3L;
    }
    if (columns.contains(element)) {
      return true;
    }
    if (element.attr("aria-hidden").equalsIgnoreCase("true")) {
      // A page behind an open notice is hidden from screen readers as a whole.
      return holdsNoProse(element) || holdsLessThan(40, element);
    }
    if (name.equals("header") || name.equals("form")) {
      return holdsNoProse(element) || holdsLessThan(20, element);
    }
    String role = element.attr("role").toLowerCase(Locale.ROOT);
    if (trustNames && (role.equals("dialog") || role.equals("alertdialog"))) {
      return true;
    }
    if (SIDE_ROLES.contains(role)) {
      return holdsLessThan(40, element);
    }
    if (name.equals("article") || name.equals("main")) {
      return false;
    }
    if (isNeverArticle(element)) {
      return true;
    }
    if (hasPaidText && isBehindPaywall(element)) {
      return false;
    }
    // Whatever its name, what holds much of the page's prose is no side matter.
    return trustNames
        && (hasSideName(element) || isTeaser(element))
        && (holdsNoProse(element) || holdsLessThan(30, element))
        && !isInSentence(element);
  }

  /** Whether the sentence that an element stands in goes on behind it, whatever its name. */
  private boolean isInSentence(Element element) {
    Element parent = element.parent();
    if (parent == null
        || ElementStats.isBlock(element.normalName())
        || !(element.nextSibling() instanceof TextNode next)
        || !OF_WORDS.matcher(names(element)).find()
        || !isShort(element.ownText())
        || !standsApart(element.previousSibling())
        || stats.of(parent).chars - stats.of(parent).linked < FEWEST_OWN_CHARS) {
      return false;
    }
    char follows = firstOf(next.getWholeText());
    return Chars.isLower(follows)
        || (",;.!?)".indexOf(follows) >= 0
            && element.previousSibling() instanceof TextNode previous
            && goesOn(previous.getWholeText()));
  }

  /** Whether a text is no longer than a name, and says nothing by itself. */
  private static boolean isShort(String text) {
    return text.strip().split("\\s+").length <= LONGEST_WORDS
        && text.indexOf('.') < 0
        && text.indexOf(':') < 0;
  }

  /** Whether a word begins behind what stands before it; a box follows right on its word. */
  private static boolean standsApart(@Nullable Node before) {
    return before == null
        || (before instanceof TextNode text
            && !text.isBlank()
            && Chars.isBlank(text.getWholeText().charAt(text.getWholeText().length() - 1)));
  }

  private static char firstOf(String text) {
    int i = 0;
    while (i < text.length() && Chars.isBlank(text.charAt(i))) {
      i++;
    }
    return i < text.length() ? text.charAt(i) : ' ';
  }

  /** Whether a text ends within a sentence. */
  private static boolean goesOn(String text) {
    int last = text.length() - 1;
    while (last >= 0 && Chars.isBlank(text.charAt(last))) {
      last--;
    }
    return last >= 0 && (Chars.isLetter(text.charAt(last)) || text.charAt(last) == ',');
  }

  /** Whether an element is a paragraph or heading that a page marks for search engines as paid. */
  private static boolean isBehindPaywall(Element element) {
    String name = element.normalName();
    return element.hasClass("paywall")
        && (name.equals("p")
            || PageRenderer.isHeading(name)
            || element.attr("role").equalsIgnoreCase("heading"));
  }

  private boolean holdsNoProse(Element element) {
    return stats.of(element).proseChars() == 0;
  }

  /** Whether an element holds less than so many percent of the page's prose. */
  private boolean holdsLessThan(int percent, Element element) {
    return stats.of(element).proseChars() * 100L < pageChars * (long) percent;
  }

  /** Whether an element that mostly is no text is some here. */
  private boolean isText(Element element) {
    ElementStats.Stats own = stats.of(element);
    return switch (element.normalName()) {
      // What a script would show elsewhere, if there is little besides.
      case "noscript" ->
          own.paragraphChars >= FEWEST_CHARS
              && pageChars - own.paragraphChars < FEWEST_CHARS
              && !ON_SCRIPTS.matcher(opening(element)).find()
              && !isRepeated(opening(element));
      case "template" -> SHADOW_ROOTS.contains(element.attr("shadowrootmode"));
      // A heading that opens what is below it.
      case "button" -> isAllOfHeading(element, own.chars);
      // The whole page, where a tag was left open.
      case "del" -> own.chars * 10L >= stats.of(body).chars * 4L;
      // Pictures that tell the story.
      case "figcaption" -> captionsTell;
      default -> false;
    };
  }

  private static String opening(Element element) {
    String text = element.text();
    return text.substring(0, Math.min(FEWEST_CHARS, text.length()));
  }

  /** Whether the page has the same words twice; of the first copies alone. */
  private boolean isRepeated(String words) {
    if (copies++ >= MOST_COPIES) {
      return false;
    }
    String all = body.text();
    return all.indexOf(words) != all.lastIndexOf(words);
  }

  private boolean isAllOfHeading(Element element, int chars) {
    Element parent = element.parent();
    return parent != null
        && PageRenderer.isHeading(parent.normalName())
        && stats.of(parent).chars == chars;
  }

  static boolean hasSideName(Element element) {
    String names = names(element);
    return !names.isEmpty() && SIDE.matcher(names).find();
  }

  private boolean isTeaser(Element element) {
    ElementStats.Stats own = stats.of(element);
    return (own.links > 0 || own.linked > 0 || own.proseChars() == 0)
        && TEASER.matcher(names(element)).find();
  }

  private static boolean isNeverArticle(Element element) {
    String classes = element.className();
    if (classes.isEmpty() && element.id().isEmpty()) {
      return false;
    }
    if (NEVER_ARTICLES.contains(element.id().toLowerCase(Locale.ROOT))) {
      return true;
    }
    int from = 0;
    for (int i = 0; i <= classes.length() && from < LONGEST_NAMES; i++) {
      if (i == classes.length() || Chars.isBlank(classes.charAt(i))) {
        if (i > from
            && NEVER_ARTICLES.contains(classes.substring(from, i).toLowerCase(Locale.ROOT))) {
          return true;
        }
        from = i + 1;
      }
    }
    return false;
  }

  /**
   * Returns an element's classes, its identifier, of a block what component it is and, of a custom
   * element, its name, in small letters, parted at capitals.
   */
  static String names(Element element) {
    String id = element.id();
    String part = ElementStats.isBlock(element.normalName()) ? element.attr("data-component") : "";
    String classes = part.isEmpty() ? element.className() : element.className() + ' ' + part;
    boolean custom = element.normalName().indexOf('-') > 0;
    if (id.isEmpty() && classes.isEmpty() && !custom) {
      return "";
    }
    String both = classes + ' ' + id + (custom ? ' ' + element.normalName() : "");
    return splitCamel(both.length() > LONGEST_NAMES ? both.substring(0, LONGEST_NAMES) : both);
  }

  private static String splitCamel(String names) {
    StringBuilder split = new StringBuilder(names.length() + 8);
    for (int i = 0; i < names.length(); i++) {
      char c = names.charAt(i);
      if (i > 0 && Character.isUpperCase(c) && Character.isLowerCase(names.charAt(i - 1))) {
        split.append('-');
      }
      split.append(Character.toLowerCase(c));
    }
    return split.toString();
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden")) {
      return true;
    }
    String style = element.attr("style");
    return !style.isEmpty()
        && style.length() < LONGEST_STYLE
        && HIDDEN.matcher(style.toLowerCase(Locale.ROOT)).find();
  }

  /**
   * Whether an element is a link to a note, such as "[3]" or a raised 3, the number of a printed
   * page, or a link to its own heading.
   */
  private static boolean isMark(Element element) {
    String name = element.normalName();
    if (name.equals("sup")) {
      Element link = element.firstElementChild();
      String mark = link == null ? "" : text(element);
      return isBracketed(mark)
          || (link != null && link.attr("href").indexOf('#') >= 0 && areNumbers(mark));
    }
    if (name.equals("a")) {
      String href = element.attr("href");
      String mark = text(element);
      boolean heads = mark.equals("\u00b6") || mark.equals("#") || mark.equals("\u00a7");
      return (heads && href.startsWith("#"))
          || (isNumber(mark) && (leadsToNote(href) || isRaised(element, href)))
          || (isNoteMark(mark) && (href.isEmpty() || href.startsWith("#")));
    }
    return element.attr("role").equals("doc-pagebreak") && isNumber(text(element));
  }

  private static boolean isBracketed(String mark) {
    return mark.length() >= 3 && mark.startsWith("[") && mark.endsWith("]");
  }

  /** Whether a mark is one character in square brackets or has a digit there: "[note 3]". */
  private static boolean isNoteMark(String mark) {
    return isBracketed(mark) && (mark.length() == 3 || mark.chars().anyMatch(Character::isDigit));
  }

  private static boolean isRaised(Element link, String href) {
    Element only = link.firstElementChild();
    return href.startsWith("#") && only != null && only.normalName().equals("sup");
  }

  /** Not to a figure or a section, whose number is a word of the text. */
  private static boolean leadsToNote(String href) {
    return href.contains("#footnote") || href.contains("#fn") || href.contains("#note");
  }

  /** Whether a mark is one number or several, such as "1,2" or "3-5". */
  private static boolean areNumbers(String mark) {
    return !mark.isEmpty()
        && Chars.isDigit(mark.charAt(0))
        && mark.chars().allMatch(c -> Character.isDigit(c) || " ,-\u2013".indexOf(c) >= 0);
  }

  private static boolean isNumber(String mark) {
    return !mark.isEmpty() && mark.length() <= 3 && mark.chars().allMatch(Character::isDigit);
  }

  /** Returns the text of a small element, or an empty string if it isn't small. */
  private static String text(Element element) {
    StringBuilder text = new StringBuilder();
    NodeTraversor.filter(
        new NodeFilter() {
          private int nodes;

          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode own) {
              text.append(own.getWholeText());
            }
            nodes++;
            return nodes > LONGEST_NOTE_MARK || text.length() > LONGEST_NOTE_MARK
                ? FilterResult.STOP
                : FilterResult.CONTINUE;
          }
        },
        element);
    return text.length() > LONGEST_NOTE_MARK ? "" : text.toString().strip();
  }
}
