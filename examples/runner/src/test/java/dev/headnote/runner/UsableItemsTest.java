package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.topic.LabelSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsableItemsTest {

  private static final LabelSet LABELS = LabelSet.ofNames("sport", "economy");

  private final List<String> failures = new ArrayList<>();
  @TempDir private Path folder;

  private UsableItems rows(String content, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.jsonl"), content);
    List<String> inputs = new ArrayList<>(List.of(file.toString()));
    inputs.addAll(List.of(more));
    InputStream in =
        new ByteArrayInputStream(
            "{\"id\":9,\"text\":\"From elsewhere.\",\"label\":\"sport\"}\n"
                .getBytes(StandardCharsets.UTF_8));
    return new UsableItems(
        new InputReader(Source.find(inputs, InputFormat.JSONL), in),
        new ItemParser(Gold.LABELS, null, Integer.MAX_VALUE),
        new LabelCheck(LABELS, "own.topics"),
        failed -> failures.add(failed.message().replace(folder + "/", "")));
  }

  @Test
  void readsArticlesWithTheirLabels() throws IOException {
    String content =
        """
        {"id":"a","title":"Cup final","text":"She scored twice.","label":"sport"}

        {"html":"<p>Prices rose in the spring.</p>","labels":["economy","sport"]}
        {"article":"My soup needs leeks.","label":null}
        """;

    List<Item.Ready> read = rows(content, "-").stream().toList();

    assertThat(failures).isEmpty();
    assertThat(read).extracting(Item.Ready::line).containsExactly(1L, 3L, 4L, 1L);
    assertThat(read)
        .extracting(row -> row.id().text())
        .as("the line where there is no id")
        .containsExactly("a", "3", "4", "9");
    assertThat(read.get(0).article().title()).isEqualTo("Cup final");
    assertThat(read.get(0).labels()).containsExactly("sport");
    assertThat(read.get(1).article().text()).isEqualTo("Prices rose in the spring.");
    assertThat(read.get(1).labels()).containsExactlyInAnyOrder("economy", "sport");
    assertThat(read.get(2).labels()).isEmpty();
    assertThat(read.get(0).sourceName()).endsWith("rows.jsonl");
    assertThat(read.get(3).sourceName()).isEqualTo("standard input");
  }

  @Test
  void reportsWhatItCannotUseAndGoesOn() throws IOException {
    String content =
        """
        {bad
        {"text":"It has no label."}
        {"id":"g","text":"A star married.","labels":["sport","gossip"]}
        {"text":"","label":"sport"}
        {"text":"She scored twice.","label":"sport"}
        """;

    UsableItems rows = rows(content, "nowhere.jsonl");

    assertThat(rows.next().line()).isEqualTo(5);
    assertThat(rows.hasNext()).isFalse();
    assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    assertThat(failures)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("rows.jsonl, line 1: is not JSON"),
            line ->
                assertThat(line).isEqualTo("rows.jsonl, line 2: has no \"label\" or \"labels\""),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "rows.jsonl, line 3: has the label \"gossip\", which is not among"
                            + " those of own.topics"),
            line -> assertThat(line).isEqualTo("rows.jsonl, line 4: holds no text"),
            line -> assertThat(line).startsWith("nowhere.jsonl: there is no such file"));
  }

  @Test
  void readsNoFurtherThanItIsAsked() throws IOException {
    UsableItems rows =
        rows("{\"text\":\"She scored.\",\"label\":\"sport\"}\n" + "{bad\n".repeat(5));

    assertThat(rows.stream().limit(1)).hasSize(1);
    assertThat(failures).isEmpty();
  }
}
