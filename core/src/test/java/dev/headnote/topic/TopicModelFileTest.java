package dev.headnote.topic;

import static dev.headnote.topic.TopicModelFileFuzzTest.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A topic model's file: what is written is read, and nothing else. */
class TopicModelFileTest {

  /** Magic, version and header's length. */
  private static final int BEFORE_HEADER = 16;

  @TempDir private Path folder;

  @Test
  void readsWhatItWroteBitForBit() {
    for (int examples : new int[] {6, 200}) {
      for (boolean multiLabel : new boolean[] {false, true}) {
        TopicModel model =
            TopicTrainerTest.train(TopicTrainerTest.examples(examples, 1, 1), multiLabel);
        Path file = folder.resolve("model.topics");
        model.save(file);
        TopicModel read = TopicModel.load(file);

        assertThat(TopicModelFile.toBytes(read)).isEqualTo(TopicModelFile.toBytes(model));
        assertThat(read.provenance()).isEqualTo(model.provenance());
        assertThat(read.labels().labels()).isEqualTo(model.labels().labels());
        for (TopicTrainerTest.Example example : TopicTrainerTest.examples(5, 9, 1)) {
          assertThat(classify(read, example)).isEqualTo(classify(model, example));
        }
      }
    }
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".partial"));
  }

  private static Topics classify(TopicModel model, TopicTrainerTest.Example example) {
    return new TopicClassifier(model, TopicTrainerTest.ENCODER, TopicOptions.defaults())
        .classify(example.article());
  }

  /** As they were before there was adapting. */
  @Test
  void readsFilesThatDoNotCountUnlabelledArticles() throws IOException {
    byte[] written =
        TopicModelFile.toBytes(TopicTrainerTest.train(TopicTrainerTest.examples(6, 1, 1), false));
    String content = new String(written, StandardCharsets.ISO_8859_1);
    String field = "\"unlabelled\":0,";
    assertThat(content).contains(field);
    byte[] before =
        content.replace(field, " ".repeat(field.length())).getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("before.topics"), signed(before));

    assertThat(TopicModel.load(file).provenance().unlabelled()).isZero();
    assertThat(TopicModel.load(file).provenance().examples()).isEqualTo(6);
  }

  @Test
  void keepsParentsAndDescriptions() {
    LabelSet labels =
        LabelSet.of(
            List.of(new Label("a", "first", "of all", null), new Label("b", "second", "", "a")));
    TopicTrainer trainer = new TopicTrainer(labels, TopicTrainerTest.ENCODER, false, 1);
    trainer.add(TopicTrainerTest.ENCODER.article(null, "goal"), Set.of("b"));
    Path file = folder.resolve("model.topics");
    trainer.train((stage, done, total) -> {}).save(file);

    assertThat(TopicModel.load(file).labels().labels()).isEqualTo(labels.labels());
  }

  @Test
  void namesTheFileAndTheReason() throws IOException {
    assertDamaged(new byte[0], "is not a topic model");
    assertDamaged(
        "a text that is long enough to hold all".repeat(9).getBytes(StandardCharsets.UTF_8),
        "is not a topic model");
    byte[] good = content();
    byte[] later = good.clone();
    ByteBuffer.wrap(later).putInt(8, 2);
    assertDamaged(later, "version 2");
    byte[] flipped = good.clone();
    flipped[good.length / 2] ^= 1;
    assertDamaged(flipped, "SHA-256");
    assertDamaged(Arrays.copyOf(good, good.length - 1), "SHA-256");

    Path none = folder.resolve("none.topics");
    assertThatThrownBy(() -> TopicModel.load(none))
        .isInstanceOfSatisfying(
            HeadnoteException.class,
            e -> {
              assertThat(e.code()).isEqualTo(Code.MODEL_NOT_FOUND);
              assertThat(e.action()).contains(" file ");
            })
        .hasMessageContaining("none.topics");
  }

  /** Nobody who can't write a topic model has to give a text. */
  @Test
  void helpsWithTheFileThatItCanNotWrite() {
    TopicModel model = TopicTrainerTest.train(TopicTrainerTest.examples(6, 1, 1), false);

    assertThatThrownBy(() -> model.save(folder.resolve("missing/news.topics")))
        .isInstanceOfSatisfying(
            HeadnoteException.class,
            e -> assertThat(e.action()).doesNotStartWith("give a text").contains("file"));
  }

  /** Signed anew, so that the SHA-256 is right. */
  @Test
  void trustsNoHeaderThatIsSigned() throws IOException {
    byte[] good = content();
    assertDamaged(signed(with(good, 12, Integer.MAX_VALUE)), "header");
    assertDamaged(signed(with(good, 12, -1)), "header");
    assertDamaged(signed(with(good, 12, 3)), "");
    for (String[] change :
        new String[][] {
          {"\"dimensions\":256", "\"dimensions\":257", "another size"},
          {"\"dimensions\":256", "\"dimensions\":-56", "dimensions"},
          {"\"meanings\":3", "\"meanings\":1", "meanings"},
          {"\"label\":\"gamma\"", "\"label\":\"alpha\"", "twice"},
          {"\"label\":\"beta\"", "\"label\":\"    \"", "label"},
          {"\"encoder\"", "\"uncoder\"", "encoder"},
          {"\"provenance\"", "\"provonance\"", "provenance"},
          {"\"seed\":1", "\"seed\":[", ""},
        }) {
      String header = new String(good, StandardCharsets.ISO_8859_1);
      assertThat(header).contains(change[0]);
      byte[] changed = header.replace(change[0], change[1]).getBytes(StandardCharsets.ISO_8859_1);
      assertDamaged(signed(changed), change[2]);
    }
    byte[] infinite = good.clone();
    int body = BEFORE_HEADER + ByteBuffer.wrap(good).getInt(12);
    ByteBuffer.wrap(infinite).putDouble(body, Double.POSITIVE_INFINITY);
    assertDamaged(signed(infinite), "finite");
  }

  /** Bytes at random places, and cut short: a clear error, whatever they were. */
  @Test
  void givesAClearErrorForAnyDamageThatIsSigned() throws IOException {
    byte[] good = content();
    Random random = new Random(1);
    int header = ByteBuffer.wrap(good).getInt(12);
    for (int i = 0; i < 300; i++) {
      byte[] changed = good.clone();
      for (int k = 0; k < 3; k++) {
        changed[8 + random.nextInt(8 + header)] = (byte) random.nextInt();
      }
      if (i % 3 == 0) {
        changed = Arrays.copyOf(changed, BEFORE_HEADER + 32 + random.nextInt(good.length - 48));
      }
      Path file = Files.write(folder.resolve("random.topics"), signed(changed));
      try {
        TopicModel.load(file);
      } catch (HeadnoteException e) {
        assertThat(e.code()).isEqualTo(Code.MODEL_DAMAGED);
        assertThat(e).hasMessageContaining("random.topics");
      }
    }
  }

  @Test
  void saysWhenItCanNotBeWritten() {
    TopicModel model = TopicTrainerTest.train(TopicTrainerTest.examples(6, 1, 1), false);

    assertThatThrownBy(() -> model.save(folder.resolve("missing").resolve("model.topics")))
        .isInstanceOf(HeadnoteException.class)
        .hasMessageContaining("cannot be written");
  }

  private static byte[] content() {
    return TopicModelFile.toBytes(
        TopicTrainerTest.train(TopicTrainerTest.examples(6, 1, 1), false));
  }

  private static byte[] with(byte[] content, int at, int value) {
    byte[] changed = content.clone();
    ByteBuffer.wrap(changed).putInt(at, value);
    return changed;
  }

  private void assertDamaged(byte[] content, String reason) throws IOException {
    Path file = Files.write(folder.resolve("damaged.topics"), content);
    assertThatThrownBy(() -> TopicModel.load(file))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_DAMAGED))
        .hasMessageContainingAll("damaged.topics", reason);
  }
}
