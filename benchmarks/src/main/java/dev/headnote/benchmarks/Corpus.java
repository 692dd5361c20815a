package dev.headnote.benchmarks;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.headnote.Article;
import dev.headnote.Sentence;
import dev.headnote.encode.ModelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The text that is measured on: the sentences of {@link SeedArticles}, whole or rearranged. */
final class Corpus {

  private static final int SENTENCES_A_PARAGRAPH = 4;

  private Corpus() {}

  /** Returns the sentences of all articles, in order. */
  static List<String> sentences() {
    return SeedArticles.texts().stream()
        .flatMap(text -> Article.of(text).sentences().stream())
        .map(Sentence::text)
        .toList();
  }

  /**
   * Returns sentences taken evenly from all articles, in order.
   *
   * @param count how many; 0 for all
   */
  static List<String> sentences(int count) {
    List<String> all = sentences();
    if (count == 0 || count >= all.size()) {
      return all;
    }
    return IntStream.range(0, count)
        .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
        .toList();
  }

  /**
   * Cuts the corpus, repeated as often as needed, into articles. No sentence comes twice, since an
   * equal one would cost Headnote nothing: repetitions begin with "In part 2," and so on.
   *
   * @param words the length of an article, to within a sentence
   * @param totalWords about how many words all articles have together. For the same total, articles
   *     of every length are made of the same sentences
   */
  static List<String> articles(int words, int totalWords) {
    List<String> sentences = sentences();
    List<String> articles = new ArrayList<>();
    StringBuilder article = new StringBuilder();
    long taken = 0;
    int inArticle = 0;
    for (int i = 0; taken < totalWords; i++) {
      int part = 1 + i / sentences.size();
      String sentence =
          (part == 1 ? "" : "In part " + part + ", ") + sentences.get(i % sentences.size());
      if (!article.isEmpty()) {
        article.append(inArticle % SENTENCES_A_PARAGRAPH == 0 ? "\n\n" : " ");
      }
      article.append(sentence.replaceAll("\\s+", " "));
      inArticle++;
      taken += words(sentence);
      if (taken >= (long) words * (articles.size() + 1)) {
        articles.add(article.toString());
        article.setLength(0);
        inArticle = 0;
      }
    }
    if (!article.isEmpty()) {
      articles.add(article.toString());
    }
    return articles;
  }

  /** Returns the number of words, parted by white space. */
  static long words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  static long words(List<String> texts) {
    return texts.stream().mapToLong(Corpus::words).sum();
  }

  /** Returns what a model was trained to see before each text. */
  static String prefix(String model) {
    return ModelFiles.named(model).card().prefix();
  }

  /**
   * Returns the tokens that a model reads for each text, prefix and special tokens included, the
   * shortest first.
   */
  static List<long[]> tokenIds(String model, List<String> texts) {
    Engines.configure();
    String prefix = prefix(model);
    try (HuggingFaceTokenizer tokenizer =
        HuggingFaceTokenizer.newInstance(OnnxFiles.tokenizer(model), OnnxFiles.NO_PADDING)) {
      return Arrays.stream(tokenizer.batchEncode(texts.stream().map(prefix::concat).toList()))
          .map(Encoding::getIds)
          .sorted(Comparator.comparingInt(ids -> ids.length))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many tokens that are. */
  static long tokens(String model, List<String> texts) {
    return tokenIds(model, texts).stream().mapToLong(ids -> ids.length).sum();
  }

  /** Returns how many tokens a model reads when these articles are digested. */
  static long tokensOfArticles(String model, List<String> texts) {
    return tokens(model, encodedTexts(texts));
  }

  /** Returns what is encoded when these articles are digested: titles and sentences. */
  static List<String> encodedTexts(List<String> texts) {
    List<String> read = new ArrayList<>();
    for (String text : texts) {
      Article article = Article.of(text);
      if (!article.title().isEmpty()) {
        read.add(article.title());
      }
      article.sentences().forEach(sentence -> read.add(sentence.text()));
    }
    return read;
  }
}
