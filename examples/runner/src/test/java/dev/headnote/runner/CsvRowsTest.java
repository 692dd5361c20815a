package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvRowsTest {

  private static final String HEADING =
      "id,line,title,topic,topic_name,probability,topics,summary,keyphrases,text,sentences,error";

  private final Console console = new Console();

  @Test
  void quotesWhatNeedsIt() {
    String rows =
        """
        {"id":"a, b","title":"Say \\"no\\"","text":"It is so. Two\\n\\nparagraphs are here."}
        {bad
        {"id":7,"text":"\u00c9t\u00e9."}
        """;
    assertThat(
            console
                .reading(rows)
                .run("clean", "--input", "jsonl", "--format", "csv", "--workers", "1", "-"))
        .isEqualTo(3);
    String[] records = console.output().split("\r\n");
    assertThat(records[0]).isEqualTo(HEADING);
    assertThat(records[1])
        .isEqualTo(
            "\"a, b\",,\"Say \"\"no\"\"\",,,,,,,\"It is so. Two\n\nparagraphs are here.\",,");
    assertThat(records[2]).startsWith(",2,,,,,,,,,,is not JSON");
    assertThat(records[3]).isEqualTo("7,,,,,,,,,\u00c9t\u00e9.,,");
    assertThat(records).hasSize(4);
  }

  @Test
  void hasALabelsNameBesideItsId() {
    console
        .reading("The goalkeeper saved three penalties, and Rovers won the football cup.")
        .run("topics", "--labels", "iab", "--format", "csv", "--model", "instant", "-");
    assertThat(console.output().split("\r\n")[1]).startsWith("-,,,533,Soccer,");
  }

  /** As of an emoji that was cut in two. */
  @Test
  void goesOnBehindHalfASurrogatePair() {
    String rows =
        """
        {"id":"a","title":"Half \\ud83d of it","text":"It is so."}
        {"id":"b","text":"The other half \\ude00 is here."}
        {"id":"c","text":"Both \\ud83d\\ude00 are here."}
        """;
    assertThat(console.reading(rows).run("clean", "--input", "jsonl", "--format", "csv", "-"))
        .isZero();
    assertThat(console.output().split("\r\n"))
        .containsExactly(
            HEADING,
            "a,,Half ? of it,,,,,,,It is so.,,",
            "b,,,,,,,,,The other half ? is here.,,",
            "c,,,,,,,,,Both \ud83d\ude00 are here.,,");
  }

  @Test
  void holdsNoFormulas() {
    String rows =
        """
        {"id":"=1+1","title":"=HYPERLINK(1)","text":"@all It is so."}
        {"id":-7,"title":"+1","text":"-2 degrees."}
        {"id":"-","title":"\\tTab","text":"Été = x."}
        {"id":"@bad"}
        """;
    console.reading(rows).run("clean", "--input", "jsonl", "--format", "csv", "-");
    assertThat(console.output().split("\r\n"))
        .containsExactly(
            HEADING,
            "'=1+1,,'=HYPERLINK(1),,,,,,,'@all It is so.,,",
            "-7,,'+1,,,,,,,'-2 degrees.,,",
            "-,,Tab,,,,,,,Été = x.,,",
            "'@bad,4,,,,,,,,,,\"has no \"\"text\"\", \"\"article\"\" or \"\"html\"\"\"");
  }
}
