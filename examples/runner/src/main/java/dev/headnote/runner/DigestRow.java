package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.headnote.Precision;
import dev.headnote.Sentence;
import dev.headnote.Span;
import dev.headnote.keyphrase.Keyphrase;
import dev.headnote.summary.ScoredSentence;
import dev.headnote.summary.Summary;
import dev.headnote.topic.Evidence;
import dev.headnote.topic.Topic;
import dev.headnote.topic.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An article's topics, its summary, or both; perhaps its keyphrases.
 *
 * @param title its title, or empty
 * @param sentences its sentences
 * @param topics its topics; null if they were not asked for
 * @param multiLabel whether it may be given several labels
 * @param summary its summary; null if it was not asked for
 * @param keyphrases its keyphrases; null if they were not asked for
 * @param precision the precision in use
 */
record DigestRow(
    String title,
    List<Sentence> sentences,
    @Nullable Topics topics,
    boolean multiLabel,
    @Nullable Summary summary,
    @Nullable List<Keyphrase> keyphrases,
    Precision precision)
    implements Row {

  /** What a person is shown; rows hold every label. */
  private static final double LEAST_SHOWN = 0.05;

  private static final int MOST_SHOWN = 5;

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    if (topics != null) {
      json.writeArrayFieldStart("topics");
      for (Topic topic : topics.all()) {
        write(json, topic);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("assigned");
      for (Topic topic : topics.assigned()) {
        json.writeString(topic.label().id());
      }
      json.writeEndArray();
      json.writeBooleanField("none", topics.none());
    }
    if (summary != null) {
      json.writeArrayFieldStart("summary");
      for (ScoredSentence scored : summary.sentences()) {
        write(json, scored);
      }
      json.writeEndArray();
      if (summary.whyEmpty().isPresent()) {
        json.writeStringField("whyEmpty", summary.whyEmpty().get());
      }
    }
    if (keyphrases != null) {
      json.writeArrayFieldStart("keyphrases");
      for (Keyphrase keyphrase : keyphrases) {
        write(json, keyphrase);
      }
      json.writeEndArray();
    }
    json.writeNumberField("sentences", sentences.size());
    json.writeStringField("model", model());
    json.writeStringField("precision", precision.name().toLowerCase(Locale.ROOT));
  }

  /** The name of the model that decided; of two tiers the one that labelled. */
  private String model() {
    return topics != null ? topics.model() : summary == null ? "" : summary.model();
  }

  private static void write(JsonGenerator json, Topic topic) throws IOException {
    json.writeStartObject();
    json.writeStringField("label", topic.label().id());
    if (!topic.label().name().equals(topic.label().id())) {
      json.writeStringField("name", topic.label().name());
    }
    json.writeNumberField("score", (float) topic.probability());
    writeEvidence(json, topic);
    json.writeEndObject();
  }

  private static void writeEvidence(JsonGenerator json, Topic topic) throws IOException {
    json.writeArrayFieldStart("evidence");
    for (Evidence evidence : topic.evidence()) {
      json.writeNumber(evidence.sentence());
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, ScoredSentence scored) throws IOException {
    Sentence sentence = scored.sentence();
    json.writeStartObject();
    json.writeNumberField("index", sentence.index());
    json.writeNumberField("start", sentence.start());
    json.writeNumberField("end", sentence.end());
    json.writeStringField("text", sentence.text());
    json.writeNumberField("score", (float) scored.salience());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Keyphrase keyphrase) throws IOException {
    json.writeStartObject();
    json.writeStringField("text", keyphrase.text());
    json.writeNumberField("score", (float) keyphrase.score());
    json.writeArrayFieldStart("spans");
    for (Span span : keyphrase.spans()) {
      json.writeStartObject();
      json.writeNumberField("start", span.start());
      json.writeNumberField("end", span.end());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public void writePage(JsonGenerator json) throws IOException {
    if (topics != null) {
      LabelNames names = names(topics);
      json.writeArrayFieldStart("topics");
      for (Topic topic : shownOnPage(topics)) {
        json.writeStartObject();
        json.writeStringField("name", names.of(topic.label()));
        json.writeNumberField("probability", (float) topic.probability());
        json.writeBooleanField("given", topics.assigned().contains(topic));
        writeEvidence(json, topic);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeBooleanField("none", topics.none());
    }
    if (summary != null) {
      writePage(json, summary);
    }
    if (keyphrases != null) {
      json.writeArrayFieldStart("keyphrases");
      for (Keyphrase keyphrase : keyphrases) {
        json.writeString(keyphrase.text());
      }
      json.writeEndArray();
    }
  }

  @Override
  public void fillCells(Map<CsvRows.Column, String> cells) {
    cells.put(CsvRows.Column.TITLE, title);
    cells.put(CsvRows.Column.SENTENCES, Integer.toString(sentences.size()));
    if (topics != null) {
      topics
          .best()
          .ifPresent(
              best -> {
                cells.put(CsvRows.Column.TOPIC, best.label().id());
                cells.put(CsvRows.Column.TOPIC_NAME, best.label().name());
                cells.put(
                    CsvRows.Column.PROBABILITY,
                    String.format(Locale.ROOT, "%.4f", best.probability()));
              });
      cells.put(
          CsvRows.Column.TOPICS,
          topics.assigned().stream()
              .map(topic -> topic.label().id())
              .collect(Collectors.joining("; ")));
    }
    if (summary != null) {
      cells.put(CsvRows.Column.SUMMARY, summary.text());
    }
    if (keyphrases != null) {
      cells.put(CsvRows.Column.KEYPHRASES, inOneLine(keyphrases));
    }
  }

  private static String inOneLine(List<Keyphrase> keyphrases) {
    return keyphrases.stream().map(Keyphrase::text).collect(Collectors.joining("; "));
  }

  /** Those given, and the most probable of the others. */
  private static List<Topic> shownOnPage(Topics found) {
    List<Topic> all = found.all();
    return IntStream.range(0, all.size())
        .filter(
            i ->
                i < MOST_SHOWN
                    || all.get(i).probability() >= LEAST_SHOWN
                    || found.assigned().contains(all.get(i)))
        .mapToObj(all::get)
        .toList();
  }

  private static void writePage(JsonGenerator json, Summary summary) throws IOException {
    json.writeArrayFieldStart("strength");
    for (ScoredSentence scored : summary.all()) {
      json.writeNumber((float) scored.salience());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("chosen");
    for (ScoredSentence scored : summary.sentences()) {
      json.writeNumber(scored.sentence().index());
    }
    json.writeEndArray();
    if (summary.whyEmpty().isPresent()) {
      json.writeStringField("empty", summary.whyEmpty().get());
    }
  }

  @Override
  public void print(Page page) {
    if (!title.isEmpty()) {
      page.heading(title);
    }
    if (topics != null) {
      print(page, topics);
    }
    if (summary != null) {
      print(page, summary);
    }
    if (keyphrases != null && !keyphrases.isEmpty()) {
      page.gap().paragraph("Keyphrases: " + inOneLine(keyphrases));
    }
  }

  private void print(Page page, Topics found) {
    if (!title.isEmpty()) {
      page.gap();
    }
    List<Topic> shown = multiLabel ? found.assigned() : likely(found);
    if (found.none() || shown.isEmpty()) {
      page.paragraph("none of these topics", 2);
      return;
    }
    List<Topic> path = multiLabel ? List.of() : found.path();
    if (path.size() > 1) {
      page.heading(
          path.stream().map(topic -> topic.label().name()).collect(Collectors.joining(" > ")));
    }
    LabelNames names = names(found);
    int width = shown.stream().mapToInt(topic -> names.of(topic.label()).length()).max().orElse(0);
    for (Topic topic : shown) {
      page.share(names.of(topic.label()), width, topic.probability());
      if (summary == null && !topic.evidence().isEmpty()) {
        page.paragraph(sentences.get(topic.evidence().get(0).sentence()).inOneLine(), 4);
      }
    }
  }

  private static LabelNames names(Topics found) {
    return new LabelNames(found.all().stream().map(Topic::label).toList());
  }

  /** The likeliest labels, and the way to the one that is given, however improbable it is. */
  private static List<Topic> likely(Topics found) {
    Set<Topic> shown = new HashSet<>(found.path());
    found.atLeast(LEAST_SHOWN).stream()
        .filter(topic -> topic.probability() >= found.noneProbability())
        .limit(MOST_SHOWN)
        .forEach(shown::add);
    return found.all().stream().filter(shown::contains).toList();
  }

  private void print(Page page, Summary found) {
    if (!title.isEmpty() || topics != null) {
      page.gap();
    }
    if (found.whyEmpty().isPresent()) {
      page.paragraph("(no summary: " + found.whyEmpty().get() + ")");
    } else {
      inParagraphs(found).forEach(page::paragraph);
    }
  }

  /** The summary's sentences, on a new line behind one without a full stop, such as a heading. */
  private static List<String> inParagraphs(Summary found) {
    List<String> paragraphs = new ArrayList<>();
    StringJoiner paragraph = new StringJoiner(" ");
    for (ScoredSentence scored : found.sentences()) {
      String sentence = scored.sentence().inOneLine();
      paragraph.add(sentence);
      if (Character.isLetterOrDigit(sentence.codePointBefore(sentence.length()))) {
        paragraphs.add(paragraph.toString());
        paragraph = new StringJoiner(" ");
      }
    }
    if (paragraph.length() > 0) {
      paragraphs.add(paragraph.toString());
    }
    return paragraphs;
  }
}
