package dev.headnote.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quality")
class SentenceSplitterQualityTest {

  @Test
  void followsTheGoldenRules() {
    List<String> wrong = new ArrayList<>();
    for (JsonNode row : SharedData.rows("data/sentences/golden_rules.jsonl")) {
      String text = row.get("text").asText();
      List<String> expected = new ArrayList<>();
      row.get("sentences").forEach(sentence -> expected.add(sentence.asText().strip()));
      List<String> found =
          SentenceSplitter.split(text).stream()
              .map(span -> text.substring(span.start(), span.end()))
              .toList();
      if (!found.equals(expected)) {
        wrong.add(row.get("id").asText() + " " + found);
      }
    }
    assertThat(wrong).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void findsTheBoundariesOfATreebank() {
    int hits = 0;
    int found = 0;
    int wanted = 0;
    for (JsonNode row : SharedData.rows("data/sentences/ud_ewt_dev.jsonl")) {
      String text = row.get("text").asText();
      Set<Integer> ends = new HashSet<>();
      row.get("sentences")
          .forEach(span -> ends.add(text.offsetByCodePoints(0, span.get(1).asInt())));
      for (Span span : SentenceSplitter.split(text)) {
        found++;
        hits += ends.contains(span.end()) ? 1 : 0;
      }
      wanted += ends.size();
    }
    double f1 = 2.0 * hits / (found + wanted);
    System.out.printf(
        "UD EWT: precision %.4f, recall %.4f, F1 %.4f%n",
        (double) hits / found, (double) hits / wanted, f1);
    assertThat(f1).isGreaterThan(0.93);
  }
}
