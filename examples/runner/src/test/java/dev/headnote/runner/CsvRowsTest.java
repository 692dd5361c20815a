package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvRowsTest {

  private static final String HEADING =
      "id,line,title,topic,probability,topics,summary,keyphrases,text,sentences,error";

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
        .isEqualTo("\"a, b\",,\"Say \"\"no\"\"\",,,,,,\"It is so. Two\n\nparagraphs are here.\",,");
    assertThat(records[2]).startsWith(",2,,,,,,,,,is not JSON");
    assertThat(records[3]).isEqualTo("7,,,,,,,,\u00c9t\u00e9.,,");
    assertThat(records).hasSize(4);
  }
}
