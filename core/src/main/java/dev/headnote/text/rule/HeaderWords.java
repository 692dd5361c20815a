package dev.headnote.text.rule;

import dev.headnote.text.chars.WordTable;

/** The words of dates and of authors' lines, with the bits that say which of them they are. */
public final class HeaderWords {

  public static final int MONTH = 1;
  public static final int WEEKDAY = 2;

  /** Stands in a date without saying when. */
  static final int FILLER = 4;

  /** Stands before the time at which an article came out or was changed. */
  public static final int STAMP = 8;

  /** A part of an age, as in "3 hours ago", or of a reading time. */
  static final int AGE = 16;

  /** A part of what an author is, as in "senior writer". */
  static final int ROLE = 32;

  /** What an author's post ends with. */
  static final int POST = 64;

  /** Small between the capitals of names and titles. */
  public static final int PARTICLE = 128;

  /** Stands before an author's name. */
  static final int BY = 256;

  /** What somebody made, before "by". */
  static final int WORK = 512;

  private static final WordTable WORDS =
      new WordTable(1024)
          .with(
              MONTH,
              "january february march april may june july august september october november"
                  + " december jan feb mar apr jun jul aug sep sept oct nov dec januar februar m\u00e4rz"
                  + " mai juni juli oktober dezember enero febrero marzo abril mayo junio julio agosto"
                  + " septiembre octubre noviembre diciembre janvier f\u00e9vrier mars avril juin juillet"
                  + " ao\u00fbt septembre octobre novembre d\u00e9cembre")
          .with(
              WEEKDAY,
              "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu"
                  + " thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag"
                  + " sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes"
                  + " mi\u00e9rcoles jueves viernes domingo")
          .with(
              FILLER,
              "at on of the and am pm a.m p.m am. gmt utc bst cet cest et est edt ct cst cdt mt"
                  + " mst mdt pt pst pdt ist jst aest date time h uhr de le el den der um local"
                  + " eastern central pacific first th st nd rd")
          .with(
              STAMP,
              "published updated posted modified last edited created revised released issued"
                  + " ver\u00f6ffentlicht aktualisiert publi\u00e9 publicado actualizado")
          .with(
              AGE,
              "ago min mins minute minutes hour hours hr hrs day days week weeks month months"
                  + " year years read reading yesterday today")
          .with(
              ROLE,
              "senior chief associate political science business sports technology health"
                  + " special news guest author bureau managing deputy foreign national international"
                  + " agency team media press reports")
          .with(
              ROLE | POST,
              "staff writer writers reporter reporters correspondent correspondents editor"
                  + " editors contributor contributors columnist agencies desk")
          .with(POST, "critic photographer journalist producer")
          .with(
              PARTICLE,
              "and & of for the with in at on de van von der den la le al bin ibn el da di dos"
                  + " du y e | - / \u2022 \u00b7 to")
          .with(
              WORK,
              "opinion story text words report reporting analysis review photographs photography"
                  + " photos pictures interview commentary comment essay column written illustrations reported edited curated produced"
                  + " illustration translated posted")
          .with(BY, "by by: par por von door author author: authors: words");

  private HeaderWords() {}

  /** Returns the bits of the word at {@code start..end} of a text, or 0. */
  static int findInAnyCase(String text, int start, int end) {
    return WORDS.find(text, start, end);
  }

  /** Returns the bits of the word at {@code start..end} of a line in small letters, or 0. */
  public static int find(String line, int start, int end) {
    return WORDS.findLower(line, start, end);
  }
}
