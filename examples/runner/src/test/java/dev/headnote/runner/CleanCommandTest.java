package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanCommandTest {

  private static final String PAGE =
      "<html lang=en><head><title>The pier reopens</title><meta name=author content='Mara"
          + " Ellingsen'><meta name=date content='2025-03-04'></head><body><p>The old pier, closed"
          + " since the storm, reopens on Monday.</p><p>See also: Ten other piers</p></body></html>";

  private final Console console = new Console();
  @TempDir private Path folder;

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void aPageComesWithWhatItSaysOfItself() throws IOException {
    String page = file("page.html", PAGE);
    assertThat(console.run("clean", "--format", "jsonl", page)).isZero();
    assertThat(console.output())
        .endsWith(
            "page.html\",\"title\":\"The pier reopens\",\"byline\":\"Mara Ellingsen\","
                + "\"published\":\"2025-03-04\",\"language\":\"en\",\"text\":\"The old pier, closed"
                + " since the storm, reopens on Monday.\"}\n");
  }

  @Test
  void aGivenTitleKeepsWhatThePageSays() throws IOException {
    String rows =
        file(
            "rows.jsonl",
            "{\"id\":1,\"title\":\"Pier\",\"html\":\"" + PAGE.replace("\"", "\\\"") + "\"}\n");
    assertThat(console.run("clean", rows)).isZero();
    assertThat(console.output())
        .isEqualTo(
            """
            == 1
            Pier
            Mara Ellingsen \u00b7 2025-03-04 \u00b7 en

            The old pier, closed since the storm, reopens on Monday.
            """);
  }

  @Test
  void whatIsLeftOutIsExplained() throws IOException {
    String text =
        file(
            "a.txt",
            """
            The pier reopens
            By Mara Ellingsen

            The old pier, closed since the storm, reopens on Monday.

            See also: Ten other piers
            """);
    assertThat(console.run("clean", "--explain", text)).isZero();
    assertThat(console.output())
        .isEqualTo(
            """
            The pier reopens

            - the title, once more:
                The pier reopens
            - the author's line:
                By Mara Ellingsen
            The old pier, closed since the storm, reopens on Monday.
            - a link to another article:
                See also: Ten other piers
            """);
  }

  @Test
  void whatIsLeftOutIsAFieldInJson() throws IOException {
    String text =
        file("a.txt", "The old pier reopens on Monday, the town said.\n\nSee also: Ten piers\n");
    assertThat(console.run("clean", "--explain", "--format", "jsonl", text)).isZero();
    assertThat(console.output())
        .endsWith(
            ",\"furniture\":[{\"start\":48,\"end\":67,\"text\":\"See also: Ten piers\","
                + "\"reason\":\"related_link\"}]}\n");
  }

  @Test
  void aTableHoldsTheTextThoughItIsExplained() throws IOException {
    String text =
        file("a.txt", "The old pier reopens on Monday, the town said.\n\nSee also: Ten piers\n");
    assertThat(console.run("clean", "--explain", "--format", "csv", text)).isZero();
    assertThat(console.rows().get(1))
        .contains("\"The old pier reopens on Monday, the town said.\"");
  }
}
