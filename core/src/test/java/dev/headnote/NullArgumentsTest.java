package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.headnote.distil.StaticModel;
import dev.headnote.encode.BlendedEncoder;
import dev.headnote.keyphrase.KeyphraseExtractor;
import dev.headnote.salience.SalienceModel;
import dev.headnote.salience.SalienceTrainer;
import dev.headnote.summary.LineOrder;
import dev.headnote.summary.Summarizer;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicClassifier;
import dev.headnote.topic.TopicModel;
import dev.headnote.topic.TopicOptions;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A null is refused where it is given, by the name of the parameter. */
class NullArgumentsTest {

  private static final CountingEncoder ENCODER = new CountingEncoder(false);
  private static final Headnote HEADNOTE = Headnote.builder().encoder(ENCODER).workers(1).build();
  private static final LabelSet LABELS = LabelSet.ofNames("alpha");

  static Stream<Arguments> calls() {
    return Stream.of(
        call("articles", () -> HEADNOTE.digest((Stream<Article>) null)),
        call("articles", () -> HEADNOTE.topics((Iterable<Article>) null)),
        call("articles", () -> HEADNOTE.summarize((Stream<Article>) null)),
        call("article", () -> HEADNOTE.digest((Article) null)),
        call("articles", () -> HEADNOTE.summarizeTogether(null)),
        call(
            "articles holds a null",
            () -> HEADNOTE.summarizeTogether(Collections.singletonList(null))),
        call("order", () -> HEADNOTE.summarizeTogether(List.of(), (LineOrder) null)),
        call("texts", () -> HEADNOTE.embed(null)),
        call("texts holds a null", () -> HEADNOTE.embed(Collections.singletonList(null))),
        call("examples", () -> HEADNOTE.train(null)),
        call("articles", () -> HEADNOTE.adapt(null)),
        call("articles", () -> HEADNOTE.trainSalience(null, 1, "none", (s, d, t) -> {})),
        call("sha256", () -> Headnote.builder().trust(null)),
        call("name", () -> Headnote.builder().model((String) null)),
        call("newFolder", () -> Headnote.builder().model((Path) null)),
        call("time", () -> Limits.defaults().withTime(null)),
        call("file", () -> Article.read(null)),
        call("html", () -> Article.fromHtml(null)),
        call("bytes", () -> Article.decode(null, "name")),
        call("sourceName", () -> Article.decode(new byte[0], null)),
        call("labels", () -> new LabelledArticle(Article.of(""), (Set<String>) null)),
        call(
            "labels holds a null",
            () -> new LabelledArticle(Article.of(""), Collections.singleton(null))),
        call("label", () -> LabelledArticle.of(Article.of(""), null)),
        call("id", () -> new Label(null, "", "", null)),
        call("name", () -> Label.of(null)),
        call("labels", () -> LabelSet.of(null)),
        call("labels holds a null", () -> LabelSet.of(Collections.singletonList(null))),
        call("names", () -> LabelSet.ofNames((String[]) null)),
        call("file", () -> LabelSet.load(null)),
        call("file", () -> TopicModel.load(null)),
        call("file", () -> SalienceModel.load(null)),
        call("file", () -> SalienceModel.builtIn().save(null)),
        call("noneThreshold", () -> new TopicOptions(false, 3, (OptionalDouble) null)),
        call("options", () -> new TopicClassifier(LABELS, ENCODER, null)),
        call("query", () -> SummaryOptions.defaults().focusedOn(null)),
        call("excluded", () -> SummaryOptions.defaults().withExcluded((Predicate<Sentence>) null)),
        call("sentence", () -> SummaryOptions.defaults().excludes(null)),
        call("tokens", () -> new Summarizer("model", null, null)),
        call("progress", () -> new SalienceTrainer(1, null)),
        call("encoder", () -> new KeyphraseExtractor(null, 1)),
        call("transformer", () -> new BlendedEncoder(null, 1, ENCODER)),
        call("name", () -> new StaticModel.Card(null, "", "", List.of(), List.of(), "")),
        call("teachers", () -> new StaticModel.Card("", "", "", null, List.of(), "")));
  }

  private static Arguments call(String parameter, ThrowingCallable call) {
    return arguments(parameter, call);
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("calls")
  void isRefusedByName(String parameter, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(parameter);
    assertThat(HEADNOTE.callsUnderWay()).isZero();
  }
}
