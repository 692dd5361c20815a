package dev.headnote.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.file.Sha256;
import dev.headnote.file.WholeFile;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file of a topic model; docs/topic-model-format.md describes it. Reading trusts nothing: the
 * sizes must be those of the file, and each number finite.
 */
final class TopicModelFile {

  private static final byte[] MAGIC = "HNTOPIC\n".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int DIGEST_BYTES = 32;
  private static final ObjectMapper JSON = new ObjectMapper();

  private TopicModelFile() {}

  static void write(TopicModel model, Path file) {
    WholeFile.write(file, toBytes(model));
  }

  static TopicModel read(Path file) {
    return read(WholeFile.read(file), file.toString());
  }

  static TopicModel read(byte[] content, String file) {
    try {
      return fromBytes(content);
    } catch (JsonProcessingException | BufferUnderflowException | ArithmeticException e) {
      throw damaged(file, "is not a topic model as Headnote writes it", e);
    } catch (Unreadable e) {
      throw damaged(file, e.getMessage(), e);
    } catch (HeadnoteException e) {
      throw damaged(file, "has labels that can't be: " + e.getMessage(), e);
    }
  }

  private static HeadnoteException damaged(String file, @Nullable String problem, Exception cause) {
    return new HeadnoteException(
        Code.MODEL_DAMAGED, file + ": " + problem + "; train the topic model again", cause);
  }

