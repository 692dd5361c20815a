package dev.headnote.runner;

import dev.headnote.Headnote;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which archives of models in folders may run any code. */
final class TrustOption {

  private static final String NAME = "--trust";

  @Option(
      names = NAME,
      paramLabel = "SHA256",
      description =
          "Let the archive with this SHA-256, of a model in a folder, run whatever code it holds."
              + " Others must be the converter's.")
  private List<String> trusted = List.of();

  /**
   * Has a builder trust them.
   *
   * @throws RunFailure if one is no SHA-256
   */
  void apply(Headnote.Builder builder) {
    try {
      trusted.forEach(builder::trust);
    } catch (IllegalArgumentException e) {
      throw new RunFailure(Exit.USAGE, NAME + ": " + e.getMessage(), e);
    }
  }

  /**
   * Their SHA-256, in lower-case hexadecimal digits.
   *
   * @throws RunFailure if one is no SHA-256
   */
  Set<String> archives() {
    apply(Headnote.builder());
    return trusted.stream()
        .map(sha256 -> sha256.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
