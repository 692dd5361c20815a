package dev.headnote.benchmarks;

import dev.headnote.Device;
import dev.headnote.Headnote;
import dev.headnote.Precision;
import java.util.Locale;

/**
 * What every benchmark can be set to.
 *
 * @param model {@code minilm-l6} or {@code e5-small}; {@code instant} where nothing is compared
 * @param precision AUTO is the default of Headnote, and the fastest that a peer has
 * @param device CPU or CUDA
 * @param workers how many cores to use, at least 1
 */
record Setting(String model, Precision precision, Device device, int workers) {

  /**
   * Reads the parameters of a benchmark.
   *
   * @param workers 0 for all cores
   */
  static Setting of(String model, String precision, String device, int workers) {
    return new Setting(
        model,
        Precision.valueOf(precision.toUpperCase(Locale.ROOT)),
        Device.valueOf(device.toUpperCase(Locale.ROOT)),
        workers == 0 ? cores() : workers);
  }

  static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  Setting with(Precision newPrecision) {
    return new Setting(model, newPrecision, device, workers);
  }

  /**
   * Returns a builder of a Headnote in this setting that remembers no sentence: benchmarks repeat
   * their articles, and would measure the memory instead of the encoder.
   */
  Headnote.Builder headnote() {
    return Headnote.builder()
        .model(model)
        .precision(precision)
        .device(device)
        .workers(workers)
        .remember(0);
  }
}
