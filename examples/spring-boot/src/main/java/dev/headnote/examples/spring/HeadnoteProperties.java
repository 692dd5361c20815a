package dev.headnote.examples.spring;

import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What application.yaml says.
 *
 * @param model a model on the class path
 * @param sentences of a summary
 * @param labels IPTC's subjects if empty
 */
@ConfigurationProperties("headnote")
public record HeadnoteProperties(
    @DefaultValue("instant") String model,
    @DefaultValue("3") int sentences,
    @DefaultValue List<LabelProperties> labels) {

  /** A label; with a description it is found much better. */
  public record LabelProperties(String name, @DefaultValue("") String description) {}

  LabelSet labelSet() {
    return labels.isEmpty()
        ? LabelSet.iptc()
        : LabelSet.of(
            labels.stream().map(label -> Label.of(label.name(), label.description())).toList());
  }
}
