package dev.headnote.runner;

import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import dev.headnote.encode.ModelCard;
import dev.headnote.encode.ModelFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Looks at a model's files, and digests an article with it. */
final class ModelExamination {

  private static final Article ARTICLE =
      Article.of(
          "The striker scored twice in the cup final on Sunday. The coach praised his goalkeeper"
              + " after the match. Fans cheered as the home side won the league.");

  private static final String ITS_SUBJECT = "sport";

  private final String name;
  private final Set<String> trusted;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param name the name of a model, or the path of a folder
   * @param trusted the SHA-256 of archives that may run any code
   */
  ModelExamination(String name, Set<String> trusted) {
    this.name = name;
    this.trusted = trusted;
  }

  /** What is to be said; after a problem with the files, the model is not tried. */
  List<Finding> findings() {
    if (examine("model " + name, this::files)) {
      examine("digest with " + name, this::digest);
    }
    return findings;
  }

  /** Whether the model needs the engine; true if that can't be told. */
  static boolean needsEngine(String name, Set<String> trusted) {
    try {
      return ModelOptions.find(name, trusted).card().kind() == ModelCard.Kind.TRANSFORMER;
    } catch (HeadnoteException e) {
      return true;
    }
  }

  private interface Step {
    Finding take(String subject);
  }

  private boolean examine(String subject, Step step) {
    Finding finding;
    try {
      finding = step.take(subject);
    } catch (HeadnoteException e) {
      finding =
          Finding.problem(
              subject,
              String.valueOf(e.getMessage()),
              e.code().action(),
              Map.of("code", e.code().name()));
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      finding =
          Finding.problem(
              subject, "failed inside Headnote: " + e, "report it, with this message", Map.of());
    }
    findings.add(finding);
    return finding.state() != Finding.State.PROBLEM;
  }

  private Finding files(String subject) {
    ModelFiles files = ModelOptions.find(name, trusted);
    files.verify();
    return Finding.ok(
        subject,
        String.format(Locale.ROOT, "%.0f MB, as its SHA-256 says", files.bytes() / 1e6),
        Map.of(
            "bytes", files.bytes(),
            "weightsSha256", files.card().weightsSha256(),
            "tokenizerSha256", files.card().tokenizerSha256()));
  }

  private Finding digest(String subject) {
    Headnote.Builder builder = Headnote.builder();
    trusted.forEach(builder::trust);
    if (ModelOptions.isFolder(name)) {
      builder.model(Path.of(name));
    } else {
      builder.model(name);
    }
    long start = System.nanoTime();
    try (Headnote headnote = ModelOptions.build(builder)) {
      Digest digest = headnote.digest(ARTICLE);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      String precision = headnote.precision().name().toLowerCase(Locale.ROOT);
      String device = headnote.device().name().toLowerCase(Locale.ROOT);
      Map<String, Object> facts =
          Map.of("precision", precision, "device", device, "milliseconds", millis);
      String how = precision + " on " + device + ", the first in " + millis + " ms";
      boolean isRight =
          digest.topics().best().filter(topic -> topic.label().id().equals(ITS_SUBJECT)).isPresent()
              && !digest.summary().sentences().isEmpty();
      return isRight
          ? Finding.ok(subject, how, facts)
          : Finding.warning(
              subject,
              how + "; it does not see that an article on a cup final is about sport",
              "take another model, or see by \"headnote evaluate\" how good this one is",
              facts);
    }
  }
}
