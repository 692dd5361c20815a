package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicModel;
import dev.headnote.topic.TopicOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What labels articles: labels by their meaning, or what was learned from examples; by a model. */
final class LabellingOptions {

  static final String TOPIC_MODEL = "--topic-model";

  @Mixin private final ModelOptions model = new ModelOptions();
  @Mixin private final LabelOptions labels = new LabelOptions();

  @Option(
      names = TOPIC_MODEL,
      paramLabel = "FILE",
      description =
          "Label by what \"headnote train\" or \"headnote adapt\" learned, instead of --labels; with"
              + " the model that it learned with.")
  private @Nullable Path topicModel;

  @Option(
      names = "--none-threshold",
      paramLabel = "P",
      description =
          "Give an article no label where the probability of none is above this, 0 to 1; of no use"
              + " with several labels. Default: 0.35 among up to four labels and after training, less"
              + " among more, such as 0.26 among 17.")
  private @Nullable Double noneThreshold;

  /**
   * The labels that articles are given.
   *
   * @param set all of them
   * @param several whether an article may be given several
   */
  record Chosen(LabelSet set, boolean several) {}

  /**
   * Sets what labels.
   *
   * @param options how labels are given, apart from what the command line says
   * @param terminal is told if labels of a file are described unevenly
   * @return the labels
   */
  Chosen apply(Headnote.Builder builder, TopicOptions options, Terminal terminal) {
    builder.topics(withThreshold(options));
    if (topicModel == null) {
      LabelSet set = labels.apply(builder, terminal);
      model.apply(builder);
      return new Chosen(set, labels.multiLabel());
    }
    TopicModel learned = TopicModel.load(topicModel);
    if (labels.isGiven()) {
      throw new RunFailure(
          Exit.USAGE, "--labels: " + topicModel + " has labels of its own; leave out one of them");
    }
    builder.topicModel(learned);
    if (labels.multiLabel()) {
      builder.multiLabel();
    }
    model.apply(builder, learned, topicModel);
    return new Chosen(learned.labels(), labels.multiLabel() || learned.multiLabel());
  }

  /**
   * Loads the model, if the options go together. Where articles have a limit of time, the labels
   * are encoded before the first one begins.
   */
  Headnote build(Headnote.Builder builder) {
    Headnote headnote = ModelOptions.build(builder);
    if (model.limitsTime()) {
      try {
        headnote.warmUp();
      } catch (RuntimeException | Error e) {
        headnote.close();
        throw e;
      }
    }
    return headnote;
  }

  private TopicOptions withThreshold(TopicOptions options) {
    if (noneThreshold == null) {
      return options;
    }
    try {
      return options.withNoneThreshold(noneThreshold);
    } catch (IllegalArgumentException e) {
      throw new RunFailure(Exit.USAGE, "--none-threshold: " + e.getMessage(), e);
    }
  }

  /** The files that say what labels. */
  List<Path> files() {
    return Stream.concat(labels.files().stream(), Stream.ofNullable(topicModel)).toList();
  }

  /** What the command line calls the labels. */
  String name() {
    return topicModel == null ? labels.name() : topicModel.toString();
  }
}
