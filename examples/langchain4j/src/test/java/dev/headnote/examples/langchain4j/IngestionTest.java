package dev.headnote.examples.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Headnote;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our own articles, read as copies, cleaned, labelled, embedded and found again. */
class IngestionTest {

  private static Headnote headnote;
  private static List<Document> documents;

  @BeforeAll
  static void open() throws IOException {
    headnote = Headnote.builder().model(Headnote.INSTANT_MODEL).build();
    Path seeds = Path.of(System.getProperty("headnote.root")).resolve("seeds");
    try (Stream<Path> files = Files.list(seeds)) {
      documents =
          files
              .filter(file -> file.toString().matches(".*\\.(txt|html)"))
              .sorted()
              .map(IngestionTest::read)
              .toList();
    }
  }

  @AfterAll
  static void close() {
    headnote.close();
  }

  private static Document read(Path file) {
    try {
      return Document.from(
          Files.readString(file), Metadata.from(Document.FILE_NAME, file.getFileName().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(String file) {
    return documents.stream()
        .filter(d -> name(d.metadata()).equals(file))
        .findFirst()
        .orElseThrow();
  }

  private static String name(Metadata metadata) {
    return metadata.getString(Document.FILE_NAME);
  }

  @Test
  void ingestsCleanArticlesAndFindsThemByMeaning() {
    InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    EmbeddingModel model = new HeadnoteEmbeddingModel(headnote);
    EmbeddingStoreIngestor.builder()
        .documentTransformer(new ArticleTransformer(headnote))
        .embeddingModel(model)
        .embeddingStore(store)
        .build()
        .ingest(documents);

    TextSegment found =
        store
            .search(
                EmbeddingSearchRequest.builder()
                    .queryEmbedding(model.embed("Who saved the penalties in the final?").content())
                    .maxResults(1)
                    .build())
            .matches()
            .get(0)
            .embedded();
    assertThat(name(found.metadata())).isEqualTo("cup-final.txt");
    assertThat(found.metadata().getString(ArticleTransformer.TOPICS)).isEqualTo("sport");
    assertThat(found.text()).contains("Josie Tarn").doesNotContain("ADVERTISEMENT", "Copy link");
  }

  @Test
  void cleansPagesAndKeepsWhatTheyCarry() {
    Document page = new ArticleTransformer(headnote).transform(document("flood-rescue.html"));

    assertThat(page.text()).contains("levee").doesNotContain("<p>", "cookies", "Subscribe");
    assertThat(name(page.metadata())).isEqualTo("flood-rescue.html");
    assertThat(page.metadata().getString(ArticleTransformer.TITLE))
        .isEqualTo("Hundreds lifted from roofs as Orrin river bursts its banks");
    assertThat(page.metadata().getString(ArticleTransformer.TOPICS))
        .isEqualTo("disaster-accident-and-emergency-incident");
    String summary = page.metadata().getString(ArticleTransformer.SUMMARY);
    assertThat(summary).isNotBlank();
    assertThat(page.text()).contains(summary.substring(0, summary.indexOf('.')));
  }

  @Test
  void givesTheSameForOneAndForMany() {
    ArticleTransformer transformer = new ArticleTransformer(headnote);
    assertThat(transformer.transformAll(documents))
        .isEqualTo(documents.stream().map(transformer::transform).toList());
  }

  @Test
  void leavesOutDocumentsWithoutProse() {
    List<Document> all =
        new ArticleTransformer(headnote)
            .transformAll(List.of(documents.get(0), Document.from("***"), documents.get(1)));
    assertThat(all.stream().map(d -> name(d.metadata())))
        .containsExactly(name(documents.get(0).metadata()), name(documents.get(1).metadata()));
  }

  @Test
  void filtersByTopic() {
    TopicFilter filter = new TopicFilter(headnote, Set.of("sport", "religion"));

    List<Document> kept = filter.transformAll(documents);
    assertThat(kept).containsExactly(document("cup-final.txt"), document("pilgrimage.txt"));
    assertThat(filter.transform(document("storm-warning.txt"))).isNull();
  }

  @Test
  void embedsAnyNumberOfSegmentsInOrder() {
    EmbeddingModel model = new HeadnoteEmbeddingModel(headnote);
    List<TextSegment> segments =
        IntStream.range(0, 2500)
            .mapToObj(i -> TextSegment.from("Sentence number " + i + " is about the budget."))
            .toList();

    List<Embedding> embeddings = model.embedAll(segments).content();
    assertThat(embeddings).hasSize(2500);
    assertThat(model.dimension()).isEqualTo(embeddings.get(0).dimension());
    for (int i : new int[] {0, 999, 1000, 2499}) {
      assertThat(
              CosineSimilarity.between(embeddings.get(i), model.embed(segments.get(i)).content()))
          .isGreaterThan(0.999999);
    }
    assertThat(model.embedAll(List.of()).content()).isEmpty();
    assertThat(model.modelName()).isEqualTo("instant");
  }
}
