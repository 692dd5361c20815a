package dev.headnote.encode;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Hugging Face's tokenizer with BERT's normaliser and a vocabulary of code points, each once as a
 * word's beginning and once as its continuation: it shows what becomes of a text, where a model's
 * vocabulary would show an unknown word.
 */
final class CodePointTokenizer implements AutoCloseable {

  /** What is added to a code point that continues a word. */
  static final int CONTINUES = Character.MAX_CODE_POINT + 1;

  private final HuggingFaceTokenizer tokenizer;

  /** One of all code points. */
  CodePointTokenizer(boolean cleanText, boolean stripAccents, boolean lowercase) {
    tokenizer = reference(json(cleanText, false, stripAccents, lowercase, c -> true));
  }

  /** Hugging Face's tokenizer of a tokenizer.json. */
  static HuggingFaceTokenizer reference(byte[] json) {
    try {
      return HuggingFaceTokenizer.newInstance(
          new ByteArrayInputStream(json),
          Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tokenizer.json with the code points of a set. */
  static byte[] json(
      boolean cleanText,
      boolean chinese,
      boolean stripAccents,
      boolean lowercase,
      IntPredicate codePoints) {
    StringBuilder json = new StringBuilder(1 << 20);
    json.append(
        """
        {"version":"1.0","truncation":null,"padding":null,
        "added_tokens":[{"id":0,"content":"[SEP]","single_word":false,"lstrip":false,
        "rstrip":false,"normalized":false,"special":true}],
        "normalizer":{"type":"BertNormalizer","clean_text":%b,"handle_chinese_chars":%b,
        "strip_accents":%b,"lowercase":%b},"pre_tokenizer":{"type":"BertPreTokenizer"},
        "post_processor":{"type":"BertProcessing","sep":["[SEP]",0],"cls":["[UNK]",1]},
        "decoder":null,"model":{"type":"WordPiece","unk_token":"[UNK]",
        "continuing_subword_prefix":"##","max_input_chars_per_word":100,
        "vocab":{"[SEP]":0,"[UNK]":1"""
            .formatted(cleanText, chinese, stripAccents, lowercase));
    int id = 2;
    for (int codePoint = 1; codePoint < CONTINUES; codePoint++) {
      if (codePoints.test(codePoint)) {
        append(json, "", codePoint, id++);
        append(json, "##", codePoint, id++);
      }
    }
    return json.append("}}}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder json, String prefix, int codePoint, int id) {
    json.append(",\"").append(prefix);
    if (isSurrogate(codePoint)) {
      json.append("[surrogate ").append(Integer.toHexString(codePoint)).append(']');
    } else if (codePoint < ' ' || codePoint == '"' || codePoint == '\\') {
      json.append("\\u%04x".formatted(codePoint));
    } else {
      json.appendCodePoint(codePoint);
    }
    json.append("\":").append(id);
  }

  static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** The code points that become of some, plus CONTINUES where they continue a word. */
  long[] encode(int... codePoints) {
    String text = new String(codePoints, 0, codePoints.length);
    return Arrays.stream(tokenizer.encode(text, false, false).getIds())
        .map(id -> id / 2 + id % 2 * CONTINUES)
        .toArray();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
