package dev.headnote.text.furniture;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.furniture.LabelledCopy.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A whole web page as selecting and copying it would give, each line labelled by whether the known
 * article has its words. For one thread.
 */
final class PageCopy {

  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "svg",
          "iframe",
          "select",
          "option",
          "textarea",
          "object",
          "embed",
          "canvas",
          "audio",
          "video",
          "math",
          "datalist");
  private static final Set<String> APART =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "blockquote",
          "pre",
          "table",
          "figure",
          "section",
          "article",
          "header",
          "footer",
          "nav",
          "aside",
          "form",
          "dl");
  private static final Set<String> LINES = Set.of("li", "tr", "figcaption");
  private static final Pattern HIDDEN_STYLE =
      Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden");
  private static final Pattern HIDDEN_CLASS =
      Pattern.compile(
          "(?:^|[\\s_-])(?:hidden|hide|sr-only|visually-?hidden|screen-reader(?:-text)?|offscreen)"
              + "(?:$|[\\s_-])");

  /** Sequences of so many words tell whether a line is in the article. */
  private static final int SEQUENCE = 3;

  private static final double CONTENT_FROM = 0.85;
  private static final double FURNITURE_TO = 0.15;

  /** A line of the article with so many words marks where it begins or ends. */
  private static final int SURE_WORDS = 10;

  private static final int UNSURE_LINES_ABOVE = 3;
  private static final int UNSURE_LINES_BELOW = 8;

  private final StringBuilder text = new StringBuilder();

  private PageCopy() {}

  /**
   * Returns a page's labelled copy.
   *
   * @param article the text of its article
   */
  static LabelledCopy of(String html, String article) {
    PageCopy page = new PageCopy();
    page.write(Jsoup.parse(html).body());
    return label(page.text.toString().strip(), article);
  }

  private void write(Node node) {
    if (node instanceof TextNode own) {
      write(own.getWholeText());
    } else if (node instanceof Element element && !isUnseen(element)) {
      String name = element.normalName();
      boolean apart = APART.contains(name);
      boolean line = apart || element.isBlock() || LINES.contains(name);
      if (name.equals("br")) {
        breakLine(true);
      } else if (line) {
        breakLine(false);
      }
      breakParagraph(apart);
      if ((name.equals("td") || name.equals("th")) && element.previousElementSibling() != null) {
        joinCell();
      }
      element.childNodes().forEach(this::write);
      if (line) {
        breakLine(false);
      }
      breakParagraph(apart);
    }
  }

  private static boolean isUnseen(Element element) {
    return UNSEEN.contains(element.normalName())
        || element.hasAttr("hidden")
        || HIDDEN_STYLE.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find()
        || HIDDEN_CLASS.matcher(element.className().toLowerCase(Locale.ROOT)).find();
  }

  private void write(String own) {
    for (int i = 0; i < own.length(); i++) {
      char c = own.charAt(i);
      if (!Chars.isBlank(c)) {
        text.append(c);
      } else if (!text.isEmpty() && !Chars.isBlank(last())) {
        text.append(' ');
      }
    }
  }

  private char last() {
    return text.charAt(text.length() - 1);
  }

  private void breakLine(boolean always) {
    while (!text.isEmpty() && last() == ' ') {
      text.setLength(text.length() - 1);
    }
    if (always || (!text.isEmpty() && last() != '\n')) {
      text.append('\n');
    }
  }

  private void breakParagraph(boolean apart) {
    if (apart && text.length() > 1 && text.charAt(text.length() - 2) != '\n') {
      text.append('\n');
    }
  }

  private void joinCell() {
    if (!text.isEmpty() && last() == '\n') {
      text.setLength(text.length() - 1);
    }
    text.append('\t');
  }

  private static LabelledCopy label(String page, String article) {
    List<String> known = words(article);
    Set<String> sequences = new HashSet<>();
    for (int i = 0; i + SEQUENCE <= known.size(); i++) {
      sequences.add(String.join(" ", known.subList(i, i + SEQUENCE)));
    }
    Set<String> paragraphs = new HashSet<>();
    article.lines().forEach(line -> paragraphs.add(String.join(" ", words(line))));
    String all = " " + String.join(" ", known) + " ";
    List<Line> lines = new ArrayList<>();
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (String line : page.split("\n", -1)) {
      List<String> words = words(line);
      String label = line.isBlank() ? "" : label(words, sequences, paragraphs, all);
      if (label.equals("-") && words.size() >= SURE_WORDS) {
        first = Math.min(first, lines.size());
        last = lines.size();
      }
      // Two braces would open a part of a line that is labelled for itself.
      String copied = line.strip().replace("{{", "{ {");
      lines.add(line.isBlank() ? Line.BLANK : new Line(label, copied));
    }
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean inside = i >= first && i <= last;
      boolean near = i >= first - UNSURE_LINES_ABOVE && i <= last + UNSURE_LINES_BELOW;
      if (line.label().equals("~")) {
        lines.set(i, new Line(inside ? "?" : "F", line.text()));
      } else if (line.isContent() && !inside) {
        lines.set(i, new Line(near ? "?" : "F", line.text()));
      }
    }
    return new LabelledCopy(lines);
  }

  /** Returns a label, or "~" for words that stand in the article, but not as a line. */
  private static String label(
      List<String> words, Set<String> sequences, Set<String> paragraphs, String all) {
    if (words.isEmpty()) {
      return "?";
    }
    if (words.size() < SEQUENCE) {
      String joined = String.join(" ", words);
      return paragraphs.contains(joined) ? "-" : all.contains(" " + joined + " ") ? "~" : "F";
    }
    int found = 0;
    int count = words.size() - SEQUENCE + 1;
    for (int i = 0; i < count; i++) {
      found += sequences.contains(String.join(" ", words.subList(i, i + SEQUENCE))) ? 1 : 0;
    }
    double share = (double) found / count;
    return share >= CONTENT_FROM ? "-" : share <= FURNITURE_TO ? "F" : "?";
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
