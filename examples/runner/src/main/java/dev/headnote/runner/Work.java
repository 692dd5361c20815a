package dev.headnote.runner;

import dev.headnote.Article;

/** What a command does with each article, on several threads at once. */
interface Work extends AutoCloseable {

  Row apply(Article article);

  /** How many articles it takes at once to be busy, given that many cores; at least 1. */
  default int articlesAtOnce(int workers) {
    return workers;
  }

  @Override
  default void close() {}
}
