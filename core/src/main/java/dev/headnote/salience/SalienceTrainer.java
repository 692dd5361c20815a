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
 * Trains a {@link SalienceModel}: first a network learns how far an article's order can be trusted,
 * then the networks for words and for pairs of words learn which of them summaries have, then with
 * what these say the network for sentences learns which of them to take.
 *
 * <p>Deterministic: the same articles in the same order and the same seed give the same model. Not
 * safe for use by several threads.
 */
public final class SalienceTrainer {

  private static final int ORDER_UNITS = 8;
  private static final int WORD_UNITS = 32;
  private static final int PAIR_UNITS = 24;
  private static final int SENTENCE_UNITS = 48;

  private static final int ORDER_EPOCHS = 8;

  /** Fewer would leave the network near where it began. */
  private static final int LEAST_ORDER_STEPS = 1_000;

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
  static final int MOST_SENTENCES = 150;

  /** So many articles of a hundred are learned from out of order, too, so that place is not all. */
  private static final int DISORDERED_PERCENT = 20;

  /** Half of these have single sentences shuffled, and half so many side by side. */
  private static final int BLOCK = 3;

  /** So many of a hundred titles are left out. */
  private static final int UNTITLED_PERCENT = 25;

  /** What {@link java.io.DataOutput#writeUTF} takes. */
  private static final int MOST_PROVENANCE_BYTES = 65_535;

  private final long seed;
  private final Progress progress;
  private final Random random;
  private final List<Example> inOrder = new ArrayList<>();

