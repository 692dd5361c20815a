package dev.headnote;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Texts by chance that look like articles, copied ones above all, and some that don't. */
final class ArticleTexts {

  private static final String[] WORDS = {
    "the",
    "The",
    "minister",
    "said",
    "on",
    "Monday",
    "Dr.",
    "U.S.",
    "p.m.",
    "e.g.",
    "Mr",
    "3.5",
    "$12m",
    "No.",
    "Smith",
    "BBC",
    "it's",
    "don\u2019t",
    "co-operate",
    "\u201cYes,\u201d",
    "\"No!\"",
    "'So?'",
    "(ten)",
    "...",
    "\u2026",
    "-",
    "\u2013",
    "na\u00efve",
    "caf\u00e9",
    "\u0645\u0631\u062d\u0628\u0627",
    "\u05e9\u05dc\u05d5\u05dd",
    "\u6771\u4eac\u3002",
    "\u0939\u093f\u0928\u094d\u0926\u0940\u0964",
    "\ud83d\ude00",
    "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
    "\ud800",
    "\udc00",
    "e\u0301",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u202eabc\u202c",
    "https://a.example/b?c=d",
    "x@y.example",
    "#tag",
    "[1]",
    "<b>",
    "&amp;",
    "\u0000",
    "\t"
  };

  private static final String[] ENDS = {
    ".", ".", ".", "?", "!", ".\u201d", ".\"", ".)", "...", "\u2026", ":", ";", ""
  };

  private static final String[] BREAKS = {
    "",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\n\n\n",
    "\u2028",
    "\u0085",
    "  ",
    "\n    "
  };

  private static final String[] LINES = {
    "By Jane Doe",
    "ByNavdeep Yadav",
    "\u2022 Fri. Nov 22nd, 2024",
    "LONDON (Reuters) - ",
    "[ad_1]",
    "[ad_2]",
    "See Also: More",
    "Read more: This",
    "What Happened: ",
    "Advertisement",
    "Home > News > World",
    "\u00a9 2024 Agency",
    "Photo: J. Doe/AP",
    "Follow us on X",
    "* * *",
    "-----",
    "=====",
    "1.",
    "2)",
    "(iii)",
    "- item",
    "\u2022 item",
    "> reply",
    ">> reply",
    "Name | Age",
    "1 2 3 4 5",
    "We use cookies.",
    "Share",
    "Published: 1 May 2024 10:30",
    "Originally from the News"
  };

  private ArticleTexts() {}

  /** Up to some thousand characters; also the empty text. */
  static Arbitrary<String> all() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, article()),
        Tuple.of(1, Arbitraries.strings().ofMaxLength(200)),
        Tuple.of(1, soup()));
  }

  /** Sentences and the lines that copied articles have around them. */
  static Arbitrary<String> article() {
    Arbitrary<String> piece =
        Arbitraries.frequencyOf(Tuple.of(5, sentence()), Tuple.of(2, Arbitraries.of(LINES)));
    return Combinators.combine(piece, Arbitraries.of(BREAKS))
        .as(String::concat)
        .list()
        .ofMaxSize(40)
        .map(ArticleTexts::join);
  }

  private static Arbitrary<String> sentence() {
    return Combinators.combine(
            Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(25), Arbitraries.of(ENDS))
        .as((words, end) -> String.join(" ", words) + end);
  }

  /** Marks without words. */
  private static Arbitrary<String> soup() {
    return Arbitraries.of(
            ".", "!", "\"", "'", ")", "(", "\n", " ", ">", "\u2022", "-", "\u201c", "1", "A", "a",
            "\ud83d")
        .list()
        .ofMaxSize(120)
        .map(ArticleTexts::join);
  }

  /** A page around a text, with tags that are not all closed. */
  static Arbitrary<String> page() {
    Arbitrary<String> tag =
        Arbitraries.of(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<article>",
            "</article>",
            "<h1>",
            "</h1>",
            "<ul><li>",
            "<br>",
            "<table><tr><td>",
            "</table>",
            "<nav>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<span hidden>",
            "<a href=x>",
            "</a>",
            "<pre>",
            "<svg>",
            "<title>",
            "</title>",
            "<blockquote>",
            "<template>",
            "<noscript>",
            "&nbsp;",
            "&#x1f600;",
            "&#xd800;",
            "<",
            ">");
    return Combinators.combine(tag, article())
        .as(String::concat)
        .list()
        .ofMaxSize(8)
        .map(ArticleTexts::join);
  }

  private static String join(List<String> parts) {
    return String.join("", parts);
  }
}
