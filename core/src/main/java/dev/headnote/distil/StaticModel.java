package dev.headnote.distil;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.StaticTable;
import dev.headnote.file.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** A distilled model, as a folder that can be loaded holds it. Immutable. */
public final class StaticModel {

  private static final String TABLE = "table.bin";
  private static final String VOCABULARY = "vocab.txt";
  private static final int FORMAT_VERSION = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final byte[] vocabulary;
  private final StaticTable table;
  private final int texts;
  private final Recipe recipe;

  /**
   * @param vocabulary UTF-8, a token a line, in the order of the table's rows; kept
   * @param table its numbers
   * @param texts how many texts it was learned from
   * @param recipe the settings
   */
  StaticModel(byte[] vocabulary, StaticTable table, int texts, Recipe recipe) {
    this.vocabulary = vocabulary;
    this.table = table;
    this.texts = texts;
    this.recipe = recipe;
  }

  /**
   * What there is to say of a model.
   *
   * @param name the model's name
   * @param description one line on what it is
   * @param licence of the table
   * @param teachers the encoders
   * @param corpora the files of texts
   * @param command the command line that makes it again
   */
  public record Card(
      String name,
      String description,
      String licence,
      List<Teacher> teachers,
      List<Corpus> corpora,
      String command) {

    public Card {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(licence, "licence");
      teachers = List.copyOf(Objects.requireNonNull(teachers, "teachers"));
      corpora = List.copyOf(Objects.requireNonNull(corpora, "corpora"));
      Objects.requireNonNull(command, "command");
    }
  }

  /**
   * An encoder that was distilled.
   *
   * @param name its name
   * @param weightsSha256 64 hexadecimal digits
   * @param precision what its matrices were multiplied in, which moves a table's last digits
   */
  public record Teacher(String name, String weightsSha256, String precision) {

    public Teacher {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(weightsSha256, "weightsSha256");
      Objects.requireNonNull(precision, "precision");
    }
  }

  /**
   * A file of texts.
   *
   * @param file its name
   * @param rows how many articles were read from it
   * @param sha256 64 hexadecimal digits
   */
  public record Corpus(String file, long rows, String sha256) {

    public Corpus {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(sha256, "sha256");
    }
  }

  /** The table. */
  public StaticTable table() {
    return table;
  }

  /** The vocabulary: UTF-8, a token a line, in the order of the table's rows. */
  public byte[] vocabulary() {
    return vocabulary.clone();
  }

  /**
   * Writes a folder that can be loaded as a model.
   *
   * @param folder made if it isn't there; its files of the same names are replaced
   * @param card what to say of the model
   * @throws HeadnoteException with code INVALID_INPUT if the folder cannot be written
   */
  public void writeTo(Path folder, Card card) {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(card, "card");
    byte[] numbers = table.toBytes();
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(TABLE), numbers);
      Files.write(folder.resolve(VOCABULARY), vocabulary);
      Files.write(folder.resolve("model.json"), json(numbers, card));
    } catch (IOException e) {
      throw new HeadnoteException(
          Code.INVALID_INPUT, folder + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private byte[] json(byte[] numbers, Card card) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("formatVersion", FORMAT_VERSION)
        .put("kind", "static")
        .put("name", card.name())
        .put("description", card.description())
        .put("origin", origin(card))
        .put("licence", card.licence())
        .put("dimensions", table.dimensions());
    putFile(json.putObject("table"), TABLE, numbers);
    putFile(json.putObject("vocabulary"), VOCABULARY, vocabulary);
    putProvenance(json, card);
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    byte[] text =
        JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
            .writeValueAsBytes(json);
    byte[] file = Arrays.copyOf(text, text.length + 1);
    file[text.length] = '\n';
    return file;
  }

  private static String origin(Card card) {
    return "distilled from "
        + card.teachers().stream().map(Teacher::name).collect(Collectors.joining(" and "));
  }

  private static void putFile(ObjectNode json, String file, byte[] content) {
    CRC32 crc32 = new CRC32();
    crc32.update(content);
    json.put("file", file)
        .put("sha256", HexFormat.of().formatHex(Sha256.begin().digest(content)))
        .put("crc32", crc32.getValue());
  }

  private void putProvenance(ObjectNode json, Card card) {
    ArrayNode teachers = json.putArray("teachers");
    for (Teacher teacher : card.teachers()) {
      teachers
          .addObject()
          .put("name", teacher.name())
          .put("sha256", teacher.weightsSha256())
          .put("precision", teacher.precision());
    }
    ArrayNode corpora = json.putArray("corpora");
    for (Corpus corpus : card.corpora()) {
      corpora
          .addObject()
          .put("file", corpus.file())
          .put("rows", corpus.rows())
          .put("sha256", corpus.sha256());
    }
    json.put("texts", texts);
    json.putObject("recipe")
        .put("seed", recipe.seed())
        .put("pull", recipe.pull())
        .put("steps", recipe.steps())
        .put("priorFrequency", recipe.priorFrequency())
        .put("learnedFrequency", recipe.learnedFrequency())
        .put("flattening", recipe.flattening());
    json.put("command", card.command());
  }
}
