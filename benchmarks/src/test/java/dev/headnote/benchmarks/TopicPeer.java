package dev.headnote.benchmarks;

import dev.headnote.Article;
import dev.headnote.Headnote;
import dev.headnote.LabelledArticle;
import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicModel;
import dev.langchain4j.classification.EmbeddingModelTextClassifier;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.ml.AbstractTrainer;
import opennlp.tools.ml.maxent.GISTrainer;
import opennlp.tools.ml.naivebayes.NaiveBayesTrainer;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Libraries that label articles, Headnote among them, each used in the way that its makers show.
 */
enum TopicPeer {
  HEADNOTE("Headnote, e5-small", 0, (labels, examples) -> headnote("e5-small", labels, examples)),
  HEADNOTE_INSTANT(
      "Headnote, instant", 0, (labels, examples) -> headnote("instant", labels, examples)),
  HEADNOTE_MINILM(
      "Headnote, minilm-l6", 0, (labels, examples) -> headnote("minilm-l6", labels, examples)),
  LANGCHAIN4J_E5(
      "LangChain4j, e5-small",
      0,
      (labels, examples) -> langchain4j("e5-small", described(labels, examples))),
  LANGCHAIN4J_EXAMPLES(
      "LangChain4j, e5-small, examples alone",
      1,
      (labels, examples) -> langchain4j("e5-small", texts(examples))),
  LANGCHAIN4J_MINILM(
      "LangChain4j, minilm-l6",
      0,
      (labels, examples) -> langchain4j("minilm-l6", described(labels, examples))),
  OPENNLP_MAXENT(
      "OpenNLP doccat, maximum entropy",
      1,
      (labels, examples) -> openNlp(GISTrainer.MAXENT_VALUE, examples)),
  OPENNLP_BAYES(
      "OpenNLP doccat, naive Bayes",
      1,
      (labels, examples) -> openNlp(NaiveBayesTrainer.NAIVE_BAYES_VALUE, examples));

  /** For any number of threads. */
  interface Labeller extends AutoCloseable {

    /** The id of the label that fits best, whether or not any fits well. */
    String label(Article article);

    @Override
    default void close() {}
  }

  private static final int REMEMBERED = 100_000;

  /** Each text is embedded once in a process. */
  private static final Map<String, EmbeddingModel> LANGCHAIN4J = new ConcurrentHashMap<>();

  /** How a library learns labels. */
  private interface Learner {
    Labeller learn(LabelSet labels, Map<String, List<Article>> examples);
  }

  final String title;

  /** How many examples a label needs at least. */
  final int fewestExamples;

  @SuppressWarnings("ImmutableEnumChecker") // A function without a state.
  private final Learner learner;

  TopicPeer(String title, int fewestExamples, Learner learner) {
    this.title = title;
    this.fewestExamples = fewestExamples;
    this.learner = learner;
  }

  /**
   * @param examples of each label, as many as there are; none where labels have their names and
   *     descriptions alone
   */
  Labeller learn(LabelSet labels, Map<String, List<Article>> examples) {
    return learner.learn(labels, examples);
  }

  boolean isHeadnote() {
    return this == HEADNOTE || this == HEADNOTE_INSTANT || this == HEADNOTE_MINILM;
  }

  private static Labeller headnote(
      String model, LabelSet labels, Map<String, List<Article>> examples) {
    Headnote.Builder builder = Headnote.builder().model(model).labels(labels).remember(REMEMBERED);
    List<LabelledArticle> labelled = new ArrayList<>();
    examples.forEach(
        (label, articles) -> articles.forEach(a -> labelled.add(LabelledArticle.of(a, label))));
    if (!labelled.isEmpty()) {
      try (Headnote headnote = builder.build()) {
        TopicModel learned = headnote.train(labelled.stream());
        builder = Headnote.builder().model(model).topicModel(learned).remember(REMEMBERED);
      }
    }
    Headnote headnote = builder.build();
    return new Labeller() {
      @Override
      public String label(Article article) {
        return headnote.topics(article).all().get(0).label().id();
      }

      @Override
      public void close() {
        headnote.close();
      }
    };
  }

  /** Its classifier by the nearest of some texts of each label. */
  private static Labeller langchain4j(String model, Map<String, List<String>> texts) {
    EmbeddingModel embeddings =
        LANGCHAIN4J.computeIfAbsent(
            model,
            name -> new Remembering(Langchain4jPeer.model(Setting.of(name, "fp32", "cpu", 0))));
    String prefix = Corpus.prefix(model);
    Map<String, List<String>> prefixed = new LinkedHashMap<>();
    texts.forEach(
        (label, of) -> prefixed.put(label, of.stream().map(text -> prefix + text).toList()));
    EmbeddingModelTextClassifier<String> classifier =
        new EmbeddingModelTextClassifier<>(embeddings, prefixed);
    return article -> classifier.classify(prefix + text(article)).get(0);
  }

  private static Map<String, List<String>> texts(Map<String, List<Article>> examples) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    examples.forEach(
        (label, articles) -> texts.put(label, articles.stream().map(TopicPeer::text).toList()));
    return texts;
  }

  /** Examples, and each label's name and description as one more. */
  private static Map<String, List<String>> described(
      LabelSet labels, Map<String, List<Article>> examples) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (Label label : labels.labels()) {
      List<String> ofLabel = new ArrayList<>(List.of(label.name() + ": " + label.description()));
      examples.getOrDefault(label.id(), List.of()).forEach(article -> ofLabel.add(text(article)));
      texts.put(label.id(), ofLabel);
    }
    return texts;
  }

  private static Labeller openNlp(String algorithm, Map<String, List<Article>> examples) {
    List<DocumentSample> samples = new ArrayList<>();
    examples.forEach(
        (label, articles) ->
            articles.forEach(a -> samples.add(new DocumentSample(label, words(a)))));
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(AbstractTrainer.ALGORITHM_PARAM, algorithm);
    // The usual five would leave nothing of a few examples.
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    parameters.put(AbstractTrainer.VERBOSE_PARAM, false);
    try {
      DoccatModel model =
          DocumentCategorizerME.train(
              "en", ObjectStreamUtils.createObjectStream(samples), parameters, new DoccatFactory());
      DocumentCategorizerME categorizer = new DocumentCategorizerME(model);
      return article -> {
        synchronized (categorizer) {
          return categorizer.getBestCategory(categorizer.categorize(words(article)));
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] words(Article article) {
    return SimpleTokenizer.INSTANCE.tokenize(text(article).toLowerCase(Locale.ROOT));
  }

  private static String text(Article article) {
    return (article.title() + "\n" + article.text()).strip();
  }

  /** A model that embeds each text once. */
  private record Remembering(EmbeddingModel model, Map<String, Embedding> known)
      implements EmbeddingModel {

    Remembering(EmbeddingModel model) {
      this(model, new ConcurrentHashMap<>());
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
      return Response.from(
          segments.stream()
              .map(s -> known.computeIfAbsent(s.text(), text -> model.embed(text).content()))
              .toList());
    }
  }
}
