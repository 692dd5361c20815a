package dev.headnote.summary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for a word of an English sentence that refers to what the sentence doesn't name: "At
 * midnight a volunteer was seen carrying them down". A pronoun is open if no name, and no noun of
 * its person and number, stands before it. So is "these demands", and "both men", if nothing before
 * says who or which.
 *
 * <p>Nouns are told by {@link ReferenceWords}. In doubt a noun fits, so it finds less than a reader
 * would. To be used for one sentence, by one thread.
 */
final class OpenReference {

  /** "The value of its shares": whose they are isn't said. */
  private static final Pattern OF_WHOM =
      Pattern.compile(
          "(?:the|a|an|some of|most of|many of|much of|part of|one of)"
              + " (?:[a-z-]+ ){1,2}(?:of|for|in|on|to|behind|about|against|between|by)"
              + " (?:his|her|its|their|him|them|it)\\b(?! own\\b)");

  private static final Pattern GROUP =
      Pattern.compile(
          "\\b(?:(?:both|the (?:two|three|four))"
              + " (?:men|women|boys|girls|brothers|sisters|players|athletes|suspects|victims|officers"
              + "|drivers|candidates|teams|clubs|companies|firms|countries)"
              + "|the two (?:sides|parties|groups|leaders|friends|nations))"
              + "\\b(?! (?:and|who|that|of)\\b)");

  private static final Pattern THESE = Pattern.compile("\\bthese (?!days\\b)(\\p{L}{3,})");

  private static final Pattern MAJESTY =
      Pattern.compile("(?:her|his) (?:majesty|royal|holiness|excellency)\\b");

  /** An "it" that refers to nothing: "It is clear that", "It was Smith who", "It is hard to". */
  private static final Pattern PLEONASTIC =
      Pattern.compile(
          "it(?:(?:'s| is| was| isn't| wasn't| has been| had been| will be| would be|'ll be| may be"
              + "| might be| could be| became| becomes)(?: not| also| now| still| often| only)?"
              + "(?: (?!the |an? |one )(?:\\S+ ){0,2}?(?:that|who|whether|how|why|what|when|where|if)"
              + "| (?:too |so |very |more )?(?:hard|harder|difficult|easy|easier|important|possible"
              + "|impossible|good|great|nice|better|best|wrong|right|necessary|crucial|vital"
              + "|essential|tough|tempting|fair|safe|common|unusual|rare|natural|illegal|legal"
              + "|reasonable|early|late|soon|time|wise|sad|strange)(?: for (?:\\S+ ){1,4}?| )to"
              + "| (?:raining|snowing|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\\d))"
              + "| (?:seems|seemed|appears|appeared)(?! to)| turns out| turned out| emerged that"
              + "| comes to| remains to be| (?:doesn't|does not|didn't) matter"
              + "| (?:takes|took) (?:\\S+ ){1,7}?to)\\b");

  /** After a clause or phrase with a pronoun, its noun: "When he was ten, Smith ...". */
  private static final Pattern NOUN_FOLLOWS =
      Pattern.compile(
          "[^,]*, (?!(?:he|she|they|it|his|her|their|its|i|we|you|there|this|that|these|those|but"
              + "|and|or)\\b)");

  private static final int PRONOUN =
      ReferenceWords.PERSONAL | ReferenceWords.PLURAL | ReferenceWords.NEUTRAL;

  private final String text;
  private final String lower;
  private final boolean isCut;

  /** The kinds of the first word, or -1, and of the one before the present one. */
  private int first = -1;

  private int before;
  private boolean isSecond;
  private boolean isIngBefore;
  private boolean isThatBefore;
  private boolean isNameBefore;
  private boolean isCommaBefore;
  private boolean hasComma;

  /** Whether what is looked at still stands before the main clause. */
  private boolean opening;

  /** Whether the last name was that of a place where the sentence's event happened. */
  private boolean isPlace;

  /** Of what was met so far, what a pronoun could mean. */
  private boolean person;

  private boolean several;
  private boolean thing;

  /** As {@link #thing}, and what depends on a preposition, which "its" can mean and "it" can't. */
  private boolean anyThing;

  private OpenReference(String text, String lower, boolean isCut) {
    this.text = text;
    this.lower = lower;
    this.isCut = isCut;
  }

  /**
   * Whether a sentence has an open reference.
   *
   * @param text its beginning, without leading marks and with plain apostrophes
   * @param lower the same in lower case
   * @param isCut whether the sentence goes on
   */
  static boolean isIn(String text, String lower, boolean isCut) {
    return OF_WHOM.matcher(lower).lookingAt()
        || hasOpenGroup(text, lower)
        || hasOpenThese(lower)
        || new OpenReference(text, lower, isCut).hasOpenPronoun();
  }

  private static boolean hasOpenGroup(String text, String lower) {
    // Looked for first since a pattern takes longer.
    if (!lower.contains("both ")
        && !lower.contains("the two ")
        && !lower.contains("the three ")
        && !lower.contains("the four ")) {
      return false;
    }
    Matcher group = GROUP.matcher(lower);
    if (!group.find()) {
      return false;
    }
    String before = text.substring(0, group.start());
    return !before.contains(" and ")
        && before.chars().skip(1).filter(Character::isUpperCase).count() < 2;
  }

  private static boolean hasOpenThese(String lower) {
    if (!lower.contains("these ")) {
      return false;
    }
    Matcher these = THESE.matcher(lower);
    return these.find()
        && lower.indexOf(these.group(1)) == these.start(1)
        && lower.indexOf(':', these.end()) < 0;
  }

