package dev.headnote.runner;

import java.util.Base64;
import java.util.List;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/**
 * A report as one page that needs nothing else: no script, no style sheet, no picture of its own.
 * Text from outside goes in as text nodes, which escapes it; and the page tells the browser to run
 * and to fetch nothing, should that ever fail. For one thread.
 */
final class ReportPage {

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action"
          + " 'none'";

  private static final String STYLE =
      """
      body { font: 1em/1.5 system-ui, sans-serif; color: #222; background: #fff;
             max-width: 70em; margin: 2em auto; padding: 0 1em; }
      h1 { font-size: 1.4em; }
      table { border-collapse: collapse; margin: 1.5em 0; font-variant-numeric: tabular-nums; }
      caption { text-align: left; font-weight: bold; padding-bottom: .4em; }
      caption::first-letter { text-transform: uppercase; }
      th, td { padding: .15em .7em; text-align: right; border-bottom: 1px solid #ddd; }
      th:first-child { text-align: left; font-weight: normal; }
      img { max-width: 100%; height: auto; }
      .wide { overflow-x: auto; }
      """;

  private final Document document = Document.createShell("");

  ReportPage(String title) {
    document.outputSettings().charset("UTF-8").prettyPrint(false);
    document.prependChild(new DocumentType("html", "", ""));
    document.getElementsByTag("html").attr("lang", "en");
    document.head().appendElement("meta").attr("charset", "UTF-8");
    document
        .head()
        .appendElement("meta")
        .attr("http-equiv", "Content-Security-Policy")
        .attr("content", POLICY);
    document
        .head()
        .appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width");
    document.title(title);
    document.head().appendElement("style").appendChild(new DataNode(STYLE));
  }

  void heading(String text) {
    document.body().appendElement("h1").text(text);
  }

  Element table(Table table) {
    Element element = document.body().appendElement("div").addClass("wide").appendElement("table");
    element.appendElement("caption").text(table.title());
    if (table.headings().stream().anyMatch(heading -> !heading.isEmpty())) {
      Element head = element.appendElement("thead").appendElement("tr");
      table.headings().forEach(name -> head.appendElement("th").attr("scope", "col").text(name));
    }
    Element rows = element.appendElement("tbody");
    for (List<String> cells : table.rows()) {
      Element row = rows.appendElement("tr");
      row.appendElement("th").attr("scope", "row").text(cells.get(0));
      cells.stream().skip(1).forEach(cell -> row.appendElement("td").text(cell));
    }
    return element;
  }

  /**
   * Adds a picture.
   *
   * @param description says in words what it shows
   */
  void plot(byte[] png, String description) {
    document
        .body()
        .appendElement("p")
        .appendElement("img")
        .attr("alt", description)
        .attr("src", "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
  }

  /** The page's source. */
  String source() {
    return document.outerHtml() + "\n";
  }
}
