package dev.headnote.salience;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Progress;
import dev.headnote.vector.VectorCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Trains a {@link SalienceModel}: first the networks for words and for pairs of words learn which
 * of them summaries have, then with what these say the network for sentences learns which of them
 * to take.
 *
 * <p>Deterministic: the same articles in the same order and the same seed give the same model. Not
 * safe for use by several threads.
 */
public final class SalienceTrainer {

  private static final int WORD_UNITS = 32;
  private static final int PAIR_UNITS = 24;
  private static final int SENTENCE_UNITS = 48;

  private static final int WORD_EPOCHS = 3;
  private static final int PAIR_EPOCHS = 2;
  private static final int SENTENCE_EPOCHS = 4;

  private static final int CHANCE_BATCH = 16;
  private static final int SENTENCE_BATCH = 32;

  /** Pairs are learned well from fewer articles. */
  private static final int PAIR_ARTICLES = 8_000;

  /** A word is known if so many articles have it. */
  private static final int LEAST_ARTICLES = 10;

  /** The chances of words are those of a summary of usual length: of at most so many words. */
  private static final int USUAL_WORDS = 90;

  /** Longer articles are cut off here in training. */
  private static final int MOST_SENTENCES = 150;

  /** So many articles of a hundred have their sentences shuffled, so that position is not all. */
  private static final int SHUFFLED_PERCENT = 8;

  /** So many of a hundred titles are left out. */
  private static final int UNTITLED_PERCENT = 25;

  /** What {@link java.io.DataOutput#writeUTF} takes. */
  private static final int MOST_PROVENANCE_BYTES = 65_535;

  private final long seed;
  private final Progress progress;
  private final Random random;
  private final List<Example> examples = new ArrayList<>();

  /**
   * @param progress told how far it is
   */
  public SalienceTrainer(long seed, Progress progress) {
    this.seed = seed;
    this.progress = Objects.requireNonNull(progress, "progress");
    this.random = new Random(seed);
  }

  /**
   * Finds out before the training whether a model can keep a provenance.
   *
   * @throws IllegalArgumentException if it is too long: more than 65,535 bytes, of which an ASCII
   *     character takes one and another two or three
   */
  public static void checkProvenance(String provenance) {
    Objects.requireNonNull(provenance, "provenance");
    long bytes =
        provenance.chars().mapToLong(c -> c > 0x7FF ? 3 : c > 0x7F || c == 0 ? 2 : 1).sum();
    if (bytes > MOST_PROVENANCE_BYTES) {
      throw new IllegalArgumentException(
          "a provenance of at most " + MOST_PROVENANCE_BYTES + " bytes, not " + bytes);
    }
  }

  /**
   * Adds an article.
   *
   * @return whether it can be learned from: it has a sentence, and its summary words
   * @throws IllegalArgumentException if not all its vectors have one length
   * @throws dev.headnote.HeadnoteException with code MODEL_DAMAGED if one of them holds what is no
   *     finite number
   */
  public boolean add(TrainingArticle article) {
    VectorCheck.requireOneLength(article.vectors(), article.titleVector());
    VectorCheck.requireFinite("the article's vectors", article.vectors());
    VectorCheck.requireFinite("the title's vector", article.titleVector());
    boolean shuffled = random.nextInt(100) < SHUFFLED_PERCENT;
    boolean untitled = random.nextInt(100) < UNTITLED_PERCENT;
    List<Integer> order =
        new ArrayList<>(
            IntStream.range(0, Math.min(MOST_SENTENCES, article.sentences().size()))
                .boxed()
                .toList());
    if (shuffled) {
      Collections.shuffle(order, random);
    }
    Example example =
        new Example(
            new TrainingArticle(
                order.stream().map(article.sentences()::get).toList(),
                order.stream().map(i -> article.vectors()[i]).toArray(float[][]::new),
                untitled ? null : article.title(),
                untitled ? null : article.titleVector(),
                article.summary(),
                article.weight()));
    boolean usable = example.article.words().total() > 0 && example.reference.length() > 0;
    if (usable) {
      examples.add(example);
    }
    return usable;
  }

  /** How many articles there are to learn from. */
  public int articles() {
    return examples.size();
  }

  /**
   * Trains on all articles added.
   *
   * @param provenance what they were, for the model to keep
   * @throws IllegalArgumentException if that is {@linkplain #checkProvenance too long}
   * @throws HeadnoteException with code INVALID_INPUT if there is no article
   */
  public SalienceModel train(String provenance) {
    checkProvenance(provenance);
    if (examples.isEmpty()) {
      throw new HeadnoteException(Code.INVALID_INPUT, "no article with a summary to learn from");
    }
    WordCounts counts = count();
    Network words = trainWords(counts);
    Network pairs = trainPairs(counts, words);
    float[][][] rows = new float[examples.size()][][];
    IntStream.range(0, rows.length)
        .parallel()
        .forEach(i -> rows[i] = sentenceRows(examples.get(i), counts, words, pairs));
    return new SalienceModel(provenance, counts, words, pairs, trainSentences(rows));
  }

  private WordCounts count() {
    Map<String, int[]> both = new HashMap<>();
    long inArticles = 0;
    long inSummaries = 0;
    for (Example example : examples) {
      ArticleWords words = example.article.words();
      for (int word = 0; word < words.size(); word++) {
        int[] count = both.computeIfAbsent(words.word(word), unused -> new int[2]);
        count[0]++;
        count[1] += example.reference.hasWord(word) ? 1 : 0;
        inArticles++;
        inSummaries += example.reference.hasWord(word) ? 1 : 0;
      }
    }
    Map<String, WordCounts.Count> counts = new HashMap<>();
    both.forEach(
        (word, count) -> {
          if (count[0] >= LEAST_ARTICLES && word.length() < 100) {
            counts.put(word, new WordCounts.Count(count[0], count[1]));
          }
        });
    // No share of 0 or 1, whose log odds would be infinite.
    double share = (inSummaries + 1.0) / (inArticles + 2.0);
    return WordCounts.of(counts, examples.size(), share);
  }

