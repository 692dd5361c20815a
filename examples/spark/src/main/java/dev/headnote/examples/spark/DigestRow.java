package dev.headnote.examples.spark;

import dev.headnote.Digest;
import dev.headnote.Precision;
import dev.headnote.Sentence;
import dev.headnote.summary.ScoredSentence;
import dev.headnote.topic.Evidence;
import dev.headnote.topic.Topic;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The columns of what is written. */
final class DigestRow {

  private static final StructType TOPICS =
      StructType.fromDDL(
          "assigned ARRAY<STRING>, none BOOLEAN, "
              + "all ARRAY<STRUCT<label: STRING, score: FLOAT, evidence: ARRAY<INT>>>");

  private static final StructType SUMMARY =
      StructType.fromDDL(
          "text STRING, sentences ARRAY<STRUCT<index: INT, start: INT, end: INT, score: FLOAT>>");

  private DigestRow() {}

  /**
   * The article's {@code id}; {@code topics}, all labels with the best first; {@code summary}, with
   * offsets into the article's text; how many {@code sentences} the article has; {@code model} and
   * {@code precision}; and {@code error}. Either that is null, or all but the id and it are.
   */
  static StructType schema(DataType id) {
    return new StructType()
        .add("id", id)
        .add("topics", TOPICS)
        .add("summary", SUMMARY)
        .add("sentences", DataTypes.IntegerType)
        .add("model", DataTypes.StringType)
        .add("precision", DataTypes.StringType)
        .add("error", DataTypes.StringType);
  }

  static Row of(@Nullable Object id, Digest digest, Precision precision) {
    return RowFactory.create(
        id,
        RowFactory.create(
            digest.topics().assigned().stream().map(t -> t.label().id()).toArray(String[]::new),
            digest.topics().none(),
            digest.topics().all().stream().map(DigestRow::row).toArray(Row[]::new)),
        RowFactory.create(
            digest.summary().text(),
            digest.summary().sentences().stream().map(DigestRow::row).toArray(Row[]::new)),
        digest.article().sentences().size(),
        digest.topics().model(),
        precision.name().toLowerCase(Locale.ROOT),
        null);
  }

  static Row failure(@Nullable Object id, String error) {
    return RowFactory.create(id, null, null, null, null, null, error);
  }

  private static Row row(Topic topic) {
    return RowFactory.create(
        topic.label().id(),
        (float) topic.probability(),
        topic.evidence().stream().map(Evidence::sentence).toArray(Integer[]::new));
  }

  private static Row row(ScoredSentence scored) {
    Sentence sentence = scored.sentence();
    return RowFactory.create(
        sentence.index(), sentence.start(), sentence.end(), (float) scored.salience());
  }
}
