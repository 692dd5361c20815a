package dev.headnote.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headnote.text.chars.Chars;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sentence splitting beside OpenNLP, ICU4J and the JDK, on the same texts in one run: {@code mvn
 * test -pl core -am -Dtest=SentencePeersTest -Dgroups=quality -DexcludedGroups=
 * -Dsurefire.failIfNoSpecifiedTests=false}. Its output is docs/benchmarks/input.txt.
 *
 * <p>A sentence is found where its end is, before the white space behind it. The peers are given a
 * text paragraph by paragraph, since none of them is made to find paragraphs.
 */
@Tag("quality")
class SentencePeersTest {

  /** What one splitter did on one set of texts. */
  private static final class Tally {

    private int hits;
    private int found;
    private int wanted;

    void add(Set<Integer> gold, Set<Integer> ends) {
      for (int end : ends) {
        hits += gold.contains(end) ? 1 : 0;
      }
      found += ends.size();
      wanted += gold.size();
    }

    double precision() {
      return (double) hits / found;
    }

    double recall() {
      return (double) hits / wanted;
    }

    double f1() {
      return 2.0 * hits / (found + wanted);
    }
  }

  @Test
  void followsMoreGoldenRules() {
    Map<SentencePeer, Integer> right = new EnumMap<>(SentencePeer.class);
    int rules = 0;
    for (JsonNode row : SharedData.rows("data/sentences/golden_rules.jsonl")) {
      List<String> expected = new ArrayList<>();
      row.get("sentences").forEach(sentence -> expected.add(sentence.asText().strip()));
      rules++;
      for (SentencePeer peer : SentencePeer.values()) {
        boolean same = peer.sentences(row.get("text").asText()).equals(expected);
        right.merge(peer, same ? 1 : 0, Integer::sum);
      }
    }
    System.out.println("English golden rules followed, of " + rules);
    right.forEach((peer, count) -> System.out.printf("  %-28s %d%n", peer.title(), count));
    assertThat(right.get(SentencePeer.HEADNOTE)).isGreaterThanOrEqualTo(46);
    assertAhead(right);
  }

  @Test
  void findsTheBoundariesOfATreebank() {
    List<MarkedText> texts = new ArrayList<>();
    int unmarked = 0;
    int wanted = 0;
    for (JsonNode row : SharedData.rows("data/sentences/ud_ewt_dev.jsonl")) {
      String text = row.get("text").asText();
      Set<Integer> ends = new TreeSet<>();
      row.get("sentences")
          .forEach(span -> ends.add(text.offsetByCodePoints(0, span.get(1).asInt())));
      for (int end : ends) {
        unmarked += isMarked(text, end) ? 0 : 1;
      }
      wanted += ends.size();
      texts.add(new MarkedText(text, ends));
    }
    System.out.printf(
        "UD English EWT, dev, %d of whose %d ends have neither a mark nor a line break%n",
        unmarked, wanted);
    assertAheadIn(texts, 0.93);
  }

  /** Whether a full stop or the like, or a line break, shows that a sentence ends. */
  private static boolean isMarked(String text, int end) {
    int last = end;
    while (last > 0) {
      byte kind = Chars.classOf(text.charAt(last - 1));
      if (kind != Chars.CLOSER && kind != Chars.QUOTE) {
        break;
      }
      last--;
    }
    int next = end;
    while (next < text.length() && Chars.isBlank(text.charAt(next))) {
      if (Chars.isNewline(text.charAt(next))) {
        return true;
      }
      next++;
    }
    return next >= text.length() || (last > 0 && Chars.isTerminal(text.charAt(last - 1)));
  }

  @Test
  void findsTheSentencesOfTheSeeds() {
    System.out.println("Articles of seeds/");
    assertAheadIn(SeedBoundaries.paragraphs(), 0.99);
  }

  @Test
  void findsTheSentencesOfNewsThatRulesWereMadeWith() {
    System.out.println("Hard news, made with the rules");
    assertAheadIn(MarkedText.resource("news-tune.txt"), 0.98);
  }

  @Test
  void findsTheSentencesOfNewsThatWasWrittenBefore() {
    System.out.println("Hard news, marked before its results were seen");
    assertAheadIn(MarkedText.resource("news-judge.txt"), 0.98);
  }

