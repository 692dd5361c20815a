package dev.headnote.keyphrase;

/**
 * A word of the article.
 *
 * @param start offset of its first character in the article's text
 * @param end offset after its last character, a possessive 's left out
 * @param text its characters
 * @param lower the same in lower case
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

  boolean isCapitalised() {
    return Character.isUpperCase(text.codePointAt(0));
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
