package dev.headnote.runner;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table of a report. The first column names the rows, the others hold numbers.
 *
 * @param title what it shows
 * @param headings a heading for each column; all empty if it needs none
 * @param rows as many cells each as there are headings
 */
record Table(String title, List<String> headings, List<List<String>> rows) {

  Table {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  /** Prints it with its columns under one another. */
  void print(Page page) {
    page.heading(title);
    int[] widths = new int[headings.size()];
    Stream.concat(Stream.of(headings), rows.stream())
        .forEach(
            row -> {
              for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
              }
            });
    if (headings.stream().anyMatch(heading -> !heading.isEmpty())) {
      print(page, headings, widths);
    }
    rows.forEach(row -> print(page, row, widths));
  }

  private static void print(Page page, List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - length(row.get(i)));
      line.append("  ").append(i == 0 ? row.get(i) + padding : padding + row.get(i));
    }
    page.line(line.toString().stripTrailing());
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
