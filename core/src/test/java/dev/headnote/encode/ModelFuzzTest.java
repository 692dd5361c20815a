package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.TimeLimit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any file of a model can be used or is named as damaged, within two seconds. As a test, over a few
 * inputs; docs/fuzzing.md says how to search for more.
 */
class ModelFuzzTest {

  private static final String TEXT = "Ab \u00c7, [SEP] x \u4e2d\ud83d\ude00 \ud800\0 unbelievably";

  static Stream<byte[]> tokenizers() {
    return Stream.of(
            TokenizerFileTest.BERT,
            TokenizerFileTest.ANOTHER,
            TokenizerFileTest.ANOTHER.replace("\"unk_token\":\"[UNK]\"", "\"unk_token\":\"[NO]\""),
            TokenizerFileTest.BERT.replace("[UNK]", "x"),
            "{\"model\":{\"vocab\":{\"a\\u0041\":0}}}")
        .map(json -> json.replaceAll("\\n *", "").getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("tokenizers")
  @FuzzTest(maxDuration = "10m")
  void tokenizer(byte[] json) {
    check(
        bytes -> {
          try (Windows windows = new Windows(bytes, "query: ", 16)) {
            assertThat(windows.of(List.of(TEXT, "")))
                .allSatisfy(window -> assertThat(window.ids().length).isBetween(2, 16));
          }
        },
        json);
  }

  static Stream<byte[]> vocabularies() {
    return Stream.of("[UNK]\na\n##b\nb\r\n\u00c7\n\u4e2d", "[UNK]", "\n\n", "a\na")
        .map(lines -> lines.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("vocabularies")
  @FuzzTest(maxDuration = "10m")
  void vocabulary(byte[] lines) {
    check(
        bytes -> {
          WordPieceTokenizer tokenizer =
              new WordPieceTokenizer(bytes, WordPieceTokenizer.Settings.UNCASED);
          for (int id : tokenizer.encode(TEXT)) {
            assertThat(id).isBetween(0, tokenizer.size() - 1);
          }
        },
        lines);
  }

  static Stream<byte[]> cards() {
    String card =
        """
        {"formatVersion":1,"kind":"static","name":"n","dimensions":4,"spread":0.5,"maxTokens":9,
        "table":{"file":"t","sha256":"0","crc32":7},"vocabulary":{"file":"v","sha256":"1"}}""";
    return Stream.of(
            card,
            card.replace("static", "transformer")
                .replace("table", "archive")
                .replace("vocabulary", "tokenizer"),
            "[[{}]]",
            "{\"formatVersion\":1e999999999}")
        .map(json -> json.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("cards")
  @FuzzTest(maxDuration = "10m")
  void card(byte[] json) {
    check(
        bytes -> {
          ModelCardReader reader = ModelCardReader.of(bytes, "here", "model.json");
          ModelCard card = reader.card();
          assertThat(card.dimensions()).isPositive();
          assertThat(card.maxTokens()).isPositive();
          reader.crc32();
        },
        json);
  }

  static Stream<byte[]> tables() {
    byte[] table =
        StaticTable.of(new float[][] {{1, -2, 3, 0, 0, 1, 2, 3}, {0, 0, 0, 0, 0, 0, 0, 0}})
            .toBytes();
    return Stream.of(
        table, StaticTable.of(new float[][] {{1, 2, 3}}).toBytes(), Arrays.copyOf(table, 20));
  }

  @MethodSource("tables")
  @FuzzTest(maxDuration = "10m")
  void table(byte[] file) {
    check(
        bytes -> {
          StaticTable table = StaticTable.read(bytes);
          assertThat(table.toBytes()).isEqualTo(bytes);
          RowSum sum = new RowSum(table);
          for (int row = 0; row < table.rows(); row++) {
            sum.add(row);
          }
          for (float value : sum.take()) {
            assertThat(value).isBetween(-1.001f, 1.001f);
          }
        },
        file);
  }

  static Stream<byte[]> zips() {
    Map<String, byte[]> two = new LinkedHashMap<>();
    two.put("model/a", new byte[] {1, 2, 3});
    two.put("model/b", new byte[0]);
    return Stream.of(TinyArchive.zip(two), TinyArchive.zip(Map.of()));
  }

  /** What is taken for a zip holds what Java's own reader finds in it, and nothing else. */
  @MethodSource("zips")
  @FuzzTest(maxDuration = "10m")
  void zip(byte[] file) {
    TimeLimit.check(
        () -> {
          try {
            Map<String, ByteBuffer> entries = StoredZip.read(ByteBuffer.wrap(file));
            Map<String, ByteBuffer> others = new LinkedHashMap<>();
            ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
              others.put(entry.getName(), ByteBuffer.wrap(in.readAllBytes()));
            }
            assertThat(entries).isEqualTo(others);
          } catch (ZipException e) {
            assertThat(e).hasMessageNotContaining("null");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  static Stream<byte[]> pickles() {
    return Stream.of(TinyArchive.pickle(), Arrays.copyOf(TinyArchive.pickle(), 200));
  }

  /** What is taken for the converter's pickle names nothing but what the converter names. */
  @MethodSource("pickles")
  @FuzzTest(maxDuration = "10m")
  void pickle(byte[] pickle) {
    TimeLimit.check(
        () -> {
          try {
            ModuleAttributes attributes = ModuleAttributes.read(ByteBuffer.wrap(pickle));
            assertThat(attributes.weightBytes()).hasSizeGreaterThanOrEqualTo(21);
            assertThat(attributes.weightBytes()).allMatch(bytes -> bytes > 0);
          } catch (IOException e) {
            assertThat(e).hasMessageStartingWith("its data.pkl ");
          }
        });
  }

  private static void check(Consumer<byte[]> reader, byte[] bytes) {
    TimeLimit.check(
        () -> {
          try {
            reader.accept(bytes);
          } catch (HeadnoteException e) {
            assertThat(e.code()).isEqualTo(Code.MODEL_DAMAGED);
          }
        });
  }
}
