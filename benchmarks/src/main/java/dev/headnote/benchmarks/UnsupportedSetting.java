package dev.headnote.benchmarks;

/**
 * Thrown while a benchmark is set up, when what it measures cannot run in that setting at all. JMH
 * prints the message and goes on to the next combination; the report lists it as skipped.
 */
final class UnsupportedSetting extends RuntimeException {
  UnsupportedSetting(String message) {
    super(message, null, false, false);
  }
}
