package dev.headnote.runner;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes as people write it: 500000, 64m, 1g; k, m and g are powers of 1,024. */
final class ByteSize implements ITypeConverter<Integer> {

  /** The longest array that every Java virtual machine can make. */
  private static final int MOST = Integer.MAX_VALUE - 8;

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,10})\\s?([kmg]?)b?");

  @Override
  public Integer convert(String value) {
    Matcher matcher = WRITTEN.matcher(value.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "a size in bytes, such as 500000, 64m or 1g, not \"" + value + "\"");
    }
    long size = Long.parseLong(matcher.group(1)) << shift(matcher.group(2));
    if (size < 1 || size > MOST) {
      throw new TypeConversionException(
          "a size of at least 1 byte and less than 2g, not \"" + value + "\"");
    }
    return (int) size;
  }

  private static int shift(String unit) {
    return switch (unit) {
      case "k" -> 10;
      case "m" -> 20;
      case "g" -> 30;
      default -> 0;
    };
  }

  static String format(int bytes) {
    return bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? (bytes >> 20) + " MB" : bytes + " bytes";
  }
}
