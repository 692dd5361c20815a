package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.runner.MarkdownPage.Block;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownPageTest {

  private static MarkdownPage page(String text) {
    return MarkdownPage.parse(Path.of("page.md"), text.lines().toList());
  }

  @Test
  void fencedAndIndentedBlocksAreTakenOut() {
    MarkdownPage page =
        page(
            """
            Before

            ```java
            int a = 1;
              a++;
            ```

            <!-- output -->
            ```text
            2
            ```

                headnote digest \\
                    seeds/

            - item
                that goes on

              ```xml
              <a/>
              ```
            """);

    assertThat(page.blocks())
        .containsExactly(
            new Block(3, "java", "", "int a = 1;\n  a++;\n"),
            new Block(9, "text", "output", "2\n"),
            new Block(13, "", "", "headnote digest \\\n    seeds/\n\n"),
            new Block(19, "xml", "", "<a/>\n"));
    assertThat(page.prose().lines()).hasSize(21);
  }

  @Test
  void linksAreThoseOfItsProse() {
    MarkdownPage page =
        page(
            """
            [one](a.md#b), [two](https://example.org), `[three](c.md)`

                [four](d.md)
            """);

    assertThat(page.relativeLinks()).containsExactly("a.md#b");
  }

  @Test
  void anchorsAreThoseOfGitHub() {
    MarkdownPage page = page("# A *b*: `c-d`, e?\n\n## [Same](x.md)\n\n## Same\n");

    assertThat(page.anchors()).containsExactlyInAnyOrder("a-b-c-d-e", "same", "same-1");
  }

  @Test
  void commandLinesEndWhereTheShellWouldEndThem() {
    assertThat(
            CommandLines.in(
                "mvn -q package && java -jar x/headnote.jar digest \"a b\" 'c' | less # d\n"
                    + "bin/headnote topics \\\n    --multi-label e > f\n"
                    + "headnote: no such file\n"))
        .isEqualTo(List.of(List.of("digest", "a b", "c"), List.of("topics", "--multi-label", "e")));
  }
}
