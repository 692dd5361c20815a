package dev.headnote.runner;

import java.util.Locale;

/** What an input holds. An archive would be a further kind. */
enum InputFormat {
  /** One article of plain text. */
  TEXT,
  /** One web page. */
  HTML,
  /** An article a line, as JSON objects; packed by gzip if the name ends in {@code .gz}. */
  JSONL,
  /** By the name's ending; what has no known ending is a page or plain text by how it begins. */
  AUTO;

  /** The format of a file of this name, where AUTO was asked for. */
  static InputFormat byName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.matches(".*\\.(jsonl|ndjson)(\\.gz)?")) {
      return JSONL;
    }
    if (lower.endsWith(".html") || lower.endsWith(".htm") || lower.endsWith(".xhtml")) {
      return HTML;
    }
    return AUTO;
  }

  /** Whether a file of this name, found in a folder, is read if this format was asked for. */
  boolean takesFromFolder(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean text = lower.endsWith(".txt") || lower.endsWith(".text");
    return switch (this) {
      case TEXT -> text;
      case HTML, JSONL -> byName(name) == this;
      case AUTO -> text || byName(name) == HTML;
    };
  }
}
