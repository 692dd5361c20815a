package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.topic.LabelSet;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Whatever is asked of a closed one, it says that it is closed, and reads nothing. */
class ClosedTest {

  private static final Article ARTICLE = Article.of("The council met on Monday.");

  @Test
  void eachMethodSaysTheSame() {
    Headnote headnote =
        Headnote.builder()
            .encoder(new CountingEncoder(false))
            .labels(LabelSet.ofNames("alpha", "beta", "gamma"))
            .build();
    headnote.close();
    Progress none = (stage, done, total) -> {};
    List<ThrowingCallable> calls =
        List.of(
            () -> headnote.digest(ARTICLE),
            () -> headnote.topics(ARTICLE),
            () -> headnote.summarize(ARTICLE),
            () -> headnote.digest(Stream.of(ARTICLE)),
            () -> headnote.topics(List.of(ARTICLE)),
            () -> headnote.summarize(List.of()),
            () -> headnote.summarizeTogether(List.of()),
            () -> headnote.embed(List.of()),
            () -> headnote.train(Stream.of(LabelledArticle.of(ARTICLE, "alpha"))),
            () -> headnote.adapt(Stream.of(ARTICLE)),
            () -> headnote.trainSalience(Stream.of(), 1, "made up", none),
            headnote::warmUp);
    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call)
          .isInstanceOfSatisfying(
              HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.CLOSED))
          .hasMessage("this Headnote is closed");
    }
  }
}
