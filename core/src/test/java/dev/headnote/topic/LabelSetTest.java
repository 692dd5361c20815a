package dev.headnote.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Label files as users write them, and what they are told where one is wrong. */
class LabelSetTest {

  @TempDir private Path folder;

  @Test
  void readsALabelALineAndFillsInWhatIsLeftOut() throws IOException {
    LabelSet set =
        LabelSet.load(
            file(
                "\uFEFF{\"label\": \"sport\", \"name\": \"Sport\", \"description\": \"Games.\"}\r\n"
                    + "\r\n"
                    + "  \n"
                    + "{\"label\": \"caf\u00e9\", \"parent\": \"sport\"}\n"
                    + "{\"label\": \"x\", \"name\": \" \", \"description\": null, \"other\": 1}"));

    assertThat(set.labels())
        .containsExactly(
            new Label("sport", "Sport", "Games.", null),
            new Label("caf\u00e9", "caf\u00e9", "", "sport"),
            new Label("x", "x", "", null));
    assertThat(set.size()).isEqualTo(3);
  }

  @Test
  void takesAParentThatStandsFurtherDown() throws IOException {
    LabelSet set =
        LabelSet.load(file("{\"label\": \"a\", \"parent\": \"b\"}\n{\"label\": \"b\"}\n"));

    assertThat(set.labels()).extracting(Label::parent).containsExactly("b", null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"label\": \"\"}             | \"label\" is empty",
        "{\"label\": \" \"}            | \"label\" is empty",
        "{\"label\": null}             | has no \"label\"",
        "{\"label\": null, \"a\": 1}   | has no \"label\", but \"a\"",
        "{\"label\": NaN}              | is not JSON: Non-standard token 'NaN'; give one object a line",
      })
  void saysOfALabelWhatIsWrongWithIt(String row, String problem) throws IOException {
    Path file = file(row);

    assertThatThrownBy(() -> LabelSet.load(file)).hasMessage(file + ", line 1: " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"label\": \"a\"}]", "\n [\n  {\n    \"label\": \"a\"\n  }\n]\n"})
  void saysThatAnArrayIsNone(String json) throws IOException {
    Path file = file(json);

    assertThatThrownBy(() -> LabelSet.load(file))
        .hasMessage(file + ": is a JSON array; give one object a line");
  }

  @Test
  void saysThatAnObjectStandsOnOneLine() throws IOException {
    Path file = file("{\n  \"label\": \"a\"\n}\n");

    assertThatThrownBy(() -> LabelSet.load(file))
        .hasMessage(
            file
                + ", line 1: is not JSON: Unexpected end-of-input: expected close marker for Object"
                + "; give one object a line");
  }

  /** The bad row is always on line 3, after a good one and a blank line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "sport                            | not JSON",
        "{\"label\": \"b\"                | not JSON",
        "{\"label\": \"b\"} {\"label\": 1}| not JSON",
        "{\"label\": \"b\"},              | not JSON",
        "{\"name\": \"Sport\", \"id\": 7} | no \"label\", but \"id\", \"name\"",
        "{\"label\": \" \"}               | \"label\" is empty",
        "{\"label\": null}                | no \"label\"",
        "[\"b\"]                          | no \"label\"",
        "{\"label\": \"b\", \"label\": \"c\"} | Duplicate field 'label'",
        "\"b\"                            | no \"label\"",
        "{\"label\": 7}                   | \"label\" is not a string",
        "{\"label\": \"b\", \"name\": []} | \"name\" is not a string",
        "{\"label\": \"b\", \"description\": {}} | \"description\" is not a string",
        "{\"label\": \"b\", \"parent\": 1}| \"parent\" is not a string",
        "{\"label\": \"a\"}               | \"a\" twice",
        "{\"label\": \"b\", \"parent\": \"zz\"}  | \"zz\", which is missing",
        "{\"label\": \"b\", \"parent\": \"b\"}   | \"b\" is among its own parents"
      })
  void namesTheFileTheLineAndTheMistake(String row, String mistake) throws IOException {
    Path file = file("{\"label\": \"a\"}\n\n" + row + "\n{\"label\": \"last\"}\n");

    assertInvalid(() -> LabelSet.load(file), file.toString(), "line 3", mistake);
  }

  @Test
  void findsACycleOfSeveralLabels() throws IOException {
    Path file =
        file(
            "{\"label\": \"top\"}\n"
                + "{\"label\": \"a\", \"parent\": \"b\"}\n"
                + "{\"label\": \"b\", \"parent\": \"c\"}\n"
                + "{\"label\": \"c\", \"parent\": \"a\"}\n");

    assertInvalid(() -> LabelSet.load(file), file.toString(), "line 2", "among its own parents");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n \n", "\uFEFF"})
  void refusesAFileWithoutLabels(String content) throws IOException {
    Path file = file(content);

    assertInvalid(() -> LabelSet.load(file), file.toString(), "no label");
  }

  @Test
  void refusesAFileInAnotherEncoding() throws IOException {
    Path file = folder.resolve("latin1.jsonl");
    Files.write(file, "{\"label\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertInvalid(() -> LabelSet.load(file), file.toString(), "UTF-8");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    Path file = folder.resolve("none.jsonl");

    assertInvalid(() -> LabelSet.load(file), file.toString(), "there is no such file");
    assertInvalid(() -> LabelSet.load(folder), folder.toString(), "cannot be read: Is a directory");
  }

  @Test
  void refusesTheSameMistakesInLabelsGivenByTheCaller() {
    assertInvalid(() -> LabelSet.of(List.of()), "no label");
    assertInvalid(() -> LabelSet.ofNames("a", "a"), "\"a\" twice");
    assertInvalid(() -> LabelSet.of(List.of(new Label("a", "a", "", "b"))), "missing");
    assertInvalid(
        () -> LabelSet.of(List.of(new Label("a", "a", "", "b"), new Label("b", "b", "", "a"))),
        "among its own parents");
  }

  /** Else nothing would be known of what it means. */
  @Test
  void callsALabelWithoutANameByItsId() {
    assertThat(new Label("storm", "", "", null)).isEqualTo(Label.of("storm"));
    assertThat(new Label("storm", " ", "Wind.", null).name()).isEqualTo("storm");
  }

