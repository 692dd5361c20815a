package dev.headnote;

import dev.headnote.ArticleCall.Verb;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Tells an observer of calls, and keeps from them what it throws. Safe for several threads. */
final class ObservedCalls {

  private final @Nullable ArticleObserver observer;
  private final AtomicBoolean complained = new AtomicBoolean();

  /**
   * @param observer null for none
   */
  ObservedCalls(@Nullable ArticleObserver observer) {
    this.observer = observer;
  }

  /** Does the work and tells of its end. */
  <T> T call(Verb verb, Article article, Supplier<T> work) {
    if (observer == null) {
      return work.get();
    }
    long start = System.nanoTime();
    T result;
    try {
      result = work.get();
    } catch (HeadnoteException e) {
      tell(observer, verb, article, start, e);
      throw e;
    }
    tell(observer, verb, article, start, null);
    return result;
  }

  private void tell(
      ArticleObserver told,
      Verb verb,
      Article article,
      long start,
      @Nullable HeadnoteException failure) {
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    try {
      told.ended(new ArticleCall(verb, article, time, failure));
    } catch (RuntimeException | Error e) {
      if (complained.compareAndSet(false, true)) {
        LoggerFactory.getLogger(ObservedCalls.class)
            .warn("the observer {} failed; this is said once", told.getClass().getName(), e);
      }
    }
  }
}
