package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.WordPieceTokenizer.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** WordPiece by hand, over a small vocabulary; that it is BERT's, other tests show. */
class WordPieceTokenizerTest {

  private static final List<String> TOKENS =
      List.of(
          "[PAD]",
          "[UNK]",
          "[CLS]",
          "[SEP]",
          "[MASK]",
          "un",
          "##aff",
          "##able",
          "##a",
          "a",
          "b",
          "##b",
          ",",
          "[",
          "]",
          "cafe",
          "##s",
          "\u4e2d",
          "i",
          "\u1100",
          "##\u1161",
          "sep");

  private final WordPieceTokenizer uncased = of(Settings.UNCASED);

  @Test
  void cutsAWordIntoTheLongestPiecesFromTheLeft() {
    assertThat(tokens("unaffable a")).containsExactly("un", "##aff", "##able", "a");
    assertThat(tokens("aab")).containsExactly("a", "##a", "##b");
  }

  @Test
  void takesAWordWithoutPiecesAsUnknownAndNothingOfItRemains() {
    assertThat(tokens("a unaffableq b")).containsExactly("a", "[UNK]", "b");
  }

  @Test
  void takesAWordOfMoreCodePointsThanAllowedAsUnknown() {
    assertThat(tokens("a".repeat(100))).hasSize(100).doesNotContain("[UNK]");
    assertThat(tokens("a".repeat(101))).containsExactly("[UNK]");
    assertThat(tokens("a".repeat(100_000) + " b")).containsExactly("[UNK]", "b");
    assertThat(tokens("A\u0301".repeat(100))).hasSize(100).doesNotContain("[UNK]");
  }

  @Test
  void normalisesAsTheSettingsSay() {
    assertThat(tokens("Caf\u00c9s,\u4e2d\u4e2d \u0130 \uac00"))
        .containsExactly("cafe", "##s", ",", "\u4e2d", "\u4e2d", "i", "\u1100", "##\u1161");
    assertThat(tokens("a\u00ad\u200bb\u3000a")).containsExactly("a", "##b", "a");

    WordPieceTokenizer cased = of(new Settings(false, false, false, false, "[UNK]", "##", 100));
    assertThat(tokens(cased, "A a\u0301 a\u00adb \u4e2d\u4e2d a"))
        .containsExactly("[UNK]", "[UNK]", "[UNK]", "[UNK]", "a");
  }

  @Test
  void findsSpecialTokensInTheTextAsItIs() {
    assertThat(tokens("a[SEP]b[sep] [CLS"))
        .as("[CLS has no piece")
        .containsExactly("a", "[SEP]", "b", "[", "sep", "]", "[", "[UNK]");
  }

  @Test
  void takesHalfAPairAsAReplacementCharacterAndNulAsASpace() {
    assertThat(tokens("a\ud800b\udc00 a\0b")).containsExactly("a", "##b", "a", "b");
  }

  @Test
  void appendsTheTokensOfAPartAsIfItWereAll() {
    TokenIds ids = new TokenIds();
    String text = "b, unaffable, a[SEP]";
    uncased.encode(text, 3, 8, ids);
    uncased.encode(text, 14, text.length() - 1, ids);

    assertThat(Arrays.stream(ids.toArray()).mapToObj(uncased::token))
        .containsExactly("un", "##aff", "a", "[", "sep");
    assertThat(ids.get(0)).isEqualTo(5);
    assertThatThrownBy(() -> ids.get(5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> uncased.encode(text, 3, 80, ids))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void tellsIdsAndTokens() {
    assertThat(uncased.size()).isEqualTo(TOKENS.size());
    assertThat(IntStream.range(0, uncased.size()).mapToObj(uncased::token))
        .containsExactlyElementsOf(TOKENS);
    for (String token : TOKENS) {
      assertThat(uncased.id(token)).as(token).hasValue(TOKENS.indexOf(token));
    }
    assertThat(uncased.id("aff")).isEmpty();
    assertThat(uncased.id("")).isEmpty();
    assertThatThrownBy(() -> uncased.token(TOKENS.size()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void readsAListWithAnyLineEnds() {
    for (String text : List.of(String.join("\r\n", TOKENS), String.join("\n", TOKENS) + "\n")) {
      WordPieceTokenizer other = new WordPieceTokenizer(utf8(text), Settings.UNCASED);
      assertThat(tokens(other, "Caf\u00e9s, \u4e2d")).containsExactly("cafe", "##s", ",", "\u4e2d");
    }
  }

  @Test
  void refusesADamagedVocabulary() {
    for (byte[] damaged :
        List.of(utf8("a\nb"), utf8("[UNK]\na\na"), utf8("[UNK]\n##a\n##a"), new byte[0])) {
      assertDamaged(damaged);
    }
    byte[] notUtf8 = utf8("[UNK]\na\u00e9\nb");
    notUtf8[8] = 'x';
    assertDamaged(notUtf8);
  }

  private static void assertDamaged(byte[] vocabulary) {
    assertThatThrownBy(() -> new WordPieceTokenizer(vocabulary, Settings.UNCASED))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_DAMAGED));
  }

  private static WordPieceTokenizer of(Settings settings) {
    return new WordPieceTokenizer(utf8(String.join("\n", TOKENS)), settings);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> tokens(String text) {
    return tokens(uncased, text);
  }

  private static List<String> tokens(WordPieceTokenizer tokenizer, String text) {
    return Arrays.stream(tokenizer.encode(text)).mapToObj(tokenizer::token).toList();
  }
}
