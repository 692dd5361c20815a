package dev.headnote.text.furniture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Article;
import dev.headnote.Furniture;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well furniture is told from content, in copied articles whose lines were labelled by hand: of
 * what was dropped how much is furniture (precision), and of the furniture how much was dropped
 * (recall). Prints both, and each line that was judged otherwise.
 */
class CopiedTextTest {

  private static final class Counts {
    int furniture;
    int found;
    int named;
    int dropped;
    int wrong;

    double precision() {
      return dropped == 0 ? 1 : 1 - (double) wrong / dropped;
    }

    double recall() {
      return furniture == 0 ? 1 : (double) found / furniture;
    }

    @Override
    public String toString() {
      return String.format(
          "%3d furniture, %3d found, %3d under this reason; %d dropped, %d of them content:"
              + " precision %.3f, recall %.3f",
          furniture, found, named, dropped, wrong, precision(), recall());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "copied-tuning.txt, 0.99, 0.98",
    "copied-tuning-2.txt, 0.99, 0.98",
    "copied-tuning-3.txt, 0.99, 0.98",
    "copied-tuning-4.txt, 0.99, 0.98",
    "copied-tuning-5.txt, 0.99, 0.98",
    "copied-judging.txt, 0.99, 0.98",
    "copied-training.txt, 0.98, 0.95",
    "copied-training-2.txt, 0.98, 0.95",
    "copied-fresh.txt, 0.99, 0.97",
    "copied-sixth.txt, 0.99, 0.97",
    "copied-seventh.txt, 0.98, 0.88",
    "copied-kinds.txt, 0.98, 0.85",
    "copied-kinds-2.txt, 0.96, 0.78"
  })
  void furnitureIsDroppedAndContentKept(String file, double precision, double recall) {
    Map<String, Counts> byReason = new TreeMap<>();
    Counts all = new Counts();
    for (LabelledCopy copy : LabelledCopy.read(file)) {
      judge(copy, byReason, all);
    }
    System.out.println(file + ": " + all);
    byReason.forEach((reason, counts) -> System.out.printf("  %-14s %s%n", reason, counts));
    assertThat(all.precision()).isGreaterThanOrEqualTo(precision);
    assertThat(all.recall()).isGreaterThanOrEqualTo(recall);
  }

  private static void judge(LabelledCopy copy, Map<String, Counts> byReason, Counts all) {
    String text = copy.text();
    List<Furniture> furniture = Article.of(text).furniture();
    for (LabelledCopy.Unit unit : copy.units()) {
      int weight = 0;
      int marked = 0;
      String reason = "-";
      for (int i = unit.start(); i < unit.end(); i++) {
        if (!Character.isWhitespace(text.charAt(i))) {
          weight++;
          Furniture over = at(furniture, i);
          if (over != null) {
            marked++;
            reason = over.reason().name();
          }
        }
      }
      boolean dropped = unit.isContent() ? marked > 2 : marked * 10 >= weight * 9;
      count(unit, dropped, reason, byReason, all);
      if (dropped == unit.isContent() && !unit.reason().equals("?")) {
        System.out.printf(
            "  %s, not %s: %s%n", reason, unit.reason(), text.substring(unit.start(), unit.end()));
      }
    }
  }

  private static void count(
      LabelledCopy.Unit unit,
      boolean dropped,
      String reason,
      Map<String, Counts> byReason,
      Counts all) {
    if (unit.reason().equals("?")) {
      return;
    }
    if (dropped) {
      for (Counts counts : List.of(all, byReason.computeIfAbsent(reason, r -> new Counts()))) {
        counts.dropped++;
        counts.wrong += unit.isContent() ? 1 : 0;
      }
    }
    if (!unit.isContent()) {
      for (Counts counts :
          List.of(all, byReason.computeIfAbsent(unit.reason(), r -> new Counts()))) {
        counts.furniture++;
        counts.found += dropped ? 1 : 0;
        counts.named += dropped && reason.equals(unit.reason()) ? 1 : 0;
      }
    }
  }

  private static Furniture at(List<Furniture> furniture, int i) {
    for (Furniture piece : furniture) {
      if (piece.start() <= i && i < piece.end()) {
        return piece;
      }
    }
    return null;
  }
}
