package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.WordTable;

/**
 * Weighs the words of a plain line that may ask its readers to subscribe, register, follow or pay,
 * in whatever words: what is asked for, verbs that open sentences, and who speaks to whom.
 */
public final class Appeals {

  /** Of longer lines more is asked, even above and below articles. */
  public static final int LONGEST_LOOSE = 220;

  /** A line that opens with a call and has no more words is one, whatever it calls to. */
  private static final int MOST_CALL_WORDS = 9;

  /** Opens a call: "subscribe", "tell". */
  private static final int CALL = 1;

  /** What publishers ask for, and hardly anybody else. */
  private static final int STRONG = 2;

  /** What publishers ask for, and others too. */
  private static final int WEAK = 4;

  private static final int US = 8;
  private static final int YOU = 16;

  /** Means a subscription even as the whole of a call. */
  private static final int ACCOUNT = 32;

  /** Whoever calls readers may speak of "my newsletter", and whoever tells of something, too. */
  private static final int MINE = 64;

  private static final int SELF = 128;

  /** Tells what was, where appeals say what is and what to do. */
  private static final int TELLS = 256;

  private static final int OFFERED = 512;

  private static final WordTable WORDS =
      new WordTable(1024)
          .with(CALL, words("appeal-call"))
          .with(STRONG, words("appeal-strong"))
          .with(WEAK, words("appeal-weak"))
          .with(ACCOUNT, words("appeal-account"))
          .with(US, "our we we're we'll we've we'd ours")
          .with(MINE, "my")
          .with(
              OFFERED,
              "newsletter newsletters work blog channel page pages podcast site website posts post"
                  + " articles stories videos book books recipes latest free")
          .with(SELF, "i i'm i've i'd i'll")
          .with(TELLS, "was were had wasn't weren't hadn't didn't couldn't")
          .with(YOU, "you your you're you'll you've you'd yours");

  private int strong;
  private int weak;
  private int words;
  private boolean opensWithCall;
  private boolean opensWithAccount;
  private boolean calls;

  /** Whether the last sentence opens with a call. */
  private boolean lastCalls;

  /** Where the last sentence begins. */
  private int last;

  /** Who speaks, and to whom. */
  private int people;

  private boolean offersOwn;
  private final boolean endsWithCall;
  private final boolean us;
  private final boolean you;
  private final boolean reported;

  /** Whether somebody tells of themselves, as in a letter or a review, and calls nobody. */
  private final boolean ofOneself;

  private final boolean past;

  private static String words(String list) {
    return String.join(" ", PhraseLists.shipped(list));
  }

