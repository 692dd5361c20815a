package dev.headnote;

import dev.headnote.text.ArticleText;
import dev.headnote.text.HtmlExtractor;
import dev.headnote.text.TextDecoder;
import dev.headnote.text.WebPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An article to be digested: a text, its title and an identifier that results carry.
 *
 * <p>The text is kept as it was given, and every offset that Headnote reports is a UTF-16 position
 * in it. What a copied article has around its prose (bylines, dates, promotions) is found when it
 * is first asked for and is marked, not removed: see {@link #furniture()}.
 *
 * <p>Instances are immutable and may be shared between threads. Each equals itself alone, so
 * results are equal only if they are of the same article; compare texts, or topics and summaries.
 */
public final class Article {

  /** That every Java virtual machine can make. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final @Nullable String id;
  private final @Nullable String givenTitle;
  private final String text;
  private final @Nullable WebPage page;
  private final @Nullable Locale givenLanguage;

  /** Computed at first use; a race computes the same value twice, which does no harm. */
  private volatile @Nullable ArticleText parsed;

  private Article(
      @Nullable String id,
      @Nullable String title,
      String text,
      @Nullable WebPage page,
      @Nullable Locale language) {
    this.id = id;
    this.givenLanguage = language;
    this.givenTitle = title == null || isBlank(title) ? null : title.strip();
    this.text = Objects.requireNonNull(text, "text");
    this.page = page;
  }

  /**
   * Whether it shows nothing: no-break spaces, control and zero-width characters are blank, too.
   */
  private static boolean isBlank(String title) {
    return title
        .chars()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT);
  }

  /** Returns an article of plain text whose title, if it has one, is found in the text. */
  public static Article of(String text) {
    return new Article(null, null, text, null, null);
  }

  /**
   * Returns an article of plain text.
   *
   * @param title its title; null or blank if it has none or the text holds it
   * @param text its text, with or without the title in it
   */
  public static Article of(@Nullable String title, String text) {
    return new Article(null, title, text, null, null);
  }

  /**
   * Returns the article of a web page: its main content, without navigation, comments and the like.
   * {@link #text()} is then the extracted text, one blank line between paragraphs, and offsets
   * point into that; {@link #sourceRange} leads back to the page's source, which is kept in memory.
   * {@link #page()} is what else the page says of the article.
   *
   * @param html the page's source, already decoded, however broken
   */
  public static Article fromHtml(String html) {
    WebPage page = HtmlExtractor.extract(Objects.requireNonNull(html, "html"));
    return new Article(null, page.title(), page.text(), page, null);
  }

  /**
   * Reads an article from a file; its identifier is the file's name.
   *
   * @param file plain text, or HTML if its name ends in .html or .htm or its beginning says so
   * @throws HeadnoteException with code INVALID_INPUT if the file can't be read or is not text,
   *     LIMIT_EXCEEDED if it is longer than {@link Limits#defaults()} say or does not fit the
   *     memory
   */
  public static Article read(Path file) {
    return read(file, Limits.defaults().bytes());
  }

  /**
   * Reads an article from a file as {@link #read(Path)} does, with a limit of the caller's. Reading
   * and digesting need some ten times as much memory as the file has bytes.
   *
   * @param maxBytes the longest file to read, at least 0; no array holds more than 2 GB
   * @throws HeadnoteException with code INVALID_INPUT if the file can't be read or is not text,
   *     LIMIT_EXCEEDED if it is longer or does not fit the memory
   */
  public static Article read(Path file, long maxBytes) {
    Objects.requireNonNull(file, "file");
    if (maxBytes < 0) {
      throw new IllegalArgumentException("maxBytes: at least 0, not " + maxBytes);
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes((int) Math.min(maxBytes, LONGEST_ARRAY));
      if (in.read() >= 0) {
        throw new HeadnoteException(
            HeadnoteException.Code.LIMIT_EXCEEDED,
            file
                + ": is longer than "
                + maxBytes
                + " bytes; divide it, or raise the limit with which it is read");
      }
    } catch (NoSuchFileException e) {
      throw new HeadnoteException(
          HeadnoteException.Code.INVALID_INPUT, file + ": there is no such file", e);
    } catch (AccessDeniedException e) {
      throw new HeadnoteException(
          HeadnoteException.Code.INVALID_INPUT, file + ": is not yours to read", e);
    } catch (IOException e) {
      throw new HeadnoteException(
          HeadnoteException.Code.INVALID_INPUT, file + ": cannot be read: " + e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      throw new HeadnoteException(
          HeadnoteException.Code.LIMIT_EXCEEDED,
          file + ": does not fit the memory; divide it, or raise java -Xmx",
          e);
    }
    Path name = file.getFileName();
    return decode(bytes, file.toString()).withId(name == null ? file.toString() : name.toString());
  }

  /**
   * Returns the article that the bytes of a file hold, in UTF-8, UTF-16 or Windows-1252.
   *
   * @param sourceName names the source in error messages; an ending of .html or .htm says that it
   *     is a page
   * @throws HeadnoteException with code INVALID_INPUT if the bytes are not text
   */
  public static Article decode(byte[] bytes, String sourceName) {
    Objects.requireNonNull(sourceName, "sourceName");
    String content = TextDecoder.decode(Objects.requireNonNull(bytes, "bytes"), sourceName);
    String lower = sourceName.toLowerCase(Locale.ROOT);
    boolean html =
        lower.endsWith(".html") || lower.endsWith(".htm") || HtmlExtractor.looksLikeHtml(content);
    return html ? fromHtml(content) : of(content);
  }

  /** Returns the same article with an identifier of the caller's. */
  public Article withId(String newId) {
    Article copy =
        new Article(Objects.requireNonNull(newId, "newId"), givenTitle, text, page, givenLanguage);
    copy.parsed = parsed;
    return copy;
  }

  /**
   * Returns the same article with another title.
   *
   * @param newTitle its title; null or blank if the text holds it
   */
  public Article withTitle(@Nullable String newTitle) {
    return new Article(id, newTitle, text, page, givenLanguage);
  }

  /**
   * Returns the same article, whose sentences are found by the rules of a language; without this by
   * those of the language that its page names, else by those of English. The models understand
   * English: topics and summaries of articles in other languages are of little worth.
   *
   * @param newLanguage see {@link dev.headnote.text.SentenceSplitter#split(String, Locale)}; only
   *     the language counts, not the country
   */
  public Article withLanguage(Locale newLanguage) {
    return new Article(
        id, givenTitle, text, page, Objects.requireNonNull(newLanguage, "newLanguage"));
  }

  /** The caller's identifier, or null. */
  public @Nullable String id() {
    return id;
  }

  /** The title: as given, else the heading that the text opens with, else empty. */
  public String title() {
    return parsed().title();
  }

  /** Whether the title was given, and not found in the text. */
  boolean isTitleGiven() {
    return givenTitle != null;
  }

  /** The text as given. */
  public String text() {
    return text;
  }

  /** The sentences of the prose, in order; furniture is in none of them. */
  public List<Sentence> sentences() {
    return parsed().sentences();
  }

  /** What is not prose, in order, each part with the reason why. */
  public List<Furniture> furniture() {
    return parsed().furniture();
  }

  /** The prose without furniture, one blank line between paragraphs. */
  public String cleaned() {
    return parsed().cleaned();
  }

  /** The web page that the article was taken from, with its author, date and language; or empty. */
  public Optional<WebPage> page() {
    return Optional.ofNullable(page);
  }

  /**
   * Returns where a part of {@link #text()}, such as a sentence, stands in what the article was
   * made from: in a page's source as {@link WebPage#sourceRange} says, and for plain text where it
   * is.
   *
   * @param start offset of its first character, in UTF-16 code units
   * @param end offset after its last character
   * @throws IndexOutOfBoundsException if the part is not inside the text
   */
  public Span sourceRange(int start, int end) {
    Objects.checkFromToIndex(start, end, text.length());
    return page == null ? new Span(start, end) : page.sourceRange(start, end);
  }

  /** The language as given, else as the page says, else null. */
  private @Nullable Locale language() {
    if (givenLanguage != null || page == null) {
      return givenLanguage;
    }
    return page.language().map(tag -> Locale.forLanguageTag(tag.replace('_', '-'))).orElse(null);
  }

  private ArticleText parsed() {
    ArticleText result = parsed;
    if (result == null) {
      result =
          page == null
              ? ArticleText.of(givenTitle, text, language())
              : ArticleText.ofPage(givenTitle, text, language());
      parsed = result;
    }
    return result;
  }

  @Override
  public String toString() {
    return "Article[" + (id == null ? "" : id + ", ") + text.length() + " characters]";
  }
}
