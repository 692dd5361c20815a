package dev.headnote.encode;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.HeadnoteException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A model's three files: {@code model.json}, which describes it, {@code tokenizer.json} and the
 * TorchScript archive. They lie in a model jar on the class path or in a folder, and nothing is
 * read from them that the SHA-256 in {@code model.json} does not vouch for. Immutable.
 */
public final class ModelFiles {

  private static final String ROOT = "dev/headnote/models/";

  /** Each model jar names its model in a resource of this path, one name a line. */
  private static final String INDEX = "META-INF/headnote/models";

  private static final int FORMAT_VERSION = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String location;
  private final @Nullable Path folder;
  private final ModelCard card;

  private ModelFiles(String location, @Nullable Path folder) {
    this.location = location;
    this.folder = folder;
    this.card = readCard();
  }

  /**
   * Finds a model on the class path.
   *
   * @throws HeadnoteException with code MODEL_NOT_FOUND that names those which are there
   */
  public static ModelFiles named(String name) {
    if (!name.matches("[A-Za-z0-9._-]+")
        || loader().getResource(ROOT + name + "/model.json") == null) {
      throw new HeadnoteException(
          HeadnoteException.Code.MODEL_NOT_FOUND,
          "model \""
              + name
              + "\": not on the class path; there are "
              + available()
              + ", and a folder with a converted model can be given by its path");
    }
    return new ModelFiles(ROOT + name + "/", null);
  }

  /**
   * Takes a model from a folder that the converter wrote.
   *
   * @throws HeadnoteException with code MODEL_NOT_FOUND if the folder holds no {@code model.json}
   */
  public static ModelFiles in(Path folder) {
    if (!Files.isRegularFile(folder.resolve("model.json"))) {
      throw new HeadnoteException(
          HeadnoteException.Code.MODEL_NOT_FOUND,
          folder + ": holds no model.json; give a folder that the model converter wrote");
    }
    return new ModelFiles(folder.toString(), folder);
  }

  /** The names of the models on the class path, sorted. */
  public static List<String> available() {
    Set<String> names = new TreeSet<>();
    try {
      for (Enumeration<URL> all = loader().getResources(INDEX); all.hasMoreElements(); ) {
        try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(all.nextElement().openStream(), StandardCharsets.UTF_8))) {
          lines.lines().map(String::strip).filter(name -> !name.isEmpty()).forEach(names::add);
        }
      }
    } catch (IOException e) {
      throw new HeadnoteException(
          HeadnoteException.Code.MODEL_NOT_FOUND, "the class path cannot be read: " + e, e);
    }
    return List.copyOf(names);
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null && context.getResource(INDEX) != null
        ? context
        : ModelFiles.class.getClassLoader();
  }

  /** What the model's {@code model.json} says. */
  public ModelCard card() {
    return card;
  }

  /** The tokenizer.json, verified. */
  byte[] tokenizer() {
    return verified(card.tokenizerFile(), card.tokenizerSha256());
  }

  /** The TorchScript archive, verified. */
  byte[] archive() {
    return verified(card.archiveFile(), card.archiveSha256());
  }

  private byte[] verified(String file, String sha256) {
    byte[] bytes = read(file);
    String actual;
    try {
      actual = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new HeadnoteException(HeadnoteException.Code.INTERNAL, "no SHA-256 in this JVM", e);
    }
    if (!actual.equals(sha256)) {
      throw damaged(file, "has the SHA-256 " + actual + " but model.json says " + sha256, null);
    }
    return bytes;
  }

  private byte[] read(String file) {
    try {
      if (folder != null) {
        return Files.readAllBytes(folder.resolve(file));
      }
      try (InputStream in = loader().getResourceAsStream(location + file)) {
        if (in == null) {
          throw new IOException("it is missing");
        }
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw damaged(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  private ModelCard readCard() {
    String file = "model.json";
    try {
      JsonNode json = JSON.readTree(read(file));
      if (json.path("formatVersion").asInt() != FORMAT_VERSION) {
        throw damaged(
            file,
            "has the formatVersion "
                + json.path("formatVersion")
                + "; this release reads "
                + FORMAT_VERSION,
            null);
      }
      return new ModelCard(
          text(json, "/name"),
          json.at("/description").asText(""),
          json.at("/origin").asText(""),
          json.at("/licence").asText(""),
          number(json, "/dimensions"),
          json.at("/prefix").asText(""),
          number(json, "/maxTokens"),
          text(json, "/archive/file"),
          text(json, "/archive/sha256"),
          text(json, "/tokenizer/file"),
          text(json, "/tokenizer/sha256"));
    } catch (JacksonException e) {
      throw damaged(file, "is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw damaged(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  private String text(JsonNode json, String pointer) {
    JsonNode value = json.at(pointer);
    if (!value.isTextual()) {
      throw damaged("model.json", "has no text at " + pointer, null);
    }
    return value.textValue();
  }

  private int number(JsonNode json, String pointer) {
    JsonNode value = json.at(pointer);
    if (!value.canConvertToInt() || value.intValue() <= 0) {
      throw damaged("model.json", "has no positive number at " + pointer, null);
    }
    return value.intValue();
  }

  private HeadnoteException damaged(String file, String problem, @Nullable Throwable cause) {
    return new HeadnoteException(
        HeadnoteException.Code.MODEL_DAMAGED,
        "model " + location + ": " + file + " " + problem + "; install or convert the model again",
        cause);
  }
}