  private Network trainWords(WordCounts counts) {
    return trainChances(
        "words",
        some(examples.size()),
        WORD_EPOCHS,
        new NetworkShape(WordFeatures.SIZE, WORD_UNITS, 2_000),
        example -> WordFeatures.of(example.article, example.known(counts)),
        Reference::hasWord);
  }

  private Network trainPairs(WordCounts counts, Network words) {
    return trainChances(
        "pairs of words",
        some(PAIR_ARTICLES),
        PAIR_EPOCHS,
        new NetworkShape(PairFeatures.SIZE, PAIR_UNITS, 1_000),
        example -> pairRows(example, counts, words),
        Reference::hasPair);
  }

  /**
   * The size of a network.
   *
   * @param standardizedBy how many examples its inputs are standardised by
   */
  private record NetworkShape(int inputs, int units, int standardizedBy) {}

  /** Says whether a reference has a word or a pair of words. */
  private interface Wanted {
    boolean in(Reference reference, int number);
  }

  /** Learns, by the logistic loss, the chance of each row of an article to be in its reference. */
  private Network trainChances(
      String stage,
      List<Example> some,
      int epochs,
      NetworkShape shape,
      Function<Example, float[][]> rowsOf,
      Wanted wanted) {
    int steps = steps(some.size(), epochs, CHANCE_BATCH);
    NetworkTrainer trainer =
        new NetworkTrainer(
            Standardization.of(
                some.stream()
                    .limit(shape.standardizedBy)
                    .flatMap(example -> Arrays.stream(rowsOf.apply(example))),
                shape.inputs),
            shape.units,
            steps,
            seed);
    WeightedDraw draw = new WeightedDraw(some, seed);
    for (int step = 0; step < steps; step++) {
      Example[] batch = draw.next(CHANCE_BATCH);
      float[][][] rows = new float[batch.length][][];
      IntStream.range(0, batch.length).parallel().forEach(i -> rows[i] = rowsOf.apply(batch[i]));
      for (int i = 0; i < batch.length; i++) {
        for (int row = 0; row < rows[i].length; row++) {
          addLogistic(
              trainer,
              rows[i][row],
              wanted.in(batch[i].reference, row),
              rows[i].length * batch.length);
        }
      }
      trainer.step();
      progress.at(stage, step + 1, steps);
    }
    return trainer.network();
  }

  /** Adds the gradient of the logistic loss, divided by the number of rows. */
  private static void addLogistic(NetworkTrainer trainer, float[] row, boolean wanted, int rows) {
    double chance = 1 / (1 + Math.exp(-trainer.output(row)));
    trainer.add(row, (float) ((chance - (wanted ? 1 : 0)) / rows));
  }

  private static float[][] pairRows(Example example, WordCounts counts, Network words) {
    KnownWords known = example.known(counts);
    float[] wordLogits = words.outputs(WordFeatures.of(example.article, known));
    return PairFeatures.of(example.article, known, wordLogits);
  }

  private static float[][] sentenceRows(
      Example example, WordCounts counts, Network words, Network pairs) {
    KnownWords known = example.known(counts);
    float[] wordLogits = words.outputs(WordFeatures.of(example.article, known));
    float[] pairLogits = pairs.outputs(PairFeatures.of(example.article, known, wordLogits));
    return SentenceFeatures.of(
        example.article,
        known,
        SalienceModel.chances(wordLogits),
        SalienceModel.chances(pairLogits),
        LexicalCentrality.of(example.article.words(), known));
  }

  /** Learns by the cross-entropy between the targets and a softmax over an article's sentences. */
  private Network trainSentences(float[][][] rows) {
    int steps = steps(rows.length, SENTENCE_EPOCHS, SENTENCE_BATCH);
    float[][] targets = new float[rows.length][];
    IntStream.range(0, rows.length).parallel().forEach(i -> targets[i] = examples.get(i).targets());
    NetworkTrainer trainer =
        new NetworkTrainer(
            Standardization.of(Arrays.stream(rows).flatMap(Arrays::stream), SentenceFeatures.SIZE),
            SENTENCE_UNITS,
            steps,
            seed);
    WeightedDraw draw = new WeightedDraw(examples, seed);
    for (int step = 0; step < steps; step++) {
      for (int k = 0; k < SENTENCE_BATCH; k++) {
        int i = draw.nextIndex();
        float[] logits = new float[rows[i].length];
        for (int s = 0; s < logits.length; s++) {
          logits[s] = trainer.output(rows[i][s]);
        }
        float[] logChances = Softmax.logs(logits);
        for (int s = 0; s < logits.length; s++) {
          double slope = Math.exp(logChances[s]) - targets[i][s];
          trainer.add(rows[i][s], (float) slope / SENTENCE_BATCH);
        }
      }
      trainer.step();
      progress.at("sentences", step + 1, steps);
    }
    return trainer.network();
  }

  private static int steps(int articles, int epochs, int batch) {
    return Math.max(1, (int) ((long) articles * epochs / batch));
  }

  private List<Example> some(int most) {
    List<Example> shuffled = new ArrayList<>(examples);
    shuffled.removeIf(example -> example.reference.length() > USUAL_WORDS);
    if (shuffled.isEmpty()) {
      shuffled.addAll(examples);
    }
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled.subList(0, Math.min(most, shuffled.size()));
  }
}
