package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.ClassedText;
import java.util.List;

/** What the rules take for a site's or a page's own, for the tests of those that find it. */
final class Navigation {

  private Navigation() {}

  /** The marked stretches of a text, in order. */
  static List<String> in(String text) {
    return new FurnitureScan(null, new ClassedText(text), null)
        .furniture().stream()
            .filter(piece -> piece.reason() == Reason.NAVIGATION)
            .map(piece -> text.substring(piece.start(), piece.end()))
            .toList();
  }
}
