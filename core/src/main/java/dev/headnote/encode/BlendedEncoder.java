package dev.headnote.encode;

import dev.headnote.Device;
import dev.headnote.Precision;
import dev.headnote.vector.VectorCheck;
import java.util.List;
import java.util.Objects;

/**
 * Two encoders' vectors of a text side by side, so that a cosine is a weighted mean of both: a
 * transformer's, and those of a static table, which cost next to nothing and err elsewhere.
 *
 * <p>Encoders differ in how far apart they put texts: one whose cosines are all near 1 would have
 * no say. So each counts in units of its spread over {@link ReferenceText}, and has a fixed share.
 * docs/instant.md has what the share was chosen by. Safe for use by several threads.
 */
public final class BlendedEncoder implements SentenceEncoder {

  /** The static table's share of the squared length, in units of spread. */
  private static final double STATIC_SHARE = 0.35;

  private final SentenceEncoder transformer;
  private final SentenceEncoder table;
  private final float transformerScale;
  private final float tableScale;

  /**
   * @param transformer closed with this
   * @param spread the transformer's spread, as its card has it; if 0, the transformer encodes the
   *     reference text to find out
   * @param table closed with this; encodes the reference text
   */
  public BlendedEncoder(SentenceEncoder transformer, double spread, SentenceEncoder table) {
    this.transformer = Objects.requireNonNull(transformer, "transformer");
    this.table = Objects.requireNonNull(table, "table");
    double ofTransformer =
        Math.sqrt(1 - STATIC_SHARE) / (spread > 0 ? spread : spread(transformer));
    double ofTable = Math.sqrt(STATIC_SHARE) / spread(table);
    double length = Math.hypot(ofTransformer, ofTable);
    transformerScale = (float) (ofTransformer / length);
    tableScale = (float) (ofTable / length);
  }

  /** The root of the mean squared distance of the reference text's vectors from their mean. */
  static double spread(SentenceEncoder encoder) {
    List<String> texts = ReferenceText.sentences();
    float[][] vectors = checked(encoder, texts, encoder.encode(texts));
    double squares = 0;
    for (int d = 0; d < encoder.dimensions(); d++) {
      double sum = 0;
      double sumOfSquares = 0;
      for (float[] vector : vectors) {
        sum += vector[d];
        sumOfSquares += (double) vector[d] * vector[d];
      }
      squares += sumOfSquares / vectors.length - Math.pow(sum / vectors.length, 2);
    }
    // An encoder that tells nothing apart has no spread to count in.
    return Math.max(Math.sqrt(Math.max(0, squares)), 1e-3);
  }

  private static float[][] checked(SentenceEncoder encoder, List<String> texts, float[][] vectors) {
    return VectorCheck.ofEncoder(encoder.model(), texts.size(), encoder.dimensions(), vectors);
  }

  @Override
  public float[][] encode(List<String> texts) {
    return encode(texts, Deadline.none());
  }

  @Override
  public float[][] encode(List<String> texts, Deadline deadline) {
    float[][] first = checked(transformer, texts, transformer.encode(texts, deadline));
    float[][] second = checked(table, texts, table.encode(texts, deadline));
    float[][] vectors = new float[texts.size()][];
    for (int i = 0; i < vectors.length; i++) {
      float[] vector = new float[first[i].length + second[i].length];
      for (int d = 0; d < first[i].length; d++) {
        vector[d] = transformerScale * first[i][d];
      }
      for (int d = 0; d < second[i].length; d++) {
        vector[first[i].length + d] = tableScale * second[i][d];
      }
      vectors[i] = vector;
    }
    return vectors;
  }

  /** The transformer's name; the table comes with it. */
  @Override
  public String model() {
    return transformer.model();
  }

  @Override
  public Precision precision() {
    return transformer.precision();
  }

  @Override
  public Device device() {
    return transformer.device();
  }

  @Override
  public boolean isBatchIndependent() {
    return transformer.isBatchIndependent() && table.isBatchIndependent();
  }

  @Override
  public String fingerprint() {
    return transformer.fingerprint() + "+" + table.fingerprint();
  }

  @Override
  public int dimensions() {
    return transformer.dimensions() + table.dimensions();
  }

  /** The transformer's. */
  @Override
  public int countTokens(String text) {
    return transformer.countTokens(text);
  }

  @Override
  public void close() {
    transformer.close();
    table.close();
  }
}
