package dev.headnote;

import java.util.Objects;

/**
 * A stretch of a text that surrounds the article without being part of it, and why it was taken for
 * that.
 *
 * @param start offset of its first character, in UTF-16 code units
 * @param end offset after its last character, after {@code start}
 * @param reason what kind of furniture it is
 */
public record Furniture(int start, int end, Reason reason) {

  /**
   * Checks the offsets.
   *
   * @throws IllegalArgumentException if it is empty or begins before the text
   */
  public Furniture {
    Objects.requireNonNull(reason, "reason");
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no furniture: " + start + ".." + end);
    }
  }

  /** The kinds of furniture. */
  public enum Reason {
    /** A date that stands alone above or below the article. */
    DATE_HEADER("a date line of the site or the article"),
    /** The title, which is kept apart from the text. */
    TITLE("the title, once more"),
    /** Who wrote it. */
    BYLINE("the author's line"),
    /** Place and agency before the first sentence. */
    DATELINE("place and news agency before the first sentence"),
    /** A macro of the publishing system that wasn't replaced. */
    SHORTCODE("a placeholder of the publishing system"),
    /** A link to another article. */
    RELATED_LINK("a link to another article"),
    /** A call to follow, subscribe, read or buy. */
    PROMOTION("a call to follow, subscribe or read on"),
    /** A mark of an advertisement's place. */
    ADVERTISEMENT("the place of an advertisement"),
    /** Where the text comes from, who edited it. */
    ATTRIBUTION("where the text comes from"),
    /** Who holds the rights. */
    COPYRIGHT("a copyright line"),
    /** The words under a picture, or whose picture it is. */
    CAPTION("the caption or credit of a picture"),
    /** A label at the start of a paragraph, such as a heading run into it. */
    RUN_IN("a label in front of a paragraph"),
    /** Names of networks to share on. */
    SHARE_BAR("buttons for sharing"),
    /** Menus and the path to the page. */
    NAVIGATION("a menu, or the path to the page"),
    /** A notice about cookies and privacy. */
    COOKIE_NOTICE("a notice about cookies"),
    /** A notice that the article is no advice, or not the publisher's opinion. */
    DISCLAIMER("a disclaimer"),
    /** Lines of numbers. */
    TABLE("a table of numbers"),
    /** A line drawn with characters. */
    SEPARATOR("a drawn line"),
    /** What stands beside an article, of no kind that rules know. */
    SIDE_MATTER("something beside the article");

    private final String description;

    Reason(String description) {
      this.description = description;
    }

    /** Returns what it is, in a few words for people. */
    public String description() {
      return description;
    }
  }
}