  /** Copies of some, out of order. */
  private final List<Example> disordered = new ArrayList<>();

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
    int size = Math.min(MOST_SENTENCES, article.sentences().size());
    Example example = example(article, IntStream.range(0, size).toArray());
    boolean usable = example.article.words().total() > 0 && example.reference.length() > 0;
    if (usable) {
      inOrder.add(example);
    }
    if (usable && random.nextInt(100) < DISORDERED_PERCENT) {
      disordered.add(example(article, shuffled(size, random.nextBoolean() ? 1 : BLOCK)));
    }
    return usable;
  }

  /** With some of its sentences, in this order, and perhaps without its title. */
  private Example example(TrainingArticle article, int[] order) {
    boolean untitled = random.nextInt(100) < UNTITLED_PERCENT;
    return new Example(
        new TrainingArticle(
            Arrays.stream(order).mapToObj(article.sentences()::get).toList(),
            Arrays.stream(order).mapToObj(i -> article.vectors()[i]).toArray(float[][]::new),
            untitled ? null : article.title(),
            untitled ? null : article.titleVector(),
            article.summary(),
            article.weight()));
  }

  /** The numbers below a size, with so many of them left side by side. */
  private int[] shuffled(int size, int block) {
    List<Integer> starts =
        new ArrayList<>(
            IntStream.iterate(0, start -> start < size, start -> start + block).boxed().toList());
    Collections.shuffle(starts, random);
    return starts.stream()
        .flatMapToInt(start -> IntStream.range(start, Math.min(size, start + block)))
        .toArray();
  }

  /** How many articles there are to learn from. */
  public int articles() {
    return inOrder.size();
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
    if (inOrder.isEmpty()) {
      throw new HeadnoteException(Code.INVALID_INPUT, "no article with a summary to learn from");
    }
    WordCounts counts = count();
    List<Example> examples = new ArrayList<>(inOrder);
    examples.addAll(disordered);
    Network order = trainOrder(counts);
    Network words = trainWords(examples, counts);
    Network pairs = trainPairs(examples, counts, words);
    float[][][] rows = new float[examples.size()][][];
    IntStream.range(0, rows.length)
        .parallel()
        .forEach(i -> rows[i] = sentenceRows(examples.get(i), counts, words, pairs));
    Network sentences = trainSentences(examples, rows);
    return new SalienceModel(provenance, counts, order, words, pairs, sentences);
  }

  private WordCounts count() {
    Map<String, int[]> both = new HashMap<>();
    long inArticles = 0;
    long inSummaries = 0;
    for (Example example : inOrder) {
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
    return WordCounts.of(counts, inOrder.size(), share);
  }

  /**
   * Learns, by the logistic loss, whether an article is in order; of both kinds there are as many.
   */
  private Network trainOrder(WordCounts counts) {
    List<Example> others = disordered.isEmpty() ? inOrder : disordered;
    float[][] orderedRows = orderRows(inOrder, counts);
    float[][] otherRows = orderRows(others, counts);
    int steps = Math.max(LEAST_ORDER_STEPS, steps(2 * others.size(), ORDER_EPOCHS, CHANCE_BATCH));
    NetworkTrainer trainer =
        new NetworkTrainer(
            Standardization.of(Arrays.stream(orderedRows), OrderFeatures.SIZE),
            ORDER_UNITS,
            steps,
            seed);
    WeightedDraw orderedDraw = new WeightedDraw(inOrder, seed);
    WeightedDraw otherDraw = new WeightedDraw(others, seed);
    for (int step = 0; step < steps; step++) {
      for (int k = 0; k < CHANCE_BATCH / 2; k++) {
        addLogistic(trainer, orderedRows[orderedDraw.nextIndex()], true, CHANCE_BATCH);
      }
      for (int k = 0; k < CHANCE_BATCH / 2; k++) {
        addLogistic(trainer, otherRows[otherDraw.nextIndex()], false, CHANCE_BATCH);
      }
      trainer.step();
      progress.at("order", step + 1, steps);
    }
    Network network = trainer.network();
    setOrders(inOrder, network.outputs(orderedRows));
    setOrders(disordered, network.outputs(otherRows));
    return network;
  }

  private static void setOrders(List<Example> examples, float[] logits) {
    float[] chances = SalienceModel.chances(logits);
    for (int i = 0; i < examples.size(); i++) {
      examples.get(i).setOrder(chances[i]);
    }
  }

  private static float[][] orderRows(List<Example> examples, WordCounts counts) {
    return examples.parallelStream()
        .map(example -> orderRow(example, counts))
        .toArray(float[][]::new);
  }

  private static float[] orderRow(Example example, WordCounts counts) {
    KnownWords known = example.known(counts);
    float[] centrality = LexicalCentrality.of(example.article.words(), known);
    return OrderFeatures.of(example.article, known, centrality);
  }

  private Network trainWords(List<Example> examples, WordCounts counts) {
    return trainChances(
        "words",
        some(examples, examples.size()),
        WORD_EPOCHS,
        new NetworkShape(WordFeatures.SIZE, WORD_UNITS, 2_000),
        example -> wordColumns(example, example.known(counts)).rows(),
        Reference::hasWord);
  }

  private Network trainPairs(List<Example> examples, WordCounts counts, Network words) {
    return trainChances(
        "pairs of words",
        some(examples, PAIR_ARTICLES),
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

  private static Columns wordColumns(Example example, KnownWords known) {
    return WordFeatures.of(example.article, known, example.order());
  }

  private static float[][] pairRows(Example example, WordCounts counts, Network words) {
    KnownWords known = example.known(counts);
    float[] wordLogits = words.outputs(wordColumns(example, known));
    return PairFeatures.of(example.article, known, example.order(), wordLogits).rows();
  }

  private static float[][] sentenceRows(
      Example example, WordCounts counts, Network words, Network pairs) {
    KnownWords known = example.known(counts);
    float[] wordLogits = words.outputs(wordColumns(example, known));
    float[] pairLogits =
        pairs.outputs(PairFeatures.of(example.article, known, example.order(), wordLogits));
    return SentenceFeatures.of(
        example.article,
        known,
        example.order(),
        SalienceModel.chances(wordLogits),
        SalienceModel.chances(pairLogits),
        LexicalCentrality.of(example.article.words(), known));
  }

  /** Learns by the cross-entropy between the targets and a softmax over an article's sentences. */
  private Network trainSentences(List<Example> examples, float[][][] rows) {
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

  private List<Example> some(List<Example> examples, int most) {
    List<Example> shuffled = new ArrayList<>(examples);
    shuffled.removeIf(example -> example.reference.length() > USUAL_WORDS);
    if (shuffled.isEmpty()) {
      shuffled.addAll(examples);
    }
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled.subList(0, Math.min(most, shuffled.size()));
  }
}
