package dev.headnote.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Two hundred texts of the kinds that articles hold, and of the kinds that break encoders. */
final class Texts {
  private static final String[] ODD = {
    "",
    " ",
    "a",
    "?",
    "7",
    "\u00e9",
    "\ud83d\ude00",
    "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67 family day \ud83c\uddeb\ud83c\uddee\ud83c\udf89",
    "\u6771\u4eac\u3067\u5927\u96e8\u306e\u8b66\u5831\u304c\u51fa\u305f",
    "\u5317\u4eac\u7684\u51ac\u5929\u5f88\u51b7",
    "\ud55c\uad6d \uacbd\uc81c\uac00 \uc131\uc7a5\ud588\ub2e4",
    "\u041c\u043e\u0441\u043a\u0432\u0430 \u2014 \u0441\u0442\u043e\u043b\u0438\u0446\u0430",
    "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645",
    "\u0928\u092e\u0938\u094d\u0924\u0947 \u0926\u0941\u0928\u093f\u092f\u093e",
    "https://www.example.org/a/very/long-path_with.things?query=1&other=%20x#part",
    "Write to first.last+tag@example.co.uk or call +44 20 7946 0000.",
    "3.14159 1,000,000 0x7fffffff 1e-12 -273.15 \u00bd 50% $4.2bn \u20ac9.99",
    "2024-11-22T10:15:30+01:00",
    "!!! ??? ... --- *** ###",
    "<div class=\"x\">not &amp; text</div>",
    "tabs\tand\nnew\r\nlines",
    "zero\u200bwidth\u00adsoft\u00a0blank\ufeff",
    "na\u00efve caf\u00e9 \u00fcber Stra\u00dfe \u0141\u00f3d\u017a \u0130stanbul",
    "ALL CAPITALS ARE LOWERED",
    "antidisestablishmentarianism pneumonoultramicroscopicsilicovolcanoconiosis",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "[CLS] [SEP] [MASK] [PAD] [UNK]",
    "\u2018Quoted\u2019 and \u201cdouble quoted\u201d \u2014 with dashes \u2013 and\u2026 dots",
    "x = f(y) + 3 * z[0]; // code",
    "\u0000\u0001\u0007 control",
  };

  private static final String[] WHO = {
    "The finance minister", "A retired teacher from Leeds", "The union's lawyers",
        "Two goalkeepers",
    "Researchers at the observatory", "The airline", "Our neighbour", "A court in The Hague",
    "The start-up's founder", "Farmers along the river", "The head coach", "An unnamed official",
  };

  private static final String[] DID = {
    "said on Tuesday that", "denied reports that", "was surprised to learn that",
    "could not explain why", "wrote in a long letter that", "told reporters, twice, that",
    "has known since 1998 that", "will argue next month that",
  };

  private static final String[] WHAT = {
    "the new bridge costs three times as much as the old one",
    "inflation fell to 2.4 percent in the third quarter",
    "no patient was harmed by the delay",
    "the comet can be seen without a telescope until dawn",
    "the ceasefire, although fragile, held through the night",
    "the final was moved indoors because of the wind",
    "its engineers found the leak before anybody else did, and then said nothing about it for weeks",
    "every ballot was counted again by hand",
    "bread is still baked in the same oven",
    "the batteries last longer in the cold than the makers had promised",
  };

  private Texts() {}

  /** The same 200 texts each time. */
  static List<String> all() {
    List<String> texts = new ArrayList<>(List.of(ODD));
    Random random = new Random(11);
    while (texts.size() < 197) {
      StringBuilder text = new StringBuilder(sentence(random));
      if (texts.size() % 12 == 0) {
        text.append(' ').append(sentence(random)).append(' ').append(sentence(random));
      }
      texts.add(text.toString());
    }
    // Longer than 256 tokens, so that it is cut to exactly that, and two long ones below it.
    for (int sentences : new int[] {40, 10, 5}) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < sentences; i++) {
        text.append(sentence(random)).append(' ');
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static String sentence(Random random) {
    return pick(WHO, random) + " " + pick(DID, random) + " " + pick(WHAT, random) + ".";
  }

  private static String pick(String[] from, Random random) {
    return from[random.nextInt(from.length)];
  }
}
