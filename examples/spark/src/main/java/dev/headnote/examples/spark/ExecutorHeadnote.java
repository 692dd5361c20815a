package dev.headnote.examples.spark;

import dev.headnote.Headnote;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Headnote of this JVM, shared by all tasks of an executor: built by the first, closed when the
 * JVM ends. Jobs with other settings in the same JVM have one more each.
 */
final class ExecutorHeadnote {

  private record Key(Settings settings, List<Label> labels) {}

  private static final Logger LOG = LoggerFactory.getLogger(ExecutorHeadnote.class);

  private static final Map<Key, Headnote> OPEN = new ConcurrentHashMap<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.values().forEach(Headnote::close)));
  }

  private ExecutorHeadnote() {}

  /**
   * Returns it, once it is built; other tasks wait meanwhile.
   *
   * @throws dev.headnote.HeadnoteException if it can't be built, such as without the model's jar
   */
  static Headnote get(Settings settings, LabelSet labels) {
    return OPEN.computeIfAbsent(new Key(settings, labels.labels()), key -> build(settings, labels));
  }

  private static Headnote build(Settings settings, LabelSet labels) {
    int cores = Runtime.getRuntime().availableProcessors();
    Headnote.Builder builder =
        Headnote.builder()
            .model(settings.model())
            .precision(settings.precision())
            .workers(settings.workers() == 0 ? cores : settings.workers())
            .labels(labels)
            .summary(SummaryOptions.maxSentences(settings.sentences()));
    Headnote headnote = (settings.cascade() ? builder.cascade() : builder).build();
    LOG.info("Built a Headnote: {}, {}", settings, headnote.precision());
    return headnote;
  }
}
