package dev.headnote.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sentences count as the same. */
class NearDuplicatesTest {

  private static final String VOTE =
      "The city council voted on Monday to close the old bridge over the river for repairs.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The city council voted on Monday to close the old bridge over the river for repairs.",
        "the City  Council voted on Monday to close the old bridge over the river, for repairs",
        "The city council voted Monday to close the old bridge over the river for repairs.",
        "The ci\u00adty coun\u00adcil vo\u00adted on Mon\u00adday to close the old bridge over the ri\u00adver"
            + " for re\u00adpairs.",
        "On Monday the city council voted to close the old bridge over the river for repairs.",
        "The council voted on Monday to close the old bridge over the river for urgent repairs.",
      })
  void sayTheSame(String other) {
    assertThat(group(VOTE, other)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The city council voted on Monday to close the old bridge over the river for 3 repairs.",
        "The city council voted on Monday not to close the old bridge over the river for repairs.",
        "The city council met on Monday in the old hall and talked of a new road to the coast.",
        "Engineers had warned for years that the pillars were no longer safe.",
        "''",
      })
  void sayAnother(String other) {
    assertThat(group(VOTE, other)).isOne();
  }

  @Test
  void numbersMustAgree() {
    String dead = "At least %d people died when the ferry sank off the coast on Sunday night.";

    assertThat(group(dead.formatted(10), dead.formatted(12))).isOne();
    assertThat(group(dead.formatted(10), dead.formatted(10).replace("Sunday", "Saturday")))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Two people died when the ferry sank off the coast | Three people died when the ferry sank off the coast",
        "The fire cost the city 3 million crowns in all | The fire cost the city 3 billion crowns in all",
        "Prices in the shops rose by 3.5 percent in May | Prices in the shops rose by 5.3 percent in May",
        "The company can pay its debts by the spring | The company cannot pay its debts by the spring",
        "One of them was seen near the harbour on Monday | None of them was seen near the harbour on Monday",
        "Thirteen people died in the fire at the old hotel | Fourteen people died in the fire at the old hotel",
        "Hundreds of people fled the flood in the night | Thousands of people fled the flood in the night",
        "One man was held in the market on the hill | Six man was held in the market on the hill",
      })
  void numbersInWordsAndOtherNegationsMustAgree(String one, String other) {
    assertThat(group(one, other)).isOne();
    assertThat(group(one, one.replace("the ", "that "))).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The two leaders met in Paris on Monday to discuss the deal | The leaders met in Paris on Monday to discuss the deal",
        "The three-time champion beat his rival in the final | The champion beat his rival in the final",
        "The ferry left the harbour at 10.30 on Sunday night | The ferry left the harbour at 10:30 on Sunday night",
        "The law of 3.11.2020 was changed in the upper house | The law of 3/11/2020 was changed in the upper house",
        "It cost the city 1.5 billion in the first year | It cost the city 1,5 billion in the first year",
      })
  void aNumberInWordsMayBeLeftOutAndOneInDigitsWrittenOtherwise(String one, String other) {
    assertThat(group(one, other)).isZero();
    assertThat(group(other, one)).isZero();
  }

  @Test
  void aGroupIsThatOfItsFirst() {
    NearDuplicates duplicates = new NearDuplicates(2);

    assertThat(duplicates.add("Nothing like the others stands here.")).isZero();
    assertThat(duplicates.add(VOTE)).isOne();
    assertThat(duplicates.add("")).isEqualTo(2);
    assertThat(duplicates.add(VOTE + " ")).isOne();
    assertThat(duplicates.add(" ... ")).isEqualTo(2);
    assertThat(duplicates.add(VOTE.toUpperCase(Locale.ROOT))).isOne();
  }

  /** The banding finds nearly all pairs that share seven words in ten. */
  @Test
  void missesHardlyAnyPairThatIsWellNearEnough() {
    Random random = new Random(7);
    int found = 0;
    for (int pair = 0; pair < 300; pair++) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 23; i++) {
        words.add(
            "w" + (char) ('a' + i) + Integer.toString(random.nextInt(), 36).replaceAll("\\d", "x"));
      }
      // 17 of 23 words are in both: .74.
      String one = String.join(" ", words.subList(0, 20));
      List<String> second = new ArrayList<>(words.subList(3, 23));
      Collections.shuffle(second, random);
      found += group(one, String.join(" ", second)) == 0 ? 1 : 0;
    }

    assertThat(found).isGreaterThanOrEqualTo(285);
  }

  /** Each of many sentences finds its copy, whatever stands between them. */
  @Test
  void findsCopiesAmongMany() {
    List<String> sentences = sentences(3_000);
    NearDuplicates duplicates = new NearDuplicates(6_000);
    List<Integer> groups = sentences.stream().map(duplicates::add).toList();

    assertThat(sentences.stream().map(duplicates::add)).isEqualTo(groups);
    assertThat(groups).doesNotHaveDuplicates();
  }

  /** Were each compared with each, four times the sentences would take sixteen times as long. */
  @Test
  void takesTimeInProportionToTheSentences() {
    List<String> many = sentences(16_000);
    List<String> few = many.subList(0, 4_000);
    long ofFew = Long.MAX_VALUE;
    long ofMany = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      ofFew = Math.min(ofFew, cpuNanos(few));
      ofMany = Math.min(ofMany, cpuNanos(many));
    }

    assertThat((double) ofMany / ofFew).isLessThan(10);
  }

  /** The thread's own time, whatever else the machine does. */
  private static long cpuNanos(List<String> sentences) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    NearDuplicates duplicates = new NearDuplicates(sentences.size());
    sentences.forEach(duplicates::add);
    return threads.getCurrentThreadCpuTime() - start;
  }

  /** Of few different words, so that chance makes many of them somewhat alike. */
  private static List<String> sentences(int count) {
    Random random = new Random(3);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder sentence = new StringBuilder();
      for (int w = 0; w < 18; w++) {
        int word = (int) Math.abs(random.nextGaussian() * 120);
        sentence.append("bdfgklmnrt".charAt(word % 10)).append("aeiou".charAt(word / 10 % 5));
        sentence.append("bdfgklmnrt".charAt(word / 50 % 10)).append(' ');
      }
      sentences.add(sentence.toString());
    }
    return sentences;
  }

  private static int group(String first, String second) {
    NearDuplicates duplicates = new NearDuplicates(2);
    duplicates.add(first);
    return duplicates.add(second);
  }
}
