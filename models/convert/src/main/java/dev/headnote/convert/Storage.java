package dev.headnote.convert;

import java.util.Locale;

/** The type in which an archive keeps its weights; they are widened to fp32 when it is loaded. */
public enum Storage {
  /** Half precision: half the size; every weight must lie within &plusmn;65504. */
  FP16(2, "HalfStorage"),
  /** Single precision. */
  FP32(4, "FloatStorage");

  private final int width;
  private final String torchName;

  Storage(int width, String torchName) {
    this.width = width;
    this.torchName = torchName;
  }

  /** Bytes of one number. */
  int width() {
    return width;
  }

  /** The storage class's name in a pickle. */
  String torchName() {
    return torchName;
  }

  /** The name in model.json. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
