package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each pattern of the library takes time in proportion to a text's length, whatever the text, or is
 * only used on the first characters of one. What is counted is how often characters are looked at,
 * which no other work of the machine changes.
 */
class LinearPatternsTest {

  private static final int LENGTH = 1 << 12;

  /** The most that twice the length may cost. */
  private static final double MOST_GROWTH = 2.5;

  /** Those used on a few characters alone: a date line's, a label's, what a sentence opens with. */
  private static final Pattern BOUNDED =
      Pattern.compile(
          "(Agency|Capitals)\\..*|Opening\\.(PRONOUN_SPEAKER|CONNECTIVE|LATER|SELECTION"
              + "|DEMONSTRATIVE|PRONOUN_FIRST|NOUN_FOLLOWS|PLEONASTIC)"
              + "|OpenReference\\..*|Releases\\..*");

  private static final int BOUND = 150;
  private static final long MOST_LOOKS = 200 * BOUND;

  /** Repeated, these are texts that make patterns with a flaw go back again and again. */
  private static final List<String> UNITS =
      List.of(
          " ",
          "\n",
          "\t \n",
          "a",
          "A",
          "Aa",
          "1",
          "12 ",
          "a ",
          "A ",
          "Aa ",
          ",",
          ", ",
          ".",
          "A.",
          "'",
          "\"",
          "(",
          ")",
          "-",
          " -",
          "A-",
          "AA/",
          "_",
          "<",
          "\u2014",
          "\u00e9",
          "[",
          "]",
          "charset",
          "charset=",
          "charset  =",
          "display:",
          "display:  ",
          "visibility",
          "LONDON, ",
          "LONDON (",
          "(Reuters) ",
          "Reuters ",
          "No, ",
          "two days ",
          "he",
          "he ",
          "said ",
          "\u0000",
          "\ud83d\ude00",
          "\ud83d");

  @TestFactory
  Stream<DynamicTest> takesTimeInProportionToTheText() {
    return patterns().stream()
        .map(
            pattern ->
                DynamicTest.dynamicTest(
                    pattern.name(), () -> UNITS.forEach(unit -> check(pattern, unit))));
  }

  private record Named(String name, Pattern pattern) {}

  private static List<Named> patterns() {
    List<Named> patterns = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.headnote")) {
      for (JavaField field : type.getFields()) {
        if (field.getRawType().isEquivalentTo(Pattern.class)) {
          assertThat(field.getModifiers()).contains(JavaModifier.STATIC);
          patterns.add(new Named(type.getSimpleName() + "." + field.getName(), value(field)));
        }
      }
    }
    assertThat(patterns).hasSizeGreaterThan(10);
    return patterns;
  }

  private static Pattern value(JavaField field) {
    try {
      Field reflected = field.reflect();
      reflected.setAccessible(true);
      return (Pattern) reflected.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static void check(Named named, String unit) {
    if (BOUNDED.matcher(named.name()).matches()) {
      assertThat(looks(named.pattern(), unit, BOUND, false))
          .as(unit)
          .isLessThanOrEqualTo(MOST_LOOKS);
      return;
    }
    long once = looks(named.pattern(), unit, LENGTH, true);
    long twice = looks(named.pattern(), unit, 2 * LENGTH, true);
    assertThat((double) twice / Math.max(LENGTH, once))
        .as("on %s: %d looks, then %d", unit, once, twice)
        .isLessThanOrEqualTo(MOST_GROWTH);
  }

  private static long looks(Pattern pattern, String unit, int length, boolean anywhere) {
    CountedText text = new CountedText(unit.repeat(length / unit.length()));
    Matcher matcher = pattern.matcher(text);
    while (anywhere && matcher.find()) {
      // Counted by the text.
    }
    matcher.reset().lookingAt();
    if (anywhere) {
      matcher.reset().matches();
    }
    return text.looks;
  }

  /** Counts how often its characters are looked at. */
  private static final class CountedText implements CharSequence {

    private final String text;
    private long looks;

    CountedText(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