  private Appeals(String line) {
    boolean opensWithSelf = false;
    boolean afterMine = false;
    boolean opens = true;
    boolean afterStop = false;
    boolean afterCall = false;
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (!Chars.isLetterOrDigit(c)) {
        afterStop |= ".!?".indexOf(c) >= 0 && i + 1 < line.length() && line.charAt(i + 1) == ' ';
        opens |= ".!?:;(|".indexOf(c) >= 0 || (c == '-' && i > 0 && line.charAt(i - 1) == ' ');
        if (c == '@' && (i == 0 || !Chars.isLetterOrDigit(line.charAt(i - 1)))) {
          people |= US;
        } else if (isOffer(line, i)) {
          strong++;
        }
        i++;
        continue;
      }
      int end = i + 1;
      while (end < line.length()
          && (Chars.isLetterOrDigit(line.charAt(end))
              || (line.charAt(end) == '\'' || line.charAt(end) == '-'))) {
        end++;
      }
      int kind = WORDS.findLower(line, i, end);
      boolean call = (kind & CALL) != 0;
      strong += (kind & STRONG) != 0 ? 1 : 0;
      people |= kind & (US | YOU | MINE | SELF | TELLS);
      opensWithSelf |= words == 0 && (kind & (SELF | MINE)) != 0;
      // "Tell us", but not "the US".
      people |= afterCall && end - i == 2 && line.startsWith("us", i) ? US : 0;
      // "My newsletter", but not "my subscription", which is a reader's.
      offersOwn |= afterMine && (kind & OFFERED) != 0;
      afterMine = (kind & MINE) != 0;
      afterCall = call || (end - i == 4 && line.startsWith("with", i));
      if (opens && words > 0 && afterStop) {
        lastCalls = call;
        last = i;
      }
      if (opens && call) {
        calls = true;
        opensWithCall |= words == 0;
      } else {
        weak += (kind & WEAK) != 0 ? 1 : 0;
      }
      opensWithAccount |= words == 0 && (kind & ACCOUNT) != 0;
      // "To receive", "please subscribe" and "and follow" open a call as their second words do, but
      // "we have" doesn't.
      boolean leads = end - i == 2 && (kind & (US | MINE)) == 0;
      opens = opens && (leads || line.startsWith("please", i) || line.startsWith("and", i));
      words++;
      i = end;
    }
    endsWithCall = lastCalls && !Chars.isTerminal(line.charAt(line.length() - 1));
    us = (people & US) != 0 || (offersOwn && calls);
    you = (people & YOU) != 0;
    ofOneself =
        !opensWithCall
            && !lastCalls
            && !(offersOwn && calls)
            && (opensWithSelf || ((people & SELF) != 0 && !you));
    past = (people & TELLS) != 0;
    reported = PlainLine.reports(line);
  }

  /** Whether a line is an appeal wherever it stands. */
  static boolean isAppeal(String line) {
    if (!mayBe(line)) {
      return false;
    }
    Appeals of = new Appeals(line);
    if (of.reported || of.ofOneself) {
      return false;
    }
    return of.isBareCall(line)
        || (of.endsWithCall && of.strong * 2 + of.weak >= 1)
        || (of.calls && of.us && of.strong * 2 + of.weak >= 2)
        || (of.strong >= 2 && (of.calls || of.you))
        || (of.us && of.you && !of.past && of.strong > 0 && of.strong * 2 + of.weak >= 3)
        || (of.us && of.you && !of.past && of.weak >= 3);
  }

  /** Whether the line is of somebody who tells of themselves: "I tried the promo code twice." */
  public static boolean isOfOneself(String line) {
    return new Appeals(line).ofOneself;
  }

  /** Whether a sentence of the line opens with a call: "Join our readers." */
  static boolean calls(String line) {
    return new Appeals(line).calls;
  }

  /** Whether a line above or below an article is an appeal, as nearly every one to a reader is. */
  public static boolean isAppealAtEdge(String line) {
    if (line.length() > LONGEST_LOOSE || !mayBe(line)) {
      return false;
    }
    Appeals of = new Appeals(line);
    if (of.reported || of.ofOneself) {
      return false;
    }
    int asked = of.strong * 2 + of.weak;
    boolean spoken = of.calls || (of.us && of.you);
    int told = (of.calls ? 1 : 0) + (of.us ? 1 : 0) + (of.you ? 1 : 0);
    return of.isBareCall(line)
        || (of.endsWithCall && (asked > 0 || of.last <= Promotions.LONGEST_BEFORE_CALL))
        || (of.strong > 0 && told > 0)
        || (asked > 0 && spoken && asked + told >= (of.calls ? 3 : 4));
  }

  /** Whether a discount, or a price for a time, stands at an offset. */
  private static boolean isOffer(String line, int at) {
    char c = line.charAt(at);
    if (c == '%') {
      return line.startsWith("% off", at);
    }
    return (c == '$' || c == '\u00a3' || c == '\u20ac')
        && (line.contains("month") || line.contains("week") || line.contains("a year"))
        && (line.contains(" for ")
            || line.contains(" a ")
            || line.contains("per ")
            || line.indexOf('/') > 0);
  }

  private static boolean mayBe(String line) {
    return line.charAt(0) != '\'' && line.indexOf('"') < 0;
  }

  /** Whether a short line without a full stop opens with a call that needs no object. */
  private boolean isBareCall(String line) {
    return opensWithCall
        && opensWithAccount
        && words <= MOST_CALL_WORDS
        && !line.endsWith(".")
        && !line.endsWith(":");
  }
}
