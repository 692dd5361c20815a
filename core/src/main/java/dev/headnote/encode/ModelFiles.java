package dev.headnote.encode;

import dev.headnote.Device;
import dev.headnote.HeadnoteException;
import dev.headnote.Precision;
import dev.headnote.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A model's three files: {@code model.json}, which describes it, and its weights and tokenizer. The
 * weights are a TorchScript archive and the tokenizer a {@code tokenizer.json}, or, of a static
 * model, a table of token vectors and a vocabulary. They lie in a model jar on the class path or in
 * a folder, and nothing is read from them that the SHA-256 in {@code model.json} does not vouch
 * for; or the CRC-32 there, for the files of a static model, which hold no code: a JVM that has
 * just started takes a tenth of a second for the SHA-256 of a table.
 *
 * <p>The class path is trusted, as what lies on it can run code anyway. A folder's {@code
 * model.json} comes with the model and vouches for nothing but its integrity, so an archive from a
 * folder is loaded only if it is one that this release's converter writes, which holds the
 * converter's own code and numbers; or if the caller trusts it by its SHA-256. Immutable.
 */
public final class ModelFiles {

  private static final int COPY_BYTES = 1 << 18;

  private final ModelLocation location;
  private final ModelCard card;

  /** Whether the archive must be one that the converter writes. */
  private final boolean isCodeChecked;

  /** The CRC-32 of a static model's files, where its card has it. */
  private final Map<String, Long> crc32;

  private ModelFiles(ModelLocation location, Set<String> trusted) {
    this.location = location;
    ModelCardReader reader =
        ModelCardReader.of(
            location.read(ModelLocation.CARD), location.toString(), ModelLocation.CARD);
    this.card = reader.card();
    this.crc32 = reader.crc32();
    this.isCodeChecked =
        location.isFolder()
            && card.kind() == ModelCard.Kind.TRANSFORMER
            && !trusted.contains(card.weightsSha256());
  }

  /**
   * Finds a model on the class path.
   *
   * @throws HeadnoteException with code MODEL_NOT_FOUND that names those which are there
   */
  public static ModelFiles named(String name) {
    if (!isAvailable(name)) {
      throw new HeadnoteException(
          HeadnoteException.Code.MODEL_NOT_FOUND,
          "model \""
              + name
              + "\": not on the class path; there are "
              + available()
              + ", and a folder with a converted model can be given by its path");
    }
    return new ModelFiles(ModelLocation.onClassPath(name), Set.of());
  }

  /**
   * Takes a model from a folder that the converter wrote.
   *
   * @throws HeadnoteException with code MODEL_NOT_FOUND if the folder holds no {@code model.json}
   */
  public static ModelFiles in(Path folder) {
    return in(folder, Set.of());
  }

  /**
   * Takes a model from a folder, whatever code its archive holds if that is trusted.
   *
   * @param trusted the SHA-256 of archives that may run any code, in lower-case hexadecimal digits
   * @throws HeadnoteException with code MODEL_NOT_FOUND if the folder holds no {@code model.json}
   */
  public static ModelFiles in(Path folder, Set<String> trusted) {
    if (!Files.isRegularFile(folder.resolve(ModelLocation.CARD))) {
      throw new HeadnoteException(
          HeadnoteException.Code.MODEL_NOT_FOUND,
          folder + ": holds no model.json; give a folder that the model converter wrote");
    }
    return new ModelFiles(ModelLocation.in(folder), trusted);
  }

  /**
   * Whether a model of this name is on the class path. Opens no more of it than is needed, where
   * {@link #available()} opens all.
   */
  public static boolean isAvailable(String name) {
    return ModelLocation.isOnClassPath(name);
  }

  /** The names of the models on the class path, sorted. */
  public static List<String> available() {
    return ModelLocation.namesOnClassPath();
  }

  /** What the model's {@code model.json} says. */
  public ModelCard card() {
    return card;
  }

  /**
   * The size of the weights and the tokenizer in bytes.
   *
   * @throws HeadnoteException with code MODEL_DAMAGED if one is missing
   */
  public long bytes() {
    return location.bytes(card.weightsFile()) + location.bytes(card.tokenizerFile());
  }

  /**
   * Loads the model.
   *
   * @param device where a transformer runs
   * @param precision what a transformer computes in
   * @param pool loads the model, and runs a transformer; it must outlive the encoder
   * @return an encoder to be closed
   * @throws HeadnoteException with code MODEL_DAMAGED, MODEL_UNTRUSTED or ENGINE_UNAVAILABLE
   */
  public SentenceEncoder load(Device device, Precision precision, ForkJoinPool pool) {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(precision, "precision");
    Objects.requireNonNull(pool, "pool");
    if (card.kind() == ModelCard.Kind.STATIC) {
      return new StaticEncoder(this, device, precision, pool);
    }
    try {
      return new PyTorchEncoder(this, device, precision, pool);
    } catch (NoClassDefFoundError e) {
      throw new HeadnoteException(
          HeadnoteException.Code.ENGINE_UNAVAILABLE,
          "model "
              + card.name()
              + " needs an engine, which is not on the class path: add ai.djl.pytorch:pytorch-engine"
              + " with pytorch-jni and pytorch-native-cpu, or take the model instant",
          e);
    }
  }

