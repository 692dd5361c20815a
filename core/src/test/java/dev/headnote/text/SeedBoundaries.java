package dev.headnote.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The paragraphs of the project's own articles, with what is known about where sentences end. */
final class SeedBoundaries {

  private static final Path SEEDS =
      Path.of(System.getProperty("headnote.root", "..")).resolve("seeds");

  private static final int SHORTEST_PARAGRAPH = 60;

  private final List<MarkedText> paragraphs = new ArrayList<>();
  private String article = "";
  private Set<Integer> ends = Set.of();
  private int searchedTo;

  private SeedBoundaries() {}

  /** Reads them; line breaks within a paragraph are spaces. */
  static List<MarkedText> paragraphs() {
    SeedBoundaries reading = new SeedBoundaries();
    try (InputStream in = SeedBoundaries.class.getResourceAsStream("seed-boundaries.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        reading.read(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reading.endArticle();
    return reading.paragraphs;
  }

  private void read(String line) throws IOException {
    if (line.startsWith("== ")) {
      endArticle();
      article = Files.readString(SEEDS.resolve(line.substring(3)));
      ends = new TreeSet<>();
      searchedTo = 0;
    } else if (!line.startsWith("#")) {
      String boundary = line.replace("\\n", "\n");
      int bar = boundary.indexOf('|');
      int at = article.indexOf(boundary.replace("|", ""), searchedTo);
      if (at < 0) {
        throw new IllegalStateException("not in the article: " + line);
      }
      ends.add(at + bar);
      searchedTo = at + bar;
    }
  }

  private void endArticle() {
    int from = 0;
    for (String paragraph : article.split("(?<=\n\n)")) {
      String text = paragraph.strip();
      int start = from + paragraph.indexOf(text);
      from += paragraph.length();
      if (text.length() < SHORTEST_PARAGRAPH || !text.matches("(?s).*[.!?\u201d\u2019\")]")) {
        continue;
      }
      Set<Integer> own = new TreeSet<>();
      for (int end : ends) {
        if (end > start && end < start + text.length()) {
          own.add(end - start);
        }
      }
      own.add(text.length());
      paragraphs.add(new MarkedText(text.replace('\n', ' '), own));
    }
  }
}
