package dev.headnote.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.headnote.HeadnoteException;
import dev.headnote.TimeLimit;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any file of labels is a set of labels that can be used or named as one that cannot be, within two
 * seconds. As a test, over a few inputs; docs/fuzzing.md says how to search for more.
 */
class LabelSetFuzzTest {

  static Stream<byte[]> files() {
    return Stream.of(
            """
            {"label": "a", "name": "First", "description": "Of all.", "parent": null}
            {"label": "b", "parent": "a", "other": [1, {"x": true}]}

            """,
            "\ufeff{\"label\": \"\\u00e9\\ud800\"}\r\n{\"label\": \"c\", \"parent\": \"c\"}",
            "{\"label\": \"a\"} {}\n[]\n{\"label\": 1e400}",
            "{\"label\": \" \", \"name\": \" \"}",
            "")
        .map(file -> file.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "10m")
  void lines(byte[] bytes) {
    TimeLimit.check(() -> read(bytes));
  }

  private static void read(byte[] bytes) {
    LabelSet labels;
    try {
      labels = LabelLines.read(bytes, "labels");
    } catch (HeadnoteException e) {
      assertThat(e.code()).isEqualTo(HeadnoteException.Code.INVALID_LABELS);
      assertThat(e).hasMessageStartingWith("labels");
      return;
    }
    Set<String> ids = new HashSet<>();
    labels.labels().forEach(label -> ids.add(label.id()));
    assertThat(ids).hasSize(labels.size()).isNotEmpty();
    for (Label label : labels.labels()) {
      assertThat(label.id()).isNotBlank();
      assertThat(label.name()).isNotBlank();
      if (label.parent() != null) {
        assertThat(ids).contains(label.parent());
      }
    }
  }
}
