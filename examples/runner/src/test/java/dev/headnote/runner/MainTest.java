package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that need no model, and everything around the others. */
class MainTest {

  private static final String ROWS =
      """
      {"id":"a","text":"One sentence stands here. Another one follows it."}
      {bad

      {"id":3,"title":"T","article":"Only this sentence stands here."}
      {"text":""}
      {"text":"It has no name of its own."}
      """;

  private final Console console = new Console();
  @TempDir private Path folder;
  private String article = "";

  @BeforeEach
  void writeArticle() throws IOException {
    Path file = folder.resolve("a.txt");
    article =
        Files.writeString(file, "One sentence stands here. Another one follows.\n").toString();
  }

  @Test
  void writesARowForEachInputInItsPlace() {
    int exit = console.reading(ROWS).run("sentences", "--input", "jsonl", "--format", "jsonl", "-");
    assertThat(exit).isEqualTo(3);
    assertThat(console.errors()).isEmpty();
    assertThat(console.rows())
        .satisfiesExactly(
            row ->
                assertThat(row).startsWith("{\"id\":\"a\",\"sentences\":[{\"start\":0,\"end\":25}"),
            row -> assertThat(row).startsWith("{\"line\":2,\"error\":\"is not JSON"),
            row -> assertThat(row).startsWith("{\"id\":3,\"sentences\":[{\"start\":0,"),
            row ->
                assertThat(row).isEqualTo("{\"id\":\"5\",\"line\":5,\"error\":\"holds no text\"}"),
            row -> assertThat(row).startsWith("{\"id\":\"6\",\"sentences\":[{"));
  }

  @Test
  void isTheSameForAnyNumberOfWorkers() {
    String rows = ROWS.repeat(50);
    Console one = new Console().reading(rows);
    Console four = new Console().reading(rows);
    one.run("clean", "--input", "jsonl", "--format", "jsonl", "--workers", "1", "-");
    four.run("clean", "--input", "jsonl", "--format", "jsonl", "--workers", "4", "-");
    assertThat(four.rows()).hasSize(250).isEqualTo(one.rows());
  }

  @Test
  void tellsAPersonOnStandardErrorWhatFailed() throws IOException {
    String empty = Files.writeString(folder.resolve("b.txt"), " \n").toString();
    assertThat(console.run("sentences", article, empty, "nowhere.txt")).isEqualTo(3);
    assertThat(console.output())
        .isEqualTo("== " + article + "\nOne sentence stands here.\nAnother one follows.\n");
    assertThat(console.errors())
        .containsExactly(
            "headnote: " + empty + ": holds no text",
            "headnote: nowhere.txt: there is no such file; check the name");
  }

  @Test
  void namesTheLineOfARow() throws IOException {
    String rows = Files.writeString(folder.resolve("r.jsonl"), ROWS).toString();
    assertThat(console.run("clean", rows)).isEqualTo(3);
    assertThat(console.errors().get(0)).startsWith("headnote: " + rows + ", line 2: is not JSON");
  }

  /** It would be the folder that the command runs in. */
  @Test
  void takesAnEmptyArgumentForNoFile() {
    assertThat(console.run("sentences", "")).isEqualTo(2);
    assertThat(console.errors())
        .containsExactly("headnote: \"\": there is no such file; check the name");
    assertThat(new Console().run("sentences", "--format", "jsonl", "", article)).isEqualTo(3);
  }

  @Test
  void takesEmptyLabelsForNoFile() {
    assertThat(console.run("topics", "--model", "instant", "--labels", "", article)).isEqualTo(2);
    assertThat(console.errors())
        .singleElement()
        .asString()
        .startsWith("headnote: --labels: there is no file \"\"; give one of JSON lines");
  }

  @Test
  void readsStandardInputOnce() {
    console.reading("One sentence stands here.").run("sentences", "--format", "jsonl", "-", "-");
    assertThat(console.rows())
        .satisfiesExactly(
            row -> assertThat(row).startsWith("{\"id\":\"-\",\"sentences\":"),
            row ->
                assertThat(row)
                    .isEqualTo("{\"id\":\"-\",\"error\":\"is read once; name it once\"}"));
  }

