package dev.headnote.runner;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads options that are numbers, and says in people's words what is none.
 *
 * @param reader throws {@link NumberFormatException}
 * @param kind what the option wants
 */
record NumberConverter<N>(Function<String, N> reader, String kind) implements ITypeConverter<N> {

  /** Has all commands read their numbers in this way. */
  static void register(CommandLine line) {
    NumberConverter<Integer> whole = new NumberConverter<>(Integer::valueOf, "a whole number");
    NumberConverter<Long> wholeLong = new NumberConverter<>(Long::valueOf, "a whole number");
    NumberConverter<Double> any = new NumberConverter<>(Double::valueOf, "a number");
    line.registerConverter(Integer.class, whole)
        .registerConverter(int.class, whole)
        .registerConverter(Long.class, wholeLong)
        .registerConverter(long.class, wholeLong)
        .registerConverter(Double.class, any);
  }

  @Override
  public N convert(String value) {
    try {
      return reader.apply(value);
    } catch (NumberFormatException e) {
      boolean isWhole = value.matches("[+-]?[0-9]+");
      throw new TypeConversionException(
          "'" + value + "' is " + (isWhole ? "out of range" : "not " + kind));
    }
  }
}
