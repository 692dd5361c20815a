package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.encode.ModelFiles;
import dev.headnote.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The instant tier alone, beside a transformer and before one. */
@Tag("model")
class TiersTest {

  private static final List<Article> ARTICLES = SeedFiles.articles();

  @TempDir private Path folder;

  private static Headnote.Builder minilm() {
    return Headnote.builder().model("minilm-l6");
  }

  private static List<Digest> digests(Headnote.Builder builder) {
    try (Headnote headnote = builder.build()) {
      return headnote.digest(ARTICLES).map(Outcome::orThrow).toList();
    }
  }

  private static List<Topics> topics(List<Digest> digests) {
    return digests.stream().map(Digest::topics).toList();
  }

  @Test
  void aBlendIsNeitherOfItsParts() {
    List<Digest> blend = digests(minilm());
    List<Digest> alone = digests(minilm().blend(false));
    List<Digest> instant = digests(Headnote.builder().model("instant"));

    assertThat(blend).isEqualTo(digests(minilm().blend(true)));
    assertThat(topics(blend))
        .doesNotContainAnyElementsOf(topics(alone))
        .doesNotContainAnyElementsOf(topics(instant))
        .allSatisfy(topics -> assertThat(topics.model()).isEqualTo("minilm-l6"));
  }

  @Test
  void aCascadeWithoutAMarginIsTheInstantTier() {
    assertThat(digests(minilm().cascade(0)))
        .isEqualTo(digests(Headnote.builder().model("instant")));
  }

  @Test
  void aCascadeSaysWhichTierDecidedAndTakesTheSummaryFromTheInstantOne() {
    List<Digest> instant = digests(Headnote.builder().model("instant"));
    List<Digest> cascade = digests(minilm().cascade(0.98));

    assertThat(cascade.stream().map(Digest::summary))
        .containsExactlyElementsOf(instant.stream().map(Digest::summary).toList());
    for (int i = 0; i < cascade.size(); i++) {
      Topics topics = cascade.get(i).topics();
      if (topics.model().equals("instant")) {
        assertThat(topics).isEqualTo(instant.get(i).topics());
      } else {
        assertThat(topics.model()).isEqualTo("minilm-l6");
      }
    }
    assertThat(topics(cascade).stream().map(Topics::model)).contains("instant", "minilm-l6");
  }

  /** As in a container, where an application's models lie below the library's class loader. */
  @Test
  void findsBothTiersByTheContextClassLoader() {
    Set<String> found = ConcurrentHashMap.newKeySet();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(
        new ClassLoader(before) {
          @Override
          public InputStream getResourceAsStream(String name) {
            found.add(name);
            return super.getResourceAsStream(name);
          }
        });
    try {
      minilm().build().close();
    } finally {
      thread.setContextClassLoader(before);
    }
    assertThat(found)
        .contains("dev/headnote/models/minilm-l6/model.json")
        .contains("dev/headnote/models/instant/model.json");
  }

  /** As where a server's own class loader has some models, and the application's others. */
  @Test
  void findsAModelBesideItselfThoughTheContextHasAnother() throws IOException {
    writeForContext("META-INF/headnote/models", "another\n");
    withTheFoldersContext(
        () -> {
          Headnote.builder().model("instant").build().close();
          assertThat(ModelFiles.available()).contains("another", "instant");
        });
  }

  /** What has no index of models is no model's class loader, whatever else it holds. */
  @Test
  void takesNoModelThatTheContextDoesNotList() throws IOException {
    writeForContext("dev/headnote/models/instant/model.json", "{}");
    withTheFoldersContext(() -> Headnote.builder().model("instant").build().close());
  }

  private void writeForContext(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  /** Runs what finds the folder's files, and no others, by the context class loader. */
  private void withTheFoldersContext(Runnable action) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader other = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      thread.setContextClassLoader(other);
      action.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void theTableOnAGpuIsNotAdvisedToBeItself() {
    assertThatThrownBy(() -> Headnote.builder().model("instant").device(Device.CUDA).build())
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.action()).doesNotContain("instant"))
        .hasMessageContaining("leave out the device");
  }

  @Test
  void aCascadeLeadsToATransformer() {
    assertThatThrownBy(() -> Headnote.builder().model("instant").cascade().build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("instant");
    assertThatThrownBy(() -> Headnote.builder().cascade(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Headnote.builder().cascade(1.1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