  /** In LC_ALL=C that is a name with an umlaut; in any locale, one with a null. */
  @ParameterizedTest
  @ValueSource(strings = {"--labels", "--output", "--topic-model", "--model"})
  void saysOfANameThatTheSystemHasNoneOfWhatToDo(String option) {
    assertThat(console.run("topics", option, "./a\0b", article)).isEqualTo(2);
    assertThat(console.errors())
        .singleElement()
        .asString()
        .contains(" ./a b: the name has characters that this locale lacks; set LC_ALL=C.UTF-8")
        .doesNotContain("java.");
  }

  /** Java puts U+FFFD for what it can't decode. */
  @Test
  void refusesAQueryThatTheLocaleLacks() {
    assertThat(console.run("summarize", "--model", "instant", "--query", "\uFFFD\uFFFD", article))
        .isEqualTo(2);
    assertThat(console.errors())
        .containsExactly(
            "headnote: --query: has characters that could not be read; if the locale lacks them,"
                + " set LC_ALL=C.UTF-8");
  }

  @Test
  void reportsABinaryFileAndGoesOn() throws IOException {
    byte[] binary = {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1, 0, 2};
    String picture = Files.write(folder.resolve("p.txt"), binary).toString();
    assertThat(console.run("clean", "--format", "jsonl", picture, article)).isEqualTo(3);
    assertThat(console.rows())
        .satisfiesExactly(
            row -> assertThat(row).contains("\"error\":").doesNotContain("\"line\""),
            row -> assertThat(row).contains("One sentence stands here."));
  }

  @Test
  void writesOneArray() {
    assertThat(console.run("clean", "--format", "json", article)).isZero();
    assertThat(console.output())
        .startsWith("[\n  {\n    \"id\": \"" + article + "\",\n    \"title\": ")
        .endsWith("\n  }\n]\n");
  }

