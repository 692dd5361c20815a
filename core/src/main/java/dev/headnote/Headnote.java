package dev.headnote;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.MemoizingEncoder;
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
import java.util.concurrent.TimeUnit;
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
 * workers. On a GPU that holds up to rounding. {@link #close()} frees the native memory.
 */
public final class Headnote implements AutoCloseable {

  /** The model that {@link Builder#build()} takes unless another is named. */
  public static final String DEFAULT_MODEL = "e5-small";

  /** How many articles of streams may wait for a CPU's core, to be encoded in one pack. */
  private static final int WAITING_PER_WORKER = 3;

  /** How many articles of streams may wait for a GPU, which takes many in one pack. */
  private static final int WAITING_FOR_GPU = 256;

  private final ForkJoinPool pool;

  /** Runs the articles of streams. */
  private final ForkJoinPool articlePool;

  private final OrderedParallel streams;
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
      loaded =
          new MemoizingEncoder(
              builder.encoder == null ? builder.load(pool) : builder.encoder, builder.remembered);
      encoder = loaded;
      LabelSet labels = builder.labels;
      labelling =
          ForkJoinTask.adapt(
              () -> new TopicClassifier(labels == null ? LabelSet.iptc() : labels, encoder));
      articlePool =
          waitingPool(
              builder.workers,
              encoder.device() == Device.CPU
                  ? WAITING_PER_WORKER * builder.workers
                  : WAITING_FOR_GPU);
      streams = new OrderedParallel(articlePool, builder.workers);
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

  /**
   * A pool that keeps as many threads running as there are workers: it adds one for each that waits
   * for its article's vectors, so that the next articles are made ready meanwhile.
   */
  private static ForkJoinPool waitingPool(int workers, int waiting) {
    return new ForkJoinPool(
        workers,
        ForkJoinPool.defaultForkJoinWorkerThreadFactory,
        null,
        false,
        workers,
        workers + waiting,
        workers,
        saturated -> true,
        10,
        TimeUnit.SECONDS);
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

  /** The device in use; never {@link Device#AUTO}. */
  public Device device() {
    return encoder.device();
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
   * Digests a stream of articles on all workers, in the order of the articles.
   *
   * <p>The result is lazy, and a source of any length runs in bounded memory: nothing is read
   * before the first outcome is asked for, and then a daemon thread reads ahead, at most 32
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
    return streams.map(articles, Headnote::size, outcome(this::digest));
  }

  /** Labels a stream of articles, in the way of {@link #digest(Stream)}. */
  public Stream<Outcome<Topics>> topics(Stream<Article> articles) {
    return streams.map(articles, Headnote::size, outcome(this::topics));
  }

  /** Summarises a stream of articles, in the way of {@link #digest(Stream)}. */
  public Stream<Outcome<Summary>> summarize(Stream<Article> articles) {
    return streams.map(articles, Headnote::size, outcome(this::summarize));
  }

  /** Digests articles, in the way of {@link #digest(Stream)}. */
  public Stream<Outcome<Digest>> digest(Iterable<Article> articles) {
    return streams.map(articles, Headnote::size, outcome(this::digest));
  }

  /** Labels articles, in the way of {@link #digest(Stream)}. */
  public Stream<Outcome<Topics>> topics(Iterable<Article> articles) {
    return streams.map(articles, Headnote::size, outcome(this::topics));
  }

  /** Summarises articles, in the way of {@link #digest(Stream)}. */
  public Stream<Outcome<Summary>> summarize(Iterable<Article> articles) {
    return streams.map(articles, Headnote::size, outcome(this::summarize));
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
   * CLOSED. Open streams read no more; of the articles that they have read, those being worked on
   * are finished and the others fail, then the stream ends with code CLOSED. Closing twice does
   * nothing.
   */
  @Override
  public void close() {
    synchronized (open) {
      if (closed) {
        return;
      }
      closed = true;
      streams.close();
      open.arriveAndDeregister();
      open.awaitAdvance(0);
      encoder.close();
      articlePool.shutdown();
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
    private int remembered = 4096;
    private @Nullable SentenceEncoder encoder;

    private Builder() {}

    /** Takes an encoder instead of a model, for tests. */
    Builder encoder(SentenceEncoder newEncoder) {
      encoder = newEncoder;
      return this;
    }

    private SentenceEncoder load(ForkJoinPool pool) {
      ModelFiles files = folder == null ? ModelFiles.named(model) : ModelFiles.in(folder);
      return new PyTorchEncoder(files, device, precision, pool);
    }

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
