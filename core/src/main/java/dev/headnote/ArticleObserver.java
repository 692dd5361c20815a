package dev.headnote;

/**
 * Is told of each article that a {@link Headnote} has worked on, such as to count and time them:
 * see {@link Headnote.Builder#observer(ArticleObserver)}.
 *
 * <p>It must be safe for use by several threads. It is called on the thread that did the work, once
 * the work is over and before its result is handed on, so it should take microseconds. What it
 * throws changes no result: the first exception or error is logged as a warning, the others are
 * dropped.
 */
@FunctionalInterface
public interface ArticleObserver {

  /** Takes note of an article whose work is over. */
  void ended(ArticleCall call);
}