  @Test
  void anOutputFileAppearsWhole() throws IOException {
    Path output = folder.resolve("out.jsonl");
    assertThat(console.run("clean", "--format", "jsonl", "--output", output.toString(), article))
        .isZero();
    assertThat(console.output()).isEmpty();
    assertThat(Files.readString(output)).startsWith("{\"id\":").endsWith("}\n");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(output, Path.of(article));
    }
  }

  /** Of rows it is not known how many there are, but how long they are. */
  @Test
  void showsRateAndTimeLeftOnATerminal() throws IOException {
    String row = "{\"text\":\"" + "One sentence stands here. ".repeat(40) + "\"}\n";
    Path rows = Files.writeString(folder.resolve("rows.jsonl"), row.repeat(2_000));
    Console terminal = new Console().onTerminal(Map.of("COLUMNS", "100"));
    String output = folder.resolve("out.jsonl").toString();
    terminal.run("sentences", "--format", "jsonl", "--output", output, rows.toString());
    assertThat(terminal.errors()).isNotEmpty();
    assertThat(String.join("", terminal.errors()))
        .contains("articles ", "/2054 kB (", " kB/s", "2,000 articles", "100%")
        .doesNotContain(" MB");

    console.run("sentences", "--format", "jsonl", "--output", output, rows.toString());
    assertThat(console.errors()).as("no terminal").isEmpty();
  }

  @Test
  void packsAnOutputNamedGz() throws IOException {
    Path output = folder.resolve("out.jsonl.gz");
    assertThat(console.run("clean", "--format", "jsonl", "--output", output.toString(), article))
        .isZero();
    try (var in = new GZIPInputStream(Files.newInputStream(output))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("{\"id\":")
          .endsWith("}\n");
    }
    // What it writes it reads: the rows have a text.
    assertThat(console.run("sentences", output.toString())).isZero();
    assertThat(console.output()).contains("Another one follows.");
  }

  @Test
  void aFailedRunLeavesTheOldOutput() throws IOException {
    Path output = Files.writeString(folder.resolve("out.jsonl"), "old");
    assertThat(console.run("topics", "--model", "nope", "--output", output.toString(), article))
        .isEqualTo(2);
    assertThat(Files.readString(output)).isEqualTo("old");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void endsQuietlyWhenItsReaderHasGone() {
    Terminal gone = failing("Broken pipe", false);
    assertThat(Main.run(gone, "clean", "--format", "jsonl", article)).isZero();
    Terminal goneInGerman = failing("Daten\u00fcbergabe unterbrochen (broken pipe)", true);
    assertThat(Main.run(goneInGerman, "clean", "--format", "jsonl", article)).isZero();
    assertThat(Main.run(gone, "doctor", "--model", "instant")).isZero();
    assertThat(console.errors()).isEmpty();
  }

  @Test
  void saysThatTheDiskIsFull() {
    Terminal full = failing("No space left on device", false);
    assertThat(Main.run(full, "clean", "--format", "jsonl", article)).isEqualTo(1);
    assertThat(console.errors())
        .containsExactly("headnote: standard output: cannot be written: No space left on device");
  }

  private Terminal failing(String message, boolean piped) {
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(message);
          }
        };
    Terminal terminal = console.terminal();
    return new Terminal(
        terminal.in(), out, terminal.err(), Map.of(), descriptor -> false, () -> piped);
  }

  @Test
  void isBoldOnATerminalUnlessToldNotTo() throws IOException {
    String second = Files.writeString(folder.resolve("b.txt"), "More text stands here.").toString();
    Console colourful = new Console().onTerminal(Map.of("COLUMNS", "60"));
    colourful.run("sentences", article, second);
    assertThat(colourful.output()).contains("\u001B[1m== ");
    Console plain = new Console().onTerminal(Map.of("COLUMNS", "60", "NO_COLOR", "1"));
    plain.run("sentences", article, second);
    assertThat(plain.output()).doesNotContain("\u001B").contains("== ");
  }

  @ParameterizedTest
  @CsvSource({
    "auto,,,false",
    "always,,,true",
    "always,1,,true",
    "never,,,false",
    "auto,,1,true",
    "auto,,0,false",
    "auto,1,1,false",
    "never,,1,false"
  })
  void isBoldByItsOptionAndTheEnvironment(
      String when, @Nullable String noColor, @Nullable String force, boolean bold) {
    Map<String, String> environment = new HashMap<>();
    environment.put("NO_COLOR", noColor == null ? "" : noColor);
    environment.put("CLICOLOR_FORCE", force == null ? "" : force);
    Console run = new Console().with(environment);
    run.run("sentences", "--color", when, article, article);
    assertThat(run.output().contains("\u001B[1m== ")).isEqualTo(bold);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bogus",
        "train --labels x rows.jsonl",
        "train --labels iptc --out FOLDER ARTICLE",
        "evaluate",
        "evaluate bogus",
        "evaluate topics",
        "evaluate topics nowhere.jsonl",
        "evaluate topics --workers 0 ARTICLE",
        "evaluate topics --format jsonl ARTICLE",
        "evaluate topics --labels nowhere.jsonl ARTICLE",
        "evaluate topics --model nope ARTICLE",
        "evaluate topics --output FOLDER ARTICLE",
        "evaluate summaries",
        "evaluate summaries nowhere.jsonl",
        "evaluate summaries --sentences 0 ARTICLE",
        "evaluate summaries --words 9 --sentences 3 ARTICLE",
        "distil",
        "clean",
        "clean nowhere.txt",
        "clean --fromat json ARTICLE",
        "summarize --together --format html ARTICLE",
        "summarize --together --explain ARTICLE",
        "summarize --together --order score ARTICLE",
        "summarize --arrange document ARTICLE",
        "clean --format xls ARTICLE",
        "models --format csv",
        "models --format html",
        "clean --input pdf ARTICLE",
        "clean --workers 0 ARTICLE",
        "clean --workers many ARTICLE",
        "digest --model instant --workers 32768 ARTICLE",
        "clean --output FOLDER ARTICLE",
        "clean --output FOLDER/none/out ARTICLE",
        "topics --labels nowhere.jsonl ARTICLE",
        "topics --model nope --labels ARTICLE ARTICLE",
        "topics --words 3 ARTICLE",
        "digest --precision fp64 ARTICLE",
        "digest --device tpu ARTICLE",
        "summarize --words 3 --chars 4 ARTICLE",
        "summarize --words 0 ARTICLE",
        "summarize --sentences -1 ARTICLE",
        "summarize --ratio 1.5 ARTICLE",
        "summarize --ratio nan ARTICLE",
        "summarize --model FOLDER ARTICLE",
        "summarize --max-sentences 0 ARTICLE",
        "summarize --max-seconds 0 ARTICLE",
        "models --format xml",
        "clean --format jsonl --output FOLDER/rows.jsonl.gz --resume ARTICLE",
        "clean --format jsonl --output - --resume ARTICLE",
        "train --labels iptc --out FOLDER/x --max-bytes 0 ARTICLE",
        "salience --out FOLDER/x --language 12 ARTICLE",
        "distil --teacher instant --output FOLDER/x --max-bytes many ARTICLE",
        "distil --teacher instant --output FOLDER/x --workers 0 ARTICLE",
        "evaluate topics --language 12 ARTICLE",
      })
  void refusesInOneLine(String command) {
    String[] args =
        command.replace("ARTICLE", article).replace("FOLDER", folder.toString()).split(" ");
    assertThat(console.run(args)).isEqualTo(2);
    assertThat(console.output()).isEmpty();
    assertThat(console.errors())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line).startsWith("headnote: ").doesNotContain("Exception", ": null"));
  }

  @Test
  void namesTheLabelsThatComeAlongWhereAFileIsMissing() {
    assertThat(console.run("topics", "--labels", "iptc2", article)).isEqualTo(2);
    assertThat(console.errors())
        .containsExactly(
            "headnote: --labels: there is no file \"iptc2\"; give one of JSON lines, or iptc,"
                + " iptc-level2, iab");
  }

  @Test
  void namesAFileThatIsNoTextOnce() throws IOException {
    byte[] packed = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0};
    String file = Files.write(folder.resolve("a.txt"), packed).toString();
    assertThat(console.run("clean", file)).isEqualTo(3);
    assertThat(console.errors())
        .containsExactly(
            "headnote: "
                + file
                + ": isn't a text: it holds gzip-compressed data. Give plain text or HTML; extract"
                + " the text from other kinds of file first.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "summarize --sentences many|--sentences': 'many' is not a whole number",
        "summarize --sentences 99999999999|--sentences': '99999999999' is out of range",
        "summarize --max-seconds 1.5|--max-seconds': '1.5' is not a whole number",
        "summarize --ratio half|--ratio': 'half' is not a number",
        "clean --workers many|--workers': 'many' is not a whole number",
        "distil --teacher instant --output x --seed x|--seed': 'x' is not a whole number"
      })
  void saysThatAnOptionIsNoNumber(String command, String problem) {
    assertThat(console.run((command + " " + article).split(" "))).isEqualTo(2);
    assertThat(console.errors()).singleElement().asString().contains(problem);
  }

  /** Of rows for another program, or of a table, no words are an article's. */
  @ParameterizedTest
  @ValueSource(strings = {"out.json", "OUT.JSON.gz", "table.csv", "table.csv.gz", "table.tsv"})
  void readsNoDataAsProse(String name) throws IOException {
    String data = Files.writeString(folder.resolve(name), "[\"Not an article.\"]").toString();
    assertThat(console.run("sentences", data, article)).isEqualTo(3);
    assertThat(console.errors())
        .containsExactly(
            "headnote: "
                + data
                + ": is no article; give rows, a JSON object a line (.jsonl), or say by --input what"
                + " it holds");
    assertThat(console.output()).contains("Another one follows.");
  }

  /** Digested as prose they would give a summary and labels that nobody would suspect. */
  @Test
  void takesNoRowsForProseWhereTheirNameDoesNotSaySo() throws IOException {
    Console piped = new Console().reading(ROWS);
    assertThat(piped.run("sentences", "--format", "jsonl", "-")).isEqualTo(3);
    assertThat(piped.rows())
        .containsExactly(
            "{\"id\":\"-\",\"error\":\"is JSON, which is no article; say by --input what it holds:"
                + " jsonl, a JSON object a line, or text\"}");
    String file = Files.writeString(folder.resolve("rows.txt"), "\uFEFF\n" + ROWS).toString();
    assertThat(console.run("sentences", "--format", "jsonl", file)).isEqualTo(3);
    assertThat(new Console().run("sentences", "--input", "text", file)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\": \"A.\", \"text\": \"B.\"}\n{\"text\": \"C.\"}",
        "{\n  \"text\": \"In several lines.\"\n}\n",
        "[{\"text\": \"In an array.\"}]",
        "[\n  {\"text\": \"A.\"},\n  {\"text\": \"B.\"}\n]\n",
        "{\"text\": \"A.\"} {\"text\": \"In one line.\"}"
      })
  void takesNoJsonForProseHoweverItIsWritten(String json) throws IOException {
    for (Charset encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
      Path file = Files.writeString(folder.resolve("data"), json, encoding);
      Console run = new Console();
      assertThat(run.run("sentences", file.toString())).as("%s", encoding).isEqualTo(3);
      assertThat(run.errors()).singleElement().asString().contains("is JSON, which is no article");
    }
  }

  @Test
  void takesNoJsonForProseHoweverDeepItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("data"), "[".repeat(1_500) + "]".repeat(1_500));
    Console run = new Console();
    assertThat(run.run("sentences", file.toString())).isEqualTo(3);
    assertThat(run.errors()).singleElement().asString().contains("is JSON, which is no article");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1] A footnote begins it.",
        "[Photo] A caption begins it.",
        "{\"cut\": \"An object that never ends",
        "{curly} words begin it.",
        "{\"quoted\": true} is how it begins.",
        "{\"name\": \"Ada\"}\n\nThe line above is a row of JSON.",
        "{}\nNothing is in there."
      })
  void takesProseForProseThoughItBeginsWithABrace(String prose) {
    assertThat(new Console().reading(prose).run("sentences", "-")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "auto|.txt, .text, .html, .htm or .xhtml; of rows, give the files",
        "text|.txt or .text",
        "html|.html, .htm or .xhtml",
        "jsonl|.jsonl or .ndjson"
      })
  void saysWhatItLookedForInAFolderOfNoArticles(String input, String endings) throws IOException {
    String empty = Files.createDirectory(folder.resolve("empty")).toString();
    assertThat(console.run("sentences", "--input", input, empty)).isEqualTo(3);
    assertThat(console.errors())
        .containsExactly(
            "headnote: " + empty + ": the folder holds no articles; they end in " + endings);
  }

  @Test
  void readsWhateverItIsToldToRead() throws IOException {
    String rows = Files.writeString(folder.resolve("rows.json"), ROWS).toString();
    assertThat(console.run("sentences", "--input", "jsonl", "--format", "jsonl", rows))
        .isEqualTo(3);
    assertThat(console.rows()).hasSize(5);
  }

  @Test
  void saysInOneLineThatTheMemoryEnded() {
    Terminal known = console.terminal();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new OutOfMemoryError("thrown on purpose");
          }
        };
    Terminal small =
        new Terminal(known.in(), out, known.err(), Map.of(), known.attached(), known.piped());

    assertThat(Main.run(small, "clean", article)).isEqualTo(1);
    assertThat(console.errors())
        .containsExactly("headnote: this does not fit the memory; raise java -Xmx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "evaluate topics --format csv|'--format': 'csv' is none of text, json, html; see",
        "doctor --format xml|'--format': 'xml' is none of text, json; see",
        "digest --device gpu|'--device': 'gpu' is none of auto, cpu, cuda; see",
        "completion fish|'fish' is none of bash, zsh; see",
        "digest --output=|'--output': \"\" names no file; see",
        "train --labels iptc --out=|\"\" names no file; see",
        "digest --model=|model \"\": not on the class path; there are [",
        "nothing|there is no command 'nothing'; ",
        "evaluate nothing|there is no command 'nothing'; "
      })
  void saysWhatThereIsToChooseFrom(String command, String problem) {
    String[] args = (command + " " + article).split(" ");
    assertThat(console.run(args)).isEqualTo(2);
    assertThat(console.errors()).singleElement().asString().contains(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "text"})
  void keepsThePermissionsOfAnOutputThatItReplaces(String format) throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path file = Files.createFile(folder.resolve("out"));
    Set<PosixFilePermission> usual = Files.getPosixFilePermissions(file);
    for (String permissions : List.of("rw-------", "rw-rw-rw-", "r--r-----")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      assertThat(console.run("clean", "--format", format, "--output", file.toString(), article))
          .isZero();
      assertThat(file).isNotEmptyFile();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(permissions);
    }
    Files.delete(file);
    assertThat(console.run("clean", "--format", format, "--output", file.toString(), article))
        .isZero();
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(usual);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "text"})
  void makesTheFileThatALinkPointsTo(String format) throws IOException {
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("file"));
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("second"));
    assertThat(console.run("clean", "--format", format, "--output", first.toString(), article))
        .isZero();
    assertThat(first).isSymbolicLink();
    assertThat(second).isSymbolicLink();
    assertThat(folder.resolve("file")).isRegularFile().isNotEmptyFile();
  }

  @Test
  void refusesACircleOfLinks() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("other"));
    Files.createSymbolicLink(folder.resolve("other"), Path.of("link"));
    assertThat(console.run("clean", "--output", link.toString(), article)).isEqualTo(2);
    assertThat(console.errors())
        .containsExactly("headnote: " + link + ": its links lead nowhere; name a file");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void helpsWithAMistypedOption() {
    console.run("clean", "--formta", "json", article);
    assertThat(console.errors().get(0)).contains("did you mean").contains("--format");
  }

  @Test
  void showsItsUsageWhereNothingIsAsked() {
    assertThat(console.run()).isEqualTo(2);
    assertThat(String.join("\n", console.errors())).contains("SYNOPSIS");
  }

  @Test
  void fitsANarrowTerminal() {
    Console narrow = new Console().onTerminal(Map.of("COLUMNS", "20"));
    assertThat(narrow.run("--help")).isZero();
    assertThat(narrow.run("clean", article)).isZero();
    assertThat(narrow.errors()).isEmpty();
  }

  @Test
  void tellsItsVersion() {
    assertThat(console.run("--version")).isZero();
    assertThat(console.output()).startsWith("headnote ");
  }

  @Test
  void takesAFileWhoseNameLooksLikeAnArgumentFile() throws IOException {
    Path odd = Files.writeString(folder.resolve("@odd.txt"), "A sentence stands here.");
    assertThat(console.run("clean", "--format", "jsonl", odd.toString())).isZero();
    assertThat(console.rows()).hasSize(1);
  }

  @Test
  void readsHtmlByItsNameAndByItsBeginning() throws IOException {
    String page =
        "<!DOCTYPE html><html><head><title>The title</title></head><body><article>"
            + "<p>The first paragraph of the page stands here, and it is long enough to count.</p>"
            + "<p>The second paragraph of the page stands here, and it is long enough too.</p>"
            + "</article></body></html>";
    String file = Files.writeString(folder.resolve("p.html"), page).toString();
    assertThat(console.reading(page).run("clean", "--format", "jsonl", file, "-")).isZero();
    List<String> rows = console.rows();
    assertThat(rows).hasSize(2);
    assertThat(rows)
        .allSatisfy(row -> assertThat(row).contains("first paragraph").doesNotContain("<p>"));
  }
}
