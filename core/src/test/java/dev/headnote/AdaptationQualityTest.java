package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.headnote.TopicQualityTest.Corpus;
import dev.headnote.TopicQualityTest.Example;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicAdapter;
import dev.headnote.topic.TopicClassifier;
import dev.headnote.topic.TopicModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Prints how good labels are before and after adapting to articles without labels, on articles that
 * were not among these, on these themselves, in collections of which most articles have one label,
 * and in such as hold articles of no label. The corpora and the articles that judge are those of
 * {@link TopicQualityTest}. docs/topics.md has the command.
 */
@Tag("quality")
class AdaptationQualityTest {

  private static final int MOST_OF_ONE_LABEL = 450;

  @ParameterizedTest
  @ValueSource(strings = {"instant", "e5-small"})
  void adapted(String model) throws IOException {
    assumeThat(TopicQualityTest.DATA).as("development data").isDirectory();
    ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
    try (SentenceEncoder encoder = TopicQualityTest.encoder(model, pool)) {
      for (String name : TopicQualityTest.CORPORA.keySet()) {
        Corpus corpus = TopicQualityTest.corpus(name, encoder, TopicQualityTest.ARTICLES);
        TopicClassifier before = new TopicClassifier(corpus.labels(), encoder, corpus.options());
        TopicQualityTest.evaluate(model, corpus, before, "before");
        for (int count : new int[] {100, 300, 1_000}) {
          List<Example> others = corpus.others().stream().limit(count).toList();
          TopicClassifier after = adapted(corpus, corpus.labels(), others, encoder);
          String kind = "adapted to " + others.size();
          TopicQualityTest.evaluate(model, corpus, after, kind);
          if (count == 1_000) {
            assertThat(accuracy(after, corpus.test()))
                .isGreaterThan(accuracy(before, corpus.test()));
          }
          System.out.printf(
              Locale.ROOT,
              "| %s | %s | %s, these themselves | first label %.3f, before %.3f |%n",
              model,
              name,
              kind,
              accuracy(after, others),
              accuracy(before, others));
        }
        skewed(model, corpus, encoder, before);
        none(model, corpus, encoder);
      }
    }
  }

  private static TopicClassifier adapted(
      Corpus corpus, LabelSet labels, List<Example> articles, SentenceEncoder encoder) {
    TopicAdapter adapter = new TopicAdapter(labels, encoder);
    articles.forEach(example -> adapter.add(example.article()));
    TopicModel learned = adapter.adapt((stage, done, total) -> {});
    return new TopicClassifier(learned, encoder, corpus.options());
  }

  private static double accuracy(TopicClassifier classifier, List<Example> examples) {
    long right =
        examples.stream()
            .filter(
                example ->
                    example
                        .labels()
                        .contains(classifier.classify(example.article()).all().get(0).label().id()))
            .count();
    return (double) right / examples.size();
  }

  /** Nine articles in ten, or all, are of one of the three most frequent labels. */
  private static void skewed(
      String model, Corpus corpus, SentenceEncoder encoder, TopicClassifier before) {
    List<Label> frequent =
        corpus.labels().labels().stream()
            .sorted(
                Comparator.comparingLong(
                    (Label label) -> -articles(corpus.others(), label, true).count()))
            .limit(3)
            .toList();
    for (double share : new double[] {0.9, 1}) {
      for (Label label : frequent) {
        List<Example> own =
            articles(corpus.others(), label, true).limit(MOST_OF_ONE_LABEL).toList();
        List<Example> mixed = new ArrayList<>(own);
        articles(corpus.others(), label, false)
            .limit(Math.round(own.size() * (1 - share) / share))
            .forEach(mixed::add);
        TopicClassifier after = adapted(corpus, corpus.labels(), mixed, encoder);
        System.out.printf(
            Locale.ROOT,
            "| %s | %s | %d articles, %.0f %% of them %s | first label of articles so mixed %.3f,"
                + " before %.3f; of all %.3f, before %.3f |%n",
            model,
            corpus.name(),
            mixed.size(),
            100 * share,
            label.id(),
            accuracyOfMixed(after, corpus, label, share),
            accuracyOfMixed(before, corpus, label, share),
            accuracy(after, corpus.test()),
            accuracy(before, corpus.test()));
      }
    }
  }

  private static Stream<Example> articles(List<Example> examples, Label label, boolean having) {
    return examples.stream().filter(example -> example.labels().contains(label.id()) == having);
  }

  private static double accuracyOfMixed(
      TopicClassifier classifier, Corpus corpus, Label label, double share) {
    return share * accuracy(classifier, articles(corpus.test(), label, true).toList())
        + (1 - share) * accuracy(classifier, articles(corpus.test(), label, false).toList());
  }

  /** Without every third label, whose articles stay in the collection and have none. */
  private static void none(String model, Corpus corpus, SentenceEncoder encoder) {
    if (corpus.multiLabel()) {
      return;
    }
    List<Label> all = corpus.labels().labels();
    for (int first = 0; first < 3; first++) {
      List<Label> left = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        // AG News has four labels, of which three are needed.
        if (i % 3 == first && (left.isEmpty() || all.size() > 5)) {
          left.add(all.get(i));
        }
      }
      LabelSet labels = LabelSet.of(all.stream().filter(label -> !left.contains(label)).toList());
      List<Example> outside = new ArrayList<>(corpus.test());
      outside.removeIf(example -> left.stream().noneMatch(l -> example.labels().contains(l.id())));
      List<Example> within = new ArrayList<>(corpus.test());
      within.removeAll(outside);
      TopicClassifier before = new TopicClassifier(labels, encoder, corpus.options());
      TopicClassifier after = adapted(corpus, labels, corpus.others(), encoder);
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %d of %d labels left out, their articles not | first label of the others"
              + " %.3f, before %.3f; AUROC of none %.3f, before %.3f |%n",
          model,
          corpus.name(),
          left.size(),
          all.size(),
          accuracy(after, within),
          accuracy(before, within),
          auroc(after, outside, within),
          auroc(before, outside, within));
    }
  }

  private static double auroc(
      TopicClassifier classifier, List<Example> outside, List<Example> within) {
    return TopicQualityTest.auroc(
        TopicQualityTest.noneProbabilities(classifier, outside),
        TopicQualityTest.noneProbabilities(classifier, within));
  }
}
