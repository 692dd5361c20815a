package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A model is found or named as missing, and none of its files is used unless it is the right one.
 */
class ModelFilesTest {

  private static final String REMEDY = "install or convert the model again";
  private static final byte[] ARCHIVE = "archive".getBytes(StandardCharsets.UTF_8);
  private static final byte[] TOKENIZER = "tokenizer".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @BeforeEach
  void writeModel() throws IOException {
    Files.write(folder.resolve("model.pt"), ARCHIVE);
    Files.write(folder.resolve("tokenizer.json"), TOKENIZER);
    Files.writeString(folder.resolve("model.json"), card());
  }

  @Test
  void verifiesFilesWithoutLoadingThem() throws IOException {
    ModelFiles files = ModelFiles.in(folder);
    files.verify();

    Files.write(folder.resolve("tokenizer.json"), new byte[] {1});
    assertThatThrownBy(files::verify)
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_DAMAGED))
        .hasMessageContaining("tokenizer.json has the SHA-256");

    Files.delete(folder.resolve("model.pt"));
    assertThatThrownBy(files::verify)
        .hasMessageContaining("model.pt cannot be read: it is missing");
  }

  @Test
  void knowsWhichModelsAreThere() {
    assertThat(ModelFiles.available()).allMatch(ModelFiles::isAvailable);
    assertThat(ModelFiles.isAvailable("nope")).isFalse();
    assertThat(ModelFiles.isAvailable("../instant")).isFalse();
    assertThat(ModelFiles.isAvailable("")).isFalse();
  }

  @Test
  void readsAFolderWhoseFilesAreRight() {
    ModelFiles files = ModelFiles.in(folder, Set.of(sha256(ARCHIVE)));

    assertThat(files.weights()).isEqualTo(ARCHIVE);
    assertThat(files.tokenizer()).isEqualTo(TOKENIZER);
    assertThat(files.card())
        .isEqualTo(
            new ModelCard(
                ModelCard.Kind.TRANSFORMER,
                "tiny",
                "",
                "",
                "MIT",
                4,
                "query: ",
                16,
                0.5,
                "model.pt",
                sha256(ARCHIVE),
                "tokenizer.json",
                sha256(TOKENIZER)));
  }

  @Test
  void namesAFolderWithoutAModel() throws IOException {
    Files.delete(folder.resolve("model.json"));
    Path missing = folder.resolve("no-such-folder");

    assertFails(
        () -> ModelFiles.in(folder),
        Code.MODEL_NOT_FOUND,
        folder.toString(),
        "model.json",
        "converter");
    assertFails(() -> ModelFiles.in(missing), Code.MODEL_NOT_FOUND, missing.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "{\"formatVersion\": 1", "{'formatVersion': 1}"})
  void refusesACardThatIsNotJson(String content) throws IOException {
    Files.writeString(folder.resolve("model.json"), content);

    assertDamaged(() -> ModelFiles.in(folder), "model.json", "not JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "0", "null", "\"new\""})
  void refusesACardOfAnotherVersion(String version) throws IOException {
    Files.writeString(
        folder.resolve("model.json"),
        card().replace("\"formatVersion\": 1", "\"formatVersion\": " + version));

    assertDamaged(() -> ModelFiles.in(folder), "model.json", "formatVersion " + version, "reads 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}"})
  void refusesACardWithoutAVersion(String content) throws IOException {
    Files.writeString(folder.resolve("model.json"), content);

    assertDamaged(() -> ModelFiles.in(folder), "model.json", "formatVersion");
  }

  @ParameterizedTest
  @CsvSource({
    "name,/name",
    "dimensions,/dimensions",
    "maxTokens,/maxTokens",
    "archive,/archive/file",
    "tokenizer,/tokenizer/file"
  })
  void namesWhatACardLacks(String key, String pointer) throws IOException {
    Files.writeString(
        folder.resolve("model.json"), card().replace("\"" + key + "\":", "\"other\":"));

    assertDamaged(() -> ModelFiles.in(folder), "model.json", pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-4", "1e12", "\"4\""})
  void refusesDimensionsThatAreNone(String dimensions) throws IOException {
    Files.writeString(
        folder.resolve("model.json"),
        card().replace("\"dimensions\": 4", "\"dimensions\": " + dimensions));

    assertDamaged(() -> ModelFiles.in(folder), "model.json", "/dimensions");
  }

  @Test
  void readsAStaticModel() throws IOException {
    Files.writeString(folder.resolve("model.json"), staticCard("static"));
    ModelCard card = ModelFiles.in(folder).card();

    assertThat(card.kind()).isEqualTo(ModelCard.Kind.STATIC);
    assertThat(card.weightsFile()).isEqualTo("model.pt");
    assertThat(card.tokenizerFile()).isEqualTo("tokenizer.json");
    assertThat(card.prefix()).isEmpty();
    assertThat(card.maxTokens()).isEqualTo(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"dimensions,/dimensions", "table,/table/file", "vocabulary,/vocabulary/file"})
  void namesWhatTheCardOfAStaticModelLacks(String key, String pointer) throws IOException {
    Files.writeString(
        folder.resolve("model.json"),
        staticCard("static").replace("\"" + key + "\":", "\"other\":"));

    assertDamaged(() -> ModelFiles.in(folder), "model.json", pointer);
  }

  @Test
  void readsNoTableThatIsNotTheOneOfTheCard() throws IOException {
    Files.writeString(folder.resolve("model.json"), staticCard("static"));
    Files.write(folder.resolve("model.pt"), TOKENIZER);
    ModelFiles files = ModelFiles.in(folder);

    assertDamaged(files::weights, "model.pt", sha256(TOKENIZER), sha256(ARCHIVE));
  }

  @Test
  void checksAStaticModelByTheCrc32OfItsCard() throws IOException {
    CRC32 crc32 = new CRC32();
    crc32.update(ARCHIVE);
    String card =
        staticCard("static")
            .replace("\"model.pt\",", "\"model.pt\", \"crc32\": " + crc32.getValue() + ",")
            .replace(sha256(ARCHIVE), sha256(TOKENIZER));
    Files.writeString(folder.resolve("model.json"), card);
    ModelFiles files = ModelFiles.in(folder);
    assertThat(files.weights()).isEqualTo(ARCHIVE);

    Files.write(folder.resolve("model.pt"), TOKENIZER);
    assertDamaged(files::weights, "model.pt", "CRC-32", "" + crc32.getValue());
  }

  /** Its archive holds code. */
  @Test
  void checksATransformerByItsSha256Alone() throws IOException {
    CRC32 crc32 = new CRC32();
    crc32.update(TOKENIZER);
    Files.writeString(
        folder.resolve("model.json"),
        card().replace("\"model.pt\",", "\"model.pt\", \"crc32\": " + crc32.getValue() + ","));
    Files.write(folder.resolve("model.pt"), TOKENIZER);

    assertDamaged(ModelFiles.in(folder)::weights, "model.pt", sha256(TOKENIZER));
  }

  @Test
  void refusesAKindOfModelThatItDoesNotKnow() throws IOException {
    Files.writeString(folder.resolve("model.json"), staticCard("quantum"));

    assertDamaged(() -> ModelFiles.in(folder), "model.json", "kind quantum", "static");
  }

  @Test
  void takesTheWordPiecesOfNeitherKindFromWhatIsNone() throws IOException {
    assertFails(() -> ModelFiles.in(folder).wordPieces(), Code.MODEL_DAMAGED, "tokenizer");
    Files.writeString(folder.resolve("model.json"), staticCard("static"));
    assertFails(() -> ModelFiles.in(folder).wordPieces(), Code.MODEL_DAMAGED, "[UNK]");
  }

  /** A static model whose table is the archive and whose vocabulary is the tokenizer. */
  private static String staticCard(String kind) {
    return card()
        .replace("\"formatVersion\": 1", "\"formatVersion\": 1, \"kind\": \"" + kind + "\"")
        .replace("\"archive\":", "\"table\":")
        .replace("\"tokenizer\":", "\"vocabulary\":");
  }

  @Test
  void refusesAFileThatIsNotTheOneOfTheCard() throws IOException {
    byte[] flipped = ARCHIVE.clone();
    flipped[3] ^= 1;
    Files.write(folder.resolve("model.pt"), flipped);
    Files.write(folder.resolve("tokenizer.json"), new byte[0]);
    ModelFiles files = ModelFiles.in(folder);

    assertDamaged(files::weights, "model.pt", sha256(flipped), sha256(ARCHIVE));
    assertDamaged(files::tokenizer, "tokenizer.json", sha256(TOKENIZER));
  }

  @Test
  void copiesTheArchiveToAFileOfItsOwn() throws IOException {
    ModelFiles files = ModelFiles.in(folder, Set.of(sha256(ARCHIVE)));
    Path copy = Objects.requireNonNull(files.archiveCopy(() -> {}));
    try {
      assertThat(copy).hasBinaryContent(ARCHIVE);
      assertThat(copy.getParent()).isNotEqualTo(folder);
    } finally {
      ModelFiles.delete(copy);
    }
    assertThat(copy).doesNotExist();
  }

  /** Whatever model.json says: it comes with the model. */
  @Test
  void takesNoArchiveWithCodeOfOthersUnlessItIsTrusted() {
    for (Set<String> trusted : List.of(Set.<String>of(), Set.of(sha256(TOKENIZER)))) {
      ModelFiles files = ModelFiles.in(folder, trusted);
      String[] parts = {folder.toString(), "model.pt", "any code", "--trust " + sha256(ARCHIVE)};
      assertFails(files::weights, Code.MODEL_UNTRUSTED, parts);
      assertFails(() -> files.archiveCopy(() -> {}), Code.MODEL_UNTRUSTED, parts);
    }
  }

  @Test
  void takesWhatTheConverterWrites() throws IOException {
    byte[] archive = TinyArchive.zip(TinyArchive.entries());
    Files.write(folder.resolve("model.pt"), archive);
    Files.writeString(
        folder.resolve("model.json"),
        card()
            .replace(sha256(ARCHIVE), sha256(archive))
            .replace("\"dimensions\": 4", "\"dimensions\": " + TinyArchive.DIMENSIONS)
            .replace("\"maxTokens\": 16", "\"maxTokens\": " + TinyArchive.POSITIONS));
    ModelFiles files = ModelFiles.in(folder);

    assertThat(files.weights()).isEqualTo(archive);
    Path copy = Objects.requireNonNull(files.archiveCopy(() -> {}));
    assertThat(copy).hasBinaryContent(archive);
    ModelFiles.delete(copy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../model.pt", "..", ".", "", "/etc/passwd", "a/b", "a\\\\b", "\\u0000", "c:d"})
  void takesNoFilesFromOutsideTheFolder(String name) throws IOException {
    Files.writeString(folder.resolve("model.json"), card().replace("model.pt", name));
    assertDamaged(() -> ModelFiles.in(folder), "model.json", "/archive/file");
    Files.writeString(folder.resolve("model.json"), card().replace("tokenizer.json", name));
    assertDamaged(() -> ModelFiles.in(folder), "model.json", "/tokenizer/file");
  }

  @Test
  void copiesNoArchiveThatIsNotTheOneOfTheCard() throws IOException {
    byte[] flipped = ARCHIVE.clone();
    flipped[3] ^= 1;
    Files.write(folder.resolve("model.pt"), flipped);
    ModelFiles files = ModelFiles.in(folder);

    assertDamaged(() -> files.archiveCopy(() -> {}), "model.pt", sha256(flipped), sha256(ARCHIVE));
    Files.delete(folder.resolve("model.pt"));
    assertDamaged(() -> files.archiveCopy(() -> {}), "model.pt", "cannot be read");
  }

  @Test
  void namesAFileThatIsMissing() throws IOException {
    Files.delete(folder.resolve("model.pt"));
    Files.delete(folder.resolve("tokenizer.json"));
    ModelFiles files = ModelFiles.in(folder);

    assertDamaged(files::weights, "model.pt", "cannot be read");
    assertDamaged(files::tokenizer, "tokenizer.json", "cannot be read");
  }

  @Test
  void saysWhyAFileCanNotBeReadAndNamesItOnce() throws IOException {
    Path file = folder.resolve("model.pt");
    Files.delete(file);
    Files.createSymbolicLink(file, file);
    ModelLocation location = ModelLocation.in(folder);

    assertThatThrownBy(ModelFiles.in(folder)::weights)
        .hasMessageContaining("model.pt cannot be read: Too many levels of symbolic links");
    assertThat(location.unreadable("model.pt", new AccessDeniedException(file.toString())))
        .hasMessageContaining("model.pt cannot be read: it is not yours to read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "..", ".", "", "a/b", "/etc", "minilm-l6/", "no-such-model", "x\\y"})
  void takesNoNameButThoseOnTheClassPath(String name) {
    assertFails(
        () -> ModelFiles.named(name),
        Code.MODEL_NOT_FOUND,
        "\"" + name + "\"",
        "minilm-l6",
        "folder");
  }

  @Test
  void findsTheModelsOfTheClassPath() {
    assertThat(ModelFiles.available()).contains("minilm-l6", "e5-small").isSorted();
    for (String name : ModelFiles.available()) {
      assertThat(ModelFiles.named(name).card().name()).isEqualTo(name);
    }
  }

  private void assertDamaged(ThrowingCallable call, String... parts) {
    assertFails(call, Code.MODEL_DAMAGED, parts);
    assertFails(call, Code.MODEL_DAMAGED, folder.toString(), REMEDY);
  }

  private static void assertFails(ThrowingCallable call, Code code, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContainingAll(parts);
  }

  private static String card() {
    return """
        {"formatVersion": 1, "name": "tiny", "licence": "MIT", "dimensions": 4,
         "prefix": "query: ", "maxTokens": 16, "spread": 0.5,
         "archive": {"file": "model.pt", "sha256": "%s"},
         "tokenizer": {"file": "tokenizer.json", "sha256": "%s"}}
        """
        .formatted(sha256(ARCHIVE), sha256(TOKENIZER));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
