package dev.headnote.summary;

/**
 * Dot products of many vectors with one. Each adds up its dimensions in their order, one by one, so
 * it is the same to the last bit as that of a simple loop; the processor is kept busy by adding up
 * several at once. Stateless.
 */
final class Similarities {

  private static final int AT_ONCE = 8;

  private Similarities() {}

  /** Returns how near each vector is to the middle of all, which are at least one. */
  static double[] toCentroid(float[][] vectors) {
    return of(vectors, centroid(vectors));
  }

  /** Returns the mean of vectors, of which there is at least one, at length 1; 0 if it is 0. */
  static float[] centroid(float[][] vectors) {
    float[] centroid = new float[vectors[0].length];
    for (float[] vector : vectors) {
      for (int d = 0; d < centroid.length; d++) {
        centroid[d] += vector[d] / vectors.length;
      }
    }
    float length = (float) Math.sqrt(dot(centroid, centroid));
    for (int d = 0; d < centroid.length; d++) {
      centroid[d] /= length == 0 ? 1 : length;
    }
    return centroid;
  }

  /** Returns the products, one for each vector; all are of one length. */
  static double[] of(float[][] vectors, float[] other) {
    double[] products = new double[vectors.length];
    if (vectors.length < AT_ONCE) {
      for (int i = 0; i < vectors.length; i++) {
        products[i] = dot(vectors[i], other);
      }
      return products;
    }
    for (int i = 0; i < vectors.length; i += AT_ONCE) {
      // The last few are taken together with some before them, once more.
      setEight(vectors, Math.min(i, vectors.length - AT_ONCE), other, products);
    }
    return products;
  }

  private static void setEight(float[][] vectors, int i, float[] other, double[] products) {
    float[] v0 = vectors[i];
    float[] v1 = vectors[i + 1];
    float[] v2 = vectors[i + 2];
    float[] v3 = vectors[i + 3];
    float[] v4 = vectors[i + 4];
    float[] v5 = vectors[i + 5];
    float[] v6 = vectors[i + 6];
    float[] v7 = vectors[i + 7];
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    for (int d = 0; d < other.length; d++) {
      double x = other[d];
      s0 += v0[d] * x;
      s1 += v1[d] * x;
      s2 += v2[d] * x;
      s3 += v3[d] * x;
      s4 += v4[d] * x;
      s5 += v5[d] * x;
      s6 += v6[d] * x;
      s7 += v7[d] * x;
    }
    products[i] = s0;
    products[i + 1] = s1;
    products[i + 2] = s2;
    products[i + 3] = s3;
    products[i + 4] = s4;
    products[i + 5] = s5;
    products[i + 6] = s6;
    products[i + 7] = s7;
  }

  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < b.length; d++) {
      sum += (double) a[d] * b[d];
    }
    return sum;
  }
}
