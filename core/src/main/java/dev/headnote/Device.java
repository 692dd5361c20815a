package dev.headnote;

/** Where the encoder runs. */
public enum Device {
  /** The CPU. A GPU is used only where it is asked for, until that has been measured. */
  AUTO,
  /** The CPU. */
  CPU,
  /**
   * The first CUDA GPU; building a {@link Headnote} fails where there is none. Not yet run on one.
   */
  CUDA
}
