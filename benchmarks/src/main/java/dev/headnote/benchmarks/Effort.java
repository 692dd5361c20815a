package dev.headnote.benchmarks;

/**
 * How long a case is measured in each round.
 *
 * @param warmups how many iterations are run first and not counted
 * @param iterations how many are counted
 * @param millis the length of an iteration; without meaning for single shots
 * @param forks how many JVMs, one after the other
 */
record Effort(int warmups, int iterations, long millis, int forks) {}
