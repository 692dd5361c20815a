package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.ClassedText;
import dev.headnote.text.chars.LineIndex;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one copied text, what they look like, and what each was taken for so far: what every
 * {@link LinePass} reads and writes. For one thread.
 *
 * @param reasons for each line what it was taken for, or null
 */
@SuppressWarnings("ArrayRecordComponent") // It is what the passes share.
record CopiedLines(
    ClassedText text, LineIndex lines, LineShapes shapes, @Nullable Reason[] reasons) {

  static CopiedLines of(ClassedText text) {
    LineIndex lines = new LineIndex(text);
    return new CopiedLines(text, lines, new LineShapes(text, lines), new Reason[lines.count()]);
  }
}
