package dev.headnote.text;

/** Recognises plain lines that are captions of pictures, or say whose a picture is. */
final class Captions {

  private static final int LONGEST_CREDIT = 70;
  private static final Affixes CAPTION_STARTS =
      Affixes.atStart(PhraseLists.shipped("caption-start"));
  private static final Affixes PICTURES = Affixes.atStart(PhraseLists.shipped("credit"));
  private static final Affixes CAPTION_ENDS = Affixes.atEnd(PhraseLists.shipped("caption-end"));

  private Captions() {}

  /** Whether a line is a caption or a credit. */
  static boolean isCaption(String line) {
    if (CAPTION_STARTS.isIn(line)) {
      return !line.startsWith("video") || line.length() <= 150;
    }
    if (line.indexOf('(') >= 0) {
      int credit = Math.max(line.indexOf(" photo/"), line.indexOf("(photo credit"));
      if (credit >= 0 && line.length() - credit <= 80 && line.endsWith(")")) {
        return true;
      }
    }
    return line.length() <= 250 && (CAPTION_ENDS.isIn(line) || endsWithCredit(line));
  }

  /** Whether a line's last words, a sentence of their own, say whose picture it is. */
  private static boolean endsWithCredit(String line) {
    if (line.endsWith(".")) {
      return false;
    }
    for (int i = Math.max(2, line.length() - LONGEST_CREDIT); i < line.length() - 5; i++) {
      char before = line.charAt(i - 1);
      if (before == '(' || (before == ' ' && isClosed(line, i))) {
        String picture = PICTURES.of(line, i);
        if (picture != null) {
          return line.indexOf(". ", i) < 0;
        }
      }
    }
    return false;
  }

  /** Whether a sentence, or a part between bars, ends right before an offset. */
  private static boolean isClosed(String line, int at) {
    return switch (line.charAt(at - 2)) {
      case '.', '!', '?', '|', ')', '"' -> line.charAt(at - 1) == ' ';
      default -> false;
    };
  }
}
