package dev.headnote;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.ModelFiles;
import dev.headnote.encode.PyTorchEncoder;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.summary.Summarizer;
import dev.headnote.summary.Summary;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicClassifier;
import dev.headnote.topic.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
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
 * workers. {@link #close()} frees the native memory.
 */
public final class Headnote implements AutoCloseable {

  /** The model that {@link Builder#build()} takes unless another is named. */
  public static final String DEFAULT_MODEL = "e5-small";

  /** How many articles a stream keeps under way for each worker. */
  private static final int AHEAD = 4;

  private final ForkJoinPool pool;
  private final SentenceEncoder encoder;

  /** Encodes the labels; started when they are first needed. */
  private final ForkJoinTask<TopicClassifier> labelling;

  private final AtomicBoolean labellingStarted = new AtomicBoolean();

  private final SummaryOptions summaryOptions;
  private final float @Nullable [] query;
  private final Summarizer summarizer = new Summarizer();

  /** Its parties are this object and each call under way, so that closing can wait for them. */
  private final Phaser open = new Phaser(1);

  private volatile boolean closed;

  private Headnote(Builder builder) {
    pool = new ForkJoinPool(builder.workers);
    SentenceEncoder loaded = null;
    try {
      ModelFiles files =
          builder.folder == null ? ModelFiles.named(builder.model) : ModelFiles.in(builder.folder);
      loaded = new PyTorchEncoder(files, builder.device, builder.precision, pool);
      encoder = loaded;
      LabelSet labels = builder.labels;
      labelling =
          ForkJoinTask.adapt(
              () -> new TopicClassifier(labels == null ? LabelSet.iptc() : labels, encoder));
      summaryOptions = builder.summary;
      query =
          summaryOptions.query().isBlank()
              ? null
              : encoder.encode(List.of(summaryOptions.query()))[0];
    } catch (RuntimeException | Error e) {
      if (loaded != null) {
        loaded.close();
      }
      pool.shutdown();
      throw e;
    }
  }

  /** Returns a builder with the defaults: e5-small, IPTC's 17 subjects, three sentences. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Begins, in the background, what {@link Builder#build()} needs whatever it loads, and returns at
   * once. A program that has something else to do before it builds is ready sooner if it calls this
   * first. If the engine cannot start, {@code build} says so.
   */
  public static void preload() {
    PyTorchEncoder.preload();
  }

  /** The name of the model in use. */
  public String model() {
    return encoder.model();
  }

  /** The precision in use; never {@link Precision#AUTO}. */
  public Precision precision() {
    return encoder.precision();
  }

  /**
   * Labels and summarises an article.
   *
   * @return its topics and summary. An article without prose, such as an empty one, has an empty
   *     summary, and none of the labels applies to it
   * @throws HeadnoteException with code CLOSED after {@link #close()}
   */
  public Digest digest(Article article) {
    return call(article, this::digestNow);
  }

  /** Labels an article, as {@link #digest(Article)} does, without a summary. */
  public Topics topics(Article article) {
    return call(article, a -> topicsOf(a, encodeForTopics(a)));
  }

  /** Summarises an article, as {@link #digest(Article)} does, without labels. */
  public Summary summarize(Article article) {
    return call(article, a -> summaryOf(a, encode(a)));
  }

  /**
   * Digests a stream of articles on all workers.
   *
   * <p>The result is lazy: articles are taken from the source while results are taken from the
   * result, a bounded number ahead, so a source of any length runs in constant memory. Results come
   * in the order of the articles.
   */
  public Stream<Outcome<Digest>> digest(Stream<Article> articles) {
    return each(articles, this::digest);
  }

  /** Labels a stream of articles, in the way of {@link #digest(Stream)}. */
  public Stream<Outcome<Topics>> topics(Stream<Article> articles) {
    return each(articles, this::topics);
  }

  /** Summarises a stream of articles, in the way of {@link #digest(Stream)}. */
  public Stream<Outcome<Summary>> summarize(Stream<Article> articles) {
    return each(articles, this::summarize);
  }

  /** Digests articles, in the way of {@link #digest(Stream)}. */
  public Stream<Outcome<Digest>> digest(Iterable<Article> articles) {
    return digest(OrderedParallel.stream(articles));
  }

  /** Labels articles, in the way of {@link #digest(Stream)}. */
  public Stream<Outcome<Topics>> topics(Iterable<Article> articles) {
    return topics(OrderedParallel.stream(articles));
  }

  /** Summarises articles, in the way of {@link #digest(Stream)}. */
  public Stream<Outcome<Summary>> summarize(Iterable<Article> articles) {
    return summarize(OrderedParallel.stream(articles));
  }

  private <T> Stream<Outcome<T>> each(Stream<Article> articles, Function<Article, T> verb) {
    return OrderedParallel.map(articles, outcome(verb), pool, AHEAD * pool.getParallelism());
  }

  private static <T> Function<Article, Outcome<T>> outcome(Function<Article, T> verb) {
    return article -> {
      try {
        return new Outcome<>(article, verb.apply(article), null);
      } catch (HeadnoteException e) {
        return new Outcome<>(article, null, e);
      } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
        return new Outcome<>(
            article, null, new HeadnoteException(Code.INTERNAL, "the article failed: " + e, e));
      }
    };
  }

  private <T> T call(Article article, Function<Article, T> verb) {
    Objects.requireNonNull(article, "article");
    if (closed || open.register() < 0) {
      throw new HeadnoteException(Code.CLOSED, "this Headnote is closed");
    }
    try {
      return verb.apply(article);
    } finally {
      open.arriveAndDeregister();
    }
  }

  private Digest digestNow(Article article) {
    Encoded encoded = encodeForTopics(article);
    return new Digest(article, topicsOf(article, encoded), summaryOf(article, encoded));
  }

  /** The one pass of the encoder: the title, if there is one, and all sentences. */
  private Encoded encode(Article article) {
    String title = article.title();
    List<String> texts = new ArrayList<>(article.sentences().size() + 1);
    if (!title.isEmpty()) {
      texts.add(title);
    }
    article.sentences().forEach(sentence -> texts.add(sentence.text()));
    float[][] vectors = texts.isEmpty() ? new float[0][] : encoder.encode(texts);
    return title.isEmpty()
        ? new Encoded(null, vectors)
        : new Encoded(vectors[0], Arrays.copyOfRange(vectors, 1, vectors.length));
  }

  private Topics topicsOf(Article article, Encoded encoded) {
    int[] lengths =
        article.sentences().stream().mapToInt(sentence -> sentence.text().length()).toArray();
    return labelling.join().classify(encoded.sentences, lengths, encoded.title);
  }

  /**
   * Encodes an article and, with the first one, has the pool's threads make the classifier too. It
   * must not be made under a lock: its maker needs threads of the pool, and those would wait for
   * the lock.
   */
  private Encoded encodeForTopics(Article article) {
    if (!labellingStarted.compareAndSet(false, true)) {
      return encode(article);
    }
    if (ForkJoinTask.getPool() == pool) {
      pool.execute(labelling);
      return encode(article);
    }
    // The labels take longer and divide better, so the article goes first.
    ForkJoinTask<Encoded> encoding = pool.submit(() -> encode(article));
    pool.execute(labelling);
    return encoding.join();
  }

  private Summary summaryOf(Article article, Encoded encoded) {
    return summarizer.summarize(
        article.sentences(), encoded.sentences, encoded.title, query, summaryOptions);
  }

  /**
   * Waits for the calls under way, then frees the model. Calls that come later fail with code
   * CLOSED. Closing twice does nothing.
   */
  @Override
  public void close() {
    synchronized (open) {
      if (closed) {
        return;
      }
      closed = true;
      open.arriveAndDeregister();
      open.awaitAdvance(0);
      encoder.close();
      pool.shutdown();
    }
  }

  private record Encoded(float @Nullable [] title, float[][] sentences) {}

  /** Settings of a {@link Headnote}. Not safe for use by several threads. */
  public static final class Builder {

    private String model = DEFAULT_MODEL;
    private @Nullable Path folder;
    private Device device = Device.AUTO;
    private Precision precision = Precision.AUTO;
    private int workers = Runtime.getRuntime().availableProcessors();
    private @Nullable LabelSet labels;
    private SummaryOptions summary = SummaryOptions.defaults();

    private Builder() {}

    /** Takes a model on the class path, such as {@code e5-small} or {@code minilm-l6}. */
    public Builder model(String name) {
      model = Objects.requireNonNull(name, "name");
      folder = null;
      return this;
    }

    /** Takes a model from a folder that the model converter wrote. */
    public Builder model(Path newFolder) {
      folder = Objects.requireNonNull(newFolder, "newFolder");
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

    /** Sets how many cores to use, at least 1; all of them unless set. */
    public Builder workers(int newWorkers) {
      if (newWorkers < 1) {
        throw new IllegalArgumentException("at least 1 worker, not " + newWorkers);
      }
      workers = newWorkers;
      return this;
    }

    /** Sets the labels; {@link LabelSet#iptc()} unless set. */
    public Builder labels(LabelSet newLabels) {
      labels = Objects.requireNonNull(newLabels, "newLabels");
      return this;
    }

    /** Sets the summary's budget and focus; three sentences unless set. */
    public Builder summary(SummaryOptions newSummary) {
      summary = Objects.requireNonNull(newSummary, "newSummary");
      return this;
    }

    /**
     * Loads the model. The labels are encoded when they are first needed.
     *
     * @throws HeadnoteException with code MODEL_NOT_FOUND, MODEL_DAMAGED or ENGINE_UNAVAILABLE
     */
    public Headnote build() {
      return new Headnote(this);
    }
  }
}
