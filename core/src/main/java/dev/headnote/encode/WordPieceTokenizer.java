package dev.headnote.encode;

import dev.headnote.HeadnoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * BERT's tokenizer in pure Java: it cleans a text, cuts it into words and punctuation, and cuts
 * each word into the longest pieces that the vocabulary holds, from left to right (WordPiece:
 * Schuster and Nakajima, "Japanese and Korean voice search", 2012). The ids are those that Hugging
 * Face's tokenizers library gives, special tokens in the text included, whatever the JDK.
 *
 * <p>A text is read once, character by character, into a buffer of one normalised word, and no
 * string is made. Immutable, and safe for use by several threads.
 */
public final class WordPieceTokenizer {

  /**
   * How to normalise and cut.
   *
   * @param cleanText whether to take out control characters
   * @param handleChineseChars whether each Chinese character is a word
   * @param stripAccents whether to take off accents
   * @param lowercase whether to change to lower case
   * @param unknownToken the token for a word that the vocabulary has no pieces for
   * @param continuingPrefix what pieces inside a word start with
   * @param maxWordLength the most code points of a word; a longer one is unknown
   */
  public record Settings(
      boolean cleanText,
      boolean handleChineseChars,
      boolean stripAccents,
      boolean lowercase,
      String unknownToken,
      String continuingPrefix,
      int maxWordLength) {

    /** Refuses a length that leaves no word. */
    public Settings {
      if (maxWordLength < 1) {
        throw new IllegalArgumentException("maxWordLength: " + maxWordLength);
      }
    }

    /** Those of BERT's uncased models. */
    public static final Settings UNCASED = new Settings(true, true, true, true, "[UNK]", "##", 100);
  }

  /** What becomes of a code point, in the low bits of its action; the result is in the others. */
  private static final int LETTER = 0;

  private static final int REMOVED = 1;
  private static final int SPACE = 2;
  private static final int PUNCTUATION = 3;

  /** A word by itself, as punctuation is, but without looking at its result. */
  private static final int CHINESE = 4;

  /** Taken out, but marks don't pass it in canonical ordering. */
  private static final int FIXED_MARK = 5;

  /** Changes places with neighbours in canonical ordering. */
  private static final int ORDERED = 6;

  /** Becomes several code points; the result is itself. */
  private static final int SEVERAL = 7;

  /** A special token may begin here. */
  private static final int SPECIAL = 8;

  private static final int KIND_BITS = 4;
  private static final int KIND_MASK = (1 << KIND_BITS) - 1;

  private static final int PAGE_BITS = 8;
  private static final int PAGE_SIZE = 1 << PAGE_BITS;
  private static final int ASCII_SIZE = 128;

  private static final char REPLACEMENT = '\uFFFD';

  private static final List<String> SPECIAL_TOKENS =
      List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");

  private final Settings settings;
  private final BertCharacters characters = BertCharacters.all();

  private final Vocabulary vocabulary;
  private final int unknown;
  private final String[] specials;
  private final int[] specialIds;

  private final int wordLimit;

  private final int[] ascii = new int[ASCII_SIZE];
  private final int[] asciiIds = new int[ASCII_SIZE];

  /** Actions of 256 code points each, made when first needed. */
  private final AtomicReferenceArray<int[]> pages =
      new AtomicReferenceArray<>((Character.MAX_CODE_POINT + 1) / PAGE_SIZE);

  /**
   * @param vocabulary a vocab.txt: UTF-8, the token of each id in a line
   * @throws HeadnoteException with code MODEL_DAMAGED if a token comes twice or the unknown token
   *     is missing
   */
  public WordPieceTokenizer(byte[] vocabulary, Settings settings) {
    this(Vocabulary.ofLines(vocabulary, settings.continuingPrefix()), settings, null);
  }

