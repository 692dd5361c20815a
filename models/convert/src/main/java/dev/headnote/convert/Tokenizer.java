package dev.headnote.convert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A tokenizer.json of the WordPiece kind, as BERT's. Its truncation and padding are taken away: the
 * encoder that reads it decides on lengths itself and never pads.
 */
final class Tokenizer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root;

  private Tokenizer(ObjectNode root) {
    this.root = root;
  }

  /**
   * Reads and checks a tokenizer.
   *
   * @param source its file
   * @param vocabularySize the number of rows that the model has word embeddings for
   * @throws ConversionException if it is not JSON, not WordPiece, lacks [CLS], [SEP] or the token
   *     for what it doesn't know, or has ids that the model has no row for
   */
  static Tokenizer read(Source source, int vocabularySize) throws IOException {
    JsonNode json;
    try {
      json = JSON.readTree(StandardCharsets.UTF_8.decode(source.content().duplicate()).toString());
    } catch (JsonProcessingException e) {
      throw new ConversionException(
          source.location() + " is not JSON: " + e.getOriginalMessage(), e);
    }
    JsonNode model = json.path("model");
    JsonNode vocabulary = model.path("vocab");
    // Files written before the library's version 0.10 do not name the type.
    boolean wordPiece =
        model.path("type").asText("").equals("WordPiece")
            || (model.path("type").isMissingNode() && model.has("continuing_subword_prefix"));
    if (!json.isObject() || !wordPiece || !vocabulary.isObject()) {
      throw new ConversionException(
          source.location()
              + " is not a WordPiece tokenizer: its model is "
              + model.path("type").asText("missing"));
    }
    String unknown = model.path("unk_token").asText("[UNK]");
    for (String special : new String[] {"[CLS]", "[SEP]", unknown}) {
      if (!vocabulary.has(special)) {
        throw new ConversionException(source.location() + " has no token " + special);
      }
    }
    for (JsonNode id : vocabulary) {
      check(source, id, vocabularySize);
    }
    for (JsonNode added : json.path("added_tokens")) {
      check(source, added.path("id"), vocabularySize);
    }
    return new Tokenizer((ObjectNode) json);
  }

  /** The file to ship, as UTF-8. */
  byte[] toBytes() throws IOException {
    ObjectNode copy = root.deepCopy();
    copy.putNull("truncation");
    copy.putNull("padding");
    return JSON.writeValueAsBytes(copy);
  }

  private static void check(Source source, JsonNode id, int vocabularySize)
      throws ConversionException {
    if (!id.isIntegralNumber() || id.asLong() < 0 || id.asLong() >= vocabularySize) {
      throw new ConversionException(
          source.location()
              + " has the token id "
              + id
              + ", but the model has "
              + vocabularySize
              + " word embeddings");
    }
  }
}
