package dev.headnote.text.sentence;

import dev.headnote.text.chars.WordTable;

/** The words that decide what a full stop means, with the bits that say how. */
final class Abbreviations {

  /** Stands before a name: its full stop never ends a sentence. */
  static final int TITLE = 1;

  /** Its full stop doesn't end a sentence when a number follows. */
  static final int NUMBERED = 2;

  /** Its full stop ends a sentence only when the next word is a usual first word. */
  static final int NAMING = 4;

  /** Its full stop never ends a sentence unless the paragraph ends. */
  static final int CONNECTING = 8;

  /** An abbreviation that may end a sentence when a capital follows. */
  static final int TRAILING = 16;

  /** As {@link #NAMING}, but a common word when written small. */
  static final int PLACE = 64;

  /** A time of day. */
  static final int CLOCK = 32;

  /** In capitals it is another word, as IE or MS. */
  static final int NOT_IN_CAPITALS = 128;

  static final WordTable BEFORE_STOP =
      new WordTable(2048)
          .with(
              TITLE,
              "mr mrs ms mx dr prof gen sen rep gov lt col maj capt cmdr cdr adm sgt cpl pvt rev fr"
                  + " hon pres sens reps gens profs messrs mmes mme mlle wm chas thos supt insp det sec-gen atty amb ald brig fld ens"
                  + " sr-jt rt hrh msgr comdr dir drs herr hr assoc asst dep cllr cllrs revd rev'd pte lieut"
                  + " pfc cdre sra srta ret")
          .with(
              NAMING,
              "st mt ft inc corp co ltd llc llp plc cos bros jr sr esq gmbh cie ave blvd rd hwy"
                  + " bldg apt univ dept assn assoc intl natl mfg al eds figs vol vols chap sect"
                  + " jan feb apr jun jul aug sep sept oct nov dec tue tues thu thur thurs")
          .with(
              PLACE,
              "ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn"
                  + " con pt yorks lancs herts berks bucks notts hants wilts glos staffs leics"
                  + " lincs cambs miss mo mont neb nebr nev okla ore pa penn tenn tex va vt wash"
                  + " wis wisc wyo"
                  + " ont que alta sask mex div inst ed trans ser fig ch sec par eq ver op mar mon"
                  + " wed fri")
          .with(
              NUMBERED,
              "no nos nr p pp fig figs vol vols ch chap sec sect art arts ex par para paras col eq ca"
                  + " c s ss r cl cls sch reg regs iss al apt bldg rm hwy rte"
                  + " cir ct thm lem approx est rs ref refs tel ext n\u00b0 n\u00ba num ver v op"
                  + " pt pts pl"
                  + " ft lb lbs stat supp jan feb mar apr may jun jul aug sep sept oct nov dec"
                  + " mon tue tues wed thu thur thurs fri sat sun"
                  + " januar februar juni juli august september oktober november dezember")
          .with(
              CONNECTING,
              "vs v e.g i.e eg ie cf viz approx ca incl excl resp esp aka a.k.a n.b bzw z.b d.h"
                  + " u.a")
          .with(
              TRAILING,
              "etc et-al ph.d m.d b.a m.a b.sc m.sc ext tel max min avg govt gov't intl mgmt pkg"
                  + " qty est dept misc temp sq cu oz lb lbs ft km kg cm mm hr hrs min mins yr yrs"
                  + " mo mos wk wks mph bn mn tn mln bln dlrs pct st rd ave ste tbsp tsp")
          .with(CLOCK, "a.m p.m am pm")
          .with(NOT_IN_CAPITALS, "ie eg ca cf ms pa ct");

  /** Usual as a sentence's first word, and not as a name's second. */
  static final int STARTER = 1;

  /** Opens an adverbial of time. */
  static final int PREPOSITION = 2;

  /** Follows a time of day: weekdays, months, time zones. */
  static final int AFTER_CLOCK = 4;

  /** A line that ends with it goes on in the next line. */
  static final int UNFINISHED = 8;

  /** Opens a sentence even where writers use no capitals. */
  static final int SUBJECT = 16;

  static final WordTable WORDS =
      new WordTable(2048)
          .with(
              STARTER,
              "the a an it he she they we you i in on at but and or so if when while this that"
                  + " these those there then how what why where who which whose his her its their"
                  + " our my your for from after before as since although though however also not"
                  + " yes with to by both some many most several few all each every did do does is"
                  + " are was were would can could should shall have has had let please meanwhile"
                  + " according such even now here once until under during despite because instead"
                  + " still perhaps maybe thus therefore moreover furthermore nor neither either"
                  + " another other others among about around earlier later last next today"
                  + " yesterday tomorrow asked only just no nothing nobody everyone everything"
                  + " someone something anyone anything mr mrs ms it's he's she's they're we're i'm"
                  + " that's there's don't since whether unlike like although without within"
                  + " through over up out off more less much too very well first second third"
                  + " finally recently officials police critics analysts shares it'll thanks sorry")
          .with(
              SUBJECT,
              "i he she it they we you i'm i've it's he's she's they're we're you're this that that's"
                  + " there there's these those what why how who whose maybe please thanks but")
          .with(PREPOSITION, "at by around before after from until till on in about since between")
          .with(
              AFTER_CLOCK,
              "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur"
                  + " thurs fri sat sun january february march april may june july august september"
                  + " october november december jan feb mar apr jun jul aug sep sept oct nov dec et"
                  + " est edt pt pst pdt ct cst cdt mt mst mdt gmt utc bst cet cest ist jst aest"
                  + " eastern central pacific mountain local")
          .with(
              UNFINISHED,
              "the a an of to in on at by for from with and or but nor as than that which who whose"
                  + " is are was were be been being has have had will would can could should may"
                  + " might must do does did not no if when while because so such his her its their"
                  + " our my your this these those into onto over under between through during"
                  + " about against very more most i he she we they said says");

  private Abbreviations() {}
}
