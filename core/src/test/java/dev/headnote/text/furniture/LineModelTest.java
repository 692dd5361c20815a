package dev.headnote.text.furniture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.text.chars.ClassedText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LineModelTest {

  private static final String TEXT =
      "Get the app\n\nThe harbour bridge, which a storm bent two years ago, opened to cyclists on"
          + " Tuesday, and nobody fell in.\n\nShare this";

  private static byte[] bytes(LineModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(bytes);
    return bytes.toByteArray();
  }

  private static LineFeatures featuresOf(String text, int line) {
    LineFeatures features = new LineFeatures(CopiedLines.of(new ClassedText(text)));
    features.find(line);
    return features;
  }

  @Test
  void readsWhatItWrote() throws IOException {
    byte[] written = bytes(LineModel.shipped());
    LineModel read = LineModel.read(new ByteArrayInputStream(written));

    assertThat(bytes(read)).isEqualTo(written);
    assertThat(read.provenance()).startsWith("logistic regression").contains("copied-training.txt");
    assertThat(read.logOdds(featuresOf(TEXT, 0)))
        .isEqualTo(LineModel.shipped().logOdds(featuresOf(TEXT, 0)));
  }

  @Test
  void isReadOnceAndSmall() throws IOException {
    assertThat(LineModel.shipped()).isSameAs(LineModel.shipped());
    assertThat(bytes(LineModel.shipped())).hasSizeLessThan(100_000);
  }

  @Test
  void rejectsWhatIsCutOffOrLongerOrOfAnotherKind() throws IOException {
    byte[] written = bytes(LineModel.shipped());
    for (int length : new int[] {0, 3, 7, 8, 40, written.length - 1, written.length + 1}) {
      assertThatThrownBy(
              () -> LineModel.read(new ByteArrayInputStream(Arrays.copyOf(written, length))))
          .isInstanceOf(IOException.class);
    }
    written[0]++;
    assertThatThrownBy(() -> LineModel.read(new ByteArrayInputStream(written)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void featuresDependOnTheLineAndOnWhatStandsAround() {
    assertThat(hashes(featuresOf(TEXT, 0))).isEqualTo(hashes(featuresOf(TEXT, 0)));
    assertThat(hashes(featuresOf(TEXT, 0))).isNotEqualTo(hashes(featuresOf(TEXT, 2)));
    assertThat(hashes(featuresOf(TEXT, 0)))
        .isNotEqualTo(hashes(featuresOf(TEXT.replace("Get the app\n", "Get the app\nMenu\n"), 0)));
  }

  @Test
  void featuresOfALineAreBounded() {
    String line = "@a|#b &c /d $e %f ".repeat(22).strip();
    assertThat(line).hasSizeBetween(300, LineFeatures.LONGEST_LINE);
    assertThat(featuresOf(line + "\n" + TEXT, 0).count()).isBetween(100, 256);
  }

  private static int[] hashes(LineFeatures features) {
    int[] hashes = new int[features.count()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = features.hash(i);
    }
    return hashes;
  }
}
