package dev.headnote.runner;

import dev.headnote.Article;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an input, or a row of it, turned out to be. */
sealed interface Item {

  /**
   * An article to work on.
   *
   * @param id what its row carries
   * @param article the article
   * @param labels the labels that it says it has; empty if it has none or they were not asked for
   * @param summaries what people wrote of it; empty if that was not asked for
   * @param sourceName what messages call the input
   * @param line its line; 0 if it is a whole file
   */
  record Ready(
      RowId id,
      Article article,
      Set<String> labels,
      List<String> summaries,
      String sourceName,
      long line)
      implements Item {

    /** The same as one that can't be worked on. */
    Failed failed(String problem) {
      return new Failed(id, sourceName, line, problem);
    }
  }

  /**
   * An input or a row that can't be worked on.
   *
   * @param id its identifier, or null if that isn't known
   * @param sourceName what messages call the input
   * @param line its line; 0 if it is a whole file
   * @param problem what is wrong, and what to do
   */
  record Failed(@Nullable RowId id, String sourceName, long line, String problem) implements Item {

    /** One line that names the input. */
    String message() {
      return sourceName + (line > 0 ? ", line " + line : "") + ": " + problem;
    }
  }
}
