package dev.headnote.benchmarks;

import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import java.util.List;
import java.util.stream.IntStream;

/** Labels with names and descriptions made up by rule, each with a meaning of its own. */
final class MadeUpLabels {

  private static final List<String> FIELDS =
      List.of(
          "trade", "health", "sport", "law", "energy", "housing", "travel", "music", "farming",
          "banks");

  private static final List<String> PLACES =
      List.of(
          "cities",
          "schools",
          "islands",
          "courts",
          "hospitals",
          "ports",
          "villages",
          "parliaments",
          "laboratories",
          "stadiums");

  private static final List<String> EVENTS =
      List.of(
          "reforms",
          "disputes",
          "awards",
          "accidents",
          "discoveries",
          "budgets",
          "elections",
          "strikes",
          "festivals",
          "appointments");

  private MadeUpLabels() {}

  /**
   * @param count at most 1,000
   */
  static LabelSet of(int count) {
    return LabelSet.of(IntStream.range(0, count).mapToObj(MadeUpLabels::label).toList());
  }

  private static Label label(int i) {
    String field = FIELDS.get(i % 10);
    String place = PLACES.get(i / 10 % 10);
    String event = EVENTS.get(i / 100 % 10);
    return Label.of(
        field + " " + event + " in " + place,
        "News about " + event + " in " + field + " that happen in " + place + ".");
  }
}
