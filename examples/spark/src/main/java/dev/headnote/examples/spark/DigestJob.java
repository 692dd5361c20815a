package dev.headnote.examples.spark;

import dev.headnote.Headnote;
import dev.headnote.Precision;
import dev.headnote.topic.LabelSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads articles, digests them, writes a row for each. To be started by spark-submit. */
@Command(
    name = "headnote-spark",
    mixinStandardHelpOptions = true,
    description = "Label the topics of articles and summarise them, on a Spark cluster.")
public final class DigestJob implements Callable<Integer> {

  private enum Format {
    JSONL("json"),
    PARQUET("parquet");

    /** Spark's name for it. */
    private final String source;

    Format(String source) {
      this.source = source;
    }

    /** The one given, else the one that a path's name says. */
    static Format of(@Nullable Format given, String path) {
      boolean json = path.matches(".*\\.jsonl?(\\.[a-z0-9]+)?/?");
      return given != null ? given : json ? JSONL : PARQUET;
    }
  }

  @Parameters(
      paramLabel = "INPUT",
      description = "Rows with the columns id, title (may be left out) and text: file or folder.")
  private String input = "";

  @Parameters(paramLabel = "OUTPUT", description = "Folder to write to, which must not be there.")
  private String output = "";

  @Option(
      names = "--input",
      description = "${COMPLETION-CANDIDATES}. Default: by INPUT's name, else parquet.")
  private @Nullable Format inputFormat;

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES}. Default: by OUTPUT's name, else parquet.")
  private @Nullable Format outputFormat;

  @Option(names = "--model", description = "Default: ${DEFAULT-VALUE}.")
  private String model = Headnote.INSTANT_MODEL;

  @Option(
      names = "--cascade",
      description = "Ask the model only for topics that instant is not sure of.")
  private boolean cascade;

  @Option(
      names = "--precision",
      description = "AUTO goes by the CPU, FP32, BF16 or INT8. Default: ${DEFAULT-VALUE}.")
  private Precision precision = Precision.AUTO;

  @Option(
      names = "--labels",
      description = "A file of labels, as of headnote topics. Default: IPTC's 17 subjects.")
  private @Nullable Path labels;

  @Option(names = "--sentences", description = "The most of a summary. Default: ${DEFAULT-VALUE}.")
  private int sentences = 3;

  @Option(
      names = "--partitions",
      description = "Part the rows anew into so many tasks. Default: as they were read.")
  private @Nullable Integer partitions;

  private DigestJob() {}

  /** Starts the job; the exit code is 0 if it was done, even if articles failed. */
  public static void main(String[] args) {
    CommandLine job = new CommandLine(new DigestJob()).setCaseInsensitiveEnumValuesAllowed(true);
    int code = job.execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public Integer call() throws IOException {
    LabelSet set = labels == null ? LabelSet.iptc() : LabelSet.load(labels);
    try (SparkSession spark = SparkSession.builder().appName("headnote digest").getOrCreate()) {
      Dataset<Row> articles = read(spark);
      Counters counters = Counters.of(spark.sparkContext());
      Digests digests = new Digests(spark, model, precision, sentences, set, counters);
      (cascade ? digests.cascade() : digests)
          .of(partitions == null ? articles : articles.repartition(partitions))
          .write()
          .format(Format.of(outputFormat, output).source)
          .save(output);
      System.err.println(counters);
    }
    return 0;
  }

  private Dataset<Row> read(SparkSession spark) {
    return Format.of(inputFormat, input) == Format.JSONL
        ? readJsonLines(spark, input)
        : spark.read().parquet(input);
  }

  /** Reads rows {@code {"id", "title", "text" or "article"}}; lines that are none stay as rows. */
  static Dataset<Row> readJsonLines(SparkSession spark, String path) {
    return spark
        .read()
        .schema("id STRING, title STRING, text STRING, article STRING, " + Digests.CORRUPT_SCHEMA)
        .json(path)
        .withColumn("text", functions.coalesce(functions.col("text"), functions.col("article")));
  }
}
