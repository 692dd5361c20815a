package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of README.md compiles as a user would copy it. */
class ReadmeTest {

  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void itsJavaCompiles(@TempDir Path folder) throws IOException {
    String readme = Files.readString(SeedFiles.seeds().resolveSibling("README.md"));
    List<String> blocks = new ArrayList<>();
    for (Matcher matcher = JAVA.matcher(readme); matcher.find(); ) {
      blocks.add(matcher.group(1));
    }
    assertThat(blocks).hasSize(3);

    compile(folder, "Example", blocks.get(0));
    compile(
        folder,
        "Labels",
        "import dev.headnote.*; import dev.headnote.topic.*; import java.util.List;\n"
            + "class Labels { Object builder = "
            + blocks.get(1).strip().replaceAll(";$", "")
            + "; }");
    compile(
        folder,
        "Training",
        "import dev.headnote.*; import dev.headnote.topic.*; import java.nio.file.Path;\n"
            + "import java.util.stream.Stream;\n"
            + "class Training { void train(LabelSet labels, Stream<LabelledArticle> examples) {\n"
            + blocks.get(2)
            + "} }");
  }

  private static void compile(Path folder, String name, String source) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
                null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
            .call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }
}
