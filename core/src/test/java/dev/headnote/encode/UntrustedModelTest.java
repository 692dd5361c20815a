package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder with a real model whose archive has other code, and a model.json that vouches for it:
 * the engine never sees the code unless its SHA-256 is trusted.
 */
@Tag("model")
class UntrustedModelTest {

  private static final String MODEL = "minilm-l6";

  @TempDir private Path folder;

  @Test
  void runsCodeOfOthersOnlyIfItIsTrusted() throws IOException {
    byte[] original = resource("model.pt");
    Map<String, byte[]> entries = new LinkedHashMap<>();
    StoredZip.read(ByteBuffer.wrap(original)).forEach((name, all) -> entries.put(name, bytes(all)));
    entries.computeIfPresent(
        "model/code/__torch__.py",
        (name, code) -> {
          String source = new String(code, StandardCharsets.UTF_8);
          String method = "def prepare(self: __torch__.Encoder, precision: int) -> int:\n";
          assertThat(source).contains(method);
          String raise = "    ops.prim.RaiseException(\"code of others ran\")\n";
          return source.replace(method, method + raise).getBytes(StandardCharsets.UTF_8);
        });
    byte[] changed = TinyArchive.zip(entries);
    Files.write(folder.resolve("model.pt"), changed);
    Files.write(folder.resolve("tokenizer.json"), resource("tokenizer.json"));
    String card = new String(resource("model.json"), StandardCharsets.UTF_8);
    Files.writeString(
        folder.resolve("model.json"), card.replace(sha256(original), sha256(changed)));

    assertThatThrownBy(() -> builder().build())
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_UNTRUSTED))
        .hasMessageContainingAll(sha256(changed), "code/__torch__.py");
    assertThatThrownBy(
            () -> builder().trust(sha256(changed).toUpperCase(java.util.Locale.ROOT)).build())
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.ENGINE_UNAVAILABLE))
        .hasMessageContaining("PyTorch cannot load it");
  }

  private Headnote.Builder builder() {
    return Headnote.builder().model(folder).precision(dev.headnote.Precision.FP32).workers(1);
  }

  private static byte[] bytes(ByteBuffer content) {
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return bytes;
  }

  private static byte[] resource(String file) {
    String resource = "/dev/headnote/models/" + MODEL + "/" + file;
    try (InputStream in = Headnote.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
