package dev.headnote.examples.spark;

import dev.headnote.Precision;
import dev.headnote.topic.LabelSet;
import java.util.Arrays;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Digests of articles as a DataFrame, which Spark makes when they are asked for. */
public final class Digests {

  /** Where Spark's readers of text leave a row that they can't read. */
  static final String CORRUPT_SCHEMA = "_corrupt_record STRING";

  private static final String CORRUPT = CORRUPT_SCHEMA.split(" ")[0];

  private final Settings settings;
  private final Broadcast<String[][]> labels;
  private final Counters counters;

  /**
   * Sends the labels to the executors.
   *
   * @param model a model whose jar the executors have
   * @param precision AUTO gives the same rows everywhere only where all CPUs are of one kind
   * @param sentences the most of a summary, at least 1
   * @param counters count all that this object's DataFrames digest
   */
  public Digests(
      SparkSession spark,
      String model,
      Precision precision,
      int sentences,
      LabelSet labels,
      Counters counters) {
    this(
        new Settings(model, false, precision, workers(spark.sparkContext()), sentences),
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(Settings.rows(labels)),
        counters);
  }

  private Digests(Settings settings, Broadcast<String[][]> labels, Counters counters) {
    this.settings = settings;
    this.labels = labels;
    this.counters = counters;
  }

  /**
   * Returns the same by a cascade: {@code instant} digests, and the model, a transformer, labels
   * the articles that it is not sure of.
   */
  public Digests cascade() {
    return new Digests(settings.cascading(), labels, counters);
  }

  /** An executor's cores; 0 for all that its machine lets it have, if Spark isn't told. */
  private static int workers(SparkContext spark) {
    return spark.isLocal()
        ? Math.min(spark.defaultParallelism(), Runtime.getRuntime().availableProcessors())
        : spark.getConf().getInt("spark.executor.cores", 0);
  }

  /**
   * Digests articles.
   *
   * @param articles with the columns {@code id}, of any type, {@code text} and, if there are
   *     titles, {@code title}; others are not read
   * @return a row for each, in their order and partitions: {@link DigestRow#schema}
   */
  public Dataset<Row> of(Dataset<Row> articles) {
    Column id = functions.col("id");
    Dataset<Row> read =
        articles.select(
            id,
            stringOrNull(articles, "title"),
            functions.col("text").cast("string"),
            stringOrNull(articles, CORRUPT));
    return read.mapPartitions(
        new PartitionDigests(settings, labels, counters),
        Encoders.row(DigestRow.schema(read.schema().apply("id").dataType())));
  }

  private static Column stringOrNull(Dataset<Row> articles, String name) {
    boolean given = Arrays.asList(articles.columns()).contains(name);
    return (given ? functions.col(name) : functions.lit(null)).cast("string").as(name);
  }
}
