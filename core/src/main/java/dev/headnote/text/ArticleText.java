package dev.headnote.text;

import dev.headnote.Furniture;
import dev.headnote.Sentence;
import dev.headnote.Span;
import dev.headnote.text.chars.ClassedText;
import dev.headnote.text.chars.LineMarks;
import dev.headnote.text.furniture.FurnitureScan;
import dev.headnote.text.furniture.LineModel;
import dev.headnote.text.sentence.SentenceScan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text made ready for reading by a machine: its title, its furniture, and its sentences with
 * their offsets.
 *
 * <p>Made from text that is already decoded, and not HTML: see {@link TextDecoder} and {@link
 * HtmlExtractor} for those. Immutable, and safe for any number of threads.
 */
public final class ArticleText {

  private final String title;
  private final String text;
  private final List<Furniture> furniture;
  private final List<Sentence> sentences;

  /** The numbers of the sentences that open a paragraph. */
  private final BitSet openings = new BitSet();

  private ArticleText(
      @Nullable String givenTitle,
      String text,
      @Nullable Locale language,
      @Nullable LineModel model) {
    this.text = text;
    ClassedText classed = new ClassedText(text);
    FurnitureScan scan = new FurnitureScan(givenTitle, classed, model);
    this.furniture = scan.furniture();
    Span inferred = scan.title();
    if (givenTitle != null && !givenTitle.isBlank()) {
      this.title = givenTitle.strip();
    } else {
      this.title = inferred == null ? "" : text.substring(inferred.start(), inferred.end());
    }
    List<Sentence> found = new ArrayList<>();
    SentenceScan sentenceScan =
        new SentenceScan(classed, language, new Collector(text, found, openings));
    int from = 0;
    for (Furniture piece : furniture) {
      sentenceScan.scan(from, piece.start());
      from = piece.end();
    }
    sentenceScan.scan(from, text.length());
    this.sentences = Collections.unmodifiableList(found);
  }

  /**
   * Takes a text apart.
   *
   * @param title the article's title, or null or blank if it is to be inferred from the text
   * @param text any text, also empty
   * @return its parts
   */
  public static ArticleText of(@Nullable String title, String text) {
    return of(title, text, null);
  }

  /**
   * Takes a text in a language apart.
   *
   * @param title the article's title, or null or blank if it is to be inferred from the text
   * @param text any text, also empty
   * @param language as for {@link SentenceSplitter#split(String, Locale)}, or null if it isn't
   *     known
   * @return its parts
   */
  public static ArticleText of(@Nullable String title, String text, @Nullable Locale language) {
    return new ArticleText(
        title, Objects.requireNonNull(text, "text"), language, LineModel.shipped());
  }

  /**
   * Takes the text of a web page apart, as {@link HtmlExtractor} gives it. The page's structure has
   * told its furniture from its lists, tables and headings already, so that lines are judged by
   * rules alone: what was learned from copies would cost more content than it finds furniture.
   *
   * @param title the article's title, or null or blank if it is to be inferred from the text
   * @param text the page's main content
   * @param language as for {@link #of(String, String, Locale)}
   * @return its parts
   */
  public static ArticleText ofPage(@Nullable String title, String text, @Nullable Locale language) {
    return new ArticleText(title, Objects.requireNonNull(text, "text"), language, null);
  }

  /** Returns the title as given, else as inferred from the text, else an empty string. */
  public String title() {
    return title;
  }

  /** Returns the text exactly as it was given. */
  public String text() {
    return text;
  }

  /** Returns what was left out of the sentences, in source order, unmodifiable. */
  public List<Furniture> furniture() {
    return furniture;
  }

  /** Returns the sentences in source order, numbered from 0, unmodifiable. */
  public List<Sentence> sentences() {
    return sentences;
  }

  /**
   * Returns the text that stays: each paragraph on one line, behind its bullet if it has one, its
   * sentences as {@link Sentence#inOneLine}, with a blank line between paragraphs, and without a
   * line break at the end.
   */
  public String cleaned() {
    StringBuilder clean = new StringBuilder(text.length());
    for (Sentence sentence : sentences) {
      boolean opens = openings.get(sentence.index());
      if (clean.length() > 0) {
        clean.append(opens ? "\n\n" : " ");
      }
      int start = opens ? LineMarks.before(text, sentence.start()) : sentence.start();
      clean.append(text, start, sentence.start()).append(sentence.inOneLine());
    }
    return clean.toString();
  }

  /** Keeps the sentences. A lambda would take milliseconds of a program's start. */
  private record Collector(String text, List<Sentence> found, BitSet openings)
      implements SentenceScan.Sink {

    @Override
    public void sentence(int start, int end, boolean opensParagraph) {
      openings.set(found.size(), opensParagraph);
      found.add(new Sentence(found.size(), start, end, text.substring(start, end)));
    }
  }
}
