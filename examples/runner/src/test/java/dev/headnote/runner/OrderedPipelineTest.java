package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OrderedPipelineTest {

  @Test
  void keepsTheOrder() throws IOException {
    List<Integer> results = new ArrayList<>();
    OrderedPipeline.run(
        IntStream.range(0, 500).iterator(),
        (Integer n) -> {
          LockSupport.parkNanos(n % 7 * 50_000L);
          return n;
        },
        results::add,
        4);
    assertThat(results).isEqualTo(IntStream.range(0, 500).boxed().toList());
  }

  @Test
  void readsNoFurtherAheadThanItsBound() throws IOException {
    AtomicInteger read = new AtomicInteger();
    AtomicInteger written = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    OrderedPipeline.run(
        IntStream.range(0, 300).peek(n -> read.incrementAndGet()).iterator(),
        (Integer n) -> n,
        n -> {
          most.accumulateAndGet(read.get() - written.getAndIncrement(), Math::max);
          LockSupport.parkNanos(100_000);
        },
        2);
    assertThat(most.get()).isLessThanOrEqualTo(8);
  }

  @Test
  void writesAResultWhileTheNextInputIsNotThereYet() throws IOException {
    BlockingQueue<Integer> written = new ArrayBlockingQueue<>(10);
    Iterator<Integer> slow =
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            // The second input comes only once the first result is out.
            return next == 0 || (next == 1 && taken(written) == 0);
          }

          @Override
          public Integer next() {
            return next++;
          }
        };
    OrderedPipeline.run(slow, (Integer n) -> n, written::add, 2);
    assertThat(written).containsExactly(1);
  }

  private static int taken(BlockingQueue<Integer> written) {
    try {
      return written.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void endsWhenTheOutputFails() {
    assertThatThrownBy(
            () ->
                OrderedPipeline.run(
                    IntStream.iterate(0, n -> n + 1).iterator(),
                    (Integer n) -> n,
                    n -> {
                      throw new IOException("Broken pipe");
                    },
                    2))
        .isInstanceOf(IOException.class);
  }

  @Test
  void passesOnWhatTheSourceThrows() {
    Iterator<Integer> broken = IntStream.range(0, 5).map(n -> 10 / (3 - n)).iterator();
    assertThatThrownBy(() -> OrderedPipeline.run(broken, (Integer n) -> n, n -> {}, 2))
        .hasRootCauseInstanceOf(ArithmeticException.class);
  }
}
