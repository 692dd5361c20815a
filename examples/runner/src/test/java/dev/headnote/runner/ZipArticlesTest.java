package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zips as people make them, and as nobody should. Each of these leaves the other inputs alone. */
class ZipArticlesTest {

  private static final String TEXT = "A sentence stands here, and another one follows it.";
  private static final String ROW = "{\"id\":7,\"text\":\"A row stands here.\"}\n";

  private final Console console = new Console();
  @TempDir private Path folder;

  /** An entry for each pair of a name and a content. */
  private Path zip(String name, String... namesAndContents) throws IOException {
    Path zip = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndContents[i]));
        out.write(namesAndContents[i + 1].getBytes(StandardCharsets.ISO_8859_1));
        out.closeEntry();
      }
    }
    return zip;
  }

  private static String gzip(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  /** The rows about a zip and an article behind it, which must always be done. */
  private List<String> clean(Path zip, String... options) throws IOException {
    Path behind = Files.writeString(folder.resolve("behind.txt"), "The last one stands here.");
    String[] args = Arrays.copyOf(options, options.length + 5);
    String[] rest = {"clean", "--format", "jsonl", zip.toString(), behind.toString()};
    System.arraycopy(options, 0, args, 1, options.length);
    args[0] = rest[0];
    System.arraycopy(rest, 1, args, options.length + 1, 4);
    console.run(args);
    assertThat(console.errors()).isEmpty();
    List<String> rows = console.rows();
    assertThat(rows.get(rows.size() - 1)).contains("The last one stands here.");
    return rows.subList(0, rows.size() - 1);
  }

  @Test
  void readsTextsPagesAndRowsInItsOrder() throws IOException {
    String page = "<html><body><article><p>" + TEXT.repeat(5) + "</p></article></body></html>";
    Path zip =
        zip(
            "all.zip",
            "b.txt",
            TEXT,
            "pages/",
            "",
            "pages/a.html",
            page,
            "picture.png",
            "\u0089PNG",
            "__MACOSX/._b.txt",
            "\0\5\26\7",
            "pages/._a.html",
            "\0\5\26\7",
            ".git/c.txt",
            TEXT,
            "rows.jsonl",
            ROW,
            "rows.jsonl.gz",
            gzip(ROW + ROW),
            "inner.zip",
            "PK");

    assertThat(clean(zip))
        .satisfiesExactly(
            row -> assertThat(row).startsWith("{\"id\":\"b.txt\",").contains(TEXT),
            row -> assertThat(row).startsWith("{\"id\":\"pages/a.html\",").doesNotContain("<p>"),
            row -> assertThat(row).startsWith("{\"id\":7,").contains("A row stands here."),
            row -> assertThat(row).startsWith("{\"id\":7,"),
            row -> assertThat(row).startsWith("{\"id\":7,"));
  }

  @Test
  void takesWhatIsAskedFor() throws IOException {
    Path zip = zip("all.ZIP", "b.txt", TEXT, "rows.jsonl", ROW);
    assertThat(clean(zip, "--input", "text"))
        .singleElement()
        .satisfies(row -> assertThat(row).startsWith("{\"id\":\"b.txt\""));
  }

  /** Names are names: nothing is written where they point. */
  @Test
  void takesAPathForAName() throws IOException {
    String out = "../../out.txt";
    String absolute = folder.resolve("absolute.txt").toString();
    Path zip =
        zip("paths.zip", out, TEXT, absolute, TEXT, "a\u0007\n.txt", TEXT, "..\\w.txt", TEXT);
    assertThat(clean(zip))
        .satisfiesExactly(
            row -> assertThat(row).startsWith("{\"id\":\"../../out.txt\",").contains(TEXT),
            row -> assertThat(row).startsWith("{\"id\":\"" + absolute + "\","),
            row -> assertThat(row).startsWith("{\"id\":\"a\\u0007\\n.txt\","),
            row -> assertThat(row).contains("w.txt\",").contains(TEXT));
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
    assertThat(folder.resolve(out)).doesNotExist();
  }

  @Test
  void stopsABombAtTheLongestArticle() throws IOException {
    String zeros = "0".repeat(2_000_000);
    Path zip = zip("bomb.zip", "bomb.txt", zeros, "a.txt", TEXT, "bomb.jsonl", zeros + "\n" + ROW);
    assertThat(clean(zip, "--max-bytes", "1m"))
        .satisfiesExactly(
            row ->
                assertThat(row).startsWith("{\"id\":\"bomb.txt\",\"error\":\"is longer than 1 MB"),
            row -> assertThat(row).contains(TEXT),
            row -> assertThat(row).startsWith("{\"line\":1,\"error\":\"is longer than 1 MB"),
            row -> assertThat(row).startsWith("{\"id\":7,"));
  }

  /** It is not even unpacked: what it is packed to is no deflate. */
  @Test
  void refusesWhatSaysThatItIsTooLong() throws IOException {
    Path zip = zip("bomb.zip", "bomb.txt", "0".repeat(2_000_000));
    patch(zip, 30 + "bomb.txt".length(), new byte[] {-1, -1, -1, -1});
    assertThat(clean(zip, "--max-bytes", "1m").get(0)).contains("is longer than 1 MB");
    console.out().reset();
    assertThat(clean(zip, "--max-bytes", "2m").get(0)).contains("cannot be read: ");
  }

  /** The directory says that the entry is short. */
  @Test
  void stopsABombThatLies() throws IOException {
    Path zip = zip("bomb.zip", "bomb.txt", "0".repeat(2_000_000), "a.txt", TEXT);
    patchDirectory(zip, "bomb.txt", 24, new byte[] {9, 0, 0, 0});
    assertThat(clean(zip, "--max-bytes", "1m"))
        .satisfiesExactly(
            row -> assertThat(row).startsWith("{\"id\":\"bomb.txt\",\"error\":\""),
            row -> assertThat(row).contains(TEXT));
  }

  @Test
  void saysWhichEntryIsEncryptedAndReadsTheOthers() throws IOException {
    Path zip = zip("secret.zip", "a.txt", TEXT, "secret.txt", TEXT, "z.txt", TEXT);
    patchDirectory(zip, "secret.txt", 8, new byte[] {9, 8});
    assertThat(clean(zip))
        .satisfiesExactly(
            row -> assertThat(row).contains("a.txt", TEXT),
            row ->
                assertThat(row)
                    .isEqualTo(
                        "{\"id\":\"secret.txt\",\"error\":\"cannot be read: it is encrypted; unpack"
                            + " the zip and give the files\"}"),
            row -> assertThat(row).contains("z.txt", TEXT));
  }

  @Test
  void saysWhichEntryIsPackedOtherwise() throws IOException {
    Path zip = zip("lzma.zip", "a.txt", TEXT, "z.txt", TEXT);
    patchDirectory(zip, "a.txt", 10, new byte[] {99, 0});
    assertThat(clean(zip))
        .satisfiesExactly(
            row -> assertThat(row).contains("a.txt", "in a way that is not known"),
            row -> assertThat(row).contains("z.txt", TEXT));
  }

  @Test
  void seesThatAnEntryIsDamaged() throws IOException {
    Path zip = zip("damaged.zip", "a.txt", TEXT.repeat(50), "z.txt", TEXT);
    // Behind the entry's name.
    patch(zip, 30 + "a.txt".length() + 20, new byte[] {1, 2, 3});
    assertThat(clean(zip))
        .satisfiesExactly(
            row -> assertThat(row).startsWith("{\"id\":\"a.txt\",\"error\":\"cannot be read: "),
            row -> assertThat(row).contains("z.txt", TEXT));
  }

  @Test
  void seesThatAnEntryIsNotWhatWasPacked() throws IOException {
    Path zip = zip("swapped.zip", "a.txt", TEXT, "rows.jsonl", ROW, "z.txt", TEXT);
    patchDirectory(zip, "a.txt", 16, new byte[] {1, 2, 3, 4});
    patchDirectory(zip, "rows.jsonl", 16, new byte[] {1, 2, 3, 4});
    assertThat(clean(zip))
        .satisfiesExactly(
            row -> assertThat(row).startsWith("{\"id\":\"a.txt\",\"error\":\"cannot be read: "),
            row -> assertThat(row).startsWith("{\"id\":7,"),
            row -> assertThat(row).startsWith("{\"id\":\"rows.jsonl\",\"error\":\"cannot be read"),
            row -> assertThat(row).contains("z.txt", TEXT));
  }

  @Test
  void reportsWhatIsNoWholeZip() throws IOException {
    byte[] whole = Files.readAllBytes(zip("whole.zip", "a.txt", TEXT, "b.txt", TEXT));
    for (int length : new int[] {0, 3, 40, whole.length / 2, whole.length - 1}) {
      Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
      Console run = new Console();
      assertThat(run.run("clean", "--format", "jsonl", cut.toString(), cut.toString()))
          .as("%d bytes", length)
          .isEqualTo(3);
      assertThat(run.rows())
          .hasSize(2)
          .allSatisfy(
              row ->
                  assertThat(row)
                      .startsWith(
                          "{\"id\":\"" + cut + "\",\"error\":\"cannot be read: it is no zip, or"));
    }
  }

  @Test
  void saysThatAZipHoldsNoArticles() throws IOException {
    assertThat(clean(zip("other.zip", "picture.png", "\u0089PNG")))
        .singleElement()
        .satisfies(row -> assertThat(row).contains("the zip holds no articles"));
  }

  @Test
  void namesAnEntryForAPerson() throws IOException {
    Path zip = zip("empty.zip", "a/b.txt", " ", "a/c.txt", TEXT);
    assertThat(console.run("clean", zip.toString())).isEqualTo(3);
    assertThat(console.errors()).containsExactly("headnote: " + zip + "/a/b.txt: holds no text");
    assertThat(console.output()).startsWith("== a/c.txt\n");
  }

  /** Whatever bytes are wrong, what follows is read. */
  @Test
  void readsOnBehindAnyDamage() throws IOException {
    Path zip = zip("any.zip", "a.txt", TEXT.repeat(9), "rows.jsonl", ROW, "p/z.html", TEXT);
    Path behind = Files.writeString(folder.resolve("behind.txt"), "The last one.");
    byte[] whole = Files.readAllBytes(zip);
    Random random = new Random(1);
    int damaged = 0;
    for (int i = 0; i < 150; i++) {
      byte[] bytes = whole.clone();
      for (int flip = random.nextInt(4); flip >= 0; flip--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(zip, bytes);
      List<Raw> read = new ArrayList<>();
      new InputReader(
              Source.find(List.of(zip.toString(), behind.toString()), InputFormat.AUTO),
              InputStream.nullInputStream(),
              100_000,
              new AtomicLong())
          .forEachRemaining(read::add);
      assertThat(new String(read.get(read.size() - 1).bytes(), StandardCharsets.UTF_8))
          .isEqualTo("The last one.");
      damaged += read.stream().anyMatch(raw -> raw.problem() != null) ? 1 : 0;
    }
    assertThat(damaged).isBetween(50, 150);
  }

  /** Writes into the entry's header in the directory. */
  private static void patchDirectory(Path zip, String entry, int offset, byte[] bytes)
      throws IOException {
    String content = Files.readString(zip, StandardCharsets.ISO_8859_1);
    int start = content.lastIndexOf(entry) - 46;
    assertThat(content.substring(start)).startsWith("PK\1\2");
    patch(zip, start + offset, bytes);
  }

  private static void patch(Path file, int position, byte[] bytes) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.seek(position);
      out.write(bytes);
    }
  }
}
