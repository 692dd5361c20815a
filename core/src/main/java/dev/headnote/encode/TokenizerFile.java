package dev.headnote.encode;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.headnote.HeadnoteException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A tokenizer.json of Hugging Face's tokenizers library, where it describes BERT's tokenizer: its
 * normaliser, its pre-tokenizer, WordPiece with the ids 0 to one less than their number, special
 * tokens that are found in the text as it is, and one of them before and after each text.
 */
final class TokenizerFile {

  /** Names of fields are 30,000 tokens here, and no two are alike. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private static final String VOCABULARY = "/model/vocab";
  private static final int MOST_TOKENS = 1 << 24;

  /** What stands in the file but for the vocabulary, by JSON pointers. */
  private final Map<String, Object> values = new HashMap<>();

  private final StringBuilder tokens = new StringBuilder(1 << 18);
  private int[] starts = new int[1 << 15];
  private int[] ends = new int[1 << 15];
  private int count;
  private int highest = -1;
  private boolean isOther;

  private TokenizerFile() {}

  /** BERT's tokenizer and the tokens around a text. */
  private record Framed(WordPieceTokenizer pieces, int start, int end) implements Tokenizer {
    @Override
    public void encode(String text, TokenIds ids) {
      pieces.encode(text, 0, text.length(), ids);
    }

    @Override
    public void close() {
      // Holds nothing but memory.
    }
  }

  /**
   * Reads a tokenizer.json.
   *
   * @return the tokenizer, or null if it is another than BERT's
   * @throws HeadnoteException with code MODEL_DAMAGED if it is not JSON or its vocabulary is wrong
   */
  static @Nullable Tokenizer read(byte[] json) {
    TokenizerFile file = new TokenizerFile();
    try (JsonParser parser = JSON.createParser(json)) {
      file.read(parser);
    } catch (JacksonException e) {
      throw damaged("is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw damaged("cannot be read: " + e.getMessage(), e);
    }
    return file.tokenizer();
  }

  private void read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw damaged("is not a JSON object", null);
    }
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT
          && "vocab".equals(parser.currentName())
          && parser.getParsingContext().getParent().pathAsPointer().toString().equals(VOCABULARY)) {
        readVocabulary(parser);
      } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        values.put(
            parser.getParsingContext().pathAsPointer().toString(),
            switch (token) {
              case VALUE_STRING -> parser.getText();
              case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
              default -> parser.getNumberValue();
            });
      }
    }
  }

  private void readVocabulary(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      int from = tokens.length();
      tokens.append(parser.currentName());
      if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
        isOther = true;
        parser.skipChildren();
        continue;
      }
      long id = parser.getLongValue();
      if (id < 0 || id >= MOST_TOKENS) {
        isOther = true;
        continue;
      }
      if (id >= starts.length) {
        int longer = (int) Math.max(id + 1, 2L * starts.length);
        starts = Arrays.copyOf(starts, longer);
        ends = Arrays.copyOf(ends, longer);
      }
      starts[(int) id] = from;
      ends[(int) id] = tokens.length();
      highest = Math.max(highest, (int) id);
      count++;
    }
  }

  private @Nullable Tokenizer tokenizer() {
    if (isOther
        || count != highest + 1
        || !is("/normalizer/type", "BertNormalizer")
        || !is("/pre_tokenizer/type", "BertPreTokenizer")
        || !is("/model/type", "WordPiece")
        || !(values.get("/normalizer/clean_text") instanceof Boolean cleanText)
        || !(values.get("/normalizer/handle_chinese_chars") instanceof Boolean chineseChars)
        || !(values.get("/normalizer/lowercase") instanceof Boolean lowercase)
        || !(values.get("/model/unk_token") instanceof String unknown)
        || !(values.get("/model/continuing_subword_prefix") instanceof String prefix)
        || !(values.get("/model/max_input_chars_per_word") instanceof Integer length)
        || length < 1) {
      return null;
    }
    Object stripAccents = values.getOrDefault("/normalizer/strip_accents", lowercase);
    List<String> specials = specials();
    String[] frame = frame();
    if (!(stripAccents instanceof Boolean) || specials == null || frame == null) {
      return null;
    }
    char[] all = new char[tokens.length()];
    tokens.getChars(0, all.length, all, 0);
    WordPieceTokenizer pieces =
        new WordPieceTokenizer(
            new WordPieceTokenizer.Vocabulary(
                all, Arrays.copyOf(starts, count), Arrays.copyOf(ends, count)),
            new WordPieceTokenizer.Settings(
                cleanText,
                chineseChars,
                (Boolean) stripAccents,
                lowercase,
                unknown,
                prefix,
                length),
            specials);
    for (int i = 0; i < specials.size(); i++) {
      OptionalInt id = pieces.id(specials.get(i));
      if (id.isEmpty() || !is("/added_tokens/" + i + "/id", id.getAsInt())) {
        return null;
      }
    }
    OptionalInt start = pieces.id(frame[0]);
    OptionalInt end = pieces.id(frame[1]);
    return start.isPresent()
            && end.isPresent()
            && isId(frame[0], start.getAsInt())
            && isId(frame[1], end.getAsInt())
        ? new Framed(pieces, start.getAsInt(), end.getAsInt())
        : null;
  }

  /** The special tokens; null if one of them is found by other rules than its own characters. */
  private @Nullable List<String> specials() {
    List<String> specials = new ArrayList<>();
    for (int i = 0; values.get("/added_tokens/" + i + "/content") instanceof String special; i++) {
      String token = "/added_tokens/" + i;
      if (special.isEmpty()
          || special.charAt(0) >= 128
          || !is(token + "/single_word", false)
          || !is(token + "/lstrip", false)
          || !is(token + "/rstrip", false)
          || !is(token + "/normalized", false)) {
        return null;
      }
      specials.add(special);
    }
    return values.containsKey("/added_tokens/" + specials.size() + "/id") ? null : specials;
  }

  /** The tokens before and after a text; null if there are not just these two. */
  private String @Nullable [] frame() {
    String at = "/post_processor";
    if (is(at + "/type", "BertProcessing")) {
      return values.get(at + "/cls/0") instanceof String start
              && values.get(at + "/sep/0") instanceof String end
          ? new String[] {start, end}
          : null;
    }
    return is(at + "/type", "TemplateProcessing")
            && values.get(at + "/single/0/SpecialToken/id") instanceof String start
            && is(at + "/single/1/Sequence/id", "A")
            && values.get(at + "/single/2/SpecialToken/id") instanceof String end
            && values.keySet().stream().noneMatch(key -> key.startsWith(at + "/single/3"))
        ? new String[] {start, end}
        : null;
  }

  /** Whether the post-processor, too, gives this id to a token. */
  private boolean isId(String token, int id) {
    String at = "/post_processor";
    if (is(at + "/type", "BertProcessing")) {
      return is(at + "/cls/0", token) && is(at + "/cls/1", id)
          || is(at + "/sep/0", token) && is(at + "/sep/1", id);
    }
    String ids = at + "/special_tokens/" + token.replace("~", "~0").replace("/", "~1") + "/ids/";
    return is(ids + "0", id) && !values.containsKey(ids + "1");
  }

  private boolean is(String pointer, Object value) {
    return value.equals(values.get(pointer));
  }

  private static HeadnoteException damaged(String problem, @Nullable Throwable cause) {
    return new HeadnoteException(
        HeadnoteException.Code.MODEL_DAMAGED, "tokenizer.json " + problem, cause);
  }
}
