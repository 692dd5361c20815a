package dev.headnote.encode;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Windows as {@code forward} of the module takes them: one after the other, shortest first.
 *
 * @param ids the token ids of all windows
 * @param lengths the number of tokens of each
 */
record Pack(long[] ids, long[] lengths) {

  static Pack of(List<long[]> windows) {
    List<long[]> sorted =
        windows.stream().sorted(Comparator.comparingInt(window -> window.length)).toList();
    return new Pack(
        sorted.stream().flatMapToLong(Arrays::stream).toArray(),
        sorted.stream().mapToLong(window -> window.length).toArray());
  }
}
