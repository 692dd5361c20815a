package dev.headnote;

import dev.headnote.encode.BlendedEncoder;
import dev.headnote.encode.MemoizingEncoder;
import dev.headnote.encode.ModelCard;
import dev.headnote.encode.ModelFiles;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.keyphrase.KeyphraseExtractor;
import dev.headnote.salience.SalienceModel;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicClassifier;
import dev.headnote.topic.TopicModel;
import dev.headnote.topic.TopicOptions;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads the model that a builder names, in a cascade both, and puts together what works with it.
 */
final class DigesterLoader {

  private final Headnote.Builder settings;
  private final ForkJoinPool pool;

  /**
   * @param pool loads, and is used by what is loaded
   */
  DigesterLoader(Headnote.Builder settings, ForkJoinPool pool) {
    this.settings = settings;
    this.pool = pool;
  }

  /**
   * Loads them.
   *
   * @throws HeadnoteException as {@link Headnote.Builder#build()} does
   * @throws IllegalArgumentException for settings that don't go together
   */
  Digester load() {
    if (settings.encoder != null) {
      SentenceEncoder memoizing = new MemoizingEncoder(settings.encoder, settings.remembered);
      return onePass(memoizing, memoizing);
    }
    Double margin = settings.margin;
    if (settings.topicModel != null && margin != null) {
      throw new IllegalArgumentException(
          "a topic model goes with one encoder; leave out the cascade");
    }
    ModelFiles files = files();
    if (files.card().kind() == ModelCard.Kind.STATIC) {
      if (margin != null) {
        throw new IllegalArgumentException(
            "a cascade leads to a transformer, which " + files.card().name() + " is not");
      }
      // Not one to remember for: finding a text again would cost more than encoding it.
      SentenceEncoder table = load(files);
      return onePass(table, table);
    }
    boolean blend = settings.blend;
    // Found by this thread: the pool's look for it in the class path that the JVM started with.
    ModelFiles tableFiles =
        margin != null || (blend && ModelFiles.isAvailable(Headnote.INSTANT_MODEL))
            ? ModelFiles.named(Headnote.INSTANT_MODEL)
            : null;
    ForkJoinTask<@Nullable SentenceEncoder> loading =
        pool.submit(() -> tableFiles == null ? null : table(tableFiles));
    SentenceEncoder transformer = new MemoizingEncoder(load(files), settings.remembered);
    try {
      SentenceEncoder table = loading.join();
      if (blend && table != null) {
        transformer = new BlendedEncoder(transformer, files.card().spread(), table);
      }
      if (margin != null) {
        OnePass pass = onePass(transformer, transformer);
        return new Cascade(onePass(table, table), pass, margin);
      }
      return onePass(transformer, blend && table != null ? table : transformer);
    } catch (RuntimeException | Error e) {
      transformer.close();
      throw e;
    }
  }

  private ModelFiles files() {
    return settings.folder == null
        ? ModelFiles.named(settings.model)
        : ModelFiles.in(settings.folder, settings.trusted);
  }

  private SentenceEncoder load(ModelFiles files) {
    return files.load(settings.device, settings.precision, pool);
  }

  private SentenceEncoder table(ModelFiles files) {
    return files.load(Device.CPU, Precision.AUTO, pool);
  }

  /**
   * @param phrases encodes the keyphrases: the table where the vectors end with its, as short texts
   *     of many would cost a transformer as much as the article
   */
  private OnePass onePass(SentenceEncoder loaded, SentenceEncoder phrases) {
    KeyphraseExtractor extractor =
        settings.keyphrases == 0 ? null : new KeyphraseExtractor(phrases, settings.keyphrases);
    return new OnePass(loaded, classifier(loaded), settings.summary, salience(), extractor, pool);
  }

  /** What is learned is checked at once, labels are encoded when they are first needed. */
  private Supplier<TopicClassifier> classifier(SentenceEncoder loaded) {
    TopicOptions options = settings.topics();
    TopicModel learned = settings.topicModel;
    if (learned == null) {
      Supplier<LabelSet> labels = settings.labels();
      return () -> new TopicClassifier(labels.get(), loaded, options);
    }
    TopicClassifier classifier = new TopicClassifier(learned, loaded, options);
    return () -> classifier;
  }

  /** Loaded with the first summary: topics need none. */
  private @Nullable Supplier<SalienceModel> salience() {
    SalienceModel own = settings.salience;
    if (!settings.trainedSalience) {
      return null;
    }
    return own == null ? SalienceModel::builtIn : () -> own;
  }
}
