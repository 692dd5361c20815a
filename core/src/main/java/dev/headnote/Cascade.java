package dev.headnote;

import dev.headnote.encode.Deadline;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.summary.LineOrder;
import dev.headnote.summary.MultiDocumentSummary;
import dev.headnote.summary.SourceDocument;
import dev.headnote.summary.Summary;
import dev.headnote.topic.Definition;
import dev.headnote.topic.EncodedArticle;
import dev.headnote.topic.Topic;
import dev.headnote.topic.Topics;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two tiers: the instant one summarises, finds keyphrases, and labels each article; where it hardly
 * prefers one label to the next, the transformer labels the article instead, from its first and its
 * longest sentences. (Cascades of classifiers: Viola and Jones 2001.) docs/instant.md has what this
 * loses and gains.
 */
final class Cascade implements Digester {

  /** By this many sentences, an article's topics are as good as by all of them. */
  private static final int SENTENCES = 12;

  private final Digester instant;
  private final OnePass transformer;
  private final double margin;

  /**
   * @param instant closed with this
   * @param transformer closed with this
   * @param margin the instant tier decides where its first label's probability exceeds the second's
   *     by at least this; by its cube root where the article begins with a {@link Definition}
   */
  Cascade(Digester instant, OnePass transformer, double margin) {
    this.instant = instant;
    this.transformer = transformer;
    this.margin = margin;
  }

  @Override
  public Digest digest(Article article, Deadline deadline) {
    Digest digest = instant.digest(article, deadline);
    Topics topics = decided(article, digest.topics(), deadline);
    return new Digest(article, topics, digest.summary(), digest.keyphrases());
  }

  @Override
  public Topics topics(Article article, Deadline deadline) {
    return decided(article, instant.topics(article, deadline), deadline);
  }

  @Override
  public Summary summarize(Article article, Deadline deadline) {
    return instant.summarize(article, deadline);
  }

  @Override
  public SourceDocument read(int place, Article article, Deadline deadline) {
    return instant.read(place, article, deadline);
  }

  @Override
  public MultiDocumentSummary summarizeTogether(List<SourceDocument> documents, LineOrder order) {
    return instant.summarizeTogether(documents, order);
  }

  /** By the transformer. */
  @Override
  public EncodedArticle encodeForTopics(Article article, Deadline deadline) {
    return transformer.encodeForTopics(article, deadline);
  }

  /** By the transformer. */
  @Override
  public EncodedArticle encodeForSummary(Article article, Deadline deadline) {
    return transformer.encodeForSummary(article, deadline);
  }

  @Override
  public void warmUp() {
    instant.warmUp();
    transformer.warmUp();
  }

  @Override
  public SentenceEncoder encoder() {
    return transformer.encoder();
  }

  private Topics decided(Article article, Topics topics, Deadline deadline) {
    return margin(topics) >= required(article)
        ? topics
        : transformer.topics(article, longest(article), deadline);
  }

  /**
   * A definition is a few words, "an album by the American singer", that count for half of the
   * first sentence; and their order, which a table of tokens doesn't see, tells the album from the
   * singer. So the instant tier is surer there than it should be, and has to be surer still.
   */
  private double required(Article article) {
    List<Sentence> sentences = article.sentences();
    return !sentences.isEmpty() && Definition.of(sentences.get(0).text()).isPresent()
        ? Math.cbrt(margin)
        : margin;
  }

  /**
   * How much more probable the best is than the second, "none of these" being one of them. In a
   * hierarchy of the top level, since a label and one below it don't exclude each other.
   */
  private static double margin(Topics topics) {
    double best = topics.noneProbability();
    double second = 0;
    List<Topic> topLevel =
        topics.all().stream().filter(topic -> topic.label().parent() == null).limit(2).toList();
    for (Topic topic : topLevel) {
      second = Math.max(second, Math.min(best, topic.probability()));
      best = Math.max(best, topic.probability());
    }
    return best - second;
  }

  /**
   * The indexes of the first sentence and the longest others, which weigh most in the topics,
   * ascending.
   */
  private static int[] longest(Article article) {
    List<Sentence> sentences = article.sentences();
    return IntStream.range(0, sentences.size())
        .boxed()
        .sorted(
            Comparator.comparingInt(
                (Integer i) -> i == 0 ? Integer.MIN_VALUE : -sentences.get(i).text().length()))
        .limit(SENTENCES)
        .mapToInt(i -> i)
        .sorted()
        .toArray();
  }

  @Override
  public void close() {
    instant.close();
    transformer.close();
  }
}
