package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.encode.Deadline;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When labels that could not be encoded are tried again. */
class LabellingTest {

  /** The pause after a failure is nine times as long as that took, five seconds at most. */
  @Test
  void theWaitForAThreadIsNoPartOfTheTimeThatAFailureTook() throws InterruptedException {
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      CountDownLatch gate = new CountDownLatch(1);
      ForkJoinTask<CountDownLatch> before =
          pool.submit(
              () -> {
                gate.await();
                return gate;
              });
      Labelling labelling =
          new Labelling(
              () -> {
                throw new IllegalStateException("no labels");
              },
              pool);
      labelling.begin();
      TimeUnit.SECONDS.sleep(1);
      gate.countDown();
      assertThat(before.join()).isSameAs(gate);
      assertThatThrownBy(() -> labelling.classifier(Deadline.none())).hasMessage("no labels");

      for (int i = 0; i < 200 && !labelling.isToBegin(); i++) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      assertThat(labelling.isToBegin()).isTrue();
    } finally {
      pool.shutdown();
    }
  }
}
