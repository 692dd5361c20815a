package dev.headnote.examples.spark;

import dev.headnote.Headnote;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;

/** Digests a partition on the Headnote of the executor that it is on. */
record PartitionDigests(Settings settings, Broadcast<String[][]> labels, Counters counters)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Headnote headnote = ExecutorHeadnote.get(settings, Settings.labels(labels.value()));
    DigestIterator digests = new DigestIterator(rows, headnote, counters);
    // A task may end before its rows do, such as by a limit or when it is killed.
    TaskCompletionListener close = context -> digests.close();
    TaskContext.get().addTaskCompletionListener(close);
    return digests;
  }
}
