package dev.headnote.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headnote.HeadnoteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written takes the place of a file, and of nothing else. */
class WholeFileTest {

  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir private Path folder;

  @Test
  void replacesWhatALinkPointsTo() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {9});
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    WholeFile.write(link, CONTENT);

    assertThat(link).isSymbolicLink();
    assertThat(file).hasBinaryContent(CONTENT);
    assertThat(folder).isDirectoryNotContaining("glob:**.partial");
  }

  @Test
  void makesTheFileThatALinkPointsTo() throws IOException {
    Path file = Path.of("file");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    WholeFile.write(link, CONTENT);

    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve(file)).isRegularFile().hasBinaryContent(CONTENT);
  }

  @Test
  void followsLinksToTheirEnd() throws IOException {
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("file"));
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("second"));

    WholeFile.write(first, CONTENT);

    assertThat(first).isSymbolicLink();
    assertThat(second).isSymbolicLink();
    assertThat(folder.resolve("file")).isRegularFile().hasBinaryContent(CONTENT);
  }

  @Test
  void refusesACircleOfLinks() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("other"));
    Files.createSymbolicLink(folder.resolve("other"), Path.of("link"));

    assertThatThrownBy(() -> WholeFile.write(link, CONTENT))
        .isInstanceOf(HeadnoteException.class)
        .hasMessageEndingWith("cannot be written: its links lead nowhere");
    assertThat(link).isSymbolicLink();
  }

  /** By a link, so that a mistake replaces that. */
  @Test
  void writesToADeviceAndLeavesItThere() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full) && !Files.isRegularFile(full));
    Path link = Files.createSymbolicLink(folder.resolve("link"), full);

    assertThatThrownBy(() -> WholeFile.write(link, CONTENT))
        .isInstanceOf(HeadnoteException.class)
        .hasMessageContaining("No space left");
    assertThat(link).isSymbolicLink();
    assertThat(Files.isRegularFile(full)).isFalse();
  }

  @Test
  void keepsThePermissionsOfAFileThatItReplaces() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path file = Files.write(folder.resolve("file"), new byte[] {9});
    for (String permissions : List.of("rw-------", "rw-rw-rw-", "r--r-----")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

      WholeFile.write(file, CONTENT);

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(permissions);
      assertThat(file).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void givesANewFileThePermissionsThatOthersGet() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path other = Files.createFile(folder.resolve("other"));
    Path file = folder.resolve("file");

    WholeFile.write(file, CONTENT);

    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void replacesNoFolder() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThatThrownBy(() -> WholeFile.write(empty, CONTENT))
        .isInstanceOf(HeadnoteException.class)
        .hasMessageContaining("is a folder");
    assertThat(empty).isDirectory();
  }

  @Test
  void saysWhatCannotBeReadWithoutAnException() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThatThrownBy(() -> WholeFile.read(empty))
        .isInstanceOf(HeadnoteException.class)
        .hasMessage(empty + ": cannot be read: Is a directory");
  }

  @Test
  void namesTheFolderThatIsMissing() {
    Path missing = folder.resolve("missing");
    Path file = missing.resolve("own.topics");

    assertThatThrownBy(() -> WholeFile.write(file, CONTENT))
        .isInstanceOf(HeadnoteException.class)
        .hasMessage(file + ": cannot be written: there is no folder " + missing);
  }
}
