package dev.headnote.runner;

import dev.headnote.Article;

/** What a command does with each article, on several threads at once. */
interface Work extends AutoCloseable {

  Row apply(Article article);

  @Override
  default void close() {}
}
