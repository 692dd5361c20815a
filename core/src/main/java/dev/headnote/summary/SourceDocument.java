package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.BitSet;
import java.util.List;

/**
 * What a {@link MultiDocumentSummarizer} keeps of a document: its sentences, the vectors of the few
 * that may become lines, and its own vector. So thousands of documents fit the memory. Immutable.
 */
public final class SourceDocument {

  private static final SourceDocument MISSING = empty();

  private final List<Sentence> sentences;
  private final int[] candidates;
  private final float[][] vectors;
  private final double[] salience;
  private final BitSet fragments;
  private final float[] centroid;

  /**
   * @param candidates the places of the sentences that may become lines
   * @param vectors a vector of length 1 for each candidate
   * @param salience what each candidate is worth to a summary of the document alone
   * @param fragments the numbers of those that are headings and the like
   * @param centroid the document's vector, of length 1; empty if it has no sentences
   */
  SourceDocument(
      List<Sentence> sentences,
      int[] candidates,
      float[][] vectors,
      double[] salience,
      BitSet fragments,
      float[] centroid) {
    this.sentences = List.copyOf(sentences);
    this.candidates = candidates;
    this.vectors = vectors;
    this.salience = salience;
    this.fragments = fragments;
    this.centroid = centroid;
  }

  /** Returns what stands for one that could not be read, so that those behind keep their places. */
  public static SourceDocument missing() {
    return MISSING;
  }

  /** One that has no sentence. */
  static SourceDocument empty() {
    return new SourceDocument(
        List.of(), new int[0], new float[0][], new double[0], new BitSet(), new float[0]);
  }

  boolean isMissing() {
    return this == MISSING;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  int candidates() {
    return candidates.length;
  }

  /** The candidate's place among the document's sentences. */
  int place(int i) {
    return candidates[i];
  }

  float[] vector(int i) {
    return vectors[i];
  }

  double salience(int i) {
    return salience[i];
  }

  /** Whether a candidate is a heading or the like. */
  boolean isFragment(int i) {
    return fragments.get(i);
  }

  float[] centroid() {
    return centroid;
  }
}
