package dev.headnote.instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.LabelledArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The model instant on a class path that has neither DJL, nor a native library, nor Smile. */
class WithoutEngineTest {

  private static List<Article> seeds() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../../seeds"))) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(Article::read)
          .toList();
    }
  }

  @Test
  void theClassPathHasNoEngine() {
    for (String name :
        List.of(
            "ai.djl.engine.Engine",
            "ai.djl.pytorch.engine.PtEngine",
            "ai.djl.huggingface.tokenizers.HuggingFaceTokenizer")) {
      assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX) // Where a process can see what it has mapped.
  void digestsWithoutLoadingANativeLibrary() throws IOException {
    Set<Path> before = mappedLibraries();
    Headnote.preload(Headnote.INSTANT_MODEL);
    try (Headnote headnote = Headnote.builder().model(Headnote.INSTANT_MODEL).build()) {
      List<Article> seeds = seeds();
      assertThat(seeds).hasSizeGreaterThan(10);
      for (Article seed : seeds) {
        Digest digest = headnote.digest(seed);
        assertThat(digest.summary().sentences()).as(seed.id()).hasSize(3);
        assertThat(digest.topics().model()).isEqualTo("instant");
        assertThat(digest.topics().all()).hasSize(17);
      }
      assertThat(seeds.stream().filter(seed -> headnote.topics(seed).best().isPresent()).count())
          .isGreaterThan(seeds.size() / 2);
    }
    Path jdk = Path.of(System.getProperty("java.home")).toRealPath();
    Set<Path> after = mappedLibraries();
    after.removeAll(before);
    assertThat(after).allSatisfy(library -> assertThat(library).startsWith(jdk));
  }

  /** The shared objects in the process's memory. */
  private static Set<Path> mappedLibraries() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
      return lines
          .filter(line -> line.contains("/") && line.contains(".so"))
          .map(line -> Path.of(line.substring(line.indexOf('/'))))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void aTransformerSaysThatItsEngineIsMissing() {
    assertThatThrownBy(() -> Headnote.builder().model("minilm-l6").build())
        .isInstanceOfSatisfying(
            HeadnoteException.class,
            e -> {
              assertThat(e.code()).isEqualTo(Code.ENGINE_UNAVAILABLE);
              assertThat(e).hasMessageContaining("ai.djl.pytorch:pytorch-engine");
            });
  }

  @Test
  void trainingSaysThatSmileIsMissing() {
    Stream<LabelledArticle> examples =
        Stream.of(
            LabelledArticle.of(Article.of("Rain and wind are on their way."), "weather"),
            LabelledArticle.of(Article.of("The striker scored twice."), "sport"));
    try (Headnote headnote = Headnote.builder().model(Headnote.INSTANT_MODEL).build()) {
      assertThatThrownBy(() -> headnote.train(examples))
          .isInstanceOfSatisfying(
              HeadnoteException.class,
              e -> {
                assertThat(e.code()).isEqualTo(Code.ENGINE_UNAVAILABLE);
                assertThat(e).hasMessageContaining("com.github.haifengl:smile-math");
              });
    }
  }

  @Test
  void preloadingTheDefaultModelDoesNoHarm() {
    Headnote.preload();
  }
}
