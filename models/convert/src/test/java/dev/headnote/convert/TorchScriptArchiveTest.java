package dev.headnote.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchScriptArchiveTest {
  @TempDir Path folder;

  private Path write(TinyBert bert, Storage storage, String name) throws Exception {
    BertWeights weights = BertWeights.of(OnnxModel.read("tiny.onnx", bert.toBuffer()), 0);
    Path file = folder.resolve(name);
    new TorchScriptArchive(weights, Pooling.MEAN, storage).write(file);
    return file;
  }

  @Test
  void entriesAreStoredAndStartAtMultiplesOf64() throws Exception {
    ByteBuffer file =
        ByteBuffer.wrap(Files.readAllBytes(write(new TinyBert(), Storage.FP32, "a.pt")))
            .order(ByteOrder.LITTLE_ENDIAN);
    List<String> names = new ArrayList<>();
    int at = 0;
    while (file.getInt(at) == 0x04034b50) {
      assertThat(file.getShort(at + 6) & 8).as("sizes stand in the header").isZero();
      assertThat(file.getShort(at + 8)).as("stored").isZero();
      int size = file.getInt(at + 18);
      int nameLength = file.getShort(at + 26);
      int extraLength = file.getShort(at + 28);
      byte[] name = new byte[nameLength];
      file.get(at + 30, name);
      names.add(new String(name, StandardCharsets.UTF_8));
      assertThat((char) file.get(at + 30 + nameLength)).isEqualTo('F');
      assertThat((char) file.get(at + 31 + nameLength)).isEqualTo('B');
      int content = at + 30 + nameLength + extraLength;
      assertThat(content % 64).as("%s", names).isZero();
      at = content + size;
    }
    assertThat(file.getInt(at)).as("the directory follows").isEqualTo(0x02014b50);
    assertThat(names)
        .startsWith("model/data.pkl", "model/code/__torch__.py", "model/extra/plain.py")
        .contains("model/constants.pkl", "model/byteorder", "model/data/0", "model/data/36")
        .endsWith("model/version")
        .hasSize(37 + 6);
  }

  @Test
  void tensorsHoldTheWeightsInTheirStorage() throws Exception {
    TinyBert bert = new TinyBert();
    for (Storage storage : Storage.values()) {
      try (ZipFile zip = new ZipFile(write(bert, storage, storage + ".pt").toFile())) {
        ZipEntry entry = zip.getEntry("model/data/0");
        ByteBuffer data =
            ByteBuffer.wrap(zip.getInputStream(entry).readAllBytes())
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float expected : bert.values("embeddings.word_embeddings.weight")) {
          float actual = storage == Storage.FP32 ? data.getFloat() : Half.toFloat(data.getShort());
          assertThat(actual).isEqualTo(expected);
        }
        assertThat(data.hasRemaining()).isFalse();
        bert = new TinyBert();
      }
    }
  }

  @Test
  void thePickleNamesTheClassAndTheStorages() throws Exception {
    try (ZipFile zip = new ZipFile(write(new TinyBert(), Storage.FP16, "a.pt").toFile())) {
      byte[] pickle = zip.getInputStream(zip.getEntry("model/data.pkl")).readAllBytes();
      String text = new String(pickle, StandardCharsets.ISO_8859_1);
      assertThat(text).startsWith("\u0080\2c__torch__\nEncoder\n)\u0081}(").endsWith("ub.");
      assertThat(text).contains("ctorch\nHalfStorage\n").doesNotContain("FloatStorage");
      assertThat(text.split("_rebuild_tensor_v2", -1)).hasSize(37 + 1);
    }
  }

  @Test
  void bytesDependOnTheWeightsAlone() throws Exception {
    byte[] first = Files.readAllBytes(write(new TinyBert(), Storage.FP16, "a.pt"));
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(write(new TinyBert(), Storage.FP16, "b.pt")).hasBinaryContent(first);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void aWeightBeyondHalfPrecisionIsRefused() throws Exception {
    ByteBuffer data = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, 7e4f);
    OnnxTensor tensor = new OnnxTensor("w", new long[] {1}, OnnxTensor.FLOAT, data);
    assertThatThrownBy(() -> TorchScriptArchive.elements(tensor, Storage.FP16))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("fp32 storage");
    assertThat(TorchScriptArchive.elements(tensor, Storage.FP32)).hasSize(4);
  }
}
