package dev.headnote.encode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells whether a TorchScript archive is one that this release's converter writes, to the last byte
 * but for the weights' numbers. PyTorch runs the code in an archive, calls what its pickles name,
 * and believes the sizes in them; so an archive of unknown origin may do no more than hold numbers.
 */
final class ConvertedArchive {

  private static final String ROOT = "model/";

  /** An empty tuple, in pickle's protocol 2. */
  private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

  private ConvertedArchive() {}

  /**
   * Checks an archive.
   *
   * @param archive the archive, from the buffer's position to its limit
   * @param dimensions how long its vectors have to be
   * @param maxTokens how many positions it must have at least
   * @throws IOException if it is any other; the message says in what
   */
  static void check(ByteBuffer archive, int dimensions, int maxTokens) throws IOException {
    Map<String, ByteBuffer> entries = new HashMap<>(StoredZip.read(archive));
    checkContent(entries, "code/__torch__.py", code("encoder.py"));
    checkContent(entries, "extra/plain.py", code("plain.py"));
    checkContent(entries, "constants.pkl", NO_CONSTANTS);
    checkContent(entries, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    checkContent(entries, "version", "10\n".getBytes(StandardCharsets.US_ASCII));
    ModuleAttributes attributes = ModuleAttributes.read(take(entries, "data.pkl"));
    for (int i = 0; i < attributes.weightBytes().size(); i++) {
      int bytes = take(entries, "data/" + i).remaining();
      if (bytes != attributes.weightBytes().get(i)) {
        throw new IOException("data/" + i + " has " + bytes + " bytes");
      }
    }
    if (!entries.isEmpty()) {
      throw new IOException("it has an entry that the converter does not write");
    }
    if (attributes.hidden() != dimensions || attributes.positions() < maxTokens) {
      throw new IOException(
          "it has "
              + attributes.hidden()
              + " dimensions and "
              + attributes.positions()
              + " positions, where model.json says "
              + dimensions
              + " and "
              + maxTokens);
    }
  }

  private static ByteBuffer take(Map<String, ByteBuffer> entries, String name) throws IOException {
    ByteBuffer content = entries.remove(ROOT + name);
    if (content == null) {
      throw new IOException("it has no " + name);
    }
    return content;
  }

  private static void checkContent(Map<String, ByteBuffer> entries, String name, byte[] expected)
      throws IOException {
    if (!take(entries, name).equals(ByteBuffer.wrap(expected))) {
      throw new IOException("its " + name + " is not the converter's");
    }
  }

  /** The converter's own source, which the build puts beside this class. */
  private static byte[] code(String name) throws IOException {
    try (InputStream in = ConvertedArchive.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("this library's own " + name + " is missing");
      }
      return in.readAllBytes();
    }
  }
}