  /**
   * The model's tokenizer.
   *
   * @throws HeadnoteException with code MODEL_DAMAGED if it cannot be read or is not WordPiece of
   *     BERT's uncased kind
   */
  public WordPieceTokenizer wordPieces() {
    WordPieceTokenizer.Settings uncased = WordPieceTokenizer.Settings.UNCASED;
    if (card.kind() == ModelCard.Kind.STATIC) {
      return new WordPieceTokenizer(tokenizer(), uncased);
    }
    WordPieceTokenizer pieces = TokenizerFile.pieces(tokenizer());
    if (pieces == null || !pieces.settings().equals(uncased)) {
      throw location.damaged(card.tokenizerFile(), "is not the tokenizer of an uncased BERT", null);
    }
    return pieces;
  }

  /** The tokenizer.json or a static model's vocabulary, verified. */
  byte[] tokenizer() {
    return verified(card.tokenizerFile(), card.tokenizerSha256());
  }

  /** The TorchScript archive or a static model's table, verified. */
  byte[] weights() {
    byte[] weights = verified(card.weightsFile(), card.weightsSha256());
    checkCode(ByteBuffer.wrap(weights));
    return weights;
  }

  /**
   * Copies the TorchScript archive, verified, to a new temporary file that only this user can read.
   * The engine reads a file with less memory and in less time than a stream.
   *
   * @param begun called when the first bytes are copied
   * @return the file, which the caller deletes, or null if no such file can be written here
   */
  @Nullable Path archiveCopy(Runnable begun) {
    Path copy = null;
    try {
      copy = Files.createTempFile("headnote", ".pt");
      MessageDigest digest = Sha256.begin();
      try (OutputStream out = Files.newOutputStream(copy);
          InputStream in = location.open(card.weightsFile())) {
        byte[] buffer = new byte[COPY_BYTES];
        for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
          digest.update(buffer, 0, n);
          out.write(buffer, 0, n);
          begun.run();
        }
      }
      verify(card.weightsFile(), digest, card.weightsSha256());
      if (isCodeChecked) {
        // The copy, which is what is loaded and which nobody else can change.
        try (FileChannel channel = FileChannel.open(copy)) {
          long size = Math.min(channel.size(), Integer.MAX_VALUE);
          checkCode(channel.map(FileChannel.MapMode.READ_ONLY, 0, size));
        }
      }
      return copy;
    } catch (IOException e) {
      delete(copy);
      return null;
    } catch (RuntimeException | Error e) {
      delete(copy);
      throw e;
    }
  }

  private void checkCode(ByteBuffer archive) {
    if (!isCodeChecked) {
      return;
    }
    try {
      ConvertedArchive.check(archive, card.dimensions(), card.maxTokens());
    } catch (IOException e) {
      throw new HeadnoteException(
          HeadnoteException.Code.MODEL_UNTRUSTED,
          "model "
              + location
              + ": "
              + card.weightsFile()
              + " is not an archive of this release's converter, and could run any code: "
              + e.getMessage()
              + "; convert the model again, or, if you trust whoever made it, allow it by its"
              + " SHA-256: Builder.trust, or --trust "
              + card.weightsSha256(),
          e);
    }
  }

  /** Deletes a temporary file; one that cannot be deleted is left. */
  static void delete(@Nullable Path copy) {
    if (copy != null && !copy.toFile().delete()) {
      copy.toFile().deleteOnExit();
    }
  }

  /**
   * Reads the weights and the tokenizer, and compares their SHA-256 with what the card says, as
   * loading a transformer does.
   *
   * @throws HeadnoteException with code MODEL_DAMAGED if one is missing or another
   */
  public void verify() {
    verify(card.weightsFile(), card.weightsSha256());
    verify(card.tokenizerFile(), card.tokenizerSha256());
  }

  private void verify(String file, String expected) {
    MessageDigest digest = Sha256.begin();
    byte[] buffer = new byte[COPY_BYTES];
    try (InputStream in = location.open(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw location.unreadable(file, e);
    }
    verify(file, digest, expected);
  }

  private byte[] verified(String file, String sha256) {
    byte[] bytes = location.read(file);
    Long expected = crc32.get(file);
    if (expected != null) {
      CRC32 actual = new CRC32();
      actual.update(bytes);
      if (actual.getValue() != expected) {
        throw location.damaged(
            file, "has the CRC-32 " + actual.getValue() + " but model.json says " + expected, null);
      }
      return bytes;
    }
    MessageDigest digest = Sha256.begin();
    digest.update(bytes);
    verify(file, digest, sha256);
    return bytes;
  }

  private void verify(String file, MessageDigest digest, String sha256) {
    String actual = HexFormat.of().formatHex(digest.digest());
    if (!actual.equals(sha256)) {
      throw location.damaged(
          file, "has the SHA-256 " + actual + " but model.json says " + sha256, null);
    }
  }

  /** A failure to read is the model's, where one to write is the temporary folder's. */
  private int read(InputStream in, byte[] buffer) {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw location.unreadable(card.weightsFile(), e);
    }
  }
}
