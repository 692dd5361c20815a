package dev.headnote.text.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseFinderTest {

  private final PhraseFinder finder =
      new PhraseFinder(List.of("sign up here", "sign up", "below the line", "seventy"));

  @Test
  void findsAPhraseWhereverAWordBegins() {
    assertThat(finder.firstIn("sign up here")).isEqualTo("sign up here");
    assertThat(finder.firstIn("please sign up")).isEqualTo("sign up");
    assertThat(finder.firstIn("seventy")).isEqualTo("seventy");
    assertThat(finder.firstIn("caf\u00e9 \u4e2d sign up")).isEqualTo("sign up");
    assertThat(finder.firstIn("\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d seventy"))
        .isEqualTo("seventy");
  }

  @Test
  void findsNoneInsideAWordOrCutOff() {
    assertThat(finder.firstIn("design up here")).isNull();
    assertThat(finder.firstIn("(sign up)")).isNull();
    assertThat(finder.firstIn("below the lin")).isNull();
    assertThat(finder.firstIn("sevent")).isNull();
    assertThat(finder.firstIn("")).isNull();
  }

  @Test
  void returnsTheFirstInTheLineAndThenInTheOrderGiven() {
    assertThat(finder.firstIn("below the line, sign up here")).isEqualTo("below the line");
    assertThat(new PhraseFinder(List.of("sign up", "sign up here")).firstIn("sign up here"))
        .isEqualTo("sign up");
  }
}