  @Test
  void bringsTheSeventeenSubjectsOfIptcWithDescriptions() {
    LabelSet iptc = LabelSet.iptc();

    assertThat(iptc.size()).isEqualTo(17);
    assertThat(iptc.labels())
        .allSatisfy(
            label -> {
              assertThat(label.description()).isNotBlank();
              assertThat(label.parent()).isNull();
            });
  }

  @Test
  void bringsTheSecondLevelOfIptcUnderTheFirst() {
    LabelSet two = LabelSet.iptcLevel2();

    assertThat(two.size()).isEqualTo(137);
    assertThat(two.labels().subList(0, 17)).isEqualTo(LabelSet.iptc().labels());
    assertThat(two.labels().subList(17, 137))
        .allSatisfy(label -> assertThat(label.parent()).isNotNull())
        .allSatisfy(label -> assertThat(label.description()).isNotBlank());
  }

  @Test
  void bringsTheCategoriesOfIabWithDescriptions() {
    LabelSet iab = LabelSet.iab();

    assertThat(iab.size()).isEqualTo(704);
    assertThat(iab.labels().stream().filter(label -> label.parent() == null)).hasSize(37);
    assertThat(iab.labels())
        .allSatisfy(label -> assertThat(label.description()).isNotBlank())
        .extracting(Label::description)
        .doesNotHaveDuplicates();
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("labels.jsonl"), content);
  }

  private static void assertInvalid(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID_LABELS))
        .hasMessageContainingAll(parts);
  }

  @Test
  void setsOfTheSameLabelsInTheSameOrderAreEqual() {
    assertThat(LabelSet.iptc()).isEqualTo(LabelSet.iptc()).hasSameHashCodeAs(LabelSet.iptc());
    assertThat(LabelSet.ofNames("alpha", "beta"))
        .isEqualTo(LabelSet.ofNames("alpha", "beta"))
        .isNotEqualTo(LabelSet.ofNames("beta", "alpha"));
  }

  @Test
  void showsTheFirstOfItsLabels() {
    assertThat(LabelSet.ofNames("alpha", "beta")).hasToString("LabelSet[2: alpha, beta]");
    assertThat(LabelSet.iab().toString()).hasSizeLessThan(400).startsWith("LabelSet[704: ");
  }

  /** A chain of so many would take minutes if each label's way up were gone from its start. */
  @Test
  void readsADeepHierarchyInLinearTime() {
    int depth = 200_000;
    List<Label> chain =
        IntStream.range(0, depth)
            .mapToObj(i -> new Label("" + i, "", "", i == 0 ? null : "" + (i - 1)))
            .toList();
    double[] sure = new double[depth];
    Arrays.fill(sure, 1);

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          LabelTree tree = new LabelTree(LabelSet.of(chain).labels());
          assertThat(tree.depth(depth - 1)).isEqualTo(depth - 1);
          assertThat(tree.narrowestDefended(sure)).isEqualTo(depth - 1);
        });
  }

  /** Of the label that has it, not of one below that. */
  @Test
  void namesTheLabelWhoseParentIsMissing() throws IOException {
    assertInvalid(
        () ->
            LabelSet.load(
                file(
                    "{\"label\": \"a\", \"parent\": \"b\"}\n{\"label\": \"b\", \"parent\": \"z\"}\n")),
        "line 2: \"b\" has the parent \"z\", which is missing");
  }

  @Test
  void namesTheLineOfALabelAmongItsOwnParents() throws IOException {
    assertInvalid(
        () ->
            LabelSet.load(
                file(
                    "{\"label\": \"a\", \"parent\": \"b\"}\n"
                        + "{\"label\": \"b\", \"parent\": \"c\"}\n"
                        + "{\"label\": \"c\", \"parent\": \"b\"}\n")),
        "line 2: \"b\" is among its own parents");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "description"})
  void refusesOtherTextWithHalfOfASurrogatePair(String field) throws IOException {
    assertInvalid(
        () -> LabelSet.load(file("{\"label\": \"a\", \"" + field + "\": \"x\\ud83d\"}\n")),
        "line 1",
        "surrogate");
  }

  /** No file can hold it, so two of them would be the same label in a topic model's file. */
  @Test
  void refusesAnIdWithHalfOfASurrogatePair() throws IOException {
    assertInvalid(
        () -> LabelSet.load(file("{\"label\": \"a\"}\n{\"label\": \"\\ud83d\"}\n")),
        "line 2",
        "surrogate");
  }
}
