package dev.headnote;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of files that are no articles. */
class ArticleReadTest {

  @TempDir private Path folder;

  @Test
  void saysWhyAFileCanNotBeRead() {
    Path nowhere = folder.resolve("nope.txt");

    assertThatThrownBy(() -> Article.read(nowhere))
        .isInstanceOf(HeadnoteException.class)
        .hasMessage(nowhere + ": there is no such file");
    assertThatThrownBy(() -> Article.read(folder))
        .isInstanceOf(HeadnoteException.class)
        .hasMessage(folder + ": cannot be read: Is a directory");
  }
}
