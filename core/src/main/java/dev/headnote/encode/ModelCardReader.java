package dev.headnote.encode;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.headnote.HeadnoteException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a {@code model.json}, and says what is wrong with one that is not as it should be. */
final class ModelCardReader {

  private static final int FORMAT_VERSION = 1;

  private static final JsonFactory JSON = new JsonFactory();

  private final String location;
  private final String file;

  private final Map<String, Object> values;

  private ModelCardReader(byte[] json, String location, String file) {
    this.location = location;
    this.file = file;
    try (JsonParser parser = JSON.createParser(json)) {
      values = JsonScalars.read(parser);
    } catch (JacksonException e) {
      throw damaged("is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw damaged("cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads it.
   *
   * @param json the file
   * @param location where the model is, for error messages
   * @param file the file's name, for error messages
   * @throws HeadnoteException with code MODEL_DAMAGED if it is not JSON or of another version
   */
  static ModelCardReader of(byte[] json, String location, String file) {
    ModelCardReader reader = new ModelCardReader(json, location, file);
    reader.checkVersion();
    return reader;
  }

  private void checkVersion() {
    Object version = values.get("/formatVersion");
    if (!(version instanceof Number number) || number.doubleValue() != FORMAT_VERSION) {
      String shown = version instanceof String text ? '"' + text + '"' : String.valueOf(version);
      throw damaged(
          "has the formatVersion " + shown + "; this release reads " + FORMAT_VERSION, null);
    }
  }

  /**
   * The card.
   *
   * @throws HeadnoteException with code MODEL_DAMAGED if something is missing
   */
  ModelCard card() {
    boolean isStatic = isStatic();
    return new ModelCard(
        isStatic ? ModelCard.Kind.STATIC : ModelCard.Kind.TRANSFORMER,
        text("/name"),
        optionalText("/description"),
        optionalText("/origin"),
        optionalText("/licence"),
        number("/dimensions"),
        isStatic ? "" : optionalText("/prefix"),
        isStatic ? Integer.MAX_VALUE : number("/maxTokens"),
        values.get("/spread") instanceof Number spread ? spread.doubleValue() : 0,
        fileName(weights() + "/file"),
        text(weights() + "/sha256"),
        fileName(tokenizer() + "/file"),
        text(tokenizer() + "/sha256"));
  }

  /** The CRC-32 of a static model's files by their names, where it has them; none else. */
  Map<String, Long> crc32() {
    Map<String, Long> checks = new HashMap<>();
    if (isStatic()) {
      for (String pointer : new String[] {weights(), tokenizer()}) {
        if (values.get(pointer + "/crc32") instanceof Number number) {
          checks.put(text(pointer + "/file"), number.longValue());
        }
      }
    }
    return checks;
  }

  private String weights() {
    return isStatic() ? "/table" : "/archive";
  }

  private String tokenizer() {
    return isStatic() ? "/vocabulary" : "/tokenizer";
  }

  private boolean isStatic() {
    Object kind = values.getOrDefault("/kind", "transformer");
    if (kind.equals("static") || kind.equals("transformer")) {
      return kind.equals("static");
    }
    throw damaged("has the kind " + kind + "; this release has transformer and static", null);
  }

  private String text(String pointer) {
    if (values.get(pointer) instanceof String text) {
      return text;
    }
    throw damaged("has no text at " + pointer, null);
  }

  /** The name of a file beside the card, and of none elsewhere. */
  private String fileName(String pointer) {
    String name = text(pointer);
    if (!isPlain(name)) {
      throw damaged("has no plain file name at " + pointer, null);
    }
    return name;
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c >= 0x7F || c == '/' || c == '\\' || c == ':') {
        return false;
      }
    }
    return !name.isEmpty() && !name.startsWith(".");
  }

  private String optionalText(String pointer) {
    return values.get(pointer) instanceof String text ? text : "";
  }

  private int number(String pointer) {
    if (values.get(pointer) instanceof Number number
        && number.doubleValue() >= 1
        && number.doubleValue() <= Integer.MAX_VALUE) {
      return number.intValue();
    }
    throw damaged("has no positive number at " + pointer, null);
  }

  private HeadnoteException damaged(String problem, @Nullable Throwable cause) {
    return ModelLocation.damaged(location, file, problem, cause);
  }
}
