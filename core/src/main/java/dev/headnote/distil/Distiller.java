package dev.headnote.distil;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Progress;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.encode.StaticTable;
import dev.headnote.encode.WordPieceTokenizer;
import dev.headnote.vector.VectorCheck;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Distils encoders to a table of token vectors.
 *
 * <p>With texts, the tokens' vectors are found whose means over a text come nearest the text's
 * vector from the teachers: ridge regression, as in Tokenlearn, the training of Model2Vec's potion
 * models (Minish 2024), but in closed form. Tokens that are rare in the texts stay near their
 * prior: the teachers' vectors of the tokens by themselves, weighted by smooth inverse frequency
 * (Arora, Liang and Ma 2017). Without texts the table is the prior, with frequencies by Zipf's law
 * from the vocabulary's order, as in Model2Vec. Vectors of several teachers are centred, brought to
 * one length and put side by side; principal component analysis takes them to the table's
 * dimensions.
 *
 * <p>The same teachers, texts and recipe give the same table, to the last bit, on a machine on
 * which the teachers' vectors are the same; the number of cores does not matter. Two teachers of
 * 384 dimensions and 220,000 texts fit a heap of 1.2 GB. Immutable, and safe for use by several
 * threads.
 */
public final class Distiller {

  /** How many texts a teacher encodes at once. */
  private static final int BATCH = 2000;

  /** Axes are found from no more texts than this, spread over all. */
  private static final int MOST_FOR_AXES = 40_000;

  /** Axes are flattened as if none had less than this share of the first one's variance. */
  private static final double LEAST_VARIANCE = 1e-6;

  /** Vectors of length 1 that differ by no more than this differ by rounding. */
  private static final double ROUNDING = 1e-5;

  private final List<SentenceEncoder> teachers;
  private final List<String> tokens;
  private final byte[] vocabulary;
  private final WordPieceTokenizer tokenizer;
  private final Recipe recipe;

  /** The sum of the teachers' dimensions. */
  private final int dimensions;

  /**
   * @param teachers the encoders, at least one; not closed
   * @param pieces the tokenizer of one of them, an uncased WordPiece. Its tokens become the table's
   *     rows, but for those named {@code [unusedN]}
   * @param recipe the settings
   * @throws IllegalArgumentException if the recipe has more dimensions than all teachers together
   */
  public Distiller(List<SentenceEncoder> teachers, WordPieceTokenizer pieces, Recipe recipe) {
    this.teachers = List.copyOf(Objects.requireNonNull(teachers, "teachers"));
    Objects.requireNonNull(pieces, "pieces");
    this.recipe = Objects.requireNonNull(recipe, "recipe");
    this.dimensions = teachers.stream().mapToInt(SentenceEncoder::dimensions).sum();
    if (recipe.dimensions() > dimensions) {
      throw new IllegalArgumentException(
          "the teachers have " + dimensions + " dimensions, fewer than " + recipe.dimensions());
    }
    this.tokens =
        IntStream.range(0, pieces.size())
            .mapToObj(pieces::token)
            .filter(token -> !token.matches("\\[unused\\d+]"))
            .toList();
    this.vocabulary = (String.join("\n", tokens) + "\n").getBytes(StandardCharsets.UTF_8);
    this.tokenizer = new WordPieceTokenizer(vocabulary, pieces.settings());
  }

  /**
   * Distils.
   *
   * @param texts sentences, headings and the like of the kinds that the table shall be good at; may
   *     be empty. Best are a hundred thousand or more, each once
   * @param progress is told how far it is
   * @return the table and its vocabulary
   * @throws HeadnoteException with code INVALID_INPUT if there are texts, but fewer of them than
   *     the teachers have dimensions, or a teacher finds all alike; with code CLOSED if a teacher
   *     is closed
   */
  public StaticModel distil(List<String> texts, Progress progress) {
    if (!texts.isEmpty() && texts.size() < dimensions) {
      throw new HeadnoteException(
          Code.INVALID_INPUT,
          "too few texts to learn from: "
              + texts.size()
              + ", and the teachers have "
              + dimensions
              + " dimensions; give more, or none to take the vocabulary alone");
    }
    List<int[]> ids = texts.stream().map(tokenizer::encode).toList();
    double[] frequencies = texts.isEmpty() ? zipf() : frequencies(ids);
    float[][] targets = new float[texts.size()][dimensions];
    float[][] prior = new float[tokens.size()][dimensions];
    fill(prior, targets, texts, progress);
    for (int token = 0; token < prior.length; token++) {
      double weight = smooth(recipe.priorFrequency(), frequencies[token]);
      scale(prior[token], 0, dimensions, weight);
    }
    PrincipalAxes axes =
        PrincipalAxes.of(
            spread(texts.isEmpty() ? prior : targets), recipe.dimensions(), recipe.seed());
    axes.project(prior);
    axes.project(targets);
    float[][] table = prior;
    if (!texts.isEmpty()) {
      TokenMeans means = new TokenMeans(ids, tokens.size());
      table =
          new RidgeRegression(means, (float) recipe.pull(), recipe.steps())
              .solve(targets, prior, progress);
    }
    double[] flattening = flattening(axes.variances());
    for (int token = 0; token < table.length; token++) {
      double weight = Math.sqrt(smooth(recipe.learnedFrequency(), frequencies[token]));
      for (int d = 0; d < flattening.length; d++) {
        table[token][d] *= (float) (weight * flattening[d]);
      }
    }
    return new StaticModel(vocabulary, StaticTable.of(table), texts.size(), recipe);
  }