  /** Says why a file is no topic model. */
  private static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  static byte[] toBytes(TopicModel model) {
    TopicModel.Parameters learned = model.parameters();
    byte[] header = header(model).toString().getBytes(StandardCharsets.UTF_8);
    long size = MAGIC.length + 8L + header.length + bodyBytes(sizes(learned)) + DIGEST_BYTES;
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(size));
    out.put(MAGIC).putInt(VERSION).putInt(header.length).put(header);
    put(out, learned.meanings().centre());
    put(out, learned.meanings().vectors());
    put(out, learned.weights());
    put(out, learned.biases());
    put(out, learned.thresholds());
    out.putDouble(learned.none());
    LexicalModel lexical = learned.lexical();
    if (lexical != null) {
      for (long feature : lexical.vocabulary().features()) {
        out.putLong(feature);
      }
      put(out, lexical.vocabulary().inverseFrequencies());
      out.putDouble(lexical.vocabulary().ofUnknown());
      for (float weight : lexical.weights()) {
        out.putFloat(weight);
      }
    }
    out.put(sha256(out.array(), out.position()));
    return out.array();
  }

  /**
   * The sizes that a file's length depends on.
   *
   * @param dimensions of a vector
   * @param meanings how many labels are compared with
   * @param labels how many are given
   * @param features how many words and pairs are known; -1 if none are used
   */
  private record Sizes(int dimensions, int meanings, int labels, int features) {}

  private static Sizes sizes(TopicModel.Parameters learned) {
    LexicalModel lexical = learned.lexical();
    return new Sizes(
        learned.meanings().centre().length,
        learned.meanings().vectors().length,
        learned.biases().length,
        lexical == null ? -1 : lexical.vocabulary().size());
  }

  private static long bodyBytes(Sizes sizes) {
    long vectors = 1L + sizes.meanings + sizes.labels;
    long doubles = Math.addExact(Math.multiplyExact(vectors, sizes.dimensions), 1);
    doubles = Math.addExact(doubles, 2L * sizes.labels);
    long lexical = 0;
    if (sizes.features >= 0) {
      lexical = Math.multiplyExact((long) sizes.features, 16L + 4L * sizes.labels) + 8;
    }
    return Math.addExact(Math.multiplyExact(doubles, 8L), lexical);
  }

  private static ObjectNode header(TopicModel model) {
    ObjectNode header = JSON.createObjectNode();
    header.put("encoder", model.encoder());
    header.put("fingerprint", model.fingerprint());
    header.put("multiLabel", model.multiLabel());
    Sizes sizes = sizes(model.parameters());
    header.put("dimensions", sizes.dimensions);
    header.put("meanings", sizes.meanings);
    header.put("features", sizes.features);
    ArrayNode labels = header.putArray("labels");
    for (Label label : model.labels().labels()) {
      ObjectNode row = labels.addObject();
      row.put("label", label.id()).put("name", label.name());
      row.put("description", label.description()).put("parent", label.parent());
    }
    header.set("provenance", JSON.valueToTree(model.provenance()));
    return header;
  }

  private static TopicModel fromBytes(byte[] content) throws JsonProcessingException, Unreadable {
    ByteBuffer in = ByteBuffer.wrap(content);
    JsonNode header = readHeader(content, in);
    LabelSet labels = labels(header);
    Sizes sizes =
        new Sizes(
            integer(header, "dimensions", 1),
            integer(header, "meanings", labels.size()),
            labels.size(),
            integer(header, "features", -1));
    if (bodyBytes(sizes) != in.remaining() - DIGEST_BYTES) {
      throw new Unreadable("has another size than its header says");
    }
    Provenance provenance = JSON.treeToValue(field(header, "provenance"), Provenance.class);
    return new TopicModel(
        labels,
        field(header, "multiLabel").asBoolean(),
        field(header, "encoder").asText(),
        field(header, "fingerprint").asText(),
        parameters(in, sizes),
        provenance);
  }

  /** Checks the whole file by its SHA-256, and reads what comes before the numbers. */
  private static JsonNode readHeader(byte[] content, ByteBuffer in)
      throws JsonProcessingException, Unreadable {
    byte[] magic = new byte[MAGIC.length];
    if (content.length < MAGIC.length + 8 + DIGEST_BYTES
        || !Arrays.equals(MAGIC, take(in, magic))) {
      throw new Unreadable("is not a topic model");
    }
    int version = in.getInt();
    if (version != VERSION) {
      throw new Unreadable("has the version " + version + ", and this release reads " + VERSION);
    }
    int signed = content.length - DIGEST_BYTES;
    if (!Arrays.equals(
        sha256(content, signed), Arrays.copyOfRange(content, signed, content.length))) {
      throw new Unreadable("is damaged: its SHA-256 is not the one in it");
    }
    int headerBytes = in.getInt();
    if (headerBytes < 0 || headerBytes > signed - in.position()) {
      throw new Unreadable("has a header that is longer than the file");
    }
    return JSON.readTree(new String(take(in, new byte[headerBytes]), StandardCharsets.UTF_8));
  }

  private static TopicModel.Parameters parameters(ByteBuffer in, Sizes sizes) throws Unreadable {
    double[] centre = doubles(in, sizes.dimensions);
    double[][] meanings = doubles(in, sizes.meanings, sizes.dimensions);
    double[][] weights = doubles(in, sizes.labels, sizes.dimensions);
    double[] biases = doubles(in, sizes.labels);
    double[] thresholds = doubles(in, sizes.labels);
    double none = doubles(in, 1)[0];
    return new TopicModel.Parameters(
        new LabelDirections(centre, meanings),
        weights,
        biases,
        none,
        thresholds,
        sizes.features < 0 ? null : lexical(in, sizes));
  }

  private static LexicalModel lexical(ByteBuffer in, Sizes sizes) throws Unreadable {
    long[] features = new long[sizes.features];
    for (int i = 0; i < features.length; i++) {
      features[i] = in.getLong();
      if (i > 0 && features[i] <= features[i - 1]) {
        throw new Unreadable("has features that are not in order");
      }
    }
    double[] inverseFrequencies = doubles(in, sizes.features);
    double ofUnknown = doubles(in, 1)[0];
    float[] weights = new float[sizes.features * sizes.labels];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.getFloat();
      checkFinite(weights[i]);
    }
    return new LexicalModel(
        new LexicalVocabulary(features, inverseFrequencies, ofUnknown), weights, sizes.labels);
  }

  private static LabelSet labels(JsonNode header) throws Unreadable {
    List<Label> labels = new ArrayList<>();
    for (JsonNode row : field(header, "labels")) {
      String id = field(row, "label").asText();
      if (id.isBlank()) {
        throw new Unreadable("has a label without an id");
      }
      JsonNode parent = row.path("parent");
      labels.add(
          new Label(
              id,
              field(row, "name").asText(),
              field(row, "description").asText(),
              parent.isTextual() ? parent.asText() : null));
    }
    return LabelSet.of(labels);
  }

  private static JsonNode field(JsonNode object, String name) throws Unreadable {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      throw new Unreadable("has no \"" + name + "\" in its header");
    }
    return value;
  }

  private static int integer(JsonNode header, String name, int least) throws Unreadable {
    JsonNode value = field(header, name);
    if (!value.canConvertToInt() || value.asInt() < least) {
      throw new Unreadable("has no possible \"" + name + "\" in its header");
    }
    return value.asInt();
  }

  private static byte[] take(ByteBuffer in, byte[] bytes) {
    in.get(bytes);
    return bytes;
  }

  private static double[][] doubles(ByteBuffer in, int rows, int columns) throws Unreadable {
    double[][] values = new double[rows][];
    for (int i = 0; i < rows; i++) {
      values[i] = doubles(in, columns);
    }
    return values;
  }

  private static double[] doubles(ByteBuffer in, int count) throws Unreadable {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.getDouble();
      checkFinite(values[i]);
    }
    return values;
  }

  private static void checkFinite(double value) throws Unreadable {
    if (!Double.isFinite(value)) {
      throw new Unreadable("has a number that is not finite");
    }
  }

  private static void put(ByteBuffer out, double[][] rows) {
    for (double[] row : rows) {
      put(out, row);
    }
  }

  private static void put(ByteBuffer out, double[] values) {
    for (double value : values) {
      out.putDouble(value);
    }
  }

  private static byte[] sha256(byte[] content, int length) {
    MessageDigest digest = Sha256.begin();
    digest.update(content, 0, length);
    return digest.digest();
  }
}
