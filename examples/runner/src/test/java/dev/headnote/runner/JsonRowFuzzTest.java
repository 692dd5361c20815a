package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any file of rows is articles or rows with a complaint, one for each line that is not blank,
 * within two seconds. As a test, over a few inputs; docs/fuzzing.md says how to search for more.
 */
class JsonRowFuzzTest {

  private static final int MOST_SECONDS = 2;

  /** So that some lines are too long. */
  private static final int MOST_BYTES = 300;

  static Stream<byte[]> files() {
    return Stream.of(
            """
            {"id": "a", "title": "T", "text": "One. Two.", "label": "x", "summary": "One."}
            {"id": 1.5e3, "html": "<p>One", "labels": ["x", "y"], "summaries": ["One."], "z": {"a": [1]}}

            {"article": "\\ud83d\\ude00 \\ud800 \\u0000", "label": null, "labels": []}
            """,
            "\ufeff{\"text\": \"a\", \"text\": \"b\"}\r\n[]\n{\"id\": {}, \"text\": \"\"} x",
            "{\"id\": null, \"text\": null, \"html\": \"\", \"article\": 1}\n\t\n{\"title\": []}")
        .map(file -> file.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "10m")
  void rows(byte[] bytes) {
    long start = System.nanoTime();
    for (Gold gold : Gold.values()) {
      read(bytes, gold);
    }
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(MOST_SECONDS);
  }

  private static void read(byte[] bytes, Gold gold) {
    Source source = new Source("-", "rows", null, InputFormat.JSONL, null);
    InputReader reader =
        new InputReader(
            List.of(source), new ByteArrayInputStream(bytes), MOST_BYTES, new AtomicLong());
    ItemParser parser = new ItemParser(gold, null, Integer.MAX_VALUE);
    List<Long> numbers = new ArrayList<>();
    reader.forEachRemaining(
        raw -> {
          Item item = parser.parse(raw);
          numbers.add(raw.line());
          if (item instanceof Item.Failed failed) {
            assertThat(failed.message()).startsWith("rows").doesNotContain("failed inside");
          } else {
            Item.Ready ready = (Item.Ready) item;
            assertThat(ready.article().text()).isNotBlank();
            ready.article().sentences();
          }
        });
    assertThat(numbers).isEqualTo(numbersOfLines(bytes));
  }

  /** The numbers of the lines that are not blank. */
  private static List<Long> numbersOfLines(byte[] bytes) {
    List<Long> numbers = new ArrayList<>();
    try (LineReader lines = new LineReader(new ByteArrayInputStream(bytes), MOST_BYTES)) {
      while (lines.next()) {
        if (!lines.isBlank()) {
          numbers.add(lines.number());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return numbers;
  }
}