  /** Fills in the teachers' vectors of the tokens and texts, side by side and of one size. */
  private void fill(float[][] prior, float[][] targets, List<String> texts, Progress progress) {
    List<String> words = tokens.stream().map(this::bare).toList();
    int from = 0;
    for (SentenceEncoder teacher : teachers) {
      int to = from + teacher.dimensions();
      encode(teacher, words, prior, from, "words", progress);
      encode(teacher, texts, targets, from, "texts", progress);
      centre(prior, from, to);
      centre(targets, from, to);
      double size = rootMeanSquare(texts.isEmpty() ? prior : targets, from, to);
      if (size < ROUNDING) {
        throw new HeadnoteException(
            Code.INVALID_INPUT,
            "all texts are alike to " + teacher.model() + "; give texts in its language");
      }
      for (float[] vector : prior) {
        scale(vector, from, to, 1 / size);
      }
      for (float[] vector : targets) {
        scale(vector, from, to, 1 / size);
      }
      from = to;
    }
  }

  /** A piece that continues a word can be given to a teacher only as a word. */
  private String bare(String token) {
    String prefix = tokenizer.settings().continuingPrefix();
    return token.startsWith(prefix) && token.length() > prefix.length()
        ? token.substring(prefix.length())
        : token;
  }

  private static void encode(
      SentenceEncoder teacher,
      List<String> texts,
      float[][] vectors,
      int from,
      String kind,
      Progress progress) {
    for (int start = 0; start < texts.size(); start += BATCH) {
      int end = Math.min(texts.size(), start + BATCH);
      float[][] encoded =
          VectorCheck.ofEncoder(
              teacher.model(),
              end - start,
              teacher.dimensions(),
              teacher.encode(texts.subList(start, end)));
      for (int i = start; i < end; i++) {
        System.arraycopy(encoded[i - start], 0, vectors[i], from, teacher.dimensions());
      }
      progress.at(teacher.model() + ", " + kind, end, texts.size());
    }
  }

  /** The share of each token among all of the texts. */
  private double[] frequencies(List<int[]> ids) {
    double[] frequencies = new double[tokens.size()];
    long all = ids.stream().mapToLong(text -> text.length).sum();
    for (int[] text : ids) {
      for (int id : text) {
        frequencies[id] += 1.0 / Math.max(1, all);
      }
    }
    return frequencies;
  }

  /** The frequencies by Zipf's law, if the tokens are in order of their frequency. */
  private double[] zipf() {
    double[] frequencies = new double[tokens.size()];
    double sum = 0;
    for (int rank = 1; rank <= frequencies.length; rank++) {
      sum += 1.0 / rank;
    }
    for (int rank = 1; rank <= frequencies.length; rank++) {
      frequencies[rank - 1] = 1 / (rank * sum);
    }
    return frequencies;
  }

  private static double smooth(double half, double frequency) {
    return half / (half + frequency);
  }

  private double[] flattening(double[] variances) {
    double first = Math.max(Double.MIN_NORMAL, variances[0]);
    return Arrays.stream(variances)
        .map(v -> Math.pow(Math.max(v / first, LEAST_VARIANCE), -recipe.flattening() / 2))
        .toArray();
  }

  private static float[][] spread(float[][] vectors) {
    int count = Math.min(MOST_FOR_AXES, vectors.length);
    return IntStream.range(0, count)
        .mapToObj(i -> vectors[(int) ((long) i * vectors.length / count)])
        .toArray(float[][]::new);
  }

  /** Subtracts the vectors' mean from each of them, in a range of dimensions. */
  private static void centre(float[][] vectors, int from, int to) {
    double[] mean = new double[to - from];
    for (float[] vector : vectors) {
      for (int d = from; d < to; d++) {
        mean[d - from] += vector[d] / (double) vectors.length;
      }
    }
    for (float[] vector : vectors) {
      for (int d = from; d < to; d++) {
        vector[d] -= (float) mean[d - from];
      }
    }
  }

  private static double rootMeanSquare(float[][] vectors, int from, int to) {
    double squares = 0;
    for (float[] vector : vectors) {
      for (int d = from; d < to; d++) {
        squares += (double) vector[d] * vector[d];
      }
    }
    return Math.sqrt(squares / vectors.length);
  }

  private static void scale(float[] vector, int from, int to, double factor) {
    for (int d = from; d < to; d++) {
      vector[d] *= (float) factor;
    }
  }
}
