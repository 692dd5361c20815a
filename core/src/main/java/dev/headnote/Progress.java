package dev.headnote;

/**
 * Is told how far a long piece of work is, by one thread at a time; for a while also after the work
 * was interrupted. It can't close the {@link Headnote} that works, which would wait for the work.
 * If it throws, nothing is learned, and what it threw is the cause of an exception with code
 * FUNCTION_FAILED.
 */
@FunctionalInterface
public interface Progress {

  /**
   * Some work is done.
   *
   * @param stage what is being done, in a few words
   * @param done how much of it, in units of its own
   * @param total how much there is
   */
  void at(String stage, long done, long total);
}
