package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An extractive summary of several documents: sentences of theirs, unaltered, each with all the
 * places that say it. Immutable.
 *
 * @param lines the lines in the order asked for; empty if there is none to choose
 * @param documents how many documents it is of, without those that could not be read
 * @param model the name of the model that decided; in a cascade, the tier
 * @param whyEmpty why there is no line, in words for a person; empty if there is one
 */
public record MultiDocumentSummary(
    List<Line> lines, int documents, String model, Optional<String> whyEmpty) {

  /**
   * @throws IllegalArgumentException if there are lines and a reason for none, or neither
   */
  public MultiDocumentSummary {
    lines = List.copyOf(lines);
    Objects.requireNonNull(model, "model");
    if (lines.isEmpty() != whyEmpty.isPresent()) {
      throw new IllegalArgumentException("a summary without lines, and no other, says why");
    }
  }

  /** The lines in one line, each as {@link Sentence#inOneLine}; empty if there are none. */
  public String text() {
    return lines.stream()
        .map(line -> line.source().sentence().inOneLine())
        .collect(Collectors.joining(" "));
  }

  /**
   * One sentence of the summary.
   *
   * @param source where its wording is from
   * @param salience how much of the documents it carries; comparable within one summary, larger is
   *     more
   * @param sources every sentence that says the same in nearly the same words, itself included, in
   *     the order of the documents
   */
  public record Line(Source source, double salience, List<Source> sources) {

    public Line {
      Objects.requireNonNull(source, "source");
      sources = List.copyOf(sources);
    }
  }

  /**
   * A sentence of one of the documents.
   *
   * @param document the document's place among those given, from 0
   * @param sentence the sentence, with its offsets in the document's text
   */
  public record Source(int document, Sentence sentence) {

    public Source {
      Objects.requireNonNull(sentence, "sentence");
    }
  }
}
