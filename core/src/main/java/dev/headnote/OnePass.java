package dev.headnote;

import dev.headnote.encode.Deadline;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.keyphrase.Keyphrase;
import dev.headnote.keyphrase.KeyphraseExtractor;
import dev.headnote.salience.SalienceModel;
import dev.headnote.summary.LineOrder;
import dev.headnote.summary.MultiDocumentSummarizer;
import dev.headnote.summary.MultiDocumentSummary;
import dev.headnote.summary.SourceDocument;
import dev.headnote.summary.Summarizer;
import dev.headnote.summary.Summary;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.summary.Title;
import dev.headnote.topic.Definition;
import dev.headnote.topic.EncodedArticle;
import dev.headnote.topic.Evidence;
import dev.headnote.topic.Topic;
import dev.headnote.topic.TopicClassifier;
import dev.headnote.topic.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One pass of an encoder over the title and all sentences serves all that is asked for. */
final class OnePass implements Digester {

  /** What {@link #warmUp} summarises: nobody's predicates are asked of it. */
  private static final Article SAMPLE =
      Article.of("The council met on Monday. It was a short meeting, and nobody spoke for long.");

  private final SentenceEncoder encoder;
  private final ForkJoinPool pool;

  private final Labelling labelling;
  private final Summarizer summarizer;
  private final MultiDocumentSummarizer multiDocumentSummarizer;
  private final SummaryOptions summaryOptions;
  private final float @Nullable [] query;
  private final @Nullable KeyphraseExtractor keyphrases;

  /**
   * @param encoder closed with this
   * @param classifier makes what labels, when it is first needed
   * @param summaryOptions whose query is encoded at once
   * @param salience null for salience without training
   * @param keyphrases null if they are not asked for
   * @param pool encodes the labels beside the first article
   */
  OnePass(
      SentenceEncoder encoder,
      Supplier<TopicClassifier> classifier,
      SummaryOptions summaryOptions,
      @Nullable Supplier<SalienceModel> salience,
      @Nullable KeyphraseExtractor keyphrases,
      ForkJoinPool pool) {
    this.encoder = encoder;
    this.pool = pool;
    this.labelling = new Labelling(classifier, pool);
    this.summarizer = new Summarizer(encoder.model(), encoder::countTokens, salience);
    this.multiDocumentSummarizer =
        new MultiDocumentSummarizer(encoder.model(), encoder::countTokens, salience);
    this.summaryOptions = summaryOptions;
    this.keyphrases = keyphrases;
    this.query =
        summaryOptions.query().isBlank()
            ? null
            : encoder.encode(List.of(summaryOptions.query()))[0];
  }

  @Override
  public Digest digest(Article article, Deadline deadline) {
    Encoded encoded = encodeBesideLabels(article, everySentence(article), deadline);
    return new Digest(
        article,
        classify(article, encoded, deadline),
        summarize(article, encoded.article, deadline),
        keyphrases(article, encoded, deadline));
  }

  @Override
  public Topics topics(Article article, Deadline deadline) {
    return topics(article, everySentence(article), deadline);
  }

  /**
   * Labels an article by some of its sentences.
   *
   * @param sentences their indexes, ascending
   */
  Topics topics(Article article, int[] sentences, Deadline deadline) {
    return classify(article, encodeBesideLabels(article, sentences, deadline), deadline);
  }

  @Override
  public Summary summarize(Article article, Deadline deadline) {
    return summarize(article, encodeForSummary(article, deadline), deadline);
  }

  @Override
  public SourceDocument read(int place, Article article, Deadline deadline) {
    EncodedArticle encoded = encodeForSummary(article, deadline);
    SourceDocument read =
        multiDocumentSummarizer.read(
            place,
            article.sentences(),
            encoded.vectors(),
            title(article, encoded),
            query,
            summaryOptions);
    deadline.check();
    return read;
  }

  @Override
  public MultiDocumentSummary summarizeTogether(List<SourceDocument> documents, LineOrder order) {
    return multiDocumentSummarizer.summarize(
        documents, query, summaryOptions, order, Deadline.none()::check);
  }

  @Override
  public EncodedArticle encodeForTopics(Article article, Deadline deadline) {
    return encodeForTopics(article, everySentence(article), deadline).article;
  }

  @Override
  public EncodedArticle encodeForSummary(Article article, Deadline deadline) {
    return encode(article, everySentence(article), Optional.empty(), deadline).article;
  }

