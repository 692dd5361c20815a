package dev.headnote.encode;

import dev.headnote.HeadnoteException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Forty sentences of ours, of many kinds and about nothing in particular: what ordinary text does
 * to an encoder.
 */
public final class ReferenceText {

  private ReferenceText() {}

  /** Returns the sentences. */
  public static List<String> sentences() {
    try (InputStream in = ReferenceText.class.getResourceAsStream("reference.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new HeadnoteException(
          HeadnoteException.Code.INTERNAL, "reference.txt cannot be read", e);
    }
  }
}
