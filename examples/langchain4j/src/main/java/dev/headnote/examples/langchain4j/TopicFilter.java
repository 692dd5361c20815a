package dev.headnote.examples.langchain4j;

import dev.headnote.Headnote;
import dev.headnote.Outcome;
import dev.headnote.topic.Topics;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.DocumentTransformer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps the documents that are given one of some labels, as they are, and leaves out the others.
 */
public final class TopicFilter implements DocumentTransformer {

  private final Headnote headnote;
  private final Set<String> labels;

  /**
   * @param headnote has the labels, those to leave out among them
   * @param labels the ids of those to keep
   */
  public TopicFilter(Headnote headnote, Set<String> labels) {
    this.headnote = headnote;
    this.labels = Set.copyOf(labels);
  }

  @Override
  public Document transform(Document document) {
    return keeps(headnote.topics(ArticleTransformer.article(document))) ? document : null;
  }

  /** On all cores, in order. */
  @Override
  public List<Document> transformAll(List<Document> documents) {
    List<Document> kept = new ArrayList<>();
    try (Stream<Outcome<Topics>> topics =
        headnote.topics(documents.stream().map(ArticleTransformer::article))) {
      Iterator<Document> sources = documents.iterator();
      topics.forEachOrdered(
          outcome -> {
            Document document = sources.next();
            if (keeps(outcome.orThrow())) {
              kept.add(document);
            }
          });
    }
    return kept;
  }

  private boolean keeps(Topics topics) {
    return topics.assigned().stream().anyMatch(topic -> labels.contains(topic.label().id()));
  }
}
