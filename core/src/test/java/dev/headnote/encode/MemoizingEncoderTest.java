package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.Device;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Precision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is encoded again and what is not, over an encoder that notes what it is asked. */
class MemoizingEncoderTest {

  private final List<List<String>> asked = new ArrayList<>();

  private boolean batchIndependent = true;

  private final SentenceEncoder noting =
      new SentenceEncoder() {
        @Override
        public String model() {
          return "noting";
        }

        @Override
        public Precision precision() {
          return Precision.FP32;
        }

        @Override
        public boolean isBatchIndependent() {
          return batchIndependent;
        }

        @Override
        public int dimensions() {
          return 2;
        }

        @Override
        public float[][] encode(List<String> texts) {
          asked.add(List.copyOf(texts));
          return texts.stream()
              .map(text -> new float[] {text.length(), text.hashCode()})
              .toArray(float[][]::new);
        }

        @Override
        public void close() {
          asked.add(List.of("closed"));
        }
      };

  @Test
  void equalTextsOfACallAreEncodedOnce() {
    MemoizingEncoder encoder = new MemoizingEncoder(noting, 0);
    List<String> texts = List.of("a", "bb", "a", "a", "ccc", "bb");
    assertThat(encoder.encode(texts)).isDeepEqualTo(noting.encode(texts));
    assertThat(asked.get(0)).containsExactly("a", "bb", "ccc");
  }

  @Test
  void textsOfLateCallsAreRememberedUpToTheCapacity() {
    MemoizingEncoder encoder = new MemoizingEncoder(noting, 2);
    encoder.encode(List.of("a", "b"));
    encoder.encode(List.of("b", "c", "a"));
    encoder.encode(List.of("c", "a"));
    encoder.encode(List.of("b"));
    assertThat(asked).containsExactly(List.of("a", "b"), List.of("c"), List.of("b"));
  }

  @Test
  void withoutCapacityEachCallIsEncoded() {
    MemoizingEncoder encoder = new MemoizingEncoder(noting, 0);
    encoder.encode(List.of("a"));
    encoder.encode(List.of("a"));
    assertThat(asked).hasSize(2);
  }

  @Test
  void remembersNothingOfAnEncoderWhoseVectorsDependOnTheCall() {
    batchIndependent = false;
    MemoizingEncoder encoder = new MemoizingEncoder(noting, 10);
    encoder.encode(List.of("a", "a"));
    encoder.encode(List.of("a"));
    assertThat(asked).containsExactly(List.of("a"), List.of("a"));
  }

  @Test
  void longTextsAreNotKept() {
    MemoizingEncoder encoder = new MemoizingEncoder(noting, 10);
    String text = "x".repeat(501);
    encoder.encode(List.of(text));
    encoder.encode(List.of(text));
    assertThat(asked).hasSize(2);
  }

  /** A caller may change what it gets. */
  @Test
  void noTwoResultsShareAVector() {
    MemoizingEncoder encoder = new MemoizingEncoder(noting, 10);
    float[][] first = encoder.encode(List.of("a", "b", "a"));
    for (float[] vector : first) {
      vector[0] = -1;
      vector[1] += 1;
    }
    assertThat(first[0]).isNotSameAs(first[2]);
    assertThat(encoder.encode(List.of("a"))).isDeepEqualTo(noting.encode(List.of("a")));
  }

  @Test
  void closesTheEncoder() {
    new MemoizingEncoder(noting, 1).close();
    assertThat(asked).containsExactly(List.of("closed"));
  }

  /** What is remembered is no way round the end of the time or of the encoder. */
  @Test
  void answersNothingFromMemoryOnceTheTimeIsOverOrItIsClosed() {
    ForkJoinPool pool = ForkJoinPool.commonPool();
    SentenceEncoder instant = ModelFiles.named("instant").load(Device.AUTO, Precision.AUTO, pool);
    MemoizingEncoder encoder = new MemoizingEncoder(instant, 10);
    List<String> texts = List.of("a");
    encoder.encode(texts);

    assertFails(
        () -> encoder.encode(texts, Deadline.after(Duration.ofNanos(-1))), Code.LIMIT_EXCEEDED);
    Thread.currentThread().interrupt();
    assertFails(() -> encoder.encode(texts), Code.INTERRUPTED);
    assertThat(Thread.interrupted()).isTrue();
    encoder.close();
    assertFails(() -> encoder.encode(texts), Code.CLOSED);
  }

  private static void assertFails(ThrowingCallable call, Code code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
