package dev.headnote.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Precision;
import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark in this JVM. */
class DigestsTest {

  private static SparkSession spark;

  @TempDir private static Path folder;

  private static Path input;
  private static List<JsonNode> expected;

  @BeforeAll
  static void start() throws Exception {
    input = folder.resolve("articles.jsonl");
    expected = Articles.write(input, 3);
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 1)
            .config("spark.sql.files.maxPartitionBytes", "30k")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static Digests digests(Counters counters) {
    return new Digests(spark, "instant", Precision.AUTO, 3, LabelSet.iptc(), counters);
  }

  @Test
  void rowsAreThoseOfASerialHeadnoteInOrder() throws Exception {
    Counters counters = Counters.of(spark.sparkContext());
    Path output = folder.resolve("digests");
    Dataset<Row> articles = DigestJob.readJsonLines(spark, input.toString());
    assertThat(articles.javaRDD().getNumPartitions()).isGreaterThan(3);

    digests(counters).of(articles).write().json(output.toString());

    assertThat(Articles.read(output)).isEqualTo(expected);
    assertThat(counters.articles().value()).isEqualTo(expected.size());
    assertThat(counters.failures().value()).isEqualTo(6);
    assertThat(counters.sentences().value())
        .isEqualTo(expected.stream().mapToLong(row -> row.path("sentences").asLong()).sum());
  }

  @Test
  void parquetKeepsRowsAndTheIdsType() {
    String articles = folder.resolve("articles.parquet").toString();
    spark
        .sql(
            "SELECT id AS id, text AS text FROM VALUES (7L, 'Rain will fall all night. Snow and wind follow.'),"
                + " (8L, null) AS t(id, text)")
        .write()
        .parquet(articles);

    String output = folder.resolve("digests.parquet").toString();
    Dataset<Row> digested =
        digests(Counters.of(spark.sparkContext())).of(spark.read().parquet(articles));
    digested.write().parquet(output);

    Dataset<Row> written = spark.read().parquet(output);
    assertThat(
            written
                .selectExpr("id", "topics.assigned[0]", "summary.text", "sentences", "error")
                .orderBy("id")
                .collectAsList()
                .stream()
                .map(Row::toString)
                .toList())
        .containsExactly(
            "[7,weather,Rain will fall all night. Snow and wind follow.,2,null]",
            "[8,null,null,null,holds no text]");
  }

  @Test
  void aCascadeAsksTheTransformerWhereInstantIsNotSure() {
    Dataset<Row> articles =
        spark.sql(
            "SELECT * FROM VALUES ('clear', 'Rain will fall all night. Snow and wind follow.'),"
                + " ('vague', 'The committee met on Tuesday. Members spoke for two hours.')"
                + " AS t(id, text)");
    Counters counters = Counters.of(spark.sparkContext());

    Dataset<Row> digests =
        new Digests(spark, "e5-small", Precision.AUTO, 3, LabelSet.iptc(), counters)
            .cascade()
            .of(articles);

    assertThat(digests.selectExpr("id", "model").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[clear,instant]", "[vague,e5-small]");
  }

  @Test
  void aTaskThatIsNotReadToItsEndLeavesNoThread() throws Exception {
    Dataset<Row> articles = DigestJob.readJsonLines(spark, input.toString());
    assertThat(digests(Counters.of(spark.sparkContext())).of(articles).limit(2).collectAsList())
        .hasSize(2);
    for (int i = 0; i < 100 && readers() > 0; i++) {
      Thread.sleep(50);
    }
    assertThat(readers()).isZero();
  }

  private static long readers() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .filter(frame -> frame.getClassName().equals(DigestIterator.class.getName()))
        .count();
  }

  /** Else a job would write, as an executor ends, that articles failed. */
  @Test
  void aClosedHeadnoteFailsTheTaskAndNoArticle() {
    Headnote headnote = Headnote.builder().model("instant").workers(1).build();
    List<Row> rows =
        IntStream.range(0, 500)
            .mapToObj(
                i -> RowFactory.create(i, null, ("Rain fell on day " + i + ". ").repeat(600), null))
            .toList();
    try (DigestIterator digests =
        new DigestIterator(rows.iterator(), headnote, Counters.of(spark.sparkContext()))) {
      assertThat(digests.next().getInt(0)).isZero();
      headnote.close();
      assertThatThrownBy(
              () -> digests.forEachRemaining(row -> assertThat(row.isNullAt(6)).isTrue()))
          .isInstanceOfSatisfying(
              HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.CLOSED));
    }
  }

  @Test
  void tasksShareAHeadnoteAndItsSettingsTellItFromOthers() {
    Settings settings = new Settings("instant", false, Precision.AUTO, 2, 3);
    LabelSet labels = LabelSet.of(List.of(new Label("a", "A", "It is a.", null), Label.of("b")));
    LabelSet sent = Settings.labels(Settings.rows(labels));
    assertThat(sent.labels()).isEqualTo(labels.labels());
    assertThat(ExecutorHeadnote.get(settings, sent))
        .isSameAs(
            ExecutorHeadnote.get(new Settings("instant", false, Precision.AUTO, 2, 3), labels))
        .isNotSameAs(ExecutorHeadnote.get(settings, LabelSet.ofNames("a", "b")));
  }

  @Test
  void rowsWithoutTextAreRefusedBeforeTheJobStarts() {
    Dataset<Row> articles = spark.sql("SELECT 1 AS id, 'x' AS body");
    assertThatThrownBy(() -> digests(Counters.of(spark.sparkContext())).of(articles))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("text");
  }
}