  /**
   * @param specials the tokens that are taken as such in a text; null for those of BERT
   */
  WordPieceTokenizer(Vocabulary vocabulary, Settings settings, @Nullable List<String> specials) {
    this.settings = settings;
    this.vocabulary = vocabulary;
    this.wordLimit = (int) Math.min(2L * settings.maxWordLength() + 4, Integer.MAX_VALUE - 8);
    this.unknown = id(settings.unknownToken()).orElse(-1);
    if (unknown < 0) {
      throw new HeadnoteException(
          HeadnoteException.Code.MODEL_DAMAGED,
          "the tokenizer's vocabulary has no token " + settings.unknownToken());
    }
    List<String> known = new ArrayList<>();
    for (String special : specials == null ? SPECIAL_TOKENS : specials) {
      if (id(special).isPresent()) {
        known.add(special);
      }
    }
    this.specials = known.toArray(new String[0]);
    this.specialIds = new int[known.size()];
    for (int i = 0; i < specialIds.length; i++) {
      specialIds[i] = id(this.specials[i]).getAsInt();
    }
    fillAscii();
  }

  private void fillAscii() {
    char[] one = new char[1];
    for (char c = 0; c < ASCII_SIZE; c++) {
      ascii[c] = c == 0 ? SPACE : decide(c);
      one[0] = c;
      int id = vocabulary.find(Vocabulary.hash(one, 0, 1), one, 0, 1, false);
      asciiIds[c] = id < 0 ? unknown : id;
    }
    for (String special : specials) {
      ascii[special.charAt(0)] = SPECIAL;
    }
  }

  /** How it normalises and cuts. */
  public Settings settings() {
    return settings;
  }

  /** The number of tokens in the vocabulary; their ids are 0 to one less. */
  public int size() {
    return vocabulary.size();
  }

  /**
   * Returns a token, with the prefix if it continues a word.
   *
   * @throws IndexOutOfBoundsException if there is no such id
   */
  public String token(int id) {
    return vocabulary.token(id);
  }

  /** Returns the id of a token, given with the prefix if it continues a word; empty if unknown. */
  public OptionalInt id(String token) {
    return vocabulary.id(token);
  }

  /** Returns the ids of a text's tokens, without a start and an end. */
  public int[] encode(String text) {
    TokenIds ids = new TokenIds();
    encode(text, 0, text.length(), ids);
    return ids.toArray();
  }

  /**
   * Appends the ids of the tokens of a part of a text, as if it were all; without a start and an
   * end. Half of a surrogate pair is taken as U+FFFD, and NUL as a space.
   *
   * @throws IndexOutOfBoundsException if the text has no such part
   */
  public void encode(String text, int start, int end, TokenIds ids) {
    Objects.checkFromToIndex(start, end, text.length());
    int length = 0;
    int fixed = 0;
    int at = start;
    while (at < end) {
      char c = text.charAt(at++);
      int action;
      if (c < ASCII_SIZE) {
        action = ascii[c];
        if (action == SPECIAL) {
          int special = special(text, at - 1, end);
          if (special >= 0) {
            flush(length, ids);
            length = 0;
            fixed = 0;
            ids.add(specialIds[special]);
            at += specials[special].length() - 1;
            continue;
          }
          action = action(c);
        }
      } else if (!Character.isSurrogate(c)) {
        action = action(c);
      } else if (Character.isHighSurrogate(c)
          && at < end
          && Character.isLowSurrogate(text.charAt(at))) {
        action = action(Character.toCodePoint(c, text.charAt(at++)));
      } else {
        action = action(REPLACEMENT);
      }
      int value = action >>> KIND_BITS;
      switch (action & KIND_MASK) {
        case LETTER -> length = append(value, length, ids);
        case REMOVED -> {}
        case FIXED_MARK -> fixed = length;
        case ORDERED -> length = insert(value, length, fixed, ids);
        case SEVERAL -> {
          for (int result : results(value)) {
            // None is a space or punctuation.
            length =
                kind(result) == ORDERED
                    ? insert(result, length, fixed, ids)
                    : append(result, length, ids);
          }
        }
        default -> {
          flush(length, ids);
          length = 0;
          fixed = 0;
          if ((action & KIND_MASK) != SPACE) {
            if (value < ASCII_SIZE) {
              ids.add(asciiIds[value]);
            } else {
              flush(append(value, 0, ids), ids);
            }
          }
        }
      }
    }
    flush(length, ids);
  }

  /** The longest special token that stands at an index; or -1. */
  private int special(String text, int at, int end) {
    int found = -1;
    for (int i = 0; i < specials.length; i++) {
      if (specials[i].length() <= end - at
          && text.startsWith(specials[i], at)
          && (found < 0 || specials[i].length() > specials[found].length())) {
        found = i;
      }
    }
    return found;
  }

