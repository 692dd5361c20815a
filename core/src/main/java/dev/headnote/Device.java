package dev.headnote;

/** Where the encoder runs. */
public enum Device {
  /** CUDA where a GPU and its native library are at hand, else the CPU. */
  AUTO,
  /** The CPU. */
  CPU,
  /** The first CUDA GPU; building a {@link Headnote} fails where there is none. */
  CUDA
}
