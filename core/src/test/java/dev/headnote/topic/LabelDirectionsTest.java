package dev.headnote.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What labels are encoded by. */
class LabelDirectionsTest {

  @Test
  void encodesNamesAndDescriptionsAsTheyAreWhateverTheyHold() {
    List<String> texts = new ArrayList<>();
    FunctionEncoder noting =
        new FunctionEncoder(
            2,
            text -> {
              texts.add(text);
              return new float[] {1, 0};
            });
    Label template = Label.of("Use of {description}", "How {name} is used.");
    LabelDirections.encodeEach(List.of(template, Label.of("{name}")), noting);

    assertThat(texts)
        .containsExactly(
            "This article is about Use of {description}. How {name} is used.",
            "Use of {description}",
            "{name}",
            "{name} news");
  }
}
