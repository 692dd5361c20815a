package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive that could run anything but the converter's own code is refused. */
class ConvertedArchiveTest {

  private static final String CODE = "model/code/__torch__.py";
  private static final String PICKLE = "model/data.pkl";

  private final Map<String, byte[]> entries = TinyArchive.entries();

  /** The archives of the models' jars are written by the converter in this build. */
  @ParameterizedTest
  @ValueSource(strings = {"minilm-l6", "e5-small", "bge-small"})
  void takesWhatTheConverterWrites(String name) throws IOException {
    ModelCard card = ModelFiles.named(name).card();
    try (InputStream in =
        ModelFiles.class.getResourceAsStream(
            "/dev/headnote/models/" + name + "/" + card.weightsFile())) {
      ByteBuffer archive = ByteBuffer.wrap(Objects.requireNonNull(in).readAllBytes());
      assertThatCode(() -> ConvertedArchive.check(archive, card.dimensions(), card.maxTokens()))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void takesATinyOneThatIsLaidOutInTheSameWay() {
    assertThatCode(() -> check(TinyArchive.zip(entries))).doesNotThrowAnyException();
  }

  @Test
  void refusesOtherCode() {
    entries.computeIfPresent(CODE, (name, code) -> append(code, "\n"));
    assertRefused("code/__torch__.py");
  }

  @Test
  void refusesOtherCodeForOtherDevices() {
    entries.computeIfPresent("model/extra/plain.py", (name, code) -> append(code, "\n"));
    assertRefused("extra/plain.py");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model/code/__torch__/evil.py",
        "model/code/__TORCH__.py",
        "model/code/__torch__.py.debug_pkl",
        "model/DATA.PKL",
        "model/attributes.pkl",
        "model/data/21",
        "model/.data/version",
        "model/../../x",
        "other/data.pkl"
      })
  void refusesEntriesThatTheConverterDoesNotWrite(String name) {
    entries.put(name, new byte[] {1});
    assertRefused("an entry that the converter does not write");
  }

  @Test
  void refusesConstantsOfOtherKinds() {
    entries.put("model/constants.pkl", "\u0080\u0002cos\nsystem\n)R.".getBytes(latin1()));
    assertRefused("constants.pkl");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PICKLE,
        CODE,
        "model/extra/plain.py",
        "model/version",
        "model/byteorder",
        "model/data/20"
      })
  void refusesAnArchiveThatLacksSomething(String name) {
    entries.remove(name);
    assertRefused("it has no " + name.substring("model/".length()));
  }

  /** Each stands in the pickle, and is replaced by something of the same length. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "__torch__;Encoder | __torch__;Deleter",
        "torch._utils;_rebuild_tensor_v2 | torch._utils;_rebuild_parameter",
        "collections;OrderedDict | collections;defaultdict",
        "torch;HalfStorage | torch;LongStorage",
        "cpu | gpu",
        "weights | biasses"
      })
  void refusesAPickleThatNamesAnythingElse(String part, String other) {
    String pickle = new String(entries.get(PICKLE), latin1());
    String wanted = part.replace(';', '\n');
    assertThat(pickle).contains(wanted);
    entries.put(PICKLE, pickle.replace(wanted, other.replace(';', '\n')).getBytes(latin1()));
    assertRefused("data.pkl is not as the converter writes it");
  }

  /** Also the sizes in it, which PyTorch believes: they could lead it beyond a weight's end. */
  @Test
  void refusesAPickleWithAnyByteChanged() {
    byte[] pickle = entries.get(PICKLE);
    int taken = 0;
    for (int at = 0; at < pickle.length; at++) {
      byte[] changed = pickle.clone();
      changed[at] ^= 1;
      entries.put(PICKLE, changed);
      try {
        check(TinyArchive.zip(entries));
        taken++;
      } catch (IOException e) {
        assertThat(e).hasMessageMatching("(?s)its data.pkl .*|data/\\d+ has \\d+ bytes|it has .*");
      }
    }
    assertThat(taken).as("the last bits of epsilon and of the pooling").isBetween(1, 9);
  }

  @Test
  void refusesAPickleThatIsCutOffOrGoesOn() {
    byte[] pickle = entries.get(PICKLE);
    for (int length = 0; length < pickle.length; length += 7) {
      entries.put(PICKLE, Arrays.copyOf(pickle, length));
      assertRefused("data.pkl");
    }
    entries.put(PICKLE, append(pickle, "."));
    assertRefused("data.pkl");
  }

  @Test
  void refusesAWeightThatIsShorterThanThePickleSays() {
    entries.put("model/data/3", new byte[2]);
    assertRefused("data/3 has 2 bytes");
  }

