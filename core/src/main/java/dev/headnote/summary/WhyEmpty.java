package dev.headnote.summary;

import java.util.Comparator;
import java.util.stream.Stream;

/** Says why a summary has no sentence, in words for a person. */
final class WhyEmpty {

  private WhyEmpty() {}

  /**
   * @param shortfalls of the sentences that may be chosen, none of which fits the budget; none if
   *     the options allow no sentence at all
   */
  static String of(Stream<Shortfall> shortfalls) {
    return of("the shortest sentence that may be chosen", shortfalls);
  }

  /**
   * @param shortest what the shortest of the sentences is called
   */
  static String of(String shortest, Stream<Shortfall> shortfalls) {
    return shortfalls
        .min(Comparator.comparingLong(Shortfall::needed))
        .map(least -> tooLittle(shortest, least))
        .orElse("the options exclude every sentence, or all are too short or too long");
  }

  private static String tooLittle(String shortest, Shortfall least) {
    return shortest
        + " takes "
        + least.needed()
        + " "
        + least.unit().noun()
        + ", and the budget has "
        + least.left();
  }
}
