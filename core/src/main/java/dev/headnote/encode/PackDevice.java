package dev.headnote.encode;

import java.util.List;

/**
 * Runs packs. A GPU runs them one after the other, in the order of their launch. Safe for use by
 * several threads.
 */
interface PackDevice {

  /**
   * Starts a pack. On a GPU this returns before the pack has run.
   *
   * @param windows token ids of each, in order of length, none empty
   * @throws dev.headnote.HeadnoteException if it can't be started
   */
  Launched launch(List<long[]> windows);

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