  private boolean hasOpenPronoun() {
    int end;
    for (int at = 0; at < text.length(); at = end + 1) {
      end = text.indexOf(' ', at);
      if (end < 0) {
        if (isCut) {
          return false;
        }
        end = text.length();
      }
      int from = at;
      int to = end;
      while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
        from++;
      }
      while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
        to--;
      }
      if (from == to) {
        continue;
      }
      int apostrophe = lower.indexOf('\'', from);
      String word = lower.substring(from, apostrophe > from && apostrophe < to ? apostrophe : to);
      int kinds = ReferenceWords.kinds(word);
      if ((kinds & PRONOUN) != 0 && isOpen(word, kinds, from)) {
        return !isNamedAfter(kinds, end);
      }
      meet(word, kinds, Character.isUpperCase(text.charAt(from)), end);
      if (person && several && thing) {
        return false;
      }
    }
    return false;
  }

  /** Takes a word in, which is no pronoun that is open. */
  private void meet(String word, int kinds, boolean hasCapital, int end) {
    boolean isFirst = first < 0;
    boolean isName = !isFirst && hasCapital && !is(kinds, ReferenceWords.NO_NAME);
    if (isFirst) {
      first = kinds;
      boolean isNoun = isNoun(word, kinds, end);
      if (isNoun) {
        addSubject(!is(kinds, ReferenceWords.SEVERAL_PERSONS));
      }
      opening = !isNoun && !is(kinds, ReferenceWords.NO_PHRASE);
    } else if (isName) {
      boolean goesOn = isNameBefore && !isCommaBefore;
      isPlace = goesOn ? isPlace : opening && is(before, ReferenceWords.PLACE);
      if (!isPlace) {
        addSubject(true);
      }
    }
    boolean isArticle = word.equals("a") || word.equals("an") || word.equals("the");
    if (isArticle && isAfterPhrase()) {
      opening = false;
    }
    addNoun(kinds);
    isNameBefore = isName;
    isCommaBefore = ",;:".indexOf(text.charAt(end - 1)) >= 0;
    hasComma |= isCommaBefore;
    isSecond = isFirst;
    isIngBefore = word.endsWith("ing");
    isThatBefore = word.equals("that");
    before = kinds;
  }

  /** Whether the main clause can begin here: "At midnight | a volunteer", not "In | the city". */
  private boolean isAfterPhrase() {
    return opening
        && is(first, ReferenceWords.PREPOSITION)
        && !is(first, ReferenceWords.CONJUNCTION)
        && !is(before, ReferenceWords.JOINING | ReferenceWords.DETERMINER);
  }

  private static boolean is(int kinds, int kind) {
    return (kinds & kind) != 0;
  }

  private boolean isOpen(String word, int kinds, int at) {
    if (is(kinds, ReferenceWords.PERSONAL)) {
      return !person && !MAJESTY.matcher(lower).region(at, lower.length()).lookingAt();
    }
    if (is(kinds, ReferenceWords.PLURAL)) {
      return !several;
    }
    return !(word.equals("its") ? anyThing : thing)
        && !PLEONASTIC.matcher(lower).region(at, lower.length()).lookingAt();
  }

  /** Whether a pronoun stands in what precedes its noun: "Before her speech, Obi smiled". */
  private boolean isNamedAfter(int pronoun, int end) {
    boolean isAlone = isSecond && lower.charAt(end - 1) == ',';
    if (!opening || hasComma || isAlone) {
      return false;
    }
    boolean isSubject =
        is(pronoun, ReferenceWords.SUBJECT)
            && !is(before, ReferenceWords.PREPOSITION)
            && !isIngBefore;
    if (isSubject && !is(first, ReferenceWords.CONJUNCTION) && !isThatBefore) {
      return false;
    }
    return NOUN_FOLLOWS.matcher(lower.substring(end - 1)).lookingAt()
        || (isCut && lower.indexOf(',', end - 1) < 0);
  }

  /** Whether the first word is a noun, as far as it and the next can tell. */
  private boolean isNoun(String word, int kinds, int end) {
    if (is(kinds, ReferenceWords.JOINING)) {
      return false;
    }
    boolean isIng = word.endsWith("ing");
    if (!isIng && !word.endsWith("ly")) {
      return true;
    }
    if (lower.charAt(end - 1) == ',') {
      return false;
    }
    int stop = lower.indexOf(' ', end + 1);
    int next = stop < 0 ? 0 : ReferenceWords.kinds(lower.substring(end + 1, stop));
    return !is(next, PRONOUN | ReferenceWords.PREPOSITION)
        && !(isIng && is(next, ReferenceWords.DETERMINER));
  }

  private void addSubject(boolean one) {
    opening = false;
    several = true;
    person |= one;
    thing |= one;
    anyThing |= one;
  }

  private void addNoun(int kinds) {
    person |= is(kinds, ReferenceWords.PERSON);
    several |= is(kinds, ReferenceWords.SEVERAL);
    boolean determined = is(kinds, ReferenceWords.DETERMINER);
    anyThing |= determined;
    thing |=
        determined
            && !(opening
                && is(first, ReferenceWords.PREPOSITION)
                && is(before, ReferenceWords.PREPOSITION));
    if (opening && isCommaBefore) {
      opening = false;
      thing = true;
      anyThing = true;
    }
  }
}
