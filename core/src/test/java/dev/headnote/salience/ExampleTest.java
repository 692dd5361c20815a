package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExampleTest {

  /** Else training would read off the counts what its own summary says. */
  @Test
  void countsOtherArticlesOnly() {
    Example example =
        new Example(
            new TrainingArticle(
                List.of("river bridge rare"), new float[1][2], null, null, "A bridge.", 1));
    WordCounts counts =
        WordCounts.of(
            Map.of("river", new WordCounts.Count(9, 4), "bridge", new WordCounts.Count(7, 3)),
            20,
            0.1);

    KnownWords known = example.known(counts);
    assertThat(known.priors())
        .containsExactly(
            counts.prior(new WordCounts.Count(8, 4)),
            counts.prior(new WordCounts.Count(6, 2)),
            counts.prior(new WordCounts.Count(0, 0)));
    assertThat(known.inverseFrequencies())
        .containsExactly(
            counts.inverseFrequency(new WordCounts.Count(8, 4)),
            counts.inverseFrequency(new WordCounts.Count(6, 2)),
            counts.inverseFrequency(new WordCounts.Count(0, 0)));
    assertThat(known.isNew()).containsExactly(false, false, true);
  }
}
