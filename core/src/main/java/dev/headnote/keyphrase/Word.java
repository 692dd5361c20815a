package dev.headnote.keyphrase;

import java.util.regex.Pattern;

/**
 * A word of the article.
 *
 * @param start offset of its first character in the article's text
 * @param end offset after its last character, a possessive 's left out
 * @param text its characters
 * @param lower the same in lower case, without the dots of an abbreviation: "U.S." and "US" are one
 * @param sentence the number of its sentence
 * @param opensSentence whether a capital letter may be owed to its place
 * @param joined whether nothing but white space parts it from the word before
 * @param possessive whether a possessive 's follows
 */
record Word(
    int start,
    int end,
    String text,
    String lower,
    int sentence,
    boolean opensSentence,
    boolean joined,
    boolean possessive) {

  /** What stays in lower case before the capital letter of a name, as in "al-Assad" and "d'Arc". */
  private static final Pattern PARTICLE =
      Pattern.compile("(?:(?:a[dlnrstz]|ash|el|ul)-|[dl]['\u2019])\\p{Lu}.*");

  boolean isCapitalised() {
    return Character.isUpperCase(text.codePointAt(0)) || PARTICLE.matcher(text).matches();
  }

  /** Whether it has two capital letters and no other, as "US", which is not "us". */
  boolean isAcronym() {
    int capitals = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
      capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
    }
    return capitals > 1;
  }

  boolean isNumber() {
    return Character.isDigit(text.codePointAt(0));
  }
}
