package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.ClassedText;
import dev.headnote.text.chars.LineIndex;
import org.jspecify.annotations.Nullable;

/**
 * A pass over the lines of a copied text, which reads what they were taken for so far and may say
 * more. For one thread.
 */
abstract class LinePass {

  final CopiedLines copy;
  final ClassedText text;
  final LineIndex lines;
  final LineShapes shapes;

  /** For each line what it was taken for so far, or null; the array that all share. */
  final @Nullable Reason[] reasons;

  LinePass(CopiedLines copy) {
    this.copy = copy;
    this.text = copy.text();
    this.lines = copy.lines();
    this.shapes = copy.shapes();
    this.reasons = copy.reasons();
  }
}
