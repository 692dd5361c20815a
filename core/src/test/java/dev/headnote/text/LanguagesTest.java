package dev.headnote.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences of languages other than English, and the offsets of their scripts. */
class LanguagesTest {

  static Stream<String> lines() {
    try (InputStream in = LanguagesTest.class.getResourceAsStream("languages.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> expected(String line) {
    return Stream.of(line.substring(4).split("\\|")).map(String::strip).toList();
  }

  private static String text(String line) {
    return line.substring(4).replace("|", "");
  }

  private static List<String> split(String text, Locale language) {
    return SentenceSplitter.split(text, language).stream()
        .map(span -> text.substring(span.start(), span.end()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void endsSentencesByTheRulesOfTheLanguage(String line) {
    assertThat(split(text(line), Locale.forLanguageTag(line.substring(0, 2))))
        .isEqualTo(expected(line));
  }

  /** Who doesn't name the language gets short sentences, and none that are run together. */
  @Test
  void cutsTooOftenRatherThanTooSeldomByTheRulesForEnglish() {
    List<String> missed = new ArrayList<>();
    lines()
        .forEach(
            line -> {
              MarkedText text = MarkedText.parse(line.substring(4));
              List<Integer> ends =
                  SentenceSplitter.split(text.text()).stream().map(Span::end).toList();
              if (!ends.containsAll(text.ends())) {
                missed.add(line);
              }
            });
    assertThat(missed).hasSize(2);
  }

  /** Each character that isn't blank is in one sentence, whatever the language is said to be. */
  @ParameterizedTest
  @MethodSource("lines")
  void keepsEveryCharacter(String line) {
    String text = text(line);
    for (String tag : List.of("en", "de", "ru", "ja", "ar", "th", "xx")) {
      int last = 0;
      for (Span span : SentenceSplitter.split(text, Locale.forLanguageTag(tag))) {
        assertThat(text.substring(last, span.start())).isBlank();
        assertThat(span.end()).isGreaterThan(span.start());
        last = span.end();
      }
      assertThat(text.substring(last)).isBlank();
    }
  }

  @Test
  void joinsLinesAndKeepsItemsApart() {
    String text =
        "Was fehlt\n- warme Mäntel\n- Wasser für Dr. Lenz\n\nAm 3. Oktober fuhren sie mit dem Zug"
            + " nach Halle und\nkamen erst am Abend an. Niemand hatte auf sie gewartet, denn es war\n"
            + "spät. Sie gingen.";
    assertThat(split(text, Locale.GERMAN)).hasSize(6).contains("Was fehlt", "Sie gingen.");
  }
}
