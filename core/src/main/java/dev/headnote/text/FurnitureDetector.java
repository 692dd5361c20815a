package dev.headnote.text;

import dev.headnote.Furniture;
import dev.headnote.text.chars.ClassedText;
import dev.headnote.text.furniture.FurnitureScan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what surrounds an article in a copied text: titles, dates, bylines, links, promotion.
 *
 * <p>Goes by the shape and the place of lines and by wording that is common to publishers, never by
 * a publisher's name; lines that no rule knows are judged by what was learned from labelled copies
 * ({@link Furniture.Reason#SIDE_MATTER}). Where a line could be content it is left alone: losing a
 * sentence costs more than keeping a line too many. Time linear in the text's length; stateless, so
 * safe for any number of threads.
 */
public final class FurnitureDetector {

  private FurnitureDetector() {}

  /**
   * Returns the furniture of a text.
   *
   * @param title the article's title, or null if it is to be inferred from the text
   * @param text any text
   * @return its furniture in source order, without overlaps, unmodifiable
   */
  public static List<Furniture> detect(@Nullable String title, String text) {
    return new FurnitureScan(title, new ClassedText(text)).furniture();
  }
}
