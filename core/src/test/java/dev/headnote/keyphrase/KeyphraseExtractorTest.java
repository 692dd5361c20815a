package dev.headnote.keyphrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.Article;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Precision;
import dev.headnote.Sentence;
import dev.headnote.Span;
import dev.headnote.encode.Deadline;
import dev.headnote.encode.SentenceEncoder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which phrases are found, where, and in which order, with vectors that count letters. */
class KeyphraseExtractorTest {

  private static final SentenceEncoder LETTERS = new LetterEncoder();

  @Test
  void givesAllPhrasesToWhoAsksForAsManyAsPossible() {
    String text = "Interest rates rose on Monday. The harbour wall fell into the sea.";

    assertThat(extract(text, Integer.MAX_VALUE)).isEqualTo(extract(text, 50)).isNotEmpty();
  }

  @Test
  void findsEachOccurrenceInAnyCasingInSingularAndPlural() {
    String text =
        "Interest rates rose on Monday. The bank says an interest rate of two is low."
            + " INTEREST RATES will rise again, and interest\n  rates never fall.";
    Keyphrase rates = named("interest rate", extract(text, 10));

    assertThat(rates.spans())
        .extracting(span -> text.substring(span.start(), span.end()))
        .containsExactly("Interest rates", "interest rate", "INTEREST RATES", "interest\n  rates");
    assertThat(rates.spans())
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> Integer.compare(a.start(), b.start()));
  }

  @Test
  void marksNoCharacterTwiceWhereAWordIsRepeated() {
    String text = "Whoah whoah whoah, sang the old crowd. The crowd sang whoah whoah again.";
    List<Candidate> found = CandidateFinder.find(Article.of(text).sentences());

    assertThat(found)
        .filteredOn(candidate -> candidate.words().equals(List.of("whoah", "whoah")))
        .flatExtracting(Candidate::spans)
        .containsExactly(new Span(0, 11), new Span(54, 65));
  }

  @Test
  void looksPastSoftHyphens() {
    String plain =
        "Inter\u00adest rates rose. The har\u00adbour fees fell, and interest rates did not.";
    List<Keyphrase> phrases = extract(plain, 20);

    assertThat(phrases)
        .extracting(Keyphrase::text)
        .containsExactlyElementsOf(
            extract(plain.replace("\u00ad", ""), 20).stream().map(Keyphrase::text).toList())
        .contains("harbour fees");
    assertThat(named("Interest rates", phrases).spans())
        .extracting(span -> plain.substring(span.start(), span.end()))
        .containsExactly("Inter\u00adest rates", "interest rates");
  }

  @Test
  void takesNobodyWhoSpeaksForAPhraseBeforeTheColon() {
    String text =
        "HOST: How do you record whales? DR. ADEYEMI: Patiently, with a hydrophone."
            + " HOST: And what do the whales sing? DR. ADEYEMI: A lower song each year, and the"
            + " song of whales is loud. HOST: Why is the song lower?";

    assertThat(extract(text, 50))
        .extracting(phrase -> phrase.text().toLowerCase(Locale.ROOT))
        .contains("whales", "song")
        .noneMatch(phrase -> phrase.contains("host") || phrase.contains("adeyemi"));
  }

  @Test
  void takesNobodyWhoSpeaksBehindATime() {
    String text =
        "[00:12] Dana: [Host], how is a lamp mended? [00:45] Ann Lee: With a ladder."
            + " [01:10] Dana: Who holds the ladder? [01:30] Ann Lee: Nobody does.";

    assertThat(extract(text, 50))
        .extracting(Keyphrase::text)
        .contains("ladder")
        .noneMatch(phrase -> phrase.contains("Dana") || phrase.contains("Ann"));
  }

  private static final String CALL =
      """
      Operator: Good afternoon, ladies and gentlemen, and welcome to the third quarter earnings call. \
      There will be a question-and-answer session. [Music]

      Ann Lee: Thank you, operator. The paper mill will close in May.

      (Applause.)

      Ann Lee: A new packaging line opens in Leeds, beside the old line.

      Operator: Our next question comes from Carl Day with Some Bank. Please go ahead.

      Carl Day: [Laughter] What becomes of the workers?

      Ann Lee: Good question. They go to Leeds.
      """;

  @Test
  void takesNoPleasantriesAndStageDirectionsOfATalk() {
    assertThat(extract(CALL, 50))
        .extracting(Keyphrase::text)
        .contains("Leeds", "paper mill", "packaging line", "workers")
        .noneMatch(
            phrase ->
                phrase.matches(
                    "(?i).*(operator|question|gentlemen|earnings|applause|laughter|music|carl|bank).*"));
  }

  /** Nobody greets in it, and nobody is named. */
  @Test
  void takesWhatStandsInBracketsInOtherTexts() {
    String text = "The harbour wall fell. (Applause.) [Music] The harbour is closed.";

    assertThat(extract(text, 50)).extracting(Keyphrase::text).contains("Applause", "Music");
  }

  /** A single name before colons may be what a text is about. */
  @Test
  void takesWhatATextIsAboutBeforeTheColon() {
    String text =
        "Vitamin D: found in oily fish, and made by skin in the sun. Vitamin D: adults need ten"
            + " micrograms of it a day in winter. Vitamin D: lost where the sun stays low. Vitamin D:"
            + " sold in drops.";

    assertThat(extract(text, 50)).extracting(Keyphrase::text).contains("Vitamin D");
  }

  /** A variation selector belongs to the sign before it. */
  @Test
  void beginsNoWordWithAMark() {
    String text = "We \u2764\uFE0Fharbour walls. Our \u2764\uFE0Fharbour walls are old.";

    assertThat(extract(text, 5)).extracting(Keyphrase::text).contains("harbour walls");
  }

  @Test
  void takesNoVerbInCapitalsForAPartOfAName() {
    assertThat(extract("LIGHT WINDS WILL ALLOW FROST. A WIND ADVISORY MAY BE NEEDED.", 50))
        .extracting(Keyphrase::text)
        .isNotEmpty()
        .noneMatch(phrase -> phrase.endsWith(" WILL") || phrase.endsWith(" MAY"));
  }

  @Test
  void takesNoPartOfAnAddressForAPhrase() {
    String text =
        "The wind farm has a page at https://windfarm.example.org/plans and another at"
            + " www.turbine.example.org. Ask mast.owner@blades.example.org, or see the"
            + " [harbour permit](/wiki/Climate_change). The wind farm pays.";

    assertThat(extract(text, 50))
        .extracting(phrase -> phrase.text().toLowerCase(Locale.ROOT))
        .contains("wind farm", "harbour permit")
        .noneMatch(
            phrase -> phrase.matches(".*(https|org|plans|turbine|mast|blades|wiki|climate).*"));
  }

  @Test
  void showsTheMostFrequentFormWithItsWhiteSpaceFolded() {
    List<Keyphrase> found =
        extract(
            "Wind\n farms grow. Every wind  farm turns. A wind\tfarm stands by a wind farm.", 5);

    assertThat(found.get(0).text()).isEqualTo("wind farm");
    assertThat(found.get(0).spans()).hasSize(4);
  }

  @Test
  void takesAWordForWholeThatALineBreaksAtItsHyphen() {
    String text =
        "The harbour-\n master came. A harbour-master went.\nHe has a two-\nor three-day beard.";
    List<Keyphrase> found = extract(text, 20);

    assertThat(named("harbour-master", found).spans()).hasSize(2);
    assertThat(texts(found)).noneMatch(phrase -> phrase.matches("harbour|master|two-.*"));
  }

  /**
   * Whatever the text, a span is what the phrase says, up to casing, white space, soft hyphens and
   * plural.
   */
  @Property(tries = 300)
  void spansHoldThePhrase(
      @ForAll @StringLength(max = 300) String noise,
      @ForAll @IntRange(min = 1, max = 20) int count) {
    String text = noise + "\n\nThe Żółw Bank opened in Łódź\ud83c\udf89. " + noise + " Żółw Bank!";
    List<Keyphrase> found = extract(text, count);

    assertThat(found).hasSizeLessThanOrEqualTo(count);
    assertThat(found).extracting(Keyphrase::text).doesNotHaveDuplicates();
    for (Keyphrase keyphrase : found) {
      assertThat(keyphrase.spans()).isNotEmpty();
      for (Span span : keyphrase.spans()) {
        String form = text.substring(span.start(), span.end());
        assertThat(stems(form)).isEqualTo(stems(keyphrase.text()));
        assertThat(form).isEqualTo(form.strip());
      }
    }
  }

  /** Words without casing, soft hyphens and the end that a plural may have. */
  private static List<String> stems(String text) {
    String whole = text.toLowerCase(Locale.ROOT).replace("\u00ad", "").replaceAll("-\\s+", "-");
    return Arrays.stream(whole.split("[\\s\u00a0]+"))
        .map(word -> word.replace(".", "").replaceFirst("(ies|y|es|s)$", ""))
        .toList();
  }

  @Test
  void countsOffsetsInUtf16() {
    String text = "\ud83c\udf89 Crowds met in Łódź. Then Łódź slept.";

    assertThat(named("Łódź", extract(text, 5)).spans())
        .containsExactly(
            new Span(text.indexOf("Łódź"), text.indexOf("Łódź") + 4),
            new Span(text.lastIndexOf("Łódź"), text.lastIndexOf("Łódź") + 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "He did so and then she was there with them.", "12, 13. 14!"})
  void findsNothingWhereThereAreOnlyStopWordsAndNumbers(String text) {
    assertThat(extract(text, 10)).isEmpty();
  }

  @Test
  void findsPhrasesInOneSentence() {
    assertThat(texts(extract("The Bank of Velland raised its interest rate.", 5)))
        .containsExactlyInAnyOrder("Bank of Velland", "interest rate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The plan by Theresa May failed.| Theresa May",
        "They crossed the U.S. border near El Paso.| El Paso",
        "Crowds left St. Louis by bus.| St. Louis",
        "We saw John F. Kennedy there.| John F. Kennedy",
        "It was in New York's harbour.| New York",
        "A Boeing 737 had landed.| Boeing 737",
        "He runs the University of West Torrin now.| University of West Torrin",
        "So British Foreign Secretary William Hague left.| William Hague",
        "Home Secretary Charles Clarke left.| Charles Clarke",
        "Prime Minister Helga Strand left.| Helga Strand",
        "Support for AT&T grew.| AT&T",
        "Half of the euro-zone banks closed.| euro-zone banks",
        "Troops of Bashar al-Assad fled.| Bashar al-Assad",
        "Yesterday Fred ran, and Fred fell.| Fred",
        "Police saw Ahmed there.| Ahmed",
        "She took the SAT twice.| SAT",
        "A Boeing 737 may fly again.| Boeing 737",
        "A drunk driver slept.| drunk driver",
        "He voted for Giscard d'Estaing then.| Giscard d'Estaing",
        "She wrote for the Daily Telegraph.| Daily Telegraph",
        "It stood on FoxNews.com, in red ink.| FoxNews.com",
      })
  void takesNamesWhole(String text, String name) {
    assertThat(texts(extract(text, 10))).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Officials in New York met. New York is big.| York",
        "The Bank of Velland was robbed.| Bank",
        "They told CNN that the dam had burst.| CNN",
        "Mr Hague spoke. Mr Hague sat. Mr Hague rose. William Hague then left.| Hague",
        "A British court ruled on the appeal.| British",
        "We will prolong the ceasefire.| prolong",
        "The minister quickly left parliament.| minister quickly",
        "The men's rooms were shut.| men",
        "He gave us the keys to the US embassy.| us",
        "She wrote for the Daily Telegraph.| Telegraph",
        "She left Halifax 20 June by ship.| Halifax 20",
        "Do NOT feed the seals.| NOT",
        "That is O.K. for the seals.| O.K.",
        "Seals slept (AFP).| AFP",
        "The men, and then the seals, fled.| fled",
        "The seals are born here.| born",
        "The seals left the room.the room was dark.| room.the room",
        "The seals came sixth.| sixth",
        "It stood on FoxNews.com, in red ink.| com",
      })
  void takesNoHalves(String text, String half) {
    assertThat(texts(extract(text, 10))).isNotEmpty().doesNotContain(half);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The U.S. signed. So did the US, and the US paid.| US| 3",
        "The World Trade Board met. The WTB voted. The WTB then left.| WTB| 3",
        "The W.T.B. voted. The World Trade Board met.| W.T.B.| 2",
        "The World Health Office met. The WHO voted. The WHO then left.| WHO| 3",
        "The World Trade Board met. The World Trade Board (WTB) won.| World Trade Board| 3",
      })
  void takesANameAndItsInitialsForOne(String text, String name, int spans) {
    List<Keyphrase> found = extract(text, 10);

    assertThat(named(name, found).spans())
        .hasSize(spans)
        .isSortedAccordingTo((a, b) -> Integer.compare(a.start(), b.start()));
    assertThat(texts(found))
        .filteredOn(other -> other.matches("[A-Z.]+|World.*"))
        .containsExactly(name);
  }

  @Test
  void takesANamesSingularAndPluralForOneBehindTheSameWord() {
    String text =
        "He won three Grand Slams. No Grand Slam is like it. John Williams saw William Grant.";

    assertThat(named("grand slam", extract(text, 10)).spans()).hasSize(2);
    assertThat(texts(extract(text, 10))).contains("John Williams", "William Grant");
    assertThat(texts(extract("Power Rangers met. A Power Ranger fell. The Rangers won.", 10)))
        .containsOnlyOnce("Power Rangers")
        .doesNotContain("Rangers", "Ranger");
  }

  /** The title says "US", and so does the text. */
  @Test
  void findsAnAbbreviationInTheTitle() {
    assertThat(best("US alone", "UK and US met.")).isEqualTo("US");
    assertThat(best("U.S. alone", "UK and US met.")).isEqualTo("US");
  }

  @Test
  void takesNothingThatOnlyCutsWhatItHas() {
    String text =
        "The net cafes sleep. Immoral net cafes sleep. Ugly net cafes sleep. Seals slept.";
    List<Keyphrase> found = extract(text, 20);

    assertThat(texts(found)).hasSizeGreaterThan(1);
    for (int i = 0; i < found.size(); i++) {
      List<Keyphrase> before = found.subList(0, i);
      assertThat(found.get(i).spans())
          .as(found.get(i).text())
          .anyMatch(
              span ->
                  before.stream()
                      .flatMap(other -> other.spans().stream())
                      .noneMatch(o -> o.start() < span.end() && span.start() < o.end()));
    }
  }

  @Test
  void noPhraseBeginsOrEndsWithAStopWord() {
    String text =
        "The storm, which had been expected for days, then hit the northern coast of the island"
            + " with winds of over 120 km/h. Most of its people had already left for the hills and"
            + " were staying with friends or in school halls, officials said on Tuesday.";

    assertThat(texts(extract(text, 30)))
        .contains("storm", "northern coast", "winds", "hills", "school halls")
        .allSatisfy(
            phrase ->
                assertThat(phrase.split(" "))
                    .noneMatch(word -> WordLists.ENGLISH.isStop(word.toLowerCase(Locale.ROOT))));
  }

  @Test
  void prefersWhatIsNearTheArticle() {
    Sentence sentence = sentence("The zebra saw the panda.");
    String zebra = "zebra";
    List<Keyphrase> near =
        new KeyphraseExtractor(LETTERS, 1)
            .extract("", List.of(sentence), LETTERS.encode(List.of(zebra)), Deadline.none());
    List<Keyphrase> far =
        new KeyphraseExtractor(LETTERS, 1)
            .extract("", List.of(sentence), LETTERS.encode(List.of("panda")), Deadline.none());

    assertThat(texts(near)).containsExactly(zebra);
    assertThat(texts(far)).containsExactly("panda");
  }

  /** A blend's vectors end with the part that the phrases are encoded by. */
  @Test
  void goesByTheEndOfLongerVectors() {
    Sentence sentence = sentence("The zebra saw the panda.");
    float[] tail = LETTERS.encode(List.of("panda"))[0];
    float[] vector = new float[tail.length + 7];
    Arrays.fill(vector, 0, 7, 0.9f);
    System.arraycopy(tail, 0, vector, 7, tail.length);

    assertThat(
            texts(
                new KeyphraseExtractor(LETTERS, 1)
                    .extract("", List.of(sentence), new float[][] {vector}, Deadline.none())))
        .containsExactly("panda");
  }

  @Test
  void prefersWhatIsMentionedMoreAndEarlierAndInTheTitle() {
    assertThat(best("", "The otter saw the heron.")).isEqualTo("otter");
    assertThat(best("Song of the herons", "The otter saw the heron.")).isEqualTo("heron");
    assertThat(best("", "The otter saw the heron, and the heron left.")).isEqualTo("heron");
    String[] late = new String[40];
    Arrays.fill(late, "They left.");
    late[0] = "The otter left.";
    late[39] = "The heron saw the heron.";
    assertThat(best("", late)).isEqualTo("otter");
  }

  /** The best phrase of an article that is as near to "otter" as to "heron". */
  private static String best(String title, String... texts) {
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (String text : texts) {
      sentences.add(new Sentence(sentences.size(), start, start + text.length(), text));
      start += text.length() + 1;
    }
    float[][] both = LETTERS.encode(List.of("otter", "heron"));
    float[] between = new float[LETTERS.dimensions()];
    for (int d = 0; d < between.length; d++) {
      between[d] = (both[0][d] + both[1][d]) / 2;
    }
    float[][] vectors = new float[texts.length][];
    Arrays.fill(vectors, between);
    return new KeyphraseExtractor(LETTERS, 1)
        .extract(title, sentences, vectors, Deadline.none())
        .get(0)
        .text();
  }

  @Test
  void whatStandsOnlyWithinAnotherPhraseIsNone() {
    List<Sentence> sentences =
        Article.of("", "The oil price index fell. Then the oil price index rose.").sentences();

    assertThat(CandidateFinder.find(sentences))
        .extracting(Candidate::form)
        .containsExactly("oil price index");
  }

  @Test
  void aNameWithinAnotherIsNoOccurrence() {
    String text =
        "China claims the South China Sea. Ships of China met. China denied it. So did China.";

    assertThat(named("China", extract(text, 1)).spans()).hasSize(4);
  }

  @Test
  void noPhraseHoldsAllWordsOfAnother() {
    List<String> found =
        texts(
            extract(
                "The oil price fell. Every oil price index fell. One oil tanker sank. Oil is oil."
                    + " A price is a price.",
                10));

    for (String a : found) {
      for (String b : found) {
        assertThat(a.equals(b) || !List.of(a.split(" ")).containsAll(List.of(b.split(" "))))
            .as("%s in %s", b, a)
            .isTrue();
      }
    }
    assertThat(found).hasSizeGreaterThan(1);
  }

  @Test
  void scoresFallExceptForWhatTheChosenOnesMakeRedundant() {
    List<Keyphrase> found = extract(longText(40, 3), 10);

    assertThat(found).hasSize(10).allSatisfy(k -> assertThat(k.score()).isFinite());
    assertThat(found.get(0).score()).isGreaterThan(found.get(9).score());
  }

  @Test
  void isTheSameOnEveryThread() throws Exception {
    String text = longText(60, 4);
    List<Keyphrase> expected = extract(text, 15);
    KeyphraseExtractor shared = new KeyphraseExtractor(LETTERS, 15);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<Keyphrase>>> results = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        results.add(threads.submit(() -> extract(shared, text)));
      }
      for (Future<List<Keyphrase>> result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  /** Ten times the words take about ten times as long; were it quadratic, a hundred times. */
  @Test
  void takesTimeInProportionToTheText() {
    String tenth = longText(200, 5);
    String whole = longText(2_000, 5);
    List<Sentence> few = Article.of("", tenth).sentences();
    List<Sentence> many = Article.of("", whole).sentences();
    long ofFew = Long.MAX_VALUE;
    long ofMany = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      ofFew = Math.min(ofFew, cpuNanos(few));
      ofMany = Math.min(ofMany, cpuNanos(many));
    }

    assertThat(whole.split(" ").length).isGreaterThan(20_000);
    assertThat((double) ofMany / ofFew).isLessThan(50);
  }

  /** The thread's own time, whatever else the machine does. */
  private static long cpuNanos(List<Sentence> sentences) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    assertThat(CandidateFinder.find(sentences)).isNotEmpty();
    return threads.getCurrentThreadCpuTime() - start;
  }

  @Test
  void refusesToChooseNone() {
    assertThatThrownBy(() -> new KeyphraseExtractor(LETTERS, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }

  /** Sentences of made-up words, some of which recur. */
  private static String longText(int sentences, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      text.append("The ").append(word(random)).append(' ').append(word(random));
      text.append(" of ").append(word(random)).append(" was seen by the ").append(word(random));
      text.append(" in ").append("Port ").append("K").append(word(random)).append(". ");
    }
    return text.toString();
  }

  @Test
  void endsWithTheCallsTime() {
    List<Sentence> sentences = List.of(sentence("The harbour wall fell into the sea."));
    float[][] vectors = LETTERS.encode(List.of("The harbour wall fell into the sea."));

    assertThatThrownBy(
            () ->
                new KeyphraseExtractor(LETTERS, 3)
                    .extract("", sentences, vectors, Deadline.after(Duration.ZERO)))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.LIMIT_EXCEEDED));
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    int number = (int) Math.abs(random.nextGaussian() * 500);
    for (int i = 0; i < 4; i++, number /= 10) {
      word.append("bdfgklmnrt".charAt(number % 10)).append("aeiou".charAt(number % 5));
    }
    return word.toString();
  }

  private static Keyphrase named(String text, List<Keyphrase> all) {
    return all.stream()
        .filter(k -> k.text().toLowerCase(Locale.ROOT).startsWith(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " is not in " + texts(all)));
  }

  private static List<String> texts(List<Keyphrase> keyphrases) {
    return keyphrases.stream().map(Keyphrase::text).toList();
  }

  private static List<Keyphrase> extract(String text, int count) {
    return extract(new KeyphraseExtractor(LETTERS, count), text);
  }

  private static List<Keyphrase> extract(KeyphraseExtractor extractor, String text) {
    List<Sentence> sentences = Article.of("", text).sentences();
    return extractor.extract(
        "",
        sentences,
        LETTERS.encode(sentences.stream().map(Sentence::text).toList()),
        Deadline.none());
  }

  private static Sentence sentence(String text) {
    return new Sentence(0, 0, text.length(), text);
  }

  /** A text's vector is how often it has each letter. */
  private static final class LetterEncoder implements SentenceEncoder {

    @Override
    public String model() {
      return "letters";
    }

    @Override
    public Precision precision() {
      return Precision.FP32;
    }

    @Override
    public int dimensions() {
      return 27;
    }

    @Override
    public float[][] encode(List<String> texts) {
      return texts.stream().map(LetterEncoder::vector).toArray(float[][]::new);
    }

    private static float[] vector(String text) {
      float[] vector = new float[27];
      vector[26] = 1;
      text.toLowerCase(Locale.ROOT)
          .chars()
          .filter(c -> c >= 'a' && c <= 'z')
          .forEach(c -> vector[c - 'a']++);
      double squares = 0;
      for (float value : vector) {
        squares += value * value;
      }
      for (int d = 0; d < vector.length; d++) {
        vector[d] /= (float) Math.sqrt(squares);
      }
      return vector;
    }

    @Override
    public void close() {}
  }
}