  @Override
  public void warmUp() {
    labelling.beginAgain();
    Encoded encoded = encodeBesideLabels(SAMPLE, everySentence(SAMPLE), Deadline.none());
    classify(SAMPLE, encoded, Deadline.none());
    summarizer.summarize(
        SAMPLE.sentences(), encoded.article.vectors(), null, null, SummaryOptions.defaults());
    keyphrases(SAMPLE, encoded, Deadline.none());
  }

  @Override
  public SentenceEncoder encoder() {
    return encoder;
  }

  private static int[] everySentence(Article article) {
    return IntStream.range(0, article.sentences().size()).toArray();
  }

  /** Encodes what topics need, and so what all results need. */
  private Encoded encodeForTopics(Article article, int[] sentences, Deadline deadline) {
    Optional<String> definition =
        sentences.length > 0 && sentences[0] == 0
            ? Definition.of(article.sentences().get(0).text())
            : Optional.empty();
    return encode(article, sentences, definition, deadline);
  }

  private Encoded encode(
      Article article, int[] sentences, Optional<String> definition, Deadline deadline) {
    @Nullable String title = article.title().isEmpty() ? null : article.title();
    List<String> texts = new ArrayList<>(sentences.length + 2);
    if (title != null) {
      texts.add(title);
    }
    int first = texts.size();
    for (int sentence : sentences) {
      texts.add(article.sentences().get(sentence).text());
    }
    int end = texts.size();
    definition.ifPresent(texts::add);
    float[][] vectors = texts.isEmpty() ? new float[0][] : encoder.encode(texts, deadline);
    deadline.check();
    return new Encoded(
        sentences,
        new EncodedArticle(
            texts.subList(first, end),
            Arrays.copyOfRange(vectors, first, end),
            title,
            title == null ? null : vectors[0],
            definition.isEmpty() ? null : vectors[end]));
  }

  /** Encodes an article and, with the first one, has the pool's threads encode the labels too. */
  private Encoded encodeBesideLabels(Article article, int[] sentences, Deadline deadline) {
    if (!labelling.isToBegin() || ForkJoinTask.getPool() == pool) {
      labelling.begin();
      return encodeForTopics(article, sentences, deadline);
    }
    return labelling.beginBeside(() -> encodeForTopics(article, sentences, deadline), deadline);
  }

  private Topics classify(Article article, Encoded encoded, Deadline deadline) {
    Topics topics = labelling.classifier(deadline).classify(encoded.article, deadline::check);
    return encoded.sentences.length == article.sentences().size()
        ? topics
        : ofWholeArticle(topics, encoded.sentences);
  }

  /** Evidence among some sentences as evidence among all of them. */
  private static Topics ofWholeArticle(Topics topics, int[] sentences) {
    return new Topics(
        ofWholeArticle(topics.all(), sentences),
        ofWholeArticle(topics.assigned(), sentences),
        topics.noneProbability(),
        topics.model());
  }

  private static List<Topic> ofWholeArticle(List<Topic> topics, int[] sentences) {
    return topics.stream()
        .map(
            topic ->
                new Topic(
                    topic.label(),
                    topic.probability(),
                    topic.logit(),
                    topic.prior(),
                    topic.title(),
                    topic.evidence().stream()
                        .map(e -> new Evidence(sentences[e.sentence()], e.contribution()))
                        .toList()))
        .toList();
  }

  private static @Nullable Title title(Article article, EncodedArticle encoded) {
    String text = encoded.title();
    float[] vector = encoded.titleVector();
    return text == null || vector == null ? null : new Title(text, vector, article.isTitleGiven());
  }

  private Summary summarize(Article article, EncodedArticle encoded, Deadline deadline) {
    return summarizer.summarize(
        article.sentences(),
        encoded.vectors(),
        title(article, encoded),
        query,
        summaryOptions,
        deadline::check);
  }

  private List<Keyphrase> keyphrases(Article article, Encoded encoded, Deadline deadline) {
    return keyphrases == null
        ? List.of()
        : keyphrases.extract(
            article.title(), article.sentences(), encoded.article.vectors(), deadline);
  }

  @Override
  public void close() {
    encoder.close();
  }

  /**
   * An article with its vectors.
   *
   * @param sentences the indexes of the sentences that were encoded, ascending
   * @param article the texts and vectors of these
   */
  private record Encoded(int[] sentences, EncodedArticle article) {}
}
