package dev.headnote.vector;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import org.jspecify.annotations.Nullable;

/** Refuses vectors that would lead to results without meaning, or to an exception far away. */
public final class VectorCheck {

  private VectorCheck() {}

  /**
   * Checks what an encoder, which may be anybody's, gave for texts.
   *
   * @param encoder its name, for messages
   * @param texts how many texts it was given
   * @param dimensions the length of a vector, as the encoder says
   * @return the vectors
   * @throws HeadnoteException with code MODEL_DAMAGED if there is not a vector for each text, or
   *     one is of another length or holds what is no finite number
   */
  public static float[][] ofEncoder(
      String encoder, int texts, int dimensions, float @Nullable [] @Nullable [] vectors) {
    if (vectors == null || vectors.length != texts) {
      String given = vectors == null ? "null" : vectors.length + " vectors";
      throw damaged("the encoder " + encoder + " gave " + given + " for " + texts + " texts");
    }
    for (int i = 0; i < texts; i++) {
      float[] vector = vectors[i];
      if (vector == null || vector.length != dimensions) {
        String given = vector == null ? "null" : "a vector of " + vector.length + " numbers";
        throw damaged(
            "the encoder "
                + encoder
                + " gave "
                + given
                + " for text "
                + (i + 1)
                + " of "
                + texts
                + ", and says that it has "
                + dimensions
                + " dimensions");
      }
    }
    requireFinite("the vectors that " + encoder + " gave", vectors);
    return vectors;
  }

  /**
   * Checks vectors of texts that belong together.
   *
   * @param others such as a title's and a query's; null for what is not there
   * @throws IllegalArgumentException if not all have one length
   */
  public static void requireOneLength(float[][] vectors, float[] @Nullable ... others) {
    int length = vectors.length == 0 ? -1 : vectors[0].length;
    for (float[][] each : new float[][][] {vectors, others}) {
      for (float[] vector : each) {
        if (vector != null && length >= 0 && vector.length != length) {
          throw new IllegalArgumentException(
              "vectors of "
                  + length
                  + " and of "
                  + vector.length
                  + " dimensions; encode all with the same encoder");
        }
      }
    }
  }

  /**
   * Checks that vectors hold numbers.
   *
   * @param what they are, for the message
   * @param vectors null for what is not there
   * @throws HeadnoteException with code MODEL_DAMAGED if one holds a NaN or an infinity
   */
  public static void requireFinite(String what, float[] @Nullable ... vectors) {
    for (float[] vector : vectors) {
      if (vector != null && !isFinite(vector)) {
        throw damaged(what + ": there is a NaN or an infinity among their numbers");
      }
    }
  }

  private static boolean isFinite(float[] vector) {
    for (float x : vector) {
      if (!Float.isFinite(x)) {
        return false;
      }
    }
    return true;
  }

  private static HeadnoteException damaged(String problem) {
    return new HeadnoteException(Code.MODEL_DAMAGED, problem);
  }
}
