package dev.headnote.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headnote.Article;
import dev.headnote.Sentence;
import dev.headnote.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How well articles are taken out of 92 pages.
 *
 * <p>{@code mvn test -pl core -am -Dtest=HtmlExtractorQualityTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dgroups=quality -DexcludedGroups=}
 */
@Tag("quality")
class HtmlExtractorQualityTest {

  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  @Test
  void findsTheArticlesOfABenchmark() throws IOException {
    Path pages = SharedData.path("data/extraction/html");
    double precision = 0;
    double recall = 0;
    List<JsonNode> rows = SharedData.rows("data/extraction/aeb_dev.jsonl");
    for (JsonNode row : rows) {
      String id = row.get("id").asText();
      byte[] bytes = Files.readAllBytes(pages.resolve(id + ".html"));
      String text = HtmlExtractor.extract(TextDecoder.decode(bytes, id)).text();
      Map<String, Integer> found = shingles(text);
      Map<String, Integer> wanted = shingles(row.get("articleBody").asText());
      double shared = 0;
      for (Map.Entry<String, Integer> entry : found.entrySet()) {
        shared += Math.min(entry.getValue(), wanted.getOrDefault(entry.getKey(), 0));
      }
      precision += shared / Math.max(1, total(found));
      recall += shared / Math.max(1, total(wanted));
    }
    precision /= rows.size();
    recall /= rows.size();
    double f1 = 2 * precision * recall / (precision + recall);
    System.out.printf(
        "article extraction: precision %.4f, recall %.4f, F1 %.4f%n", precision, recall, f1);
    assertThat(f1).isGreaterThan(0.96);
  }

  @Test
  void theSourceOfEachSentenceHoldsIt() throws IOException {
    int sentences = 0;
    int exact = 0;
    int[] named = new int[3];
    for (JsonNode row : SharedData.rows("data/extraction/aeb_dev.jsonl")) {
      String id = row.get("id").asText();
      Path page = SharedData.path("data/extraction/html").resolve(id + ".html");
      String html = TextDecoder.decode(Files.readAllBytes(page), id);
      Article article = Article.fromHtml(html);
      WebPage found = article.page().orElseThrow();
      named[0] += found.byline().isPresent() ? 1 : 0;
      named[1] += found.published().isPresent() ? 1 : 0;
      named[2] += found.language().isPresent() ? 1 : 0;
      for (Sentence sentence : article.sentences()) {
        Span range = article.sourceRange(sentence.start(), sentence.end());
        String source = html.substring(range.start(), range.end());
        String text = sentence.text();
        sentences++;
        exact += source.charAt(0) == text.charAt(0) && source.endsWith(last(text)) ? 1 : 0;
        int at = 0;
        String plain = Jsoup.parse(source).wholeText();
        for (char c : text.replaceAll("\\s", "").toCharArray()) {
          at = plain.indexOf(c, at) + 1;
          assertThat(at).as("%s: %s", id, text).isPositive();
        }
      }
    }
    System.out.printf(
        "%d sentences lead to their source, %d of them without an entity at an end; pages with a"
            + " byline %d, date %d, language %d%n",
        sentences, exact, named[0], named[1], named[2]);
    assertThat(exact).isGreaterThan(sentences * 99 / 100);
  }

  private static String last(String text) {
    return text.substring(text.length() - 1);
  }

  private static Map<String, Integer> shingles(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    Map<String, Integer> shingles = new HashMap<>();
    for (int i = 0; i + 4 <= words.size(); i++) {
      shingles.merge(String.join(" ", words.subList(i, i + 4)), 1, Integer::sum);
    }
    return shingles;
  }

  private static int total(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
