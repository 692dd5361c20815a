package dev.headnote.examples.langchain4j;

import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import dev.headnote.Outcome;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.DocumentTransformer;
import dev.langchain4j.data.document.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes clean articles of documents that were copied from pages, or are pages' HTML: what stands
 * around their prose goes, and the title, the topics and a summary come as metadata. A document
 * without prose is left out.
 */
public final class ArticleTransformer implements DocumentTransformer {

  /** The article's title, if it has one. */
  public static final String TITLE = "title";

  /** The ids of the labels that it is given, most probable first, with a space between. */
  public static final String TOPICS = "topics";

  /** A summary of whole sentences. */
  public static final String SUMMARY = "summary";

  private final Headnote headnote;

  /**
   * @param headnote has the labels and the summary's budget
   */
  public ArticleTransformer(Headnote headnote) {
    this.headnote = headnote;
  }

  /** Reads a document as a file of that content is read, HTML or plain text. */
  static Article article(Document document) {
    return Article.decode(document.text().getBytes(StandardCharsets.UTF_8), "document");
  }

  @Override
  public Document transform(Document document) {
    return transformed(document, headnote.digest(article(document)));
  }

  /**
   * On all cores, in order.
   *
   * @throws dev.headnote.HeadnoteException the failure of the first document that fails
   */
  @Override
  public List<Document> transformAll(List<Document> documents) {
    Iterator<Document> sources = documents.iterator();
    try (Stream<Outcome<Digest>> digests =
        headnote.digest(documents.stream().map(ArticleTransformer::article))) {
      return digests
          .map(outcome -> transformed(sources.next(), outcome.orThrow()))
          .filter(Objects::nonNull)
          .collect(Collectors.toList());
    }
  }

  private static Document transformed(Document source, Digest digest) {
    Article article = digest.article();
    String text = article.cleaned();
    if (text.isBlank()) {
      return null;
    }
    Metadata metadata = source.metadata().copy();
    if (!article.title().isEmpty()) {
      metadata.put(TITLE, article.title());
    }
    metadata.put(
        TOPICS,
        digest.topics().assigned().stream()
            .map(topic -> topic.label().id())
            .collect(Collectors.joining(" ")));
    metadata.put(SUMMARY, digest.summary().text());
    return Document.from(text, metadata);
  }
}
