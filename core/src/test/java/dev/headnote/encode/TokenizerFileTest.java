package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokenizer.json is read in Java, and what is said of a damaged one. */
class TokenizerFileTest {

  /** One that is left to the native library. */
  static final String ANOTHER =
      new String(
              CodePointTokenizer.json(true, true, true, true, c -> c == 'a'),
              StandardCharsets.UTF_8)
          .replace("BertPreTokenizer", "Whitespace");

  static final String BERT =
      """
      {"version":"1.0","truncation":null,"added_tokens":[
        {"id":1,"content":"[CLS]","single_word":false,"lstrip":false,"rstrip":false,
         "normalized":false,"special":true},
        {"id":2,"content":"[SEP]","single_word":false,"lstrip":false,"rstrip":false,
         "normalized":false,"special":true}],
       "normalizer":{"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,
         "strip_accents":null,"lowercase":true},
       "pre_tokenizer":{"type":"BertPreTokenizer"},
       "post_processor":{"type":"TemplateProcessing",
         "single":[{"SpecialToken":{"id":"[CLS]","type_id":0}},{"Sequence":{"id":"A","type_id":0}},
           {"SpecialToken":{"id":"[SEP]","type_id":0}}],
         "special_tokens":{"[CLS]":{"id":"[CLS]","ids":[1],"tokens":["[CLS]"]},
           "[SEP]":{"id":"[SEP]","ids":[2],"tokens":["[SEP]"]}}},
       "model":{"vocab" : {"[UNK]":0, "[CLS]":1 ,"[SEP]":2,
           "a":3,"##b":4,"\\"":5,"\\u00e7":6,"c":7},
         "type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##",
         "max_input_chars_per_word":100}}
      """;

  @Test
  void readsBertsTokenizer() {
    Tokenizer tokenizer = read(BERT);

    assertThat(tokenizer).isNotNull();
    assertThat(tokenizer.start()).isEqualTo(1);
    assertThat(tokenizer.end()).isEqualTo(2);
    TokenIds ids = new TokenIds();
    tokenizer.encode("ab \"[SEP]\u00c7 x", ids);
    assertThat(ids.toArray()).containsExactly(3, 4, 5, 2, 7, 0);
  }

  @Test
  void readsTheFormWithoutATemplate() {
    String json =
        BERT.replaceFirst(
            "(?s)\"post_processor\".*\"model\"",
            "\"post_processor\":{\"type\":\"BertProcessing\",\"sep\":[\"[SEP]\",2],"
                + "\"cls\":[\"[CLS]\",1]},\"model\"");
    assertThat(read(json)).extracting(Tokenizer::start, Tokenizer::end).containsExactly(1, 2);
    assertThat(read(json.replace("\"[CLS]\",1]", "\"[CLS]\",0]"))).isNull();
  }

  @Test
  void keepsAccentsWhereTheFileSaysSo() {
    Tokenizer tokenizer = read(BERT.replace("\"strip_accents\":null", "\"strip_accents\":false"));
    TokenIds ids = new TokenIds();
    tokenizer.encode("\u00c7", ids);
    assertThat(ids.toArray()).containsExactly(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BertNormalizer | NFKC",
        "BertPreTokenizer | Whitespace",
        "\"WordPiece\" | \"WordLevel\"",
        "\"clean_text\":true | \"clean_text\":1",
        "\"lstrip\":false | \"lstrip\":true",
        "\"normalized\":false | \"normalized\":true",
        "{\"id\":2,\"content\" | {\"id\":5,\"content\"",
        "\"ids\":[2] | \"ids\":[2,2]",
        "\"ids\":[2] | \"ids\":[1]",
        "\"A\" | \"B\"",
        "\"c\":7 | \"c\":8",
        "\"c\":7 | \"c\":7.5",
        "\"c\":7 | \"c\":-7",
        // Two tokens of one id, and none of another.
        "\"c\":7 | \"c\":8,\"d\":8",
        "\"c\":7 | \"c\":99999999999999999999",
        "\"c\":7 | \"c\":[7]",
        "word\":100 | word\":0"
      })
  void leavesAnotherTokenizerToTheNativeLibrary(String part, String other) {
    assertThat(BERT).contains(part);
    assertThat(read(BERT.replace(part, other))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{}", "not JSON", "{\"model\":{\"vocab\":[]}}"})
  void saysThatAFileIsDamagedOrLeavesItToTheNativeLibraryWhichSaysSo(String json) {
    assertThatThrownBy(() -> Tokenizer.of(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_DAMAGED));
  }

  /** Cut anywhere but in the white space at its end. */
  @Test
  void saysThatACutFileIsDamaged() {
    for (int end = 0; end < BERT.strip().length(); end++) {
      String cut = BERT.substring(0, end);
      assertThatThrownBy(() -> Tokenizer.of(cut.getBytes(StandardCharsets.UTF_8)), cut)
          .isInstanceOfSatisfying(
              HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_DAMAGED));
    }
  }

  @Test
  void saysThatATokenComesTwice() {
    assertThatThrownBy(() -> read(BERT.replace("\"c\":7", "\"a\":7")))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_DAMAGED))
        .hasMessageContaining("twice");
  }

  private static Tokenizer read(String json) {
    return TokenizerFile.read(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * With another pre-tokenizer, the native library reads the file, which fails with a text only.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"unk_token\":\"[UNK]\" | \"unk_token\":\"[NO]\"",
        "\"[UNK]\":1 | \"[UNK]\":4294967295"
      })
  void saysThatAFileDoesNotFitAText(String part, String other) {
    String json = ANOTHER.replace(part, other);
    assertThat(json).isNotEqualTo(ANOTHER);
    try (Tokenizer tokenizer = Tokenizer.of(json.getBytes(StandardCharsets.UTF_8))) {
      assertThatThrownBy(() -> tokenizer.encode("zebra", new TokenIds()))
          .isInstanceOfSatisfying(
              HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_DAMAGED))
          .hasMessageContaining("tokenizer.json");
    }
  }
}
