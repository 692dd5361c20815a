package dev.headnote.salience;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.file.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The file of a salience model: eight bytes that say so, a version, the provenance, word counts,
 * four networks, and a checksum (CRC-32) of all before it. Numbers are big-endian.
 */
final class SalienceModelFile {

  private static final byte[] MAGIC = "HNSALIEN".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 2;

  private SalienceModelFile() {}

  static byte[] toBytes(SalienceModel model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(MAGIC);
      out.writeInt(VERSION);
      out.writeUTF(model.provenance());
      model.counts().write(out);
      model.order().write(out);
      model.words().write(out);
      model.pairs().write(out);
      model.sentences().write(out);
      out.flush();
      out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }

  static void write(SalienceModel model, Path file) {
    WholeFile.write(file, toBytes(model));
  }

  static SalienceModel read(Path file) {
    return read(WholeFile.read(file), file.toString());
  }

  static SalienceModel read(byte[] bytes, String name) {
    int body = bytes.length - Long.BYTES;
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte[] magic = in.readNBytes(MAGIC.length);
      if (!Arrays.equals(magic, MAGIC)) {
        throw new IOException("it does not begin as one");
      }
      int version = in.readInt();
      if (version != VERSION) {
        String advice = version < VERSION ? "; train it again" : "";
        throw new IOException(
            "it has version " + version + ", and " + VERSION + " is known" + advice);
      }
      try (DataInputStream end =
          new DataInputStream(new ByteArrayInputStream(bytes, body, Long.BYTES))) {
        if (end.readLong() != checksum(bytes, body)) {
          throw new IOException("its checksum is not that of its content");
        }
      }
      String provenance = in.readUTF();
      int start = bytes.length - in.available();
      ByteBuffer rest = ByteBuffer.wrap(bytes, start, Math.max(0, body - start));
      SalienceModel model =
          new SalienceModel(
              provenance,
              WordCounts.read(rest),
              Network.read(rest, OrderFeatures.SIZE),
              Network.read(rest, WordFeatures.SIZE),
              Network.read(rest, PairFeatures.SIZE),
              Network.read(rest, SentenceFeatures.SIZE));
      if (rest.hasRemaining()) {
        throw new IOException("it has more than a model");
      }
      return model;
    } catch (BufferUnderflowException | EOFException e) {
      throw new HeadnoteException(
          Code.MODEL_DAMAGED, name + ": is not a salience model: it ends too early", e);
    } catch (IOException e) {
      throw new HeadnoteException(
          Code.MODEL_DAMAGED, name + ": is not a salience model: " + e.getMessage(), e);
    }
  }
}