  @Test
  void refusesAnArchiveOfOtherSizesThanModelJsonSays() {
    ByteBuffer archive = ByteBuffer.wrap(TinyArchive.zip(entries));
    assertThatThrownBy(() -> ConvertedArchive.check(archive, 8, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("2 dimensions and 3 positions");
    assertThatThrownBy(() -> ConvertedArchive.check(archive, 2, 4)).isInstanceOf(IOException.class);
  }

  /** PyTorch goes by the directory at the end, other readers by the entries. */
  @Test
  void refusesADirectoryThatNamesOtherContent() {
    Map<String, byte[]> two = new LinkedHashMap<>();
    two.put("a", new byte[] {1});
    two.put("b", new byte[] {2});
    byte[] zip = TinyArchive.zip(two);
    List<Integer> directory = TinyArchive.positions(zip, new byte[] {'P', 'K', 1, 2});
    int first = directory.get(0);
    int second = directory.get(1);
    byte[] swapped = zip.clone();
    swapped[first + 46] = 'b';
    swapped[second + 46] = 'a';
    assertNoZip(swapped, "directory");
    byte[] moved = zip.clone();
    moved[first + 42] = zip[second + 42];
    assertNoZip(moved, "directory");
    byte[] longer = zip.clone();
    longer[first + 20]++;
    longer[first + 24]++;
    assertNoZip(longer, "directory");
  }

  @Test
  void refusesWhatStandsBeforeBetweenOrAfterTheEntries() throws IOException {
    byte[] zip = TinyArchive.zip(entries);
    assertNoZip(append(zip, "x"), "more in it");
    assertNoZip(append("x".getBytes(latin1()), new String(zip, latin1())), "more in it");
    assertNoZip(append(zip, new String(zip, latin1())), "more in it");
    byte[] commented = append(zip, "comment");
    ByteBuffer.wrap(commented).order(ByteOrder.LITTLE_ENDIAN).putShort(zip.length - 2, (short) 7);
    assertNoZip(commented, "more in it");
    assertNoZip(new byte[0], "more in it");
  }

  @Test
  void refusesEntriesThatArePacked() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.write(1);
    }
    assertNoZip(bytes.toByteArray(), "packed");
  }

  /** The second of two entries of one name. */
  @Test
  void refusesANameThatComesTwice() {
    Map<String, byte[]> two = new LinkedHashMap<>();
    two.put("a", new byte[] {1});
    two.put("b", new byte[] {2});
    byte[] zip = TinyArchive.zip(two);
    for (int at : TinyArchive.positions(zip, new byte[] {'b', 'F', 'B'})) {
      zip[at] = 'a';
    }
    assertNoZip(zip, "twice");
  }

  @Test
  void refusesAZipWithAnyByteOfItsStructureChanged() {
    Map<String, byte[]> one = Map.of("name", new byte[] {1, 2, 3});
    byte[] zip = TinyArchive.zip(one);
    // Versions, times, checksums and the attributes of other systems say nothing of what is read.
    int taken = 0;
    for (int at = 0; at < zip.length; at++) {
      byte[] changed = zip.clone();
      changed[at] ^= 0x40;
      try {
        Map<String, ByteBuffer> read = StoredZip.read(ByteBuffer.wrap(changed));
        assertThat(read).hasSize(1).containsOnlyKeys("name");
        taken++;
      } catch (IOException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
    assertThat(taken).isEqualTo(3 + 2 + 4 + 2 + 2 + 4 + 2);
  }

  @Test
  void readsAFileThatIsMapped(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("a.pt"), TinyArchive.zip(entries));
    try (var channel = java.nio.channels.FileChannel.open(file)) {
      ByteBuffer mapped =
          channel.map(java.nio.channels.FileChannel.MapMode.READ_ONLY, 0, channel.size());
      assertThatCode(() -> ConvertedArchive.check(mapped, 2, 3)).doesNotThrowAnyException();
    }
  }

  private void assertRefused(String reason) {
    assertThatThrownBy(() -> check(TinyArchive.zip(entries)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(reason);
  }

  private static void assertNoZip(byte[] zip, String reason) {
    assertThatThrownBy(() -> StoredZip.read(ByteBuffer.wrap(zip)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(reason);
  }

  private static void check(byte[] archive) throws IOException {
    ConvertedArchive.check(ByteBuffer.wrap(archive), TinyArchive.DIMENSIONS, TinyArchive.POSITIONS);
  }

  private static java.nio.charset.Charset latin1() {
    return StandardCharsets.ISO_8859_1;
  }

  private static byte[] append(byte[] bytes, String more) {
    byte[] all = Arrays.copyOf(bytes, bytes.length + more.length());
    System.arraycopy(more.getBytes(latin1()), 0, all, bytes.length, more.length());
    return all;
  }
}
