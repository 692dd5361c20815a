package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The code for devices without the fused operators takes the place of the fused code. */
class PlainArchiveTest {

  @Test
  void putsThePlainCodeInPlaceOfTheFusedAndKeepsTheRest() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("tiny/data.pkl", "weights");
    entries.put("tiny/code/__torch__.py", "fused");
    entries.put("tiny/code/__torch__.py.debug_pkl", "debug");
    entries.put("tiny/extra/plain.py", "plain, and longer than the fused code");
    entries.put("tiny/version", "3");

    Map<String, String> expected = new LinkedHashMap<>(entries);
    expected.put("tiny/code/__torch__.py", "plain, and longer than the fused code");
    Map<String, String> actual = unzip(PlainArchive.of(zip(entries)));
    assertThat(actual).isEqualTo(expected);
    assertThat(actual.keySet()).containsExactlyElementsOf(entries.keySet());
  }

  /** PyTorch maps entries as they lie in the file. */
  @Test
  void storesWithoutCompressing() throws IOException {
    byte[] plain =
        PlainArchive.of(
            zip(Map.of("a/extra/plain.py", "p".repeat(500), "a/code/__torch__.py", "f")));

    List<Integer> methods = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(plain))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        methods.add(entry.getMethod());
      }
    }
    assertThat(methods).containsExactly(ZipEntry.STORED, ZipEntry.STORED);
  }

  @Test
  void refusesAnArchiveWithoutPlainCode() throws IOException {
    byte[] fusedOnly = zip(Map.of("tiny/code/__torch__.py", "fused", "plain.py", "elsewhere"));

    assertThatIOException()
        .isThrownBy(() -> PlainArchive.of(fusedOnly))
        .withMessageContaining("no code for this device");
  }

  @Test
  void refusesWhatIsNoArchive() {
    assertThatIOException().isThrownBy(() -> PlainArchive.of(new byte[0]));
    assertThatIOException()
        .isThrownBy(() -> PlainArchive.of("no zip".getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, String> unzip(byte[] archive) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }
}
