package dev.headnote;

/**
 * The number format in which the encoder multiplies matrices. Inputs, sums and results are always
 * 32-bit floats.
 */
public enum Precision {
  /**
   * {@link #BF16} where the CPU multiplies bfloat16 in hardware (AVX512_BF16 or AMX), else FP32.
   */
  AUTO,
  /** 32-bit floats: the reference. */
  FP32,
  /** bfloat16 weights and activations, 32-bit sums. */
  BF16,
  /** 8-bit integer weights, activations quantised token by token: the fastest, the least exact. */
  INT8
}
