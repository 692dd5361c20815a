package dev.headnote.runner;

import java.util.IllformedLocaleException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The code of a language, such as de or pt-BR. */
final class LanguageConverter implements ITypeConverter<Locale> {

  /** Codes have two or three letters; a word of more is well formed, but names no language. */
  private static final int MOST_LETTERS = 3;

  @Override
  public Locale convert(String value) {
    try {
      Locale language = new Locale.Builder().setLanguageTag(value).build();
      int letters = language.getLanguage().length();
      if (letters > 0 && letters <= MOST_LETTERS) {
        return language;
      }
    } catch (IllformedLocaleException e) {
      // Told below.
    }
    throw new TypeConversionException(
        "the code of a language, such as de or pt-BR, not \"" + value + "\"");
  }
}
