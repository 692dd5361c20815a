package dev.headnote.summary;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Sentence;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * The functions that {@link SummaryOptions} are given, such that what they throw says whose it is:
 * code FUNCTION_FAILED. What Headnote itself throws, as where a function calls it, stays as it is.
 * Each is equal to another of its kind whose function is.
 */
final class CheckedFunctions {

  private CheckedFunctions() {}

  /** Asks the same of the sentences of all articles. */
  record OfAnyArticle(Predicate<Sentence> predicate) implements BiPredicate<Integer, Sentence> {

    @Override
    public boolean test(Integer article, Sentence sentence) {
      return predicate.test(sentence);
    }
  }

  /** Which sentences are required. */
  record Required(Predicate<Sentence> predicate) implements Predicate<Sentence> {

    @Override
    public boolean test(Sentence sentence) {
      return checked("the predicate of withRequired", () -> predicate.test(sentence));
    }
  }

  /** Which sentences are excluded. */
  record Excluded(BiPredicate<Integer, Sentence> predicate)
      implements BiPredicate<Integer, Sentence> {

    @Override
    public boolean test(Integer article, Sentence sentence) {
      return checked("the predicate of withExcluded", () -> predicate.test(article, sentence));
    }
  }

  /** How many tokens a text has; a number below 0 is none. */
  record TokenCounter(ToIntFunction<String> counter) implements ToIntFunction<String> {

    @Override
    public int applyAsInt(String text) {
      int count = checked("the counter of tokens", () -> counter.applyAsInt(text));
      if (count < 0) {
        throw new HeadnoteException(
            Code.FUNCTION_FAILED, "the counter of tokens gave " + count + " for a sentence");
      }
      return count;
    }
  }

  private static <T> T checked(String function, Supplier<T> call) {
    try {
      return call.get();
    } catch (HeadnoteException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw new HeadnoteException(Code.FUNCTION_FAILED, function + " threw " + e, e);
    }
  }
}
