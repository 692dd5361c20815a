package dev.headnote.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Article;
import dev.headnote.Sentence;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sentences are found to be the inner part of a quotation. */
class OpenQuotationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "“The road is gone. It will stay closed. We regret it,” Ada Obi said. No bus runs. | 1",
        "\"The road is gone. It will stay closed. We regret it,\" Ada Obi said. No bus runs. | 1",
        "Ada Obi said: \"The road is gone. It will stay closed.\" No bus runs. | ``",
        "Ada Obi said: \"The road is gone. It will stay closed. We regret it.\" No bus runs. | 1",
        "\"The road is gone. It will stay closed. No bus runs. | ``",
        "“The road is gone. It will stay closed. Ada Obi said: “We regret it.” | ``",
        "“The road is gone. It will stay closed. “We regret it,” Ada Obi said. | 1",
        "He read \"Ulysses\" twice. The second time was better. He wrote it down. | ``",
        "She paid for a 24\" screen. It never came. The shop has closed. | ``",
        "The road is gone. It will stay closed. No bus runs. | ``"
      })
  void findsTheInnerSentences(String text, String inner) {
    List<Sentence> sentences = Article.of(text).sentences();
    List<String> found =
        IntStream.range(0, sentences.size())
            .filter(i -> OpenQuotation.holds(sentences, i))
            .mapToObj(String::valueOf)
            .toList();
    assertThat(String.join(" ", found)).isEqualTo(inner);
  }
}
