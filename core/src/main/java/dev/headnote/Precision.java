package dev.headnote;

/**
 * The number format in which the encoder multiplies matrices. Inputs, sums and results are always
 * 32-bit floats.
 */
public enum Precision {
  /**
   * On the CPU {@link #BF16} where it multiplies bfloat16 in hardware (AVX512_BF16 or AMX), else
   * FP32. On a GPU {@link #FP16}.
   */
  AUTO,
  /** 32-bit floats: the reference. */
  FP32,
  /**
   * bfloat16 weights and activations, 32-bit sums. GPUs have it from compute capability 8.0 on. A
   * CPU without AVX512 runs it many times slower than FP32.
   */
  BF16,
  /**
   * 16-bit floats for weights and activations, 32-bit sums; GPUs only. As fast there as BF16, with
   * three more bits of precision, exact for weights that are stored in it, and GPUs before compute
   * capability 8.0 have it too.
   */
  FP16,
  /**
   * 8-bit integer weights, activations quantised channel by channel: the fastest, the least exact.
   * x86 CPUs only; those without VNNI are a little faster with it than with FP32, and less exact.
   */
  INT8
}
