package dev.headnote.runner;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How articles are read, whatever is then done with them. */
final class ReadingOptions {

  @Option(
      names = "--language",
      paramLabel = "CODE",
      converter = LanguageConverter.class,
      description =
          "The articles' language, such as de or fr, for the ends of sentences. The models are of"
              + " English: they label and summarise other languages badly. Default: a page's own, else"
              + " en.")
  private @Nullable Locale language;

  @Option(
      names = "--max-bytes",
      paramLabel = "SIZE",
      converter = ByteSize.class,
      description =
          "The longest article: bytes, or with k, m or g behind. Default: 64m. A whole file of rows"
              + " may be longer.")
  private int maxBytes = InputReader.USUAL_MAX_BYTES;

  private int mostSentences = Integer.MAX_VALUE;

  /** Has articles of more sentences told as failed when they are read. */
  void takeAtMost(int sentences) {
    mostSentences = sentences;
  }

  /** What the articles are written in, or null if that isn't said. */
  @Nullable Locale language() {
    return language;
  }

  /** The longest article, in bytes; at least 1. */
  int maxBytes() {
    return maxBytes;
  }

  InputReader reader(List<Source> sources, InputStream standardInput) {
    return reader(sources, standardInput, new AtomicLong());
  }

  /**
   * What reads the sources.
   *
   * @param bytesRead counts the bytes of files of rows that were read
   */
  InputReader reader(List<Source> sources, InputStream standardInput, AtomicLong bytesRead) {
    return new InputReader(sources, standardInput, maxBytes, bytesRead);
  }

  /**
   * What reads the articles that can be used.
   *
   * @param gold what rows have to say beside
   * @param check says why one can't be used
   * @param complaints is told of what can't be read or used
   */
  UsableItems items(
      Gold gold,
      List<Source> sources,
      InputStream standardInput,
      UsableItems.Check check,
      Complaints complaints) {
    return new UsableItems(reader(sources, standardInput), parser(gold), check, complaints::add);
  }

  /**
   * What makes articles of what is read.
   *
   * @param gold what rows have to say beside
   */
  ItemParser parser(Gold gold) {
    return new ItemParser(gold, language, mostSentences);
  }
}
