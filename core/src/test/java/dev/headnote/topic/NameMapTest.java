package dev.headnote.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headnote.Device;
import dev.headnote.Precision;
import dev.headnote.encode.ModelFiles;
import dev.headnote.encode.SentenceEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/**
 * The map of names, and how it is made: where labels, descriptions or the table of {@code instant}
 * change, the first test fails and leaves the map to be copied to the resources in {@code
 * core/target/names.map}.
 */
class NameMapTest {

  @Test
  void isWhatTrainingGives() throws IOException {
    byte[] shipped = shipped();
    try (SentenceEncoder instant = instant()) {
      byte[] trained = NameMapTrainer.train(instant);
      boolean same = Arrays.equals(trained, shipped);
      if (!same) {
        Files.write(Path.of("target", NameMap.FILE), trained);
      }
      assertThat(same).as("the shipped map is what training gives").isTrue();
    }
  }

  @Test
  void bringsANameNearTheDescriptionThatWeHave() {
    Label described =
        LabelSet.iptc().labels().stream()
            .filter(label -> label.name().equals("sport"))
            .findFirst()
            .orElseThrow();
    try (SentenceEncoder instant = instant()) {
      double[] name = vector(Label.of("sport"), instant);
      double[] description = vector(described, instant);
      double before = DoubleVectors.dot(name, description);
      NameMap.of(instant).orElseThrow().move(name);

      assertThat(DoubleVectors.dot(name, description)).isGreaterThan(before + 0.05);
      assertThat(DoubleVectors.dot(name, name)).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void movesBareNamesAlone() {
    List<Label> described = LabelSet.iptc().labels();
    List<Label> bare = described.stream().map(label -> Label.of(label.name())).toList();
    try (SentenceEncoder instant = instant()) {
      // The same vectors by a model that the map was not learned with.
      SentenceEncoder without =
          new FunctionEncoder(instant.dimensions(), text -> instant.encode(List.of(text))[0]);

      assertThat(LabelDirections.of(described, instant).vectors())
          .isDeepEqualTo(LabelDirections.of(described, without).vectors());
      double[][] moved = LabelDirections.of(bare, instant).vectors();
      double[][] unmoved = LabelDirections.of(bare, without).vectors();
      for (int i = 0; i < moved.length; i++) {
        assertThat(moved[i]).isNotEqualTo(unmoved[i]);
      }
    }
  }

  @Test
  void isNotForAnotherEncoder() {
    assertThat(NameMap.of(new WordEncoder("instant"))).isEmpty();
  }

  @Test
  void refusesAnythingElse() throws IOException {
    byte[] shipped = shipped();
    assertThatThrownBy(() -> NameMap.read(new byte[100])).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> NameMap.read(new byte[0])).isInstanceOf(IOException.class);
    for (int length : new int[] {3, 20, 75, shipped.length - 1, shipped.length + 1}) {
      assertThatThrownBy(() -> NameMap.read(Arrays.copyOf(shipped, length)))
          .as("%s bytes", length)
          .isInstanceOf(IOException.class);
    }
  }

  private static double[] vector(Label label, SentenceEncoder encoder) {
    return LabelDirections.encodeEach(List.of(label), encoder)[0];
  }

  private static SentenceEncoder instant() {
    return ModelFiles.named("instant").load(Device.CPU, Precision.AUTO, ForkJoinPool.commonPool());
  }

  private static byte[] shipped() throws IOException {
    try (var in = NameMap.class.getResourceAsStream(NameMap.FILE)) {
      return in.readAllBytes();
    }
  }
}
