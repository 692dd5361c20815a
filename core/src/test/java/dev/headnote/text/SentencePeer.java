package dev.headnote.text;

import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import dev.headnote.Span;
import dev.headnote.text.chars.Chars;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/** Finders of sentences that {@link SentenceSplitter} is measured beside, and itself. */
enum SentencePeer {
  HEADNOTE("Headnote") {
    @Override
    void split(String text, Locale language, Consumer<Span> sink) {
      SentenceSplitter.split(text, language).forEach(sink);
    }
  },
  OPENNLP("OpenNLP 2.5, en-ud-ewt 1.3") {
    @SuppressWarnings("ImmutableEnumChecker") // Used by one thread.
    private final SentenceDetectorME detector = openNlp();

    @Override
    void split(String text, Locale language, Consumer<Span> sink) {
      for (opennlp.tools.util.Span found : detector.sentPosDetect(text)) {
        sink.accept(new Span(found.getStart(), found.getEnd()));
      }
    }
  },
  ICU("ICU4J 77") {
    @Override
    void split(String text, Locale language, Consumer<Span> sink) {
      walk(
          com.ibm.icu.text.BreakIterator.getSentenceInstance(ULocale.forLocale(language)),
          text,
          sink);
    }
  },
  ICU_FILTERED("ICU4J 77, suppressions") {
    @Override
    void split(String text, Locale language, Consumer<Span> sink) {
      walk(
          FilteredBreakIteratorBuilder.getInstance(ULocale.forLocale(language))
              .wrapIteratorWithFilter(
                  com.ibm.icu.text.BreakIterator.getSentenceInstance(ULocale.forLocale(language))),
          text,
          sink);
    }
  },
  JDK("JDK BreakIterator") {
    @Override
    void split(String text, Locale language, Consumer<Span> sink) {
      BreakIterator breaks = BreakIterator.getSentenceInstance(language);
      breaks.setText(text);
      int start = breaks.first();
      for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
        sink.accept(new Span(start, end));
        start = end;
      }
    }
  };

  private static final String OPENNLP_MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

  private final String title;

  SentencePeer(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Tells of each sentence, in order; white space around it may belong to it. */
  abstract void split(String text, Locale language, Consumer<Span> sink);

  /** Where sentences end, before the white space behind them. */
  Set<Integer> ends(String text) {
    return ends(text, Locale.ENGLISH);
  }

  Set<Integer> ends(String text, Locale language) {
    Set<Integer> ends = new TreeSet<>();
    split(
        text,
        language,
        span -> {
          int end = span.end();
          while (end > span.start() && Chars.isBlank(text.charAt(end - 1))) {
            end--;
          }
          if (end > span.start()) {
            ends.add(end);
          }
        });
    return ends;
  }

  /** The sentences themselves, without the white space around them. */
  List<String> sentences(String text) {
    List<String> found = new ArrayList<>();
    split(
        text,
        Locale.ENGLISH,
        span -> {
          String sentence = text.substring(span.start(), span.end()).strip();
          if (!sentence.isEmpty()) {
            found.add(sentence);
          }
        });
    return found;
  }

  private static void walk(
      com.ibm.icu.text.BreakIterator breaks, String text, Consumer<Span> sink) {
    breaks.setText(text);
    int start = breaks.first();
    for (int end = breaks.next(); end != com.ibm.icu.text.BreakIterator.DONE; end = breaks.next()) {
      sink.accept(new Span(start, end));
      start = end;
    }
  }

  private static SentenceDetectorME openNlp() {
    try (InputStream in = SentencePeer.class.getResourceAsStream(OPENNLP_MODEL)) {
      return new SentenceDetectorME(new SentenceModel(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
