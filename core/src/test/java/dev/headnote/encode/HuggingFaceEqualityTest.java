package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WordPiece in Java against Hugging Face's library, token by token. The fuzz test does more. */
@Tag("model")
class HuggingFaceEqualityTest {

  private static final int TEXTS = 3_000;

  @ParameterizedTest
  @ValueSource(strings = {"e5-small", "minilm-l6", "bge-small"})
  void givesTheSameIdsForHostileTextsAndForTheSeeds(String model) throws IOException {
    try (TokenizerPair pair = new TokenizerPair(ModelFiles.named(model).tokenizer())) {
      pair.assertEqualOverHostileTexts(17, TEXTS);
      for (Path seed : seeds()) {
        pair.assertEqual(Files.readString(seed));
      }
    }
  }

  /** A model's vocabulary would take most of these for unknown words. */
  @ParameterizedTest
  @MethodSource("settings")
  void normalisesAlikeWithAllSettings(int settings) {
    byte[] json =
        CodePointTokenizer.json(
            (settings & 1) != 0,
            (settings & 2) != 0,
            (settings & 4) != 0,
            (settings & 8) != 0,
            c -> c < 0x3200 || (c >= 0xA640 && c < 0xAC00) || (c >= 0xF900 && c < 0x12000));
    try (TokenizerPair pair = new TokenizerPair(json)) {
      pair.assertEqualOverHostileTexts(settings, TEXTS / 10);
    }
  }

  static IntStream settings() {
    return IntStream.range(0, 16);
  }

  @Test
  void readsTheModelsTokenizersInJava() {
    for (String model : ModelFiles.available()) {
      ModelFiles files = ModelFiles.named(model);
      if (files.card().kind() == ModelCard.Kind.TRANSFORMER) {
        assertThat(TokenizerFile.read(files.tokenizer())).as(model).isNotNull();
      }
    }
  }

  private static List<Path> seeds() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of(System.getProperty("headnote.root", "..")).resolve("seeds"))) {
      List<Path> seeds = files.filter(Files::isRegularFile).sorted().toList();
      assertThat(seeds).isNotEmpty();
      return seeds;
    }
  }
}
