package dev.headnote.encode;

import dev.headnote.Device;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Precision;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * A static model: a text's vector is the sum of its tokens' rows of a table, at length 1. The rows
 * hold what each token adds to a transformer's vector of a text, and their lengths how much it
 * counts; docs/instant.md says how they are learned.
 *
 * <p>Pure Java: it needs no engine and loads no native library. A text of any length is one text;
 * one without a token has the vector of the unknown token. Sums are exact, so a vector depends on
 * its text alone, to the last bit. Safe for use by several threads.
 */
public final class StaticEncoder implements SentenceEncoder {

  private static final int TEXTS_BETWEEN_CHECKS = 256;

  private static final String UNKNOWN = WordPieceTokenizer.Settings.UNCASED.unknownToken();

  private final String model;
  private final String fingerprint;
  private final WordPieceTokenizer tokenizer;
  private final StaticTable table;
  private final int unknown;

  private volatile boolean closed;

  /**
   * Loads a model.
   *
   * @param files a static model
   * @param device AUTO or CPU
   * @param precision AUTO or INT8: the table's numbers have 8 bits, the sums 32
   * @param pool reads the table and the vocabulary side by side
   * @throws HeadnoteException with code MODEL_DAMAGED, or ENGINE_UNAVAILABLE for another device or
   *     precision
   */
  public StaticEncoder(ModelFiles files, Device device, Precision precision, ForkJoinPool pool) {
    this(files, device, precision, pool.submit(() -> StaticTable.read(files.weights())));
  }

  private StaticEncoder(
      ModelFiles files, Device device, Precision precision, ForkJoinTask<StaticTable> reading) {
    this(files.card().name(), files.card().weightsSha256(), files.wordPieces(), reading.join());
    if (device == Device.CUDA) {
      throw refused("device", device);
    }
    if (precision != Precision.AUTO && precision != Precision.INT8) {
      throw refused("precision", precision);
    }
    if (table.dimensions() != files.card().dimensions()) {
      throw new HeadnoteException(
          Code.MODEL_DAMAGED,
          "model "
              + model
              + ": model.json says "
              + files.card().dimensions()
              + " dimensions, but the table has "
              + table.dimensions()
              + "; install or distil the model again");
    }
  }

  private HeadnoteException refused(String option, Enum<?> value) {
    return new HeadnoteException(
        Code.ENGINE_UNAVAILABLE,
        "model "
            + model
            + " is a table of 8-bit numbers, which runs on the CPU as it is; leave out the "
            + option
            + " "
            + value.name().toLowerCase(Locale.ROOT));
  }

  /**
   * @param tokenizer its ids are rows of the table
   * @throws HeadnoteException with code MODEL_DAMAGED if the table has not a row for each token
   */
  StaticEncoder(String model, WordPieceTokenizer tokenizer, StaticTable table) {
    this(model, model, tokenizer, table);
  }

  private StaticEncoder(
      String model, String fingerprint, WordPieceTokenizer tokenizer, StaticTable table) {
    if (tokenizer.size() != table.rows()) {
      throw new HeadnoteException(
          Code.MODEL_DAMAGED,
          "model "
              + model
              + ": has "
              + tokenizer.size()
              + " tokens but "
              + table.rows()
              + " rows; install or distil the model again");
    }
    this.model = model;
    this.fingerprint = fingerprint;
    this.tokenizer = tokenizer;
    this.table = table;
    this.unknown = tokenizer.encode(UNKNOWN)[0];
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public Precision precision() {
    return Precision.INT8;
  }

  @Override
  public boolean isBatchIndependent() {
    return true;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public int dimensions() {
    return table.dimensions();
  }

  @Override
  public float[][] encode(List<String> texts) {
    return encode(texts, Deadline.none());
  }

  @Override
  public float[][] encode(List<String> texts, Deadline deadline) {
    if (closed) {
      throw new HeadnoteException(Code.CLOSED, "the encoder is closed");
    }
    deadline.check();
    TokenIds tokens = new TokenIds();
    RowSum sum = new RowSum(table);
    float[][] vectors = new float[texts.size()][];
    for (int i = 0; i < vectors.length; i++) {
      if (i % TEXTS_BETWEEN_CHECKS == TEXTS_BETWEEN_CHECKS - 1) {
        deadline.check();
      }
      String text = texts.get(i);
      tokens.clear();
      tokenizer.encode(text, 0, text.length(), tokens);
      for (int t = 0; t < tokens.size(); t++) {
        sum.add(tokens.get(t));
      }
      if (tokens.size() == 0) {
        sum.add(unknown);
      }
      vectors[i] = sum.take();
    }
    return vectors;
  }

  @Override
  public int countTokens(String text) {
    return tokenizer.encode(text).length;
  }

  @Override
  public void close() {
    closed = true;
  }
}
