package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.headnote.Sentence;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Where an article's sentences are.
 *
 * @param sentences its sentences
 * @param withText whether the row holds their texts beside their offsets
 */
record SentencesRow(List<Sentence> sentences, boolean withText) implements Row {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("sentences");
    for (Sentence sentence : sentences) {
      json.writeStartObject();
      json.writeNumberField("start", sentence.start());
      json.writeNumberField("end", sentence.end());
      if (withText) {
        json.writeStringField("text", sentence.text());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  public void fillCells(Map<CsvRows.Column, String> cells) {
    cells.put(CsvRows.Column.SENTENCES, Integer.toString(sentences.size()));
  }

  @Override
  public void print(Page page) {
    for (Sentence sentence : sentences) {
      page.line(sentence.inOneLine());
    }
  }
}
