package dev.headnote.summary;

import java.util.HashMap;
import java.util.Map;

/**
 * What English words are to a reference: pronouns, what they can mean, and what tells where a main
 * clause begins. By lists, and endings where lists would be long. Stateless.
 */
final class ReferenceWords {

  /** "He" and its forms. */
  static final int PERSONAL = 1;

  /** "They" and its forms. */
  static final int PLURAL = 1 << 1;

  /** "It" and its forms. */
  static final int NEUTRAL = 1 << 2;

  /** Pronouns as subjects. */
  static final int SUBJECT = 1 << 3;

  /** What stands before a noun. */
  static final int DETERMINER = 1 << 4;

  /** Prepositions, and what looks like one. */
  static final int PREPOSITION = 1 << 5;

  /** What stands before the name of a place. */
  static final int PLACE = 1 << 6;

  /** What opens a clause before the main clause. */
  static final int CONJUNCTION = 1 << 7;

  /** What opens a main clause without being its noun. */
  static final int NO_PHRASE = 1 << 8;

  /** What opens a phrase before the main clause, apart from prepositions. */
  static final int ADVERB = 1 << 9;

  /** What is written with a capital and names neither a person nor a thing. */
  static final int NO_NAME = 1 << 10;

  /** Whom "he" or "she" can mean. */
  static final int PERSON = 1 << 11;

  /** What "they" can mean, without an ending that says so. */
  static final int SEVERAL = 1 << 12;

  /** Persons who open sentences, whom neither "it" nor "he" can mean. */
  static final int SEVERAL_PERSONS = 1 << 13;

  /** What stands between nouns. */
  static final int JOINING = PREPOSITION | CONJUNCTION | NO_PHRASE | ADVERB;

  private static final Map<String, Integer> KINDS = new HashMap<>();

  private ReferenceWords() {}

  static {
    put(PERSONAL, "he she him her his himself herself");
    put(PLURAL, "they them their themselves");
    put(NEUTRAL, "it its itself");
    put(SUBJECT, "he she they it");
    put(
        DETERMINER,
        "a an the this that each every another any some no one my our your whose which what");
    put(
        PREPOSITION,
        "in on at for by from with without during despite within under over between among"
            + " through beyond near outside inside across around throughout of to into until like"
            + " unlike besides above below behind against along amid per via than as about ahead"
            + " rather out up");
    put(PLACE, "in at near outside inside beyond across around throughout from");
    put(
        CONJUNCTION,
        "when while if as because although though since once unless until after before"
            + " whether what how why where");
    put(
        NO_PHRASE,
        "a an the this that these those my our your there here who which whose might could"
            + " would should can do does did is are was were have has had be let all each every some"
            + " any many most few several both neither either");
    put(
        ADVERB,
        "now then today yesterday tomorrow tonight only just even still not no yes never ever"
            + " often sometimes soon later earlier meanwhile perhaps maybe one two three four five"
            + " six seven eight nine ten instead indeed too so such more less better worse please"
            + " asked born given known seen made told built based set");
    put(
        NO_NAME,
        "i monday tuesday wednesday thursday friday saturday sunday january february march"
            + " april may june july august september october november december christmas easter a"
            + " the in on at but and");
    put(
        PERSON,
        "man woman boy girl child baby person someone somebody anyone anybody everyone"
            + " everybody nobody who whoever mother father mom mum dad son daughter brother sister"
            + " wife husband uncle aunt cousin nephew niece twin bride groom widow friend girlfriend"
            + " boyfriend fiancé fiancée president king queen prince princess pope chief head boss"
            + " captain guard pilot nurse chef judge coach star champion legend icon model poet"
            + " critic mechanic official general colonel sergeant major professional individual"
            + " criminal principal cardinal rebel detective executive native relative representative"
            + " fugitive captive suspect victim teen youth kid toddler infant hero heir fan penpal"
            + " thief celebrity secretary deputy attorney graduate candidate delegate advocate"
            + " pirate laureate diplomat democrat monarch duke duchess tyrant guy lad lass lady"
            + " sheriff cop clerk mp senator governor veteran guest artist host rookie bandit ally"
            + " spy guru magnate tycoon peer nun monk priest rabbi imam cleric bishop skipper animal"
            + " dog cat horse");
    put(
        SEVERAL,
        "people men women children police staff team family couple party government company"
            + " crowd public everyone everybody anyone anybody someone somebody nobody who person"
            + " group band club side crew pair duo trio jury army firm half majority number some"
            + " many most few others those media fish sheep data squad audience committee council"
            + " board organisation organization agency population union mice teeth feet two three"
            + " four five six seven eight nine ten each both all none neither and pupil student"
            + " child customer user patient reader voter church bank court ministry department"
            + " university school hospital");
    put(
        SEVERAL_PERSONS,
        "officers officials engineers doctors investigators experts witnesses authorities"
            + " scientists researchers prosecutors lawyers critics students residents workers"
            + " teachers parents friends historians economists analysts voters fans supporters"
            + " opponents protesters volunteers neighbours neighbors soldiers detectives"
            + " firefighters rescuers judges leaders players children people men women police"
            + " surgeons astronomers climbers passengers");
  }

  private static void put(int kind, String words) {
    for (String word : words.split(" ")) {
      KINDS.merge(word, kind, (a, b) -> a | b);
    }
  }

  /** The kinds of a word in lower case, as bits. */
  static int kinds(String word) {
    int kinds = KINDS.getOrDefault(word, 0);
    if ((kinds & (JOINING | PERSON)) == 0 && hasPersonEnding(word)) {
      kinds |= PERSON;
    }
    boolean several = (kinds & (PREPOSITION | ADVERB)) == 0 && isSeveral(word);
    return several ? kinds | SEVERAL : kinds;
  }

  private static boolean hasPersonEnding(String word) {
    boolean ends =
        switch (word.charAt(word.length() - 1)) {
          case 'r' -> endsWith(word, "er") || endsWith(word, "or");
          case 't' -> endsWith(word, "ist") || endsWith(word, "ant") || endsWith(word, "ent");
          case 'n' -> endsWith(word, "ian") || endsWith(word, "man");
          case 'e' -> endsWith(word, "ee");
          case 's' -> endsWith(word, "ess");
          case 'd' -> endsWith(word, "-old");
          default -> false;
        };
    return ends || word.indexOf("-of-") > 1;
  }

  private static boolean endsWith(String word, String ending) {
    return word.length() >= ending.length() + 2 && word.endsWith(ending);
  }

  private static boolean isSeveral(String word) {
    return Character.isDigit(word.charAt(0))
        || (word.length() > 3
            && word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us"));
  }
}
