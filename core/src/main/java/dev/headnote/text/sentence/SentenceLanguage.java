package dev.headnote.text.sentence;

import dev.headnote.text.chars.WordTable;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the ends of sentences depend on in a language: its abbreviations, its usual first words and
 * two habits of its writers. Immutable.
 */
final class SentenceLanguage {

  /** English, which also is read where no language is named. */
  static final SentenceLanguage ENGLISH =
      new SentenceLanguage(Abbreviations.BEFORE_STOP, Abbreviations.WORDS, true, false);

  /** Made when they are first asked for; a race makes the same twice, which does no harm. */
  private static final Map<String, SentenceLanguage> OTHERS = new ConcurrentHashMap<>();

  private static final Set<String> CAPITAL_NOUNS = Set.of("de", "lb", "nds");

  private final WordTable beforeStop;
  private final WordTable words;
  private final boolean casual;
  private final boolean capitalNouns;

  private SentenceLanguage(
      WordTable beforeStop, WordTable words, boolean casual, boolean capitalNouns) {
    this.beforeStop = beforeStop;
    this.words = words;
    this.casual = casual;
    this.capitalNouns = capitalNouns;
  }

  /**
   * Returns what is known about a language.
   *
   * @param locale null, {@link Locale#ROOT} or "und" if it isn't known
   */
  static SentenceLanguage of(@Nullable Locale locale) {
    String code = locale == null ? "" : locale.getLanguage();
    if (code.isEmpty() || code.equals("en") || code.equals("und")) {
      return ENGLISH;
    }
    String known =
        ForeignWords.LANGUAGES.contains(code) ? code : CAPITAL_NOUNS.contains(code) ? "de" : "";
    return OTHERS.computeIfAbsent(known, SentenceLanguage::other);
  }

  private static SentenceLanguage other(String code) {
    return new SentenceLanguage(
        ForeignWords.beforeStop(code), ForeignWords.starters(code), false, code.equals("de"));
  }

  /**
   * The words that decide what a full stop behind them means, with bits of {@link Abbreviations}.
   */
  WordTable beforeStop() {
    return beforeStop;
  }

  /**
   * The words that decide what a full stop before them means, with bits of {@link Abbreviations}.
   */
  WordTable words() {
    return words;
  }

  /** Whether posts are expected whose sentences begin with small letters. */
  boolean isCasual() {
    return casual;
  }

  /** Whether all nouns have capitals, so that a number with a full stop may be before one. */
  boolean hasCapitalNouns() {
    return capitalNouns;
  }
}
