package dev.headnote.summary;

import java.util.Objects;

/**
 * What was left of a budget when a sentence did not fit it. Immutable.
 *
 * @param unit what both numbers count; words for {@link SummaryOptions.Unit#RATIO}
 * @param needed what the sentence would have taken
 * @param left what the budget had left, less than {@code needed}
 */
public record Shortfall(SummaryOptions.Unit unit, long needed, long left) {

  public Shortfall {
    Objects.requireNonNull(unit, "unit");
  }
}
