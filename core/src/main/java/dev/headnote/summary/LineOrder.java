package dev.headnote.summary;

/** How the lines of a summary of several documents follow each other. */
public enum LineOrder {
  /** As the documents, given in the order of their publication, first said them. */
  TIME,
  /** Together with those of the same document, in the order in which the documents were given. */
  DOCUMENT
}
