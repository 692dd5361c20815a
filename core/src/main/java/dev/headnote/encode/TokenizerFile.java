package dev.headnote.encode;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.headnote.HeadnoteException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
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

  private static final JsonFactory JSON = new JsonFactory();

  private static final String VOCABULARY = "/model/vocab";
  private static final byte[] NOTHING = {'n', 'u', 'l', 'l'};

  private final byte[] json;

  /** What stands in the file but for the vocabulary, by JSON pointers. */
  private Map<String, Object> values = Map.of();

  private TokenizerFile(byte[] json) {
    this.json = json;
  }

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
    try {
      return new TokenizerFile(json).tokenizer();
    } catch (JacksonException e) {
      throw damaged("is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw damaged("cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads the WordPiece of a tokenizer.json.
   *
   * @return the tokenizer, or null if it is another than BERT's
   */
  static @Nullable WordPieceTokenizer pieces(byte[] json) {
    return read(json) instanceof Framed framed ? framed.pieces() : null;
  }

  /** Reads all but the vocabulary with a JSON parser, and that by itself. */
  private @Nullable Tokenizer tokenizer() throws IOException {
    int from = vocabularyStart();
    if (from < 0) {
      return null;
    }
    Vocabulary vocabulary = new Vocabulary(json.length - from);
    int end = new VocabularyObject(json, from).readInto(vocabulary);
    if (end < 0 || !vocabulary.isDense()) {
      return null;
    }
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    rest.write(json, 0, from);
    rest.write(NOTHING);
    rest.write(json, end, json.length - end);
    readValues(rest.toByteArray());
    return tokenizer(vocabulary);
  }

  /** The index of the vocabulary's opening brace; -1 if there is no such object. */
  private int vocabularyStart() throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT
            && "vocab".equals(parser.currentName())
            && parser.getParsingContext().pathAsPointer().toString().equals(VOCABULARY)) {
          long start = parser.currentTokenLocation().getByteOffset();
          return start >= 0 && start < json.length && json[(int) start] == '{' ? (int) start : -1;
        }
      }
    }
    return -1;
  }

  private void readValues(byte[] rest) throws IOException {
    try (JsonParser parser = JSON.createParser(rest)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw damaged("is not a JSON object", null);
      }
      values = JsonScalars.read(parser);
    }
  }

  private @Nullable Tokenizer tokenizer(Vocabulary vocabulary) {
    if (!is("/normalizer/type", "BertNormalizer")
        || !is("/pre_tokenizer/type", "BertPreTokenizer")
        || !is("/model/type", "WordPiece")
        || !(values.get("/normalizer/clean_text") instanceof Boolean cleanText)
        || !(values.get("/normalizer/handle_chinese_chars") instanceof Boolean chineseChars)
        || !(values.get("/normalizer/lowercase") instanceof Boolean lowercase)
        || !(values.getOrDefault("/normalizer/strip_accents", lowercase)
            instanceof Boolean stripAccents)
        || !(values.get("/model/unk_token") instanceof String unknown)
        || !(values.get("/model/continuing_subword_prefix") instanceof String prefix)
        || !(values.get("/model/max_input_chars_per_word") instanceof Integer length)
        || length < 1) {
      return null;
    }
    List<String> specials = specials();
    String[] frame = frame();
    if (specials == null || frame == null) {
      return null;
    }
    WordPieceTokenizer pieces =
        new WordPieceTokenizer(
            vocabulary.complete(prefix),
            new WordPieceTokenizer.Settings(
                cleanText, chineseChars, stripAccents, lowercase, unknown, prefix, length),
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
            && !values.containsKey(at + "/single/3/SpecialToken/id")
            && !values.containsKey(at + "/single/3/Sequence/id")
        ? new String[] {start, end}
        : null;
  }

  /** Whether the post-processor, too, gives this id to a token. */
  private boolean isId(String token, int id) {
    String at = "/post_processor";
    if (is(at + "/type", "BertProcessing")) {
      return (is(at + "/cls/0", token) && is(at + "/cls/1", id))
          || (is(at + "/sep/0", token) && is(at + "/sep/1", id));
    }
    String ids = at + "/special_tokens/" + token.replace("~", "~0").replace("/", "~1") + "/ids/";
    return is(ids + "0", id) && !values.containsKey(ids + "1");
  }

  private boolean is(String pointer, Object value) {
    return value.equals(values.get(pointer));
  }

  /** What a damaged file fails with. */
  static HeadnoteException damaged(String problem, @Nullable Throwable cause) {
    return new HeadnoteException(
        HeadnoteException.Code.MODEL_DAMAGED, "tokenizer.json " + problem, cause);
  }
}
