package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputReaderTest {

  @TempDir private Path folder;

  private static List<String> read(InputStream in, InputFormat format, int mostBytes) {
    List<Source> sources = Source.find(List.of("-"), format);
    return read(new InputReader(sources, in, mostBytes, new AtomicLong()));
  }

  private static List<String> read(InputReader reader) {
    List<String> found = new ArrayList<>();
    reader.forEachRemaining(
        raw ->
            found.add(
                raw.source().id()
                    + ":"
                    + raw.line()
                    + ":"
                    + (raw.problem() == null
                        ? new String(raw.bytes(), StandardCharsets.UTF_8)
                        : "!" + raw.problem())));
    return found;
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void numbersLinesAndSkipsBlankOnes() {
    assertThat(read(bytes("a\n\n \t\r\nb\r\nc"), InputFormat.JSONL, 100))
        .containsExactly("-:1:a", "-:4:b\r", "-:5:c");
  }

  @Test
  void reportsALongLineAndReadsOn() {
    assertThat(read(bytes("x".repeat(200_000) + "\nb\n" + "12345\n123456\n"), InputFormat.JSONL, 5))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("-:1:!is longer than"),
            second -> assertThat(second).isEqualTo("-:2:b"),
            third -> assertThat(third).isEqualTo("-:3:12345"),
            fourth -> assertThat(fourth).startsWith("-:4:!is longer than"));
  }

  /** No array is that long, whatever the memory. */
  @Test
  void reportsALineThatFitsNoMemoryAndReadsOn() {
    byte[] part = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
    InputStream line =
        new InputStream() {
          private long left = (1L << 30) + 1;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            int count = (int) Math.min(left, Math.min(length, part.length));
            System.arraycopy(part, 0, into, offset, count);
            left -= count;
            return count > 0 ? count : -1;
          }
        };

    assertThat(
            read(
                new SequenceInputStream(line, bytes("\nb\n")),
                InputFormat.JSONL,
                Integer.MAX_VALUE))
        .containsExactly("-:1:!does not fit the memory; raise java -Xmx", "-:2:b");
  }

  @Test
  void readsALineAcrossItsBuffers() {
    String line = "ab".repeat(100_000);
    assertThat(read(bytes(line + "\n" + line), InputFormat.JSONL, 1 << 20))
        .containsExactly("-:1:" + line, "-:2:" + line);
  }

  @Test
  void readsStandardInputWhole() {
    assertThat(read(bytes("a\nb\n"), InputFormat.AUTO, 100)).containsExactly("-:0:a\nb\n");
    assertThat(read(bytes("12345"), InputFormat.TEXT, 4).get(0)).startsWith("-:0:!is longer");
  }

  @Test
  void reportsAStreamThatBreaksAndClosesIt() {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream broken =
        new InputStream() {
          private int left = 2;

          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            if (left-- == 0) {
              throw new IOException("the disk is gone");
            }
            into[from] = 'a';
            into[from + 1] = '\n';
            return 2;
          }

          @Override
          public void close() {
            closed.set(true);
          }
        };
    assertThat(read(broken, InputFormat.JSONL, 100))
        .containsExactly("-:1:a", "-:2:a", "-:0:!cannot be read: the disk is gone");
    assertThat(closed).isTrue();
  }

  @Test
  void walksFoldersInOrder() throws IOException {
    Files.createDirectories(folder.resolve("sub/deeper"));
    for (String name :
        List.of(
            "b.txt",
            "a.TXT",
            "README",
            "n.md",
            "r.jsonl",
            "sub/c.html",
            "sub/deeper/d.text",
            "sub/ é%20#?.txt")) {
      Files.writeString(folder.resolve(name), name);
    }
    List<Source> sources = Source.find(List.of(folder.toString()), InputFormat.AUTO);
    assertThat(read(new InputReader(sources, bytes(""))))
        .containsExactly(
            "a.TXT:0:a.TXT",
            "b.txt:0:b.txt",
            "sub/ é%20#?.txt:0:sub/ é%20#?.txt",
            "sub/c.html:0:sub/c.html",
            "sub/deeper/d.text:0:sub/deeper/d.text");
    assertThat(Source.find(List.of(folder.toString()), InputFormat.JSONL))
        .extracting(Source::id)
        .containsExactly("r.jsonl");
  }

  /** They are version control's, an editor's or the Finder's; one that is named is read. */
  @Test
  void leavesHiddenFilesAndFoldersOut() throws IOException {
    Files.createDirectories(folder.resolve("sub/.git/deeper"));
    for (String name :
        List.of("a.txt", "...but.txt", "._a.txt", ".b.html", "sub/.git/deeper/c.txt")) {
      Files.writeString(folder.resolve(name), name);
    }
    assertThat(Source.find(List.of(folder.toString()), InputFormat.AUTO))
        .extracting(Source::id)
        .containsExactly("...but.txt", "a.txt");
    String git = folder.resolve("sub/.git").toString();
    String hidden = folder.resolve(".b.html").toString();
    assertThat(Source.find(List.of(git, hidden), InputFormat.AUTO))
        .extracting(Source::id)
        .containsExactly("deeper/c.txt", hidden);
  }

  @Test
  void followsALinkToAFolderThatIsNamed() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Files.writeString(real.resolve("a.txt"), "a");
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    assertThat(Source.find(List.of(link.toString()), InputFormat.AUTO))
        .extracting(Source::id)
        .containsExactly("a.txt");
  }

  @Test
  void reportsWhatIsMissingAmongOthers() throws IOException {
    String there = Files.writeString(folder.resolve("a.txt"), "a").toString();
    List<Source> sources = Source.find(List.of("nowhere.txt", there, "x\0y"), InputFormat.AUTO);
    assertThat(read(new InputReader(sources, bytes(""))))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("nowhere.txt:0:!there is no such file"),
            second -> assertThat(second).isEqualTo(there + ":0:a"),
            third -> assertThat(third).contains(":0:!the name has characters"));
  }

  @Test
  void reportsALinkThatLeadsNowhere() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "a");
    Files.createSymbolicLink(folder.resolve("b.txt"), Path.of("gone.txt"));
    Files.createSymbolicLink(folder.resolve("b.bin"), Path.of("gone.bin"));
    Files.createSymbolicLink(folder.resolve(".c.txt"), Path.of("gone.txt"));
    Files.createSymbolicLink(folder.resolve("d.txt"), Path.of("."));
    assertThat(Source.find(List.of(folder.toString()), InputFormat.AUTO))
        .extracting(Source::id, Source::problem)
        .containsExactly(
            tuple("a.txt", null),
            tuple("b.txt", "is a link that leads to nothing that can be read; mend or remove it"));
  }

  @Test
  void reportsAFolderWithoutArticles() throws IOException {
    Files.writeString(folder.resolve("README"), "a");
    List<Source> sources = Source.find(List.of(folder.toString()), InputFormat.AUTO);
    assertThat(read(new InputReader(sources, bytes(""))).get(0)).contains("holds no articles");
  }

  @Test
  void refusesToStartWithNothingButMissingFiles() {
    List<String> missing = List.of("nowhere.txt", "nowhere2.txt");
    assertThatThrownBy(() -> Source.find(missing, InputFormat.AUTO))
        .isInstanceOfSatisfying(RunFailure.class, e -> assertThat(e.exit()).isEqualTo(Exit.USAGE))
        .hasMessageContaining("nowhere.txt")
        .hasMessageContaining("nowhere2.txt");
  }

  @Test
  void unpacksRowsOfAFileNamedGz() throws IOException {
    Path packed = folder.resolve("rows.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("{\"text\":\"a\"}\n{\"text\":\"b\"}\n".getBytes(StandardCharsets.UTF_8));
    }
    Path broken = Files.writeString(folder.resolve("broken.jsonl.gz"), "no gzip");
    List<Source> sources =
        Source.find(List.of(packed.toString(), broken.toString()), InputFormat.AUTO);

    assertThat(read(new InputReader(sources, InputStream.nullInputStream())))
        .containsExactly(
            packed + ":1:{\"text\":\"a\"}",
            packed + ":2:{\"text\":\"b\"}",
            broken + ":0:!cannot be read: Not in GZIP format");
  }

  @Test
  void unpacksASingleArticleThatIsNamedGz() throws IOException {
    Path packed = folder.resolve("page.html.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("<p>a".getBytes(StandardCharsets.UTF_8));
    }
    List<Source> sources = Source.find(List.of(folder.toString()), InputFormat.AUTO);
    assertThat(sources).extracting(Source::format).containsExactly(InputFormat.HTML);
    assertThat(read(new InputReader(sources, bytes("")))).containsExactly("page.html.gz:0:<p>a");
  }

  /** What a few bytes unpack to is bounded like any article. */
  @Test
  void stopsAPackedBombAtTheLongestArticle() throws IOException {
    Path packed = folder.resolve("bomb.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(new byte[1_000_000]);
    }
    List<Source> sources = Source.find(List.of(packed.toString()), InputFormat.AUTO);
    assertThat(read(new InputReader(sources, bytes(""), 1_000, new AtomicLong())).get(0))
        .startsWith(packed + ":0:!is longer than 1000 bytes");
  }
}
