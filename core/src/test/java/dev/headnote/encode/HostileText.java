package dev.headnote.encode;

import java.util.Random;

/** Texts that a tokenizer may get wrong, by chance but from a seed. */
final class HostileText {

  private static final String[] WHOLE = {
    "[SEP]",
    "[CLS]",
    "[MASK]",
    "[PAD]",
    "[UNK]",
    "[sep]",
    "[SEP",
    "##ing",
    "[[SEP]]",
    "\r\n",
    "\u0130stanbul",
    "\u039f\u0394\u039f\u03a3",
    "\u03a3",
    "\u1e9e",
    "\ufb01",
    "\u01c5",
    "\u00c5ngstr\u00f6m",
    "a\u0301\u0323",
    "\u0323\u0301",
    "\u302e\u1b44",
    "x\u302e\u0301\u1b44",
    "x\u302e\u0345\u1b44",
    "x\u302e\u034f\u1b44",
    "\u1100\u1161\u11a8",
    "\uac01",
    "\ud834\udd60",
    "\ud834\udd65\ud834\udd6d",
    "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
    "\ud83c\uddf9\ud83c\uddf7",
    "\u2260",
    "\u226e",
    "\u037e",
    "\u1fef",
    "\u212a",
    "\u212b",
    "\u2126",
    "\uff21\uff22",
    "\uff0c",
    "\uff65",
    "\u00ad",
    "\ufeff",
    "\u200b",
    "\u2028",
    "\u0085",
    "\u00a0",
    "\u3000",
    "\u180e",
    "\uf900",
    "\ud87e\udc00",
    "\u4e2d\u6587",
    "\u3042\u304c",
    "don't",
    "U.S.",
    "...",
    "--",
    "\u2019s",
    "\u201cquoted\u201d",
    "\ud800",
    "\udc00",
    "\ud800\ud800\udc00",
    "\0",
    "\ufffd",
    "\u0e01\u0e33",
    "\u09cb",
    "\u0bca",
    "\u0dde",
    "\u0344",
    "\u0f73",
    "\u0f71\u0f72\u0f74",
    "\u05d0\u05b8\u05bc",
    "\u0627\u064e\u0651"
  };

  private static final String[] WORDS = {
    "the",
    "minister",
    "unbelievably",
    "tokenisation",
    "GDP",
    "2024",
    "Straße",
    "na\u00efve",
    "electroencephalography"
  };

  private final Random random;

  HostileText(long seed) {
    random = new Random(seed);
  }

  /** The next text: up to forty pieces, with and without spaces between them. */
  String next() {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(40);
    boolean isSpaced = random.nextInt(3) > 0;
    for (int i = 0; i < pieces; i++) {
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> text.append(WHOLE[random.nextInt(WHOLE.length)]);
        case 3, 4 -> text.append(WORDS[random.nextInt(WORDS.length)]);
        case 5 -> text.append((char) random.nextInt(0x10000));
        case 6 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 7 -> run(text, 1 + random.nextInt(6));
        case 8 -> text.append((char) random.nextInt(0x180));
        case 9 -> text.append((char) (0x300 + random.nextInt(0x70)));
        case 10 -> {
          if (random.nextInt(8) == 0) {
            longWord(text, 95 + random.nextInt(12));
          }
        }
        default -> text.append((char) (0x20 + random.nextInt(0x5F)));
      }
      if (isSpaced && random.nextInt(3) == 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  /** Neighbours in the tables of Unicode: a script, or marks of a script. */
  private void run(StringBuilder text, int length) {
    int block = random.nextInt(4) > 0 ? random.nextInt(0x340) : random.nextInt(0x2FA0);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(block << 4 | random.nextInt(32));
    }
  }

  /** A word about as long as one may be, some of its characters taken out or several in one. */
  private void longWord(StringBuilder text, int length) {
    String some = random.nextBoolean() ? "ab" : "a\u00e9\uac01\u0301\ud835\udc00\u00ad";
    for (int i = 0; i < length; ) {
      int at = random.nextInt(some.length());
      if (!Character.isLowSurrogate(some.charAt(at))) {
        text.appendCodePoint(some.codePointAt(at));
        i++;
      }
    }
  }
}
