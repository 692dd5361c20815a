package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.text.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * WordPiece in Java against Hugging Face's library over all code points, hostile texts from a seed,
 * and all development data.
 *
 * <pre>
 * mvn test -pl core -am -Dgroups=fuzz -DexcludedGroups= -Dtest=HuggingFaceFuzzTest \
 *     -Dsurefire.failIfNoSpecifiedTests=false [-Dheadnote.fuzz.seed=1 -Dheadnote.fuzz.texts=200000]
 * </pre>
 */
@Tag("fuzz")
class HuggingFaceFuzzTest {

  private static final long SEED = Long.getLong("headnote.fuzz.seed", 1);
  private static final int TEXTS = Integer.getInteger("headnote.fuzz.texts", 200_000);

  @Test
  void givesTheSameIdsForHostileTexts() {
    try (TokenizerPair pair = new TokenizerPair(ModelFiles.named("e5-small").tokenizer())) {
      pair.assertEqualOverHostileTexts(SEED, TEXTS);
    }
  }

  @Test
  void normalisesAllCodePointsAlikeWithAllSettings() {
    for (int settings = 0; settings < 16; settings++) {
      byte[] json =
          CodePointTokenizer.json(
              (settings & 1) != 0,
              (settings & 2) != 0,
              (settings & 4) != 0,
              (settings & 8) != 0,
              c -> c < 0x3400 || (c >= 0xA000 && c < 0x20000));
      try (TokenizerPair pair = new TokenizerPair(json)) {
        pair.assertEqualOverHostileTexts(SEED + settings, TEXTS / 16);
        // Many in one text, between a mark that moves in canonical ordering and two that stay.
        StringBuilder text = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
          text.append('x').appendCodePoint(c).append("\u302e\u1b44a ");
          text.append("x\u302e").appendCodePoint(c).append("\u1b44 ");
          if (c % 64 == 63) {
            pair.assertEqual(text.toString());
            text.setLength(0);
          }
        }
      }
    }
  }

  /** Long, and asks for 3 GB of heap: -DargLine=-Xmx3g. */
  @Test
  void theTableOfCharactersIsWhatTheLibraryDoes() throws IOException {
    try (InputStream in = BertCharacters.class.getResourceAsStream("bert-characters.txt")) {
      assertThat(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII))
          .isEqualTo(BertCharactersWriter.content());
    }
  }

  @Test
  void givesTheSameIdsForAllDevelopmentData() throws IOException {
    Path data = SharedData.path("data");
    List<Path> files;
    try (Stream<Path> all = Files.walk(data)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    long tokens = 0;
    try (TokenizerPair pair = new TokenizerPair(ModelFiles.named("e5-small").tokenizer())) {
      for (Path file : files) {
        String name = file.toString();
        tokens +=
            name.contains(".jsonl")
                ? assertEqualOverRows(pair, file)
                : pair.assertEqual(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    System.out.printf("%,d tokens of %d files are equal%n", tokens, files.size());
    assertThat(tokens).isGreaterThan(1_000_000);
  }

  private static long assertEqualOverRows(TokenizerPair pair, Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    long tokens = 0;
    try (InputStream raw = Files.newInputStream(file);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw,
                    StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        tokens += assertEqualOver(pair, json.readTree(line));
      }
    }
    return tokens;
  }

  private static long assertEqualOver(TokenizerPair pair, JsonNode node) {
    long tokens = node.isTextual() ? pair.assertEqual(node.textValue()) : 0;
    for (JsonNode child : node) {
      tokens += assertEqualOver(pair, child);
    }
    return tokens;
  }
}
