package dev.headnote.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text whose sentences are known.
 *
 * @param text the text
 * @param ends where its sentences end, before the white space behind them
 */
record MarkedText(String text, Set<Integer> ends) {

  /** Reads a text in which a bar stands where a sentence ends, but at the end of the text. */
  static MarkedText parse(String marked) {
    StringBuilder text = new StringBuilder();
    Set<Integer> ends = new TreeSet<>();
    for (int i = 0; i < marked.length(); i++) {
      if (marked.charAt(i) == '|') {
        ends.add(text.length());
      } else {
        text.append(marked.charAt(i));
      }
    }
    ends.add(text.length());
    return new MarkedText(text.toString(), ends);
  }

  /** Reads a resource of one such text a line, without blank lines and those of a # first. */
  static List<MarkedText> resource(String name) {
    List<MarkedText> texts = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                MarkedText.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          texts.add(parse(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
