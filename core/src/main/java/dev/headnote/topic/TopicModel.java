package dev.headnote.topic;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.SentenceEncoder;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Labels and what was learned of them from examples: a linear model for one encoder's vectors. A
 * {@link TopicTrainer} makes it. Immutable, and safe for use by several threads.
 */
public final class TopicModel {

  /** How a fingerprint ends if a table's is joined to the transformer's. */
  private static final Pattern BLENDED = Pattern.compile("\\+[0-9a-f]{64}$");

  private final LabelSet labels;
  private final boolean multiLabel;
  private final String encoder;
  private final String fingerprint;
  private final Parameters parameters;
  private final Provenance provenance;

  /**
   * What was learned. The arrays must not change.
   *
   * @param meanings what the labels' names and descriptions mean, which sentences are weighed by;
   *     those of the labels come first
   * @param weights for each label, what the article's vector is multiplied by
   * @param biases added to each label's logit
   * @param none the logit of "none of these" where an article has one label at most
   * @param thresholds for each label, the probability from which on it is given as one of several
   * @param lexical what words add, or null
   */
  record Parameters(
      LabelDirections meanings,
      double[][] weights,
      double[] biases,
      double none,
      double[] thresholds,
      @Nullable LexicalModel lexical) {}

  TopicModel(
      LabelSet labels,
      boolean multiLabel,
      String encoder,
      String fingerprint,
      Parameters parameters,
      Provenance provenance) {
    this.labels = labels;
    this.multiLabel = multiLabel;
    this.encoder = encoder;
    this.fingerprint = fingerprint;
    this.parameters = parameters;
    this.provenance = provenance;
  }

  /** The labels that it gives. */
  public LabelSet labels() {
    return labels;
  }

  /** Whether an article may have several labels, each with an independent probability. */
  public boolean multiLabel() {
    return multiLabel;
  }

  /** The name of the encoder that it was learned with and goes with. */
  public String encoder() {
    return encoder;
  }

  /**
   * Whether the vectors it was learned with were a transformer's joined by those of the model
   * {@code instant}, as they are unless {@link dev.headnote.Headnote.Builder#blend(boolean)} says
   * otherwise. Labelling takes the same.
   */
  public boolean blended() {
    return BLENDED.matcher(fingerprint).find();
  }

  /** What it was learned from. */
  public Provenance provenance() {
    return provenance;
  }

  String fingerprint() {
    return fingerprint;
  }

  Parameters parameters() {
    return parameters;
  }

  /**
   * Checks that an encoder is the one that it was learned with.
   *
   * @throws HeadnoteException with code MODEL_MISMATCH if it is not
   */
  void check(SentenceEncoder used) {
    if (used.fingerprint().equals(fingerprint)) {
      return;
    }
    boolean sameName = used.model().equals(encoder);
    throw new HeadnoteException(
        Code.MODEL_MISMATCH,
        "the topic model was trained with the model "
            + encoder
            + (sameName ? " of other weights, or with other settings of blend" : "")
            + ", not with "
            + used.model()
            + (sameName ? " as it is in use" : "")
            + "; use that one, or train again");
  }

  /**
   * Writes it to a file, which appears when it is complete. docs/topic-model-format.md has the
   * format.
   *
   * @throws HeadnoteException with code INVALID_INPUT if the file can't be written
   */
  public void save(Path file) {
    TopicModelFile.write(this, file);
  }

  /**
   * Reads what {@link #save} wrote, bit for bit.
   *
   * @throws HeadnoteException with code MODEL_NOT_FOUND if there is no such file, or MODEL_DAMAGED
   *     if it is none of a topic model, of a later version, or not as it was written
   */
  public static TopicModel load(Path file) {
    return TopicModelFile.read(file);
  }
}