  /** Beside the rules of ICU and the JDK for each language; OpenNLP's model is of English. */
  @Test
  void findsTheSentencesOfOtherLanguages() {
    for (String group :
        List.of("de es fr it pt ru", "nl pl sv el tr", "ar fa he hi ja ko ur th zh")) {
      System.out.println("Short texts in " + group);
      Map<SentencePeer, Double> f1 = new EnumMap<>(SentencePeer.class);
      for (SentencePeer peer : SentencePeer.values()) {
        Tally tally = new Tally();
        for (String line :
            LanguagesTest.lines().filter(l -> group.contains(l.substring(0, 2))).toList()) {
          MarkedText text = MarkedText.parse(line.substring(4));
          Locale language = Locale.forLanguageTag(line.substring(0, 2));
          tally.add(text.ends(), peer.ends(text.text(), language));
        }
        print(peer, tally);
        f1.put(peer, tally.f1());
      }
      assertThat(f1.get(SentencePeer.HEADNOTE)).isGreaterThan(0.95);
    }
  }

  /** The summaries are sentences of the articles: each must begin and end where a sentence does. */
  @Test
  void findsTheSentencesThatSummariesTook() {
    Map<SentencePeer, Integer> whole = new EnumMap<>(SentencePeer.class);
    int sentences = 0;
    List<JsonNode> rows = SharedData.rows("data/summaries/bbc_dev.jsonl");
    for (JsonNode row : rows) {
      String article = row.get("article").asText();
      Map<SentencePeer, Set<Integer>> ends = new EnumMap<>(SentencePeer.class);
      for (SentencePeer peer : SentencePeer.values()) {
        ends.put(peer, endsIn(peer, article));
      }
      for (String sentence : row.get("summary").asText().split("\n")) {
        int start = article.indexOf(sentence);
        if (start < 0 || sentence.isBlank()) {
          continue;
        }
        sentences++;
        int end = start + sentence.length();
        int before = start;
        while (before > 0 && Chars.isBlank(article.charAt(before - 1))) {
          before--;
        }
        for (SentencePeer peer : SentencePeer.values()) {
          Set<Integer> own = ends.get(peer);
          boolean found = own.contains(end) && (before == 0 || own.contains(before));
          int last = before;
          found &= own.stream().noneMatch(e -> e > last && e < end);
          whole.merge(peer, found ? 1 : 0, Integer::sum);
        }
      }
    }
    System.out.printf("BBC: sentences of summaries found whole, of %d%n", sentences);
    for (SentencePeer peer : SentencePeer.values()) {
      System.out.printf(
          "  %-28s %d (%.4f)%n",
          peer.title(), whole.get(peer), (double) whole.get(peer) / sentences);
    }
  }

  private static void assertAheadIn(List<MarkedText> texts, double least) {
    Map<SentencePeer, Double> f1 = new EnumMap<>(SentencePeer.class);
    System.out.println("                               precision  recall      F1");
    for (SentencePeer peer : SentencePeer.values()) {
      Tally tally = new Tally();
      for (MarkedText text : texts) {
        tally.add(text.ends(), endsIn(peer, text.text()));
      }
      f1.put(peer, tally.f1());
      print(peer, tally);
    }
    assertThat(f1.get(SentencePeer.HEADNOTE)).isGreaterThan(least);
    assertAhead(f1);
  }

  private static void print(SentencePeer peer, Tally tally) {
    System.out.printf(
        "  %-28s    %.4f  %.4f  %.4f%n",
        peer.title(), tally.precision(), tally.recall(), tally.f1());
  }

  private static <N extends Comparable<N>> void assertAhead(Map<SentencePeer, N> scores) {
    N own = scores.get(SentencePeer.HEADNOTE);
    Set<SentencePeer> notBehind = new HashSet<>();
    scores.forEach(
        (peer, score) -> {
          if (peer != SentencePeer.HEADNOTE && score.compareTo(own) >= 0) {
            notBehind.add(peer);
          }
        });
    assertThat(notBehind).as("not behind Headnote").isEmpty();
  }

  /** Headnote is given the whole text, the others its paragraphs. */
  private static Set<Integer> endsIn(SentencePeer peer, String text) {
    if (peer == SentencePeer.HEADNOTE) {
      return peer.ends(text);
    }
    Set<Integer> ends = new TreeSet<>();
    int from = 0;
    for (int i = text.indexOf("\n\n"); from < text.length(); i = text.indexOf("\n\n", from)) {
      int to = i < 0 ? text.length() : i;
      int start = from;
      peer.ends(text.substring(from, to)).forEach(end -> ends.add(start + end));
      from = i < 0 ? text.length() : i + 2;
    }
    return ends;
  }
}
