package dev.headnote.examples.langchain4j;

import dev.headnote.Headnote;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * A Headnote's encoder as an embedding model: {@code new HeadnoteEmbeddingModel(headnote)}. Vectors
 * have length 1. Safe for use by several threads; the Headnote is closed by whoever opened it.
 */
public final class HeadnoteEmbeddingModel implements EmbeddingModel {

  /** Enough to keep all cores busy, and far from a Headnote's limits. */
  private static final int TEXTS_PER_CALL = 1000;

  private final Headnote headnote;

  /** Makes one for a store's documents and queries alike. */
  public HeadnoteEmbeddingModel(Headnote headnote) {
    this.headnote = headnote;
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    List<Embedding> embeddings = new ArrayList<>(segments.size());
    for (int from = 0; from < segments.size(); from += TEXTS_PER_CALL) {
      int to = Math.min(from + TEXTS_PER_CALL, segments.size());
      List<String> texts = segments.subList(from, to).stream().map(TextSegment::text).toList();
      for (float[] vector : headnote.embed(texts)) {
        embeddings.add(Embedding.from(vector));
      }
    }
    return Response.from(embeddings);
  }

  @Override
  public int dimension() {
    return headnote.dimensions();
  }

  @Override
  public String modelName() {
    return headnote.model();
  }
}
