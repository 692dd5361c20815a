package dev.headnote.summary;

import dev.headnote.Sentence;
import dev.headnote.summary.MultiDocumentSummary.Line;
import dev.headnote.summary.MultiDocumentSummary.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sentence of one of several documents that may become a line of their summary.
 *
 * @param source the sentence
 * @param group the sentences that say the same, itself included; one object for all of them
 * @param vector of length 1
 * @param salience what it is worth to a summary of its document alone
 * @param fragment whether it is a heading or the like
 */
record LineCandidate(
    Source source, Group group, float[] vector, double salience, boolean fragment) {

  /** Sentences that say the same, document by document. */
  static final class Group {

    private final List<Source> sources = new ArrayList<>(1);
    private int documents;

    private void add(Source source) {
      boolean isOfAnother =
          sources.isEmpty() || sources.get(sources.size() - 1).document() != source.document();
      documents += isOfAnother ? 1 : 0;
      sources.add(source);
    }

    /** How many documents say it. */
    int documents() {
      return documents;
    }
  }

  /** Returns the candidates of all documents, in order. */
  static List<LineCandidate> of(List<SourceDocument> documents) {
    NearDuplicates duplicates =
        new NearDuplicates(documents.stream().mapToInt(d -> d.sentences().size()).sum());
    Map<Integer, Group> groups = new HashMap<>();
    List<LineCandidate> candidates = new ArrayList<>();
    for (int d = 0; d < documents.size(); d++) {
      SourceDocument document = documents.get(d);
      int next = 0;
      for (int s = 0; s < document.sentences().size(); s++) {
        Source source = new Source(d, document.sentences().get(s));
        int first = duplicates.add(source.sentence().text());
        Group group = groups.computeIfAbsent(first, unused -> new Group());
        group.add(source);
        if (next < document.candidates() && document.place(next) == s) {
          candidates.add(
              new LineCandidate(
                  source,
                  group,
                  document.vector(next),
                  document.salience(next),
                  document.isFragment(next)));
          next++;
        }
      }
    }
    return candidates;
  }

  Sentence sentence() {
    return source.sentence();
  }

  /**
   * It as a line, which names all who say the same.
   *
   * @param worth what the line is worth to the summary of all documents
   */
  Line line(double worth) {
    return new Line(source, worth, group.sources);
  }
}