  /** Appends a code point to the word; returns the word's new length. */
  private int append(int codePoint, int length, TokenIds ids) {
    if (!ids.grow(length, wordLimit)) {
      return length;
    }
    return length + Character.toChars(codePoint, ids.word, length);
  }

  /** Puts a code point in its place in canonical ordering; returns the word's new length. */
  private int insert(int codePoint, int length, int fixed, TokenIds ids) {
    if (!ids.grow(length, wordLimit)) {
      return length;
    }
    int order = characters.order(codePoint);
    int to = length;
    while (to > fixed) {
      int before = Character.codePointBefore(ids.word, to, fixed);
      if (characters.order(before) <= order) {
        break;
      }
      to -= Character.charCount(before);
    }
    int added = Character.charCount(codePoint);
    System.arraycopy(ids.word, to, ids.word, to + added, length - to);
    Character.toChars(codePoint, ids.word, to);
    return length + added;
  }

  /** Cuts the word into its pieces. */
  private void flush(int length, TokenIds ids) {
    if (length == 0) {
      return;
    }
    char[] word = ids.word;
    int most = settings.maxWordLength();
    if (length > most && Character.codePointCount(word, 0, length) > most) {
      ids.add(unknown);
      return;
    }
    int id =
        length > vocabulary.longest()
            ? -1
            : vocabulary.find(Vocabulary.hash(word, 0, length), word, 0, length, false);
    if (id >= 0) {
      ids.add(id);
    } else {
      cut(length, ids);
    }
  }

  private void cut(int length, TokenIds ids) {
    char[] word = ids.word;
    int[] hashes = ids.hashes;
    for (int i = 0; i < length; i++) {
      hashes[i + 1] = Vocabulary.next(hashes[i], word[i]);
    }
    int size = ids.size();
    int start = 0;
    while (start < length) {
      int id = -1;
      int end = Math.min(length, start + vocabulary.longest());
      for (; end > start; end--) {
        int hash = vocabulary.hashBetween(hashes[start], hashes[end], end - start);
        id = vocabulary.find(hash, word, start, end, start > 0);
        if (id >= 0) {
          break;
        }
      }
      if (id < 0) {
        ids.truncate(size);
        ids.add(unknown);
        return;
      }
      ids.add(id);
      start = end;
    }
  }

  /** What becomes of a code point: a kind, and a code point above it. */
  private int action(int codePoint) {
    int[] page = pages.getAcquire(codePoint >> PAGE_BITS);
    if (page == null) {
      page = new int[PAGE_SIZE];
      int first = codePoint & -PAGE_SIZE;
      for (int i = 0; i < PAGE_SIZE; i++) {
        page[i] = decide(first + i);
      }
      pages.setRelease(codePoint >> PAGE_BITS, page);
    }
    return page[codePoint & PAGE_SIZE - 1];
  }

  private int decide(int codePoint) {
    if (settings.cleanText() && characters.isRemoved(codePoint)) {
      return REMOVED;
    }
    if (characters.isSpace(codePoint)) {
      return SPACE;
    }
    int[] results = results(codePoint);
    if (results.length == 0) {
      return characters.isFixedMark(codePoint) ? FIXED_MARK : REMOVED;
    }
    if (results.length > 1) {
      return codePoint << KIND_BITS | SEVERAL;
    }
    boolean isChinese = settings.handleChineseChars() && BertCharacters.isChinese(codePoint);
    return results[0] << KIND_BITS | (isChinese ? CHINESE : kind(results[0]));
  }

  private int kind(int result) {
    if (characters.isPunctuation(result)) {
      return PUNCTUATION;
    }
    return settings.stripAccents() && characters.order(result) > 0 ? ORDERED : LETTER;
  }

  /** The code points that one becomes. */
  private int[] results(int codePoint) {
    int[] stripped =
        settings.stripAccents() ? characters.stripped(codePoint) : new int[] {codePoint};
    if (!settings.lowercase()) {
      return stripped;
    }
    if (stripped.length == 1) {
      return characters.lowercase(stripped[0]);
    }
    for (int i = 0; i < stripped.length; i++) {
      stripped[i] = characters.lowercase(stripped[i])[0];
    }
    return stripped;
  }
}
