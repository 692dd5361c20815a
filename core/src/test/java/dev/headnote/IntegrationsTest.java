package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/integrations.md shows what is in the examples' files, which their own tests run. */
class IntegrationsTest {

  /** A link to a file or folder, or a block of code, which is from the file linked last. */
  private static final Pattern LINK_OR_CODE =
      Pattern.compile("]\\(([^)]+)\\)|```(?:java|kotlin)\n(.*?)```", Pattern.DOTALL);

  @Test
  void itsCodeIsTheExamples() throws IOException {
    Path docs = SeedFiles.seeds().resolveSibling("docs");
    Path linked = docs;
    int blocks = 0;
    Matcher matcher = LINK_OR_CODE.matcher(Files.readString(docs.resolve("integrations.md")));
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        linked = docs.resolve(matcher.group(1)).normalize();
        assertThat(linked).exists();
      } else {
        blocks++;
        assertThat(Files.readString(linked)).contains(matcher.group(2));
      }
    }
    assertThat(blocks).isEqualTo(4);
  }
}
