package dev.headnote.summary;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Why a sentence is in a summary, or not. Immutable.
 *
 * @param kind the reason
 * @param other the index of the sentence that is the reason: for {@link Kind#ANTECEDENT} the one
 *     that needs this one before it, for {@link Kind#REDUNDANT} the one in the summary that is
 *     nearest to it; else empty
 * @param cosine for {@link Kind#REDUNDANT} the cosine of both sentences' vectors, small where it is
 *     words that stand in the summary already; else empty
 * @param shortfall for {@link Kind#OVER_BUDGET} what did not fit; else empty
 */
public record Reason(
    Kind kind, OptionalInt other, OptionalDouble cosine, Optional<Shortfall> shortfall) {

  /** The reasons that there are. */
  public enum Kind {
    /** Chosen: of all that fitted, it added most. */
    CHOSEN(true),
    /** Chosen because another sentence would dangle without it. */
    ANTECEDENT(true),
    /** Chosen because the options require it. */
    REQUIRED(true),
    /** The options exclude it. */
    EXCLUDED(false),
    /** It has fewer words than the options allow. */
    TOO_SHORT(false),
    /** It has more words than the options allow. */
    TOO_LONG(false),
    /**
     * It is a heading, a pleasantry or the like; these are taken last, and not where only they fit
     * into what sentences have left of a budget, half of it at most.
     */
    FRAGMENT(false),
    /**
     * It is salient enough, but adds too little to the summary: it is too near to a sentence there,
     * or too many of its words are.
     */
    REDUNDANT(false),
    /** It is salient enough, but its part of the text has its share already. */
    COVERED(false),
    /**
     * It is salient enough, but its opening points back, and those before it did not fit or were
     * not worth bringing along.
     */
    DANGLING(false),
    /** What was left of the budget when its turn came, or later, was too little for it. */
    OVER_BUDGET(false),
    /** The budget was full before its turn came. */
    LESS_SALIENT(false);

    private final boolean chosen;

    Kind(boolean chosen) {
      this.chosen = chosen;
    }

    /** Whether such a sentence is in the summary. */
    public boolean isChosen() {
      return chosen;
    }
  }

  public Reason {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(other, "other");
    Objects.requireNonNull(cosine, "cosine");
    Objects.requireNonNull(shortfall, "shortfall");
  }

  static Reason of(Kind kind) {
    return new Reason(kind, OptionalInt.empty(), OptionalDouble.empty(), Optional.empty());
  }

  static Reason antecedentOf(int sentence) {
    return new Reason(
        Kind.ANTECEDENT, OptionalInt.of(sentence), OptionalDouble.empty(), Optional.empty());
  }

  static Reason redundantWith(int sentence, double cosine) {
    return new Reason(
        Kind.REDUNDANT, OptionalInt.of(sentence), OptionalDouble.of(cosine), Optional.empty());
  }

  static Reason overBudget(Shortfall shortfall) {
    return new Reason(
        Kind.OVER_BUDGET, OptionalInt.empty(), OptionalDouble.empty(), Optional.of(shortfall));
  }
}
