package dev.headnote.convert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What model.json says of a model: where it comes from, what it is and how it is used.
 *
 * @param formatVersion the version of this format, 1
 * @param name the name under which it is loaded
 * @param description one sentence for people
 * @param origin where its source was published, such as Maven coordinates; may be empty
 * @param source the ONNX file that it was made from
 * @param archive the TorchScript archive
 * @param tokenizer the tokenizer
 * @param licence the licence of the weights, as an SPDX identifier; may be empty
 * @param licenceNote one sentence on it
 * @param architecture the encoder's sizes
 * @param dimensions numbers in a text's vector
 * @param pooling "mean" or "first"
 * @param prefix what goes before each text
 * @param maxTokens tokens that a sequence should have at most, special ones included
 * @param spread how far apart the model puts texts: the root of the mean squared distance of the
 *     vectors of Headnote's reference text from their mean; 0 if not known
 * @param converterVersion the version of the converter that wrote it
 */
@JsonPropertyOrder({
  "formatVersion",
  "name",
  "description",
  "origin",
  "source",
  "archive",
  "tokenizer",
  "licence",
  "licenceNote",
  "architecture",
  "dimensions",
  "pooling",
  "prefix",
  "maxTokens",
  "spread",
  "converterVersion"
})
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ModelCard(
    int formatVersion,
    String name,
    String description,
    String origin,
    FileReference source,
    ArchiveReference archive,
    FileReference tokenizer,
    String licence,
    String licenceNote,
    Architecture architecture,
    int dimensions,
    String pooling,
    String prefix,
    int maxTokens,
    double spread,
    String converterVersion) {
  /** The version of the format that this converter writes. */
  public static final int FORMAT_VERSION = 1;

  /**
   * A file and its content's SHA-256 in hexadecimal.
   *
   * @param file its name
   * @param sha256 64 hexadecimal digits
   */
  @JsonPropertyOrder({"file", "sha256"})
  public record FileReference(String file, String sha256) {}

  /**
   * The archive.
   *
   * @param file its name
   * @param sha256 64 hexadecimal digits
   * @param bytes its size
   * @param storage "fp16" or "fp32"
   */
  @JsonPropertyOrder({"file", "sha256", "bytes", "storage"})
  public record ArchiveReference(String file, String sha256, long bytes, String storage) {}

  /** The card as model.json, with one line a field and LF at line ends. */
  public byte[] toJson() throws IOException {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    String json =
        new ObjectMapper()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(lines))
            .writeValueAsString(this);
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
