package dev.headnote;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Maps a stream on several threads, keeping its order and at most a fixed number of elements under
 * way.
 */
final class OrderedParallel {

  private OrderedParallel() {}

  static <T> Stream<T> stream(Iterable<T> source) {
    return StreamSupport.stream(source.spliterator(), false);
  }

  /**
   * @param source read by the thread that reads the result, no further ahead than the limit
   * @param function applied on the pool's threads; throws nothing
   * @param ahead how many elements may be under way, at least 1
   */
  static <A, B> Stream<B> map(
      Stream<A> source, Function<A, B> function, ForkJoinPool pool, int ahead) {
    Iterator<A> input = source.sequential().iterator();
    Deque<ForkJoinTask<B>> underWay = new ArrayDeque<>();
    Iterator<B> output =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            while (underWay.size() < ahead && input.hasNext()) {
              A element = input.next();
              underWay.add(pool.submit(() -> function.apply(element)));
            }
            return !underWay.isEmpty();
          }

          @Override
          public B next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            return underWay.remove().join();
          }
        };
    int order = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(output, order), false)
        .onClose(source::close);
  }
}
