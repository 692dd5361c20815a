package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.encode.ModelFiles;
import dev.headnote.encode.WordPieceTokenizer;
import dev.headnote.summary.ScoredSentence;
import dev.headnote.summary.Summary;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.summary.SummaryOptions.Coherence;
import dev.headnote.summary.SummaryOptions.Order;
import dev.headnote.summary.SummaryOptions.Unit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of the digests of any articles, with the model {@code instant}. */
class DigestPropertiesTest {

  private static final WordPieceTokenizer PIECES = ModelFiles.named("instant").wordPieces();

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void aSummaryKeepsToItsOptions(
      @ForAll @Size(min = 1, max = 4) List<@From("texts") String> texts,
      @ForAll("options") SummaryOptions options) {
    try (Headnote headnote =
        Headnote.builder().model("instant").summary(options).workers(1).build()) {
      for (String text : texts) {
        Article article = Article.of(text);
        check(article, headnote.summarize(article), options);
      }
    }
  }

  private static void check(Article article, Summary summary, SummaryOptions options) {
    assertThat(summary.all().stream().map(ScoredSentence::sentence))
        .containsExactlyElementsOf(article.sentences());
    List<Sentence> chosen = summary.sentences().stream().map(ScoredSentence::sentence).toList();
    double limit = options.budget();
    if (options.unit() == Unit.RATIO) {
      limit *= article.sentences().stream().mapToInt(sentence -> words(sentence.text())).sum();
    }
    assertThat((double) size(summary.text(), chosen, options.unit()))
        .isLessThanOrEqualTo(limit + 1e-9);
    assertThat(summary.whyEmpty().isPresent()).isEqualTo(chosen.isEmpty());
    if (options.order() == Order.SOURCE) {
      assertThat(chosen.stream().map(Sentence::index)).isSorted();
    }
    assertThat(chosen).doesNotHaveDuplicates();
    for (ScoredSentence scored : summary.all()) {
      Sentence sentence = scored.sentence();
      assertThat(scored.salience()).isFinite();
      if (options.excludes(sentence)) {
        assertThat(scored.chosen()).isFalse();
      } else if (options.requires(sentence)) {
        assertThat(scored.chosen() || scored.reason().shortfall().isPresent()).isTrue();
      } else if (scored.chosen()) {
        assertThat(words(sentence.text()))
            .isBetween(options.minSentenceWords(), options.maxSentenceWords());
      }
    }
  }

  private static int size(String text, List<Sentence> chosen, Unit unit) {
    return switch (unit) {
      case SENTENCES -> chosen.size();
      case WORDS, RATIO -> words(text);
      case CHARS -> text.length();
      case TOKENS ->
          chosen.stream().mapToInt(sentence -> PIECES.encode(sentence.inOneLine()).length).sum();
    };
  }

  private static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
      words += !space && !inside ? 1 : 0;
      inside = !space;
    }
    return words;
  }

  /** To the last bit: records compare numbers by their bits. */
  @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
  void aDigestDependsOnNoNeighbourNorOnTheWorkers(
      @ForAll @Size(min = 1, max = 12) List<@From("texts") String> texts,
      @ForAll @IntRange(min = 1, max = 3) int workers) {
    List<Article> articles = new ArrayList<>();
    texts.forEach(text -> articles.add(Article.of(text)));
    List<Digest> alone;
    try (Headnote headnote = Headnote.builder().model("instant").workers(1).keyphrases(5).build()) {
      alone = articles.stream().map(headnote::digest).toList();
    }
    try (Headnote headnote =
        Headnote.builder().model("instant").workers(workers).keyphrases(5).build()) {
      assertThat(headnote.digest(articles).map(Outcome::orThrow)).isEqualTo(alone);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return ArticleTexts.all();
  }

  @Provide
  Arbitrary<SummaryOptions> options() {
    Arbitrary<SummaryOptions> budgets =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1, 15).map(SummaryOptions::maxSentences),
            Arbitraries.integers().between(1, 200).map(SummaryOptions::maxWords),
            Arbitraries.integers().between(1, 900).map(SummaryOptions::maxChars),
            Arbitraries.integers().between(1, 300).map(SummaryOptions::maxTokens),
            Arbitraries.doubles().ofScale(3).between(0.001, 1).map(SummaryOptions::maxRatio));
    Arbitrary<SummaryOptions> styled =
        Combinators.combine(
                budgets,
                Arbitraries.of(Order.class),
                Arbitraries.of(Coherence.class),
                Arbitraries.of("", "the price of \u201cbread\u201d", "\ud800 ?"),
                Arbitraries.doubles().between(0, 1),
                Arbitraries.of(true, false))
            .as(
                (options, order, coherence, query, diversity, even) -> {
                  SummaryOptions changed =
                      options
                          .withOrder(order)
                          .withCoherence(coherence)
                          .focusedOn(query)
                          .withDiversity(diversity);
                  return even ? changed.withEvenCoverage() : changed.withoutTitle();
                });
    return Combinators.combine(
            styled,
            Arbitraries.integers().between(0, 6),
            Arbitraries.integers().between(6, 40),
            Arbitraries.integers().between(2, 9),
            Arbitraries.integers().between(2, 9))
        .as(
            (options, min, max, required, excluded) ->
                options
                    .withMinSentenceWords(min)
                    .withMaxSentenceWords(max)
                    .withRequired(sentence -> sentence.index() % required == 1)
                    .withExcluded(sentence -> sentence.index() % excluded == 0));
  }
}
