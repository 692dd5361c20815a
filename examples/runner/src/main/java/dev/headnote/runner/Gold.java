package dev.headnote.runner;

/** What a row has to say that people made of its article. */
enum Gold {
  /** Nothing. */
  NONE,
  /** Its labels: {@code "label"}, a string or null; or {@code "labels"}, an array of strings. */
  LABELS,
  /** What they wrote: {@code "summary"} or {@code "summaries"}, a string or an array of strings. */
  SUMMARIES
}
