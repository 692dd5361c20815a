package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowTest {

  private static JsonRow parse(String line) throws BadRow {
    return JsonRow.parse(line.getBytes(StandardCharsets.UTF_8), Gold.NONE);
  }

  @Test
  void readsIdTitleAndText() throws BadRow {
    assertThat(parse("{\"id\":\"a\",\"title\":\"T\",\"text\":\"B\",\"other\":[{\"text\":1}]}"))
        .isEqualTo(new JsonRow(RowId.ofText("a"), "T", "B", false, Set.of(), List.of()));
  }

  @Test
  void takesAnArticleOrAPageForTheText() throws BadRow {
    assertThat(parse("{\"article\":\"B\"}"))
        .isEqualTo(new JsonRow(null, null, "B", false, Set.of(), List.of()));
    assertThat(parse("{\"html\":\"<p>B\",\"text\":null}"))
        .isEqualTo(new JsonRow(null, null, "<p>B", true, Set.of(), List.of()));
  }

  private static List<String> summaries(String fields) throws BadRow {
    String line = "{\"id\":1,\"text\":\"B\"" + fields + "}";
    return JsonRow.parse(line.getBytes(StandardCharsets.UTF_8), Gold.SUMMARIES).summaries();
  }

  @Test
  void readsOneSummaryOrSeveral() throws BadRow {
    assertThat(summaries(",\"summary\":\"a\\nb\"")).containsExactly("a\nb");
    assertThat(summaries(",\"summary\":[\"a\",\"b\"]")).containsExactly("a", "b");
    assertThat(summaries(",\"summaries\":[\"a\",\"b\"]")).containsExactly("a", "b");
    assertThat(summaries(",\"summary\":\"a\",\"summaries\":[\"b\"]")).containsExactly("a", "b");
    assertThat(parse("{\"text\":\"B\",\"summary\":7}").summaries()).as("not asked for").isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|has no \"summary\" or \"summaries\"",
        ",\"summary\":null|has no \"summary\" or \"summaries\"",
        ",\"summaries\":[]|has no \"summary\" or \"summaries\"",
        ",\"summary\":7|\"summary\" is neither a string nor an array of strings",
        ",\"summaries\":[\"a\",7]|\"summaries\" is not an array of strings",
        ",\"summary\":\" \"|\"summary\" holds no text",
      })
  void saysWhatIsWrongWithSummaries(String fields, String problem) {
    assertThatThrownBy(() -> summaries(fields)).hasMessageContaining(problem);
  }

  private static Set<String> labels(String field) throws BadRow {
    String line = "{\"id\":1,\"text\":\"B\"" + field + "}";
    return JsonRow.parse(line.getBytes(StandardCharsets.UTF_8), Gold.LABELS).labels();
  }

  @Test
  void readsLabels() throws BadRow {
    assertThat(labels(",\"label\":\"a\"")).containsExactly("a");
    assertThat(labels(",\"labels\":[\"b\",\"a\",\"b\"]")).containsExactly("b", "a");
    assertThat(labels(",\"label\":\"a\",\"labels\":[\"a\",\"b\"]")).containsExactly("a", "b");
    assertThat(labels(",\"labels\":null,\"label\":\"a\"")).containsExactly("a");
    assertThatThrownBy(() -> labels(",\"label\":\"a\",\"labels\":[\"b\"]"))
        .hasMessage("has a \"label\" that is not among its \"labels\"; give one of them");
  }

  @Test
  void takesNullAndAnEmptyArrayForNoneOfTheLabels() throws BadRow {
    assertThat(labels(",\"label\":null")).isEmpty();
    assertThat(labels(",\"labels\":[]")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                        | has no \"label\" or \"labels\"",
        ",\"labels\":null          | has no \"label\" or \"labels\"",
        ",\"label\":3              | \"label\" is not a string",
        ",\"label\":[\"a\"]        | \"label\" is not a string; an array of them is \"labels\"",
        ",\"labels\":\"a\"         | \"labels\" is not an array of strings",
        ",\"labels\":[\"a\",null]  | \"labels\" is not an array of strings",
        ",\"labels\":[[\"a\"]]     | \"labels\" is not an array of strings",
        ",\"labels\":[\"a\"        | is not JSON",
        ",\"label\":1,\"label\":2  | \"label\" is not a string",
      })
  void saysWhatIsWrongWithLabels(String field, String problem) {
    assertThatThrownBy(() -> labels(field))
        .isInstanceOf(BadRow.class)
        .hasMessageContaining(problem);
  }

  @Test
  void mindsNoLabelsWhereNoneAreAskedFor() throws BadRow {
    assertThat(parse("{\"text\":\"B\",\"label\":3,\"labels\":{}}").labels()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"7", "-1.50", "1e3", "123456789012345678901234567890"})
  void keepsTheDigitsOfANumber(String number) throws BadRow {
    assertThat(parse("{\"id\":" + number + ",\"text\":\"B\"}").id())
        .isEqualTo(new RowId(number, true));
  }

  @Test
  void passesOverAByteOrderMark() throws BadRow {
    assertThat(parse("\uFEFF{\"text\":\"B\"}").text()).isEqualTo("B");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{bad                               | is not JSON: Unexpected character",
        "{\"id\":\"a\",\"text\":\"cut       | is not JSON: Unexpected end-of-input",
        "{\"text\":\"B\"                    | is not JSON: Unexpected end-of-input",
        "{\"text\":\"B\",}                  | is not JSON",
        "{\"text\":'B'}                     | is not JSON",
        "{\"text\":NaN}                     | is not JSON",
        "{\"text\":\"a\",\"text\":\"b\"}    | Duplicate field 'text'",
        "{\"id\":1,\"id\":2,\"text\":\"b\"} | Duplicate field 'id'",
        "{\"text\":\"a\"} {}                | more than one JSON value",
        "{\"text\":\"a\"}]                  | is not JSON",
        "[1]                                | is not a JSON object but an array; write one row a line",
        "{                                  | if it goes on below, write one row a line",
        "\"text\"                           | is not a JSON object",
        "null                               | is not a JSON object",
        "{}                                 | has no \"text\", \"article\" or \"html\"",
        "{\"text\":null}                    | has no \"text\", \"article\" or \"html\"",
        "{\"text\":5}                       | \"text\" is not a string",
        "{\"article\":[\"a\"]}              | \"article\" is not a string",
        "{\"html\":{}}                      | \"html\" is not a string",
        "{\"title\":1,\"text\":\"a\"}       | \"title\" is not a string",
        "{\"id\":true,\"text\":\"a\"}       | \"id\" is neither a string nor a number",
        "{\"id\":[],\"text\":\"a\"}         | \"id\" is neither a string nor a number",
        "{\"text\":\"a\",\"html\":\"b\"}    | has \"text\" and \"html\"; give one of them",
      })
  void saysWhatIsWrong(String line, String problem) {
    assertThatThrownBy(() -> parse(line)).isInstanceOf(BadRow.class).hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"x\":NaN}", "{\"x\":+1}", "{/* note */}", "{\"x\":[deep"})
  void saysNothingOfTheParsersSettings(String line) {
    assertThatThrownBy(() -> parse(line.replace("deep", "[".repeat(2000))))
        .isInstanceOf(BadRow.class)
        .message()
        .startsWith("is not JSON: ")
        .doesNotContain("Feature", "Stream", "enable");
  }

  @Test
  void namesTheRowAsFarAsItIsKnown() {
    assertThatThrownBy(() -> parse("{\"id\":\"a\",\"text\":\"cut"))
        .isInstanceOfSatisfying(BadRow.class, e -> assertThat(e.id()).isEqualTo(RowId.ofText("a")));
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] latin1 = "{\"text\":\"caf\u00E9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> JsonRow.parse(latin1, Gold.NONE)).hasMessageContaining("is not UTF-8");
    for (Charset wide : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      assertThatThrownBy(() -> JsonRow.parse("{\"text\":\"B\"}".getBytes(wide), Gold.NONE))
          .hasMessageContaining("is not UTF-8");
    }
    byte[] packed = {0x1f, (byte) 0x8b, 8, 0};
    assertThatThrownBy(() -> JsonRow.parse(packed, Gold.NONE)).hasMessageContaining("ends in .gz");
  }

  @Test
  void refusesEndlessNesting() {
    assertThatThrownBy(() -> parse("{\"x\":" + "[".repeat(100_000))).isInstanceOf(BadRow.class);
  }

  /** A search for white space before something else would take seconds for it. */
  @Test
  void saysWhatIsWrongWithALongKeyAtOnce() {
    String key = "\"" + " ".repeat(49_000) + "\":1";
    long start = System.nanoTime();
    assertThatThrownBy(() -> parse("{" + key + "," + key + "}"))
        .isInstanceOf(BadRow.class)
        .hasMessageContaining("Duplicate")
        .hasMessageNotContaining("start marker");
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(500);
  }
}
