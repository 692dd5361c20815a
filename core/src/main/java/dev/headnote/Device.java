package dev.headnote;

/** Where the encoder runs. */
public enum Device {
  /**
   * A CUDA GPU if PyTorch can use one and it runs the model, else the CPU, without a word. It never
   * fails for want of a GPU, and downloads nothing. What makes a difference is which build of
   * PyTorch is there: with the CPU build, which Headnote depends on, AUTO is the CPU.
   */
  AUTO,
  /** The CPU. */
  CPU,
  /**
   * The first CUDA GPU; building a {@link Headnote} fails where there is none that PyTorch can use.
   * Results are the same up to rounding. Not yet run on one.
   */
  CUDA
}
