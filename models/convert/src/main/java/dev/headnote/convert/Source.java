package dev.headnote.convert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file to convert and its content.
 *
 * @param location where it was read from, for messages
 * @param fileName the last part of its name
 * @param content all its bytes
 */
record Source(String location, String fileName, ByteBuffer content) {
  private static final String CLASSPATH = "classpath:";

  /**
   * Reads a file, or with {@code classpath:NAME} a resource.
   *
   * @throws ConversionException if there is no such file, or it is 2 GiB or larger
   */
  static Source open(String location) throws IOException {
    if (location.startsWith(CLASSPATH)) {
      String name = location.substring(CLASSPATH.length());
      try (InputStream in = Source.class.getClassLoader().getResourceAsStream(name)) {
        if (in == null) {
          throw new ConversionException("the class path has no " + name);
        }
        return new Source(location, lastPart(name), ByteBuffer.wrap(in.readAllBytes()));
      }
    }
    Path path = Path.of(location);
    if (!Files.isRegularFile(path)) {
      throw new ConversionException("there is no file " + location);
    }
    try (FileChannel channel = FileChannel.open(path)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new ConversionException(location + " is larger than 2 GiB");
      }
      ByteBuffer content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return new Source(location, lastPart(path.toString()), content);
    }
  }

  /** The content's SHA-256 in hexadecimal. */
  String sha256() {
    MessageDigest digest = newDigest();
    digest.update(content.duplicate());
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The SHA-256 of a file's content, in hexadecimal. */
  static String sha256(Path file) throws IOException {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String lastPart(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
