package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one copied text, what they look like, and what each was taken for so far: what the
 * rules on furniture read and write. For one thread.
 */
final class CopiedLines {

  private final ClassedText text;
  private final LineIndex index;
  private final LineShapes shapes;
  private final @Nullable Reason[] reasons;

  CopiedLines(ClassedText text) {
    this.text = text;
    this.index = new LineIndex(text);
    this.shapes = new LineShapes(text, index);
    this.reasons = new Reason[index.count()];
  }

  ClassedText text() {
    return text;
  }

  LineIndex index() {
    return index;
  }

  LineShapes shapes() {
    return shapes;
  }

  /** For each line what it was taken for, or null; the array that all rules share. */
  @Nullable Reason[] reasons() {
    return reasons;
  }
}
