package dev.headnote.text;

import dev.headnote.Span;
import dev.headnote.text.chars.ClassedText;
import dev.headnote.text.furniture.FurnitureScan;
import java.util.Optional;

/**
 * Finds the title in a text that came without one: a line like a heading among the first lines,
 * after dates and menus, before the first paragraph. Stateless, so safe for any number of threads.
 */
public final class TitleDetector {

  private TitleDetector() {}

  /**
   * Returns where the title stands.
   *
   * @param text any text
   * @return the title's first occurrence, or empty if no line clearly is one
   */
  public static Optional<Span> infer(String text) {
    return Optional.ofNullable(new FurnitureScan(null, new ClassedText(text)).title());
  }
}
