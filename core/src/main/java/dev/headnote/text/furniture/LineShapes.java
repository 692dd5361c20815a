package dev.headnote.text.furniture;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.ClassedText;
import dev.headnote.text.chars.LineIndex;
import dev.headnote.text.chars.LineMarks;
import dev.headnote.text.rule.DateHeader;
import dev.headnote.text.rule.PlainLine;
import dev.headnote.text.sentence.SentenceScan;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the lines of a text look like, whatever they say. For one thread. */
final class LineShapes {

  /** Longer lines are paragraphs. */
  static final int LONGEST_TITLE = 250;

  private static final int LONGEST_NUMBER = 3;
  private static final int SHORTEST_SENTENCE = 25;
  private static final int FEWEST_SENTENCE_WORDS = 5;

  private static final Set<String> LEADS_ON =
      Set.of(
          "a", "an", "the", "of", "for", "in", "at", "by", "to", "from", "with", "and", "or", "but",
          "that", "those", "these", "their", "his", "her", "its", "as", "than", "on", "about",
          "into");

  private final ClassedText text;
  private final LineIndex lines;
  private final @Nullable String[] plain;

  LineShapes(ClassedText text, LineIndex lines) {
    this.text = text;
    this.lines = lines;
    this.plain = new String[lines.count()];
  }

  /** The line as {@link PlainLine#of} gives it. */
  String plain(int line) {
    String result = plain[line];
    if (result == null) {
      result = PlainLine.of(text.string(), lines.start(line), lines.end(line));
      plain[line] = result;
    }
    return result;
  }

  /** The number of words, parted by white space. */
  int words(int line) {
    int words = 1;
    for (int i = lines.start(line); i < lines.end(line); i++) {
      if (text.isBlank(i) && !text.isBlank(i + 1)) {
        words++;
      }
    }
    return words;
  }

  /** Whether a line looks like running text. */
  boolean isProse(int line) {
    int length = lines.length(line);
    if (length > LONGEST_TITLE) {
      return true;
    }
    char last = lines.lastWeighty(line);
    if (length >= SHORTEST_SENTENCE && Chars.isTerminal(last) && last != '?' && last != '!') {
      // A stamp may end in "a.m." and be no sentence.
      return words(line) >= FEWEST_SENTENCE_WORDS && !DateHeader.isDate(plain(line));
    }
    if (length >= LineIndex.SHORTEST_BROKEN && !Chars.isTerminal(last) && isTitleCase(line)) {
      return false;
    }
    // A line of a paragraph broken to a width, or a paragraph without its last full stop.
    return length >= LineIndex.SHORTEST_BROKEN
        && (endsSentenceInside(line)
            || (!lines.blankAfter(line)
                && lines.length(line + 1) >= LineIndex.SHORTEST_BROKEN
                && Chars.isLower(lines.first(line + 1))));
  }

  /** Whether nearly all words begin with a capital, as in a title of two sentences. */
  boolean isTitleCase(int line) {
    int words = 0;
    int small = 0;
    for (int i = lines.start(line); i < lines.end(line); i++) {
      if (i == lines.start(line) || text.isBlank(i - 1)) {
        words++;
        small += text.isLower(i) ? 1 : 0;
      }
    }
    return words >= 5 && small * 5 <= words;
  }

  private boolean endsSentenceInside(int line) {
    Counter sentences = new Counter();
    new SentenceScan(text, sentences).scan(lines.start(line), lines.end(line));
    return sentences.count > 1;
  }

  /** Counts sentences. A lambda would take milliseconds of a program's start. */
  private static final class Counter implements SentenceScan.Sink {

    private int count;

    @Override
    public void sentence(int start, int end, boolean opensParagraph) {
      count++;
    }
  }

  /** Returns the number that opens a line, before a full stop and a space, else -1: "2. Skerra". */
  int number(int line) {
    int start = lines.start(line);
    int number = 0;
    int i = start;
    while (i < lines.end(line) && i - start <= LONGEST_NUMBER && text.isDigit(i)) {
      number = number * 10 + Character.digit(text.at(i), 10);
      i++;
    }
    return i > start && i - start <= LONGEST_NUMBER && text.at(i) == '.' && text.isBlank(i + 1)
        ? number
        : -1;
  }

  /** Whether a line is a heading in Markdown: "## Usage". */
  boolean isMarkedHeading(int line) {
    return lines.first(line) == '#'
        && LineMarks.behind(text, lines.start(line), lines.end(line)) > lines.start(line);
  }

  /** Whether a line looks like a title. */
  boolean isHeading(int line) {
    int length = lines.length(line);
    if (length < 8 || length > LONGEST_TITLE || (words(line) < 2 && !hasCjk(line))) {
      return false;
    }
    int letters = 0;
    for (int i = lines.start(line); i < lines.end(line); i++) {
      letters += text.isLetter(i) ? 1 : 0;
    }
    if (letters < 6 || letters * 2 < length) {
      return false;
    }
    char last = lines.lastWeighty(line);
    if (!(Chars.isLetterOrDigit(last)
            || last == '?'
            || last == '!'
            || last == '%'
            || last == '\u2026')
        || Chars.isLower(lines.first(line))) {
      return false;
    }
    char first = lines.first(line);
    if (first == '>' || first == '-' || first == '*' || first == '(' || first == '[') {
      return false;
    }
    return !isCutOff(line) && (!endsSentenceInside(line) || !Chars.isTerminal(last));
  }

  /** Whether a line ends in a word that another must follow, as where a link was cut out of it. */
  private boolean isCutOff(int line) {
    int end = lines.end(line);
    int start = end;
    while (start > lines.start(line) && Chars.isLetter(text.at(start - 1))) {
      start--;
    }
    return LEADS_ON.contains(text.string().substring(start, end));
  }

  private boolean hasCjk(int line) {
    return Character.isIdeographic(lines.first(line)) || lines.first(line) >= '\u3040';
  }
}
