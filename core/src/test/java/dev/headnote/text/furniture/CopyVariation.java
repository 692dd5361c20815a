package dev.headnote.text.furniture;

import dev.headnote.text.furniture.LabelledCopy.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Varies labelled copies, for a model to learn from more than there are: furniture is left out,
 * blank lines too, and paragraphs become lists, headings and broken lines, which are content all
 * the same. The same seed varies alike. For one thread.
 */
final class CopyVariation {

  private static final int LONG_LINE = 60;
  private static final int LISTED_PARAGRAPH = 110;

  private final Random random;

  CopyVariation(long seed) {
    this.random = new Random(seed);
  }

  /** Returns a copy with a part of its furniture. */
  LabelledCopy vary(LabelledCopy copy) {
    List<Line> lines = withoutSome(copy.lines(), 0.2 * random.nextInt(4));
    if (random.nextBoolean()) {
      lines = relisted(lines, random.nextInt(3));
    }
    return new LabelledCopy(spaced(lines));
  }

  /** Returns what stands near the article in a copy of a whole page, or null without an article. */
  LabelledCopy crop(LabelledCopy page) {
    List<Line> lines = page.lines();
    int first = -1;
    int last = -1;
    int paragraphs = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isContent() && lines.get(i).text().length() > LONG_LINE) {
        first = first < 0 ? i : first;
        last = i;
        paragraphs++;
      }
    }
    if (paragraphs < 3) {
      return null;
    }
    int above = someLines();
    while (first > 0 && above > 0) {
      first--;
      above -= lines.get(first).isBlank() ? 0 : 1;
    }
    int below = someLines();
    while (last + 1 < lines.size() && below > 0) {
      last++;
      below -= lines.get(last).isBlank() ? 0 : 1;
    }
    double left = 0.1 + 0.2 * random.nextInt(4);
    return new LabelledCopy(spaced(withoutSome(lines.subList(first, last + 1), left)));
  }

  private int someLines() {
    return (int) Math.pow(30, random.nextDouble()) - 1 + random.nextInt(3);
  }

  /** Returns an article some of whose paragraphs became lists and the like. */
  LabelledCopy relist(LabelledCopy copy) {
    return new LabelledCopy(relisted(copy.lines(), 1 + random.nextInt(4)));
  }

  /** Leaves out single lines of furniture and runs of them. */
  private List<Line> withoutSome(List<Line> lines, double share) {
    List<Line> kept = new ArrayList<>();
    int run = 0;
    for (Line line : lines) {
      if (!line.isFurniture()) {
        kept.add(line);
      } else if (run > 0) {
        run--;
      } else {
        double drawn = random.nextDouble();
        if (drawn >= share * 0.75) {
          kept.add(line);
        } else if (drawn >= share * 0.6) {
          run = 1 + random.nextInt(6);
        }
      }
    }
    return kept;
  }

  /** Leaves the blank lines, takes them all out, or puts one between all others. */
  private List<Line> spaced(List<Line> lines) {
    int way = random.nextInt(5);
    List<Line> spaced = new ArrayList<>();
    for (Line line : lines) {
      boolean twice =
          line.isBlank() && (spaced.isEmpty() || spaced.get(spaced.size() - 1).isBlank());
      if (way < 3 ? !twice : !line.isBlank()) {
        spaced.add(line);
        if (way == 3) {
          spaced.add(Line.BLANK);
        }
      }
    }
    return spaced;
  }

  private List<Line> relisted(List<Line> lines, int paragraphs) {
    List<Integer> long_ = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.isContent()
          && line.text().length() > LISTED_PARAGRAPH
          && !line.text().startsWith("{{")) {
        long_.add(i);
      }
    }
    List<Line> result = new ArrayList<>(lines);
    if (long_.size() < 3) {
      return result;
    }
    boolean[] chosen = new boolean[lines.size()];
    for (int i = 0; i < paragraphs; i++) {
      chosen[long_.get(random.nextInt(long_.size()))] = true;
    }
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (chosen[i]) {
        List<Line> instead = instead(lines.get(i).text());
        result.remove(i);
        result.addAll(i, instead);
      }
    }
    return result;
  }

  /** Returns what a paragraph becomes. */
  private List<Line> instead(String paragraph) {
    double way = random.nextDouble();
    List<Line> lines = new ArrayList<>();
    if (way < 0.45) {
      addList(paragraph, lines);
    } else if (way < 0.7) {
      lines.add(new Line("-", heading(paragraph)));
      lines.add(Line.BLANK);
      lines.add(new Line("-", paragraph));
    } else if (way < 0.9) {
      for (String sentence : paragraph.split("(?<=[.?!])\\s+")) {
        for (String part : random.nextInt(3) == 0 ? sentence.split("(?<=,)\\s+") : one(sentence)) {
          lines.add(new Line("-", part));
          lines.add(Line.BLANK);
        }
      }
    } else {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(" ")) {
        line.append(line.isEmpty() ? "" : " ").append(word);
        if (random.nextInt(8) == 0) {
          lines.add(new Line("-", line.toString()));
          lines.add(Line.BLANK);
          line.setLength(0);
        }
      }
      lines.add(new Line("-", line.append(line.isEmpty() ? "." : "").toString()));
    }
    return lines;
  }

  private static String[] one(String sentence) {
    return new String[] {sentence};
  }

  private void addList(String paragraph, List<Line> lines) {
    List<String> items = new ArrayList<>();
    String between = "[,;:.?!]\\s+|\\s+(?:and|but|which|who|because|that|with|after|in|for)\\s+";
    int most = 2 + random.nextInt(8);
    for (String part : paragraph.split(between)) {
      String item = part.replaceAll("^[\\s\"\u201c\u201d]+|[\\s\"\u201c\u201d.]+$", "");
      if (item.length() > 4 && item.length() < LISTED_PARAGRAPH && items.size() < most) {
        items.add(item);
      }
    }
    if (items.size() < 2) {
      lines.add(new Line("-", paragraph));
      return;
    }
    if (random.nextBoolean()) {
      lines.add(new Line("-", heading(paragraph) + (random.nextBoolean() ? ":" : "")));
      lines.add(Line.BLANK);
    }
    boolean small = random.nextInt(6) == 0;
    boolean numbered = random.nextInt(5) == 0;
    boolean titles = random.nextInt(5) == 0;
    boolean labelled = random.nextInt(4) == 0;
    boolean apart = random.nextInt(5) < 2;
    String sign = List.of("", "", "", "", "- ", "\u2022 ", "* ").get(random.nextInt(7));
    String end = List.of("", "", "", ".", ";").get(random.nextInt(5));
    int number = 0;
    for (String item : items) {
      String written = titles ? titled(item) : small ? item : capital(item);
      if (labelled) {
        written = written.replaceFirst("^(\\S+ \\S+) ", "$1: ");
      }
      number++;
      lines.add(new Line("-", sign + (numbered ? number + ". " : "") + written + end));
      if (apart) {
        lines.add(Line.BLANK);
      }
    }
  }

  /** Returns a few words of a paragraph as a heading. */
  private String heading(String paragraph) {
    String[] words = paragraph.split(" ");
    int count = Math.min(words.length, 1 + random.nextInt(7));
    int from = random.nextInt(words.length - count + 1);
    String heading =
        String.join(" ", List.of(words).subList(from, from + count))
            .replaceAll("^[\\W_]+|[\\W_]+$", "");
    if (heading.length() < 3) {
      heading = "Afterwards";
    }
    int way = random.nextInt(20);
    if (way < 3) {
      return titled(heading);
    }
    return way < 5 ? heading.toUpperCase(Locale.ROOT) : capital(heading) + (way == 5 ? "?" : "");
  }

  private static String titled(String words) {
    StringBuilder titled = new StringBuilder();
    for (String word : words.split(" ")) {
      titled.append(titled.isEmpty() ? "" : " ").append(capital(word));
    }
    return titled.toString();
  }

  private static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
