package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void wrapsAtTheWidth() {
    assertThat(new Page(12, false).paragraph("one two  three\nfour five").toString())
        .isEqualTo("one two\nthree four\nfive\n");
  }

  @Test
  void setsInAndLetsALongWordStickOut() {
    assertThat(new Page(8, false).paragraph("a incomprehensible b", 2).toString())
        .isEqualTo("  a\n  incomprehensible\n  b\n");
  }

  @Test
  void countsCharactersNotCodeUnits() {
    assertThat(new Page(5, false).paragraph("😀😀 😀😀").toString()).isEqualTo("😀😀 😀😀\n");
  }

  @Test
  void isBoldOnlyWhereThatShows() {
    assertThat(new Page(80, false).heading("T").toString()).isEqualTo("T\n");
    assertThat(new Page(80, true).heading("T").toString()).isEqualTo("\u001B[1mT\u001B[0m\n");
  }

  @Test
  void keepsAnArticleFromSteeringTheTerminal() {
    assertThat(new Page(80, true).paragraph("a\u001B[2Jb\u009Bc").line("\u0007d").toString())
        .isEqualTo("a [2Jb c\n d\n");
  }

  @Test
  void drawsShares() {
    Page page = new Page(80, false).share("war", 5, 0.62).share("sport", 5, 0.049);
    assertThat(page.toString()).isEqualTo("  war    ██████░░░░  62 %\n  sport  ░░░░░░░░░░   5 %\n");
  }
}
