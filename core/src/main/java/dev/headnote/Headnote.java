package dev.headnote;

import dev.headnote.ArticleCall.Verb;
import dev.headnote.encode.Deadline;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.encode.StaticEncoder;
import dev.headnote.salience.SalienceModel;
import dev.headnote.salience.SalienceTrainer;
import dev.headnote.summary.LineOrder;
import dev.headnote.summary.MultiDocumentSummary;
import dev.headnote.summary.SourceDocument;
import dev.headnote.summary.Summary;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.topic.EncodedArticle;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicAdapter;
import dev.headnote.topic.TopicModel;
import dev.headnote.topic.TopicOptions;
import dev.headnote.topic.TopicTrainer;
import dev.headnote.topic.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Labels the topics of articles and extracts their summaries, from one pass of a pretrained
 * transformer over their sentences.
 *
 * <pre>{@code
 * try (Headnote headnote = Headnote.builder().build()) {
 *   Digest digest = headnote.digest(Article.of(title, text));
 *   digest.topics().best().ifPresent(topic -> System.out.println(topic.label().name()));
 *   System.out.println(digest.summary().text());
 * }
 * }</pre>
 *
 * <p>Build one and share it: it is safe for use by any number of threads, holds one copy of the
 * model in native memory, and runs on as many cores as it has workers. An article's result depends
 * on the article and the settings alone; neither on what else is under way, nor on the number of
 * workers. On a GPU that holds up to rounding. {@link #close()} frees the native memory; the loss
 * of one with a transformer that was never closed is logged as a warning.
 */
public final class Headnote implements AutoCloseable {

  /** The model that {@link Builder#build()} takes unless another is named. */
  public static final String DEFAULT_MODEL = "e5-small";

  /**
   * The model that needs no engine and takes about a millisecond for an article: a table of token
   * vectors, distilled from transformers.
   */
  public static final String INSTANT_MODEL = "instant";

  /**
   * How many articles of streams may wait for a CPU's core, to be encoded in one pack: so many of
   * two or three sentences fill one.
   */
  private static final int WAITING_PER_WORKER = 12;

  /** How many articles of streams may wait for a GPU, which takes many in one pack. */
  private static final int WAITING_FOR_GPU = 256;

  /** Where a cascade's loss is small beside the articles that it spares. */
  private static final double DEFAULT_MARGIN = 0.4;

  private final ForkJoinPool pool;

  /** Runs the articles of streams. */
  private final ForkJoinPool articlePool;

  private final OrderedParallel streams;
  private final Digester digester;

  /** Those to train for. */
  private final Supplier<LabelSet> labels;

  private final TopicOptions topics;

  private final Limits limits;

  private final ObservedCalls observed;

  private final Calls calls;
  private final Learning learning;

  /** Ends the watch for one that is never closed. */
  private final Runnable endWatch;

  private Headnote(Builder builder) {
    pool = WorkerPools.ofParts(builder.workers);
    labels = builder.labels();
    topics = builder.topics();
    limits = builder.limits;
    observed = new ObservedCalls(builder.observer);
    calls = new Calls(limits.time());
    learning = new Learning(calls, pool);
    try {
      digester = new DigesterLoader(builder, pool).load();
    } catch (RuntimeException | Error e) {
      pool.shutdown();
      throw e;
    }
    articlePool =
        WorkerPools.ofArticles(
            builder.workers,
            device() == Device.CPU ? WAITING_PER_WORKER * builder.workers : WAITING_FOR_GPU);
    streams = new OrderedParallel(articlePool, builder.workers);
    boolean isOfTable = digester.encoder() instanceof StaticEncoder;
    endWatch = isOfTable ? () -> {} : LostWarning.watch(this, model());
  }

  /** Returns a builder with the defaults: e5-small, IPTC's 17 subjects, three sentences. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Begins, in the background, what {@link Builder#build()} needs for the default model whatever
   * else is set, and returns at once. A program that has something else to do before it builds is
   * ready sooner if it calls this first. If the engine cannot start, {@code build} says so. {@link
   * #warmUp()} is for what is built.
   */
  public static void preload() {
    preload(DEFAULT_MODEL);
  }

  /**
   * Begins what {@link Builder#build()} needs for a model, in the way of {@link #preload()}. It
   * starts no engine for a model that isn't there; for one that needs none it reads what the first
   * summary would wait for.
   *
   * @param model a model on the class path
   */
  public static void preload(String model) {
    Preloading.start(Objects.requireNonNull(model, "model"));
  }

  /**
   * Makes ready what the first article would wait for, and returns once it is: the labels are
   * encoded, which takes seconds for hundreds of them and a transformer, and what summaries need is
   * loaded. A service calls it before it says that it is ready; others have no need to, as the
   * first article sees to it. {@link Limits#time()} doesn't count. Once all is ready it returns in
   * about the time of a short article, and any number of threads may call it.
   *
   * @throws HeadnoteException with code CLOSED after {@link #close()}, INTERRUPTED if this thread
   *     is, which it then still is, while the labels go on being encoded; or what an article would
   *     fail by. It may be called again
   */
  public void warmUp() {
    calls.call(
        "the set of labels",
        unlimited -> {
          digester.warmUp();
          return digester;
        });
  }

  /** The name of the model in use; in a cascade, the transformer's. */
  public String model() {
    return digester.encoder().model();
  }

  /** The precision that {@link #model()} is in use at; never {@link Precision#AUTO}. */
  public Precision precision() {
    return digester.encoder().precision();
  }

  /** The device that {@link #model()} is in use on; never {@link Device#AUTO}. */
  public Device device() {
    return digester.encoder().device();
  }

  /** How many cores it uses at most. */
  public int workers() {
    return pool.getParallelism();
  }

  /**
   * How many calls on an article or on texts have begun and not ended, those of streams and those
   * that wait for a core included. More than {@link #workers()} of them means that some wait. It
   * changes all the time, and is meant for watching.
   */
  public int callsUnderWay() {
    return calls.underWay();
  }

  /** The length of the vectors that {@link #embed} gives. */
  public int dimensions() {
    return digester.encoder().dimensions();
  }

  /**
   * Labels and summarises an article, and finds its keyphrases if the builder was told so.
   *
   * @return its topics and summary. An article without prose, such as an empty one, has an empty
   *     summary, and none of the labels applies to it; nor, without examples, to one without a
   *     letter
   * @throws HeadnoteException with code CLOSED after {@link #close()}, LIMIT_EXCEEDED if the
   *     article takes more than the {@link Builder#limits(Limits)}, FUNCTION_FAILED if a function
   *     of the {@link Builder#summary} throws, or INTERRUPTED if this thread is, which it then
   *     still is
   */
  public Digest digest(Article article) {
    return call(Verb.DIGEST, article, digester::digest);
  }

  /** Labels an article, as {@link #digest(Article)} does, without a summary. */
  public Topics topics(Article article) {
    return call(Verb.TOPICS, article, digester::topics);
  }

  /** Summarises an article, as {@link #digest(Article)} does, without labels. */
  public Summary summarize(Article article) {
    return call(Verb.SUMMARIZE, article, digester::summarize);
  }

  /**
   * Digests a stream of articles on all workers, in the order of the articles.
   *
   * <p>The result is lazy, and a source of any length runs in bounded memory: nothing is read
   * before the first outcome is asked for, and then a daemon thread reads ahead, at most 128
   * articles and about a million characters for each worker beyond the outcomes taken. A slow
   * source holds back no outcome that is ready. An article that fails has its failure in its place,
   * and those after it are done; what the source itself throws reaches the consumer as it is, after
   * the outcomes of the articles before.
   *
   * <p>Close the result if it is not read to its end: that closes the source, as its end and its
   * failure do, and drops what has not begun. An interrupt of the consumer ends and closes the
   * result with code INTERRUPTED, and {@link #close()} ends it with code CLOSED after the outcomes
   * under way. {@link OrderedParallel} has the details.
   *
   * @param articles read by one thread at a time, not the caller's
   * @throws HeadnoteException with code CLOSED after {@link #close()}
   */
  public Stream<Outcome<Digest>> digest(Stream<Article> articles) {
    return streams.map(given(articles), Headnote::size, outcome(this::digest));
  }

  /** Labels a stream of articles, in the way of {@link #digest(Stream)}. */
  public Stream<Outcome<Topics>> topics(Stream<Article> articles) {
    return streams.map(given(articles), Headnote::size, outcome(this::topics));
  }

  /** Summarises a stream of articles, in the way of {@link #digest(Stream)}. */
  public Stream<Outcome<Summary>> summarize(Stream<Article> articles) {
    return streams.map(given(articles), Headnote::size, outcome(this::summarize));
  }

  /** Digests articles, in the way of {@link #digest(Stream)}. */
  public Stream<Outcome<Digest>> digest(Iterable<Article> articles) {
    return streams.map(given(articles), Headnote::size, outcome(this::digest));
  }

  /** Labels articles, in the way of {@link #digest(Stream)}. */
  public Stream<Outcome<Topics>> topics(Iterable<Article> articles) {
    return streams.map(given(articles), Headnote::size, outcome(this::topics));
  }

  /** Summarises articles, in the way of {@link #digest(Stream)}. */
  public Stream<Outcome<Summary>> summarize(Iterable<Article> articles) {
    return streams.map(given(articles), Headnote::size, outcome(this::summarize));
  }

  /**
   * Summarises articles on one matter, such as all reports of an event, in one summary, with its
   * lines in the order of {@link LineOrder#TIME}. Of {@link Builder#summary} the budget, the query,
   * the title, the lengths of sentences and what is excluded count; what is required, coherence,
   * diversity, even coverage and the order are for a summary of one article. {@link
   * SummaryOptions#withExcluded(BiPredicate)} tells the articles apart.
   *
   * <p>Lines come from each article's 12 most salient sentences, with the query in focus, of those
   * that the options allow, so no article has more of them, however large the budget.
   *
   * <p>It has a name of its own because a list is an {@link Iterable}, too: as an overload of
   * {@link #summarize(Iterable)} it would silently take that one's calls.
   *
   * @param articles in the order of their publication, if that is known
   * @return the summary, within the budget that the builder was given, a ratio being of all
   *     articles' words; {@link MultiDocumentSummary#whyEmpty} says why it has no line
   * @throws HeadnoteException if an article fails, or in the way of {@link #digest(Article)}
   */
  public MultiDocumentSummary summarizeTogether(List<Article> articles) {
    return summarizeTogether(articles, LineOrder.TIME);
  }

  /**
   * Summarises articles in the way of {@link #summarizeTogether(List)}. They are encoded on all
   * workers; of each a few vectors are kept, so thousands fit the memory, and time is in proportion
   * to their number.
   */
  public MultiDocumentSummary summarizeTogether(List<Article> articles, LineOrder order) {
    return summarizeTogether(
        articles,
        order,
        (place, failure) -> {
          throw failure;
        });
  }

  /**
   * Summarises those of the articles that don't fail, in the way of {@link #summarizeTogether(List,
   * LineOrder)}. One that fails keeps its place in the list, by which lines name the others, and is
   * not among {@link MultiDocumentSummary#documents()}.
   *
   * @param failures is told of each article that fails, by its place in the list from 0, and why:
   *     in order, by this thread. What it throws ends the call, and is thrown as it is
   */
  public MultiDocumentSummary summarizeTogether(
      List<Article> articles, LineOrder order, BiConsumer<Integer, HeadnoteException> failures) {
    Objects.requireNonNull(articles, "articles");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(failures, "failures");
    calls.checkOpen();
    try (Stream<Outcome<SourceDocument>> outcomes =
        streams.map(placed(articles), placed -> size(placed.article), this::read)) {
      List<SourceDocument> all = new ArrayList<>();
      for (Iterator<Outcome<SourceDocument>> each = outcomes.iterator(); each.hasNext(); ) {
        Outcome<SourceDocument> outcome = each.next();
        if (outcome.failure() != null) {
          failures.accept(all.size(), outcome.failure());
        }
        all.add(outcome.result() == null ? SourceDocument.missing() : outcome.result());
      }
      return calls.call("what the articles hold", none -> digester.summarizeTogether(all, order));
    }
  }

  /** An article, and its place among those given. */
  private record Placed(int place, Article article) {}

  private static List<Placed> placed(List<Article> articles) {
    List<Placed> placed = new ArrayList<>(articles.size());
    for (Article article : articles) {
      placed.add(
          new Placed(placed.size(), Objects.requireNonNull(article, "articles holds a null")));
    }
    return placed;
  }

  private Outcome<SourceDocument> read(Placed placed) {
    BiFunction<Article, Deadline, SourceDocument> read =
        (article, deadline) -> digester.read(placed.place, article, deadline);
    Function<Article, Outcome<SourceDocument>> readOrFail =
        outcome(article -> call(Verb.SUMMARIZE_TOGETHER, article, read));
    return readOrFail.apply(placed.article);
  }

  /**
   * Encodes texts of any kind, such as passages for a search by meaning, with the encoder that
   * articles' sentences are encoded with; in a cascade, the transformer. One call with many texts
   * is faster than a call for each: they share batches and, with a transformer, all workers.
   *
   * <p>Vectors are comparable with those of a Headnote with the same model and {@link
   * Builder#blend}, whatever its other settings, up to the {@link #precision()}. A program that
   * keeps them should keep both beside them. Without the blend they are the model's own.
   *
   * @param texts any strings, the empty one included; nothing of a long one is cut off
   * @return a vector for each text, in order, each of {@link #dimensions()} floats and length 1, so
   *     that the dot product of two is their cosine. The arrays are the caller's
   * @throws HeadnoteException with code CLOSED after {@link #close()}, LIMIT_EXCEEDED if the texts
   *     together take more than the {@link Builder#limits(Limits)} of an article, each counting as
   *     a sentence, or INTERRUPTED if this thread is, which it then still is
   */
  public float[][] embed(List<String> texts) {
    Objects.requireNonNull(texts, "texts")
        .forEach(text -> Objects.requireNonNull(text, "texts holds a null"));
    List<String> list = List.copyOf(texts);
    return calls.call(
        "the list of texts",
        deadline -> {
          limits.check(list);
          return list.isEmpty() ? new float[0][] : digester.encoder().encode(list, deadline);
        });
  }

  /**
   * Learns to label from examples: with this object's model and labels, whose names and
   * descriptions are where it starts, so that a few examples do. Articles may have several labels,
   * or none, if this object's {@link Builder#multiLabel() articles may}; else each has one.
   * Deterministic: the same examples in the same order give the same model. docs/topics.md has what
   * so many examples bring.
   *
   * <pre>{@code
   * TopicModel model = headnote.train(examples);
   * model.save(Path.of("news.topics"));
   * Headnote.builder().topicModel(TopicModel.load(Path.of("news.topics"))).build();
   * }</pre>
   *
   * @param examples read in the way of {@link #digest(Stream)}
   * @throws HeadnoteException with code INVALID_INPUT, and the example's number from 1 and its
   *     article's identifier, if one has no text, a label that is not in the set, or too many or
   *     too few; or if there is none. With code INVALID_LABELS if there is only one label to choose
   *     from, LIMIT_EXCEEDED if an example is beyond the {@link Builder#limits(Limits)} or all of
   *     them don't fit the memory, or INTERRUPTED if this thread is, which it then still is; {@link
   *     #close()} waits for what goes on for a while in other threads
   */
  public TopicModel train(Stream<LabelledArticle> examples) {
    return train(examples, 1, (stage, done, total) -> {});
  }

  /**
   * Learns to label from examples, in the way of {@link #train(Stream)}.
   *
   * @param seed of how the examples are parted for cross-validation
   * @param progress told how far it is once all examples are encoded
   */
  public TopicModel train(Stream<LabelledArticle> examples, long seed, Progress progress) {
    Objects.requireNonNull(examples, "examples");
    Objects.requireNonNull(progress, "progress");
    calls.checkOpen();
    return Learning.withinMemory(() -> learn(examples, seed, Learning.telling(progress)));
  }

  private TopicModel learn(Stream<LabelledArticle> examples, long seed, Progress progress) {
    TopicTrainer trainer =
        new TopicTrainer(labels.get(), digester.encoder(), topics.multiLabel(), seed);
    Function<Article, Outcome<EncodedArticle>> encode =
        outcome(article -> call(Verb.TRAIN, article, digester::encodeForTopics));
    try (Stream<TopicLearning.Example> encoded =
        streams.map(
            examples,
            example -> size(example.article()),
            example ->
                new TopicLearning.Example(example.labels(), encode.apply(example.article())))) {
      return TopicLearning.train(trainer, encoded, progress, learning);
    }
  }

  /**
   * Adapts this object's labels to a collection, by articles of it whose labels are not known: some
   * hundred or thousand of those that are to be labelled, or others like them. {@link
   * #train(Stream)} is better where labels are known. What comes of it is used in the way of a
   * trained one, and labels each article by itself; with {@link Builder#multiLabel()} it gives
   * several. Deterministic: the same articles in the same order give the same model.
   * docs/topics/adapting.md has what it brings.
   *
   * <pre>{@code
   * TopicModel model = headnote.adapt(articles);
   * Headnote.builder().topicModel(model).build();
   * }</pre>
   *
   * @param articles read in the way of {@link #digest(Stream)}; one without text is passed over
   * @throws HeadnoteException with code LIMIT_EXCEEDED, and the article's number from 1 and its
   *     identifier, if one is beyond the {@link Builder#limits(Limits)}, and without one if all of
   *     them don't fit the memory; INVALID_INPUT if none has text; INVALID_LABELS if there are
   *     fewer than three labels; or INTERRUPTED in the way of {@link #train(Stream)}
   */
  public TopicModel adapt(Stream<Article> articles) {
    return adapt(articles, (stage, done, total) -> {});
  }

  /**
   * Adapts this object's labels to a collection, in the way of {@link #adapt(Stream)}.
   *
   * @param progress told how far it is once all articles are encoded
   */
  public TopicModel adapt(Stream<Article> articles, Progress progress) {
    Objects.requireNonNull(articles, "articles");
    Objects.requireNonNull(progress, "progress");
    calls.checkOpen();
    return Learning.withinMemory(() -> learn(articles, Learning.telling(progress)));
  }

  private TopicModel learn(Stream<Article> articles, Progress progress) {
    TopicAdapter adapter = new TopicAdapter(labels.get(), digester.encoder());
    try (Stream<Outcome<EncodedArticle>> encoded =
        streams.map(
            articles,
            Headnote::size,
            outcome(article -> call(Verb.TRAIN, article, digester::encodeForTopics)))) {
      return TopicLearning.adapt(adapter, encoded, progress, learning);
    }
  }

  /**
   * Learns what a summary's sentences are from articles with summaries, for {@link
   * Builder#salience(SalienceModel)}. Deterministic: the same articles in the same order give the
   * same model. It keeps about 50 kB of each article. docs/summaries.md has how the model that
   * comes with the library was made.
   *
   * @param articles read in the way of {@link #digest(Stream)}; one without a sentence, or whose
   *     summary has no word, is passed over
   * @param seed of what is drawn at random
   * @param provenance what the articles are, for the model to keep
   * @param progress told how far it is once all articles are encoded
   * @throws IllegalArgumentException if the provenance takes more than 65,535 bytes; then nothing
   *     is read
   * @throws HeadnoteException with code INVALID_INPUT if there is nothing to learn from,
   *     LIMIT_EXCEEDED if an article is beyond the {@link Builder#limits(Limits)} or all of them
   *     don't fit the memory, or INTERRUPTED in the way of {@link #train(Stream)}
   */
  public SalienceModel trainSalience(
      Stream<SummarizedArticle> articles, long seed, String provenance, Progress progress) {
    Objects.requireNonNull(articles, "articles");
    SalienceTrainer.checkProvenance(provenance);
    Objects.requireNonNull(progress, "progress");
    calls.checkOpen();
    return Learning.withinMemory(
        () -> learn(articles, seed, provenance, Learning.telling(progress)));
  }

  private SalienceModel learn(
      Stream<SummarizedArticle> articles, long seed, String provenance, Progress progress) {
    SalienceTrainer trainer = new SalienceTrainer(seed, progress);
    Function<Article, Outcome<EncodedArticle>> encode =
        outcome(article -> call(Verb.TRAIN, article, digester::encodeForSummary));
    try (Stream<SalienceLearning.Example> encoded =
        streams.map(
            articles,
            summarized -> size(summarized.article()),
            summarized ->
                new SalienceLearning.Example(summarized, encode.apply(summarized.article())))) {
      return SalienceLearning.train(trainer, encoded, provenance, learning);
    }
  }

  private <T> T given(T articles) {
    Objects.requireNonNull(articles, "articles");
    calls.checkOpen();
    return articles;
  }

  /** What an article counts for among those that a stream has under way. */
  private static long size(Article article) {
    return article.text().length();
  }

  private static <T> Function<Article, Outcome<T>> outcome(Function<Article, T> verb) {
    return article -> {
      try {
        return new Outcome<>(article, verb.apply(article), null);
      } catch (HeadnoteException e) {
        return new Outcome<>(article, null, e);
      }
    };
  }

  private <T> T call(Verb verb, Article article, BiFunction<Article, Deadline, T> work) {
    Objects.requireNonNull(article, "article");
    return observed.call(
        verb,
        article,
        () ->
            calls.call(
                "the article",
                deadline -> {
                  limits.check(article);
                  return work.apply(article, deadline);
                }));
  }

  /**
   * Waits for the calls under way, then frees the model. Calls that come later fail with code
   * CLOSED. Open streams read no more; of the articles that they have read, those being worked on
   * are finished and the others fail, then the stream ends with code CLOSED. Labels that are being
   * encoded while no call waits for them are given up. Closing twice does nothing.
   *
   * @throws IllegalStateException if a function that a call was given, such as a predicate of the
   *     summary or a listener to progress, closes it: it would wait for its own call
   */
  @Override
  public void close() {
    if (calls.areOfThisThread() || ForkJoinTask.getPool() == pool) {
      throw new IllegalStateException(
          "a Headnote cannot be closed within one of its own calls; close it when that has ended");
    }
    synchronized (calls) {
      if (calls.areRefused()) {
        return;
      }
      endWatch.run();
      calls.refuse();
      streams.close();
      calls.awaitEnd();
      articlePool.shutdown();
      // No call waits for what is left there, but freeing the model would.
      pool.shutdownNow();
      digester.close();
    }
  }

  /** Settings of a {@link Headnote}. Not safe for use by several threads. */
  public static final class Builder {

    /** No pool of threads may have more. */
    private static final int MOST_WORKERS = Short.MAX_VALUE;

    // What the settings are for: DigesterLoader.

    String model = DEFAULT_MODEL;
    @Nullable Path folder;
    final Set<String> trusted = new HashSet<>();
    Device device = Device.AUTO;
    Precision precision = Precision.AUTO;

    int workers = Runtime.getRuntime().availableProcessors();
    @Nullable LabelSet labels;
    @Nullable TopicModel topicModel;
    TopicOptions topics = TopicOptions.defaults();
    boolean multiLabel;
    SummaryOptions summary = SummaryOptions.defaults();
    @Nullable SalienceModel salience;
    boolean trainedSalience = true;
    int keyphrases;
    int remembered = 4096;
    boolean blend = true;
    Limits limits = Limits.defaults();
    @Nullable Double margin;
    @Nullable ArticleObserver observer;
    @Nullable SentenceEncoder encoder;

    private Builder() {}

    /** Takes an encoder instead of a model, for tests. */
    Builder encoder(SentenceEncoder newEncoder) {
      encoder = newEncoder;
      return this;
    }

    /** Those in use, or to train for: those named, else the topic model's. */
    Supplier<LabelSet> labels() {
      LabelSet set = labels;
      TopicModel learned = topicModel;
      if (set != null) {
        return () -> set;
      }
      return learned == null ? LabelSet::iptc : learned::labels;
    }

    /** How labels are given, and learned: several also where the topic model's are. */
    TopicOptions topics() {
      TopicModel learned = labels == null ? topicModel : null;
      return multiLabel || (learned != null && learned.multiLabel())
          ? topics.withSeveralLabels()
          : topics;
    }

    /**
     * Takes a model on the class path: {@code e5-small}, {@code minilm-l6}, {@code bge-small}, or
     * {@code instant}, which needs no engine.
     */
    public Builder model(String name) {
      model = Objects.requireNonNull(name, "name");
      folder = null;
      return this;
    }

    /**
     * Takes a model from a folder that the model converter or {@code headnote distil} wrote. It may
     * come from anybody: an archive with code that is not the converter's own is refused.
     */
    public Builder model(Path newFolder) {
      folder = Objects.requireNonNull(newFolder, "newFolder");
      return this;
    }

    /**
     * Lets a model's archive from a folder run whatever code it holds, in native code and with all
     * that this process may do. Only for archives of people that you would run a program of.
     *
     * @param sha256 of the archive, as hexadecimal digits
     * @throws IllegalArgumentException if it is no SHA-256
     */
    public Builder trust(String sha256) {
      if (!Objects.requireNonNull(sha256, "sha256").matches("[0-9A-Fa-f]{64}")) {
        throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits, not " + sha256);
      }
      trusted.add(sha256.toLowerCase(Locale.ROOT));
      return this;
    }

    /** Sets where the encoder runs; AUTO unless set. */
    public Builder device(Device newDevice) {
      device = Objects.requireNonNull(newDevice, "newDevice");
      return this;
    }

    /** Sets the precision; AUTO unless set. */
    public Builder precision(Precision newPrecision) {
      precision = Objects.requireNonNull(newPrecision, "newPrecision");
      return this;
    }

    /** Sets how many cores to use, 1 to 32,767; all of them unless set. */
    public Builder workers(int newWorkers) {
      if (newWorkers < 1 || newWorkers > MOST_WORKERS) {
        throw new IllegalArgumentException("1 to " + MOST_WORKERS + " workers, not " + newWorkers);
      }
      workers = newWorkers;
      return this;
    }

    /** Sets the labels; {@link LabelSet#iptc()} unless set, or those of the {@link #topicModel}. */
    public Builder labels(LabelSet newLabels) {
      labels = Objects.requireNonNull(newLabels, "newLabels");
      return this;
    }

    /**
     * Sets how many sentences' vectors to remember, so that those that come again in another
     * article, as in copied news, are not encoded again; 4,096 unless set, which takes up to 10 MB.
     * Only a benchmark that repeats its articles has a reason to change it. Results don't change;
     * where they could, by a last digit, nothing is remembered: on a GPU or without AVX512.
     *
     * @param sentences 0 for none
     */
    public Builder remember(int sentences) {
      if (sentences < 0) {
        throw new IllegalArgumentException("at least 0 sentences, not " + sentences);
      }
      remembered = sentences;
      return this;
    }

    /**
     * Sets whether a transformer's vectors are joined by those of the model {@code instant}, which
     * cost next to nothing and raise the topics' accuracy (docs/instant.md). It is so unless set
     * otherwise, wherever {@code instant} is on the class path; the transformers' jars bring it.
     */
    public Builder blend(boolean newBlend) {
      blend = newBlend;
      return this;
    }

    /**
     * Makes a cascade with the margin .4: most articles take about a millisecond, and topics stay
     * nearly as good as the transformer's. docs/instant.md has the figures.
     */
    public Builder cascade() {
      return cascade(DEFAULT_MARGIN);
    }

    /**
     * Makes a cascade: the model {@code instant} summarises every article, and labels it; the
     * transformer labels those articles of which {@code instant} is not sure, by their first and
     * longest sentences. {@link Topics#model()} says which of them decided.
     *
     * @param newMargin how much more probable the best label, or none of them, must be than the
     *     next for {@code instant} to decide: 0 never asks the transformer, 1 nearly always. Where
     *     an article begins with a definition ("Oslo is the capital of Norway"), it is the cube
     *     root of this, such as .74 for .4
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public Builder cascade(double newMargin) {
      if (!(newMargin >= 0 && newMargin <= 1)) {
        throw new IllegalArgumentException("a margin between 0 and 1, not " + newMargin);
      }
      margin = newMargin;
      return this;
    }

    /**
     * Labels by what was learned from examples, with the topic model's own labels, whatever {@link
     * #labels} says. It needs the model, and blend, that it was trained with. What is learned anew
     * is for the same labels, and as many an article, unless others are set.
     */
    public Builder topicModel(TopicModel newTopicModel) {
      topicModel = Objects.requireNonNull(newTopicModel, "newTopicModel");
      return this;
    }

    /**
     * Sets how labels are given; one at most unless set. {@link #multiLabel()} counts beside it,
     * whichever is called first.
     */
    public Builder topics(TopicOptions newTopics) {
      topics = Objects.requireNonNull(newTopics, "newTopics");
      return this;
    }

    /**
     * Lets an article have several labels, each with a probability of its own. {@link
     * Topics#assigned()} are those given.
     */
    public Builder multiLabel() {
      multiLabel = true;
      return this;
    }

    /**
     * Takes another salience model than {@link SalienceModel#builtIn()}, such as one of one's own.
     */
    public Builder salience(SalienceModel newSalience) {
      salience = Objects.requireNonNull(newSalience, "newSalience");
      trainedSalience = true;
      return this;
    }

    /**
     * Weighs sentences for the summary by centrality and position alone, without anything learned:
     * for texts that are not English.
     */
    public Builder untrainedSalience() {
      trainedSalience = false;
      return this;
    }

    /** Sets the summary's budget and focus; three sentences unless set. */
    public Builder summary(SummaryOptions newSummary) {
      summary = Objects.requireNonNull(newSummary, "newSummary");
      return this;
    }

    /**
     * Sets how many keyphrases a digest has at most; none unless set. They come from the sentences'
     * vectors; their own take the model {@code instant}, next to no time, where it is on the class
     * path and {@link #blend(boolean)} is not off, else the transformer.
     *
     * @param count 0 for none
     * @throws IllegalArgumentException if it is negative
     */
    public Builder keyphrases(int count) {
      if (count < 0) {
        throw new IllegalArgumentException("at least 0 keyphrases, not " + count);
      }
      keyphrases = count;
      return this;
    }

    /** Sets what one article may take; {@link Limits#defaults()} unless set. */
    public Builder limits(Limits newLimits) {
      limits = Objects.requireNonNull(newLimits, "newLimits");
      return this;
    }

    /**
     * Has an observer told of each article that is worked on, alone or in a stream; of none unless
     * set. Articles of a stream that were never begun, as it was closed before, are not told of.
     */
    public Builder observer(ArticleObserver newObserver) {
      observer = Objects.requireNonNull(newObserver, "newObserver");
      return this;
    }

    /**
     * Loads the model, in a cascade both. The labels are encoded when they are first needed.
     *
     * @throws HeadnoteException with code MODEL_NOT_FOUND, MODEL_DAMAGED, MODEL_UNTRUSTED or
     *     ENGINE_UNAVAILABLE, MODEL_MISMATCH for a topic model that was trained with another model,
     *     or INTERRUPTED if this thread is, which it then still is
     * @throws IllegalArgumentException for a cascade whose model is no transformer, or with a topic
     *     model
     */
    public Headnote build() {
      return new Headnote(this);
    }
  }
}
