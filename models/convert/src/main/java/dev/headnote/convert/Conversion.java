package dev.headnote.convert;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Properties;

/**
 * Converts one model: an ONNX file and its tokenizer.json to a folder with {@code model.pt}, {@code
 * tokenizer.json} and {@code model.json}. Equal input gives equal bytes.
 *
 * <pre>{@code
 * ModelCard card = Conversion.of("model.onnx", "tokenizer.json", "my-model").writeTo(folder);
 * }</pre>
 *
 * <p>The ONNX file must be a BERT encoder exported with its parameters' names, in fp32 or fp16, in
 * one file; the tokenizer WordPiece. Not safe for use by several threads.
 */
public final class Conversion {
  private static final int DEFAULT_MAX_TOKENS = 256;

  private final String onnx;
  private final String tokenizer;
  private final String name;
  private String description = "";
  private String origin = "";
  private String licence = "";
  private String prefix = "";
  private Pooling pooling = Pooling.MEAN;
  private Storage storage = Storage.FP16;
  private int maxTokens = DEFAULT_MAX_TOKENS;
  private double spread;
  private int heads;

  private Conversion(String onnx, String tokenizer, String name) {
    this.onnx = Objects.requireNonNull(onnx, "onnx");
    this.tokenizer = Objects.requireNonNull(tokenizer, "tokenizer");
    this.name = Objects.requireNonNull(name, "name");
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name must not be blank");
    }
  }

  /**
   * A conversion with mean pooling, fp16 storage, no prefix and at most 256 tokens.
   *
   * @param onnx the ONNX file; {@code classpath:NAME} is a resource
   * @param tokenizer the tokenizer.json, likewise
   * @param name the name under which the model will be loaded
   * @throws IllegalArgumentException if the name is blank
   */
  public static Conversion of(String onnx, String tokenizer, String name) {
    return new Conversion(onnx, tokenizer, name);
  }

  /** Describes the model in one sentence. */
  public Conversion description(String value) {
    description = Objects.requireNonNull(value, "description");
    return this;
  }

  /** Says where the ONNX file was published, such as Maven coordinates. */
  public Conversion origin(String value) {
    origin = Objects.requireNonNull(value, "origin");
    return this;
  }

  /** Sets the licence of the weights, as an SPDX identifier. */
  public Conversion licence(String value) {
    licence = Objects.requireNonNull(value, "licence");
    return this;
  }

  /** Sets what goes before each text, such as {@code "query: "}. */
  public Conversion prefix(String value) {
    prefix = Objects.requireNonNull(value, "prefix");
    return this;
  }

  /** Sets how a text's vector is made from those of its tokens. */
  public Conversion pooling(Pooling value) {
    pooling = Objects.requireNonNull(value, "pooling");
    return this;
  }

  /** Sets the type in which the archive keeps its weights. */
  public Conversion storage(Storage value) {
    storage = Objects.requireNonNull(value, "storage");
    return this;
  }

  /** Sets how many tokens a sequence should have at most, special ones included. */
  public Conversion maxTokens(int value) {
    if (value < 3) {
      throw new IllegalArgumentException("maxTokens must be at least 3, not " + value);
    }
    maxTokens = value;
    return this;
  }

  /**
   * Sets how far apart the model puts texts, between 0 and 2, if it is known; else Headnote finds
   * it out each time that it loads the model.
   */
  public Conversion spread(double value) {
    if (!(value >= 0 && value <= 2)) {
      throw new IllegalArgumentException("spread must be between 0 and 2, not " + value);
    }
    spread = value;
    return this;
  }

  /** Sets the number of attention heads; 0 reads it from the graph. */
  public Conversion heads(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("heads must not be negative, but is " + value);
    }
    heads = value;
    return this;
  }

  /**
   * Converts and writes the three files; earlier ones of these names are replaced.
   *
   * @param folder where to; it is made if need be
   * @return what model.json says
   * @throws ConversionException if a file cannot be converted; the message names it and says why
   * @throws IOException if a file cannot be read or written
   */
  public ModelCard writeTo(Path folder) throws IOException {
    Source source = Source.open(onnx);
    BertWeights weights =
        BertWeights.of(OnnxModel.read(source.location(), source.content()), heads);
    Architecture sizes = weights.architecture();
    if (maxTokens > sizes.maxPositions()) {
      throw new ConversionException(
          onnx
              + " has "
              + sizes.maxPositions()
              + " positions, fewer than "
              + maxTokens
              + " tokens");
    }
    Tokenizer words = Tokenizer.read(Source.open(tokenizer), sizes.vocabularySize());
    Files.createDirectories(folder);
    Path archive = folder.resolve("model.pt");
    writeArchive(weights, archive);
    Path tokenizerFile = folder.resolve("tokenizer.json");
    Files.write(tokenizerFile, words.toBytes());
    ModelCard card =
        new ModelCard(
            ModelCard.FORMAT_VERSION,
            name,
            description,
            origin,
            new ModelCard.FileReference(source.fileName(), source.sha256()),
            new ModelCard.ArchiveReference(
                "model.pt", Source.sha256(archive), Files.size(archive), storage.toString()),
            new ModelCard.FileReference("tokenizer.json", Source.sha256(tokenizerFile)),
            licence,
            licenceNote(),
            sizes,
            sizes.hiddenSize(),
            pooling.toString(),
            prefix,
            maxTokens,
            spread,
            version());
    Files.write(folder.resolve("model.json"), card.toJson());
    return card;
  }

  /** A build that is stopped halfway leaves no file that looks finished. */
  private void writeArchive(BertWeights weights, Path archive) throws IOException {
    Path part = archive.resolveSibling("model.pt.part");
    try {
      new TorchScriptArchive(weights, pooling, storage).write(part);
      Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private String licenceNote() {
    String from = origin.isEmpty() ? "" : " of " + origin;
    return licence.isEmpty()
        ? "The licence of the weights" + from + " was not given."
        : "The weights are those" + from + " and keep their licence, " + licence + ".";
  }

  /** The version of this converter. */
  static String version() {
    Properties properties = new Properties();
    try (InputStream in = Conversion.class.getResourceAsStream("converter.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }
}
