package dev.headnote.runner;

import java.util.IllformedLocaleException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The code of a language, such as de or pt-BR. */
final class LanguageConverter implements ITypeConverter<Locale> {

  @Override
  public Locale convert(String value) {
    try {
      Locale language = new Locale.Builder().setLanguageTag(value).build();
      if (!language.getLanguage().isEmpty()) {
        return language;
      }
    } catch (IllformedLocaleException e) {
      // Told below.
    }
    throw new TypeConversionException(
        "the code of a language, such as de or pt-BR, not \"" + value + "\"");
  }
}
