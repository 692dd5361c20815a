package dev.headnote.encode;

/**
 * Runs packs, one after the other in the order of their launch. Safe for use by several threads.
 */
interface PackDevice {

  /**
   * Starts a pack. On a GPU this returns before the pack has run.
   *
   * @throws dev.headnote.HeadnoteException if it can't be started
   */
  Launched launch(PaddedPack pack);

  /** A pack under way. Closing it frees its memory on the device. */
  interface Launched extends AutoCloseable {

    /**
     * Waits for the pack and copies its result.
     *
     * @return the vectors of its windows, one after the other
     * @throws dev.headnote.HeadnoteException if the pack failed
     */
    float[] vectors();

    @Override
    void close();
  }
}
