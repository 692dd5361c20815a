package dev.headnote.runner;

import java.util.Locale;

/**
 * What an input holds. However it is packed is known by its name: by gzip if that ends in {@code
 * .gz}, several in a zip if it ends in {@code .zip}.
 */
enum InputFormat {
  /** One article of plain text. */
  TEXT,
  /** One web page. */
  HTML,
  /** An article a line, as JSON objects. */
  JSONL,
  /** By the name's ending; what has no known ending is a page or plain text by how it begins. */
  AUTO;

  private static final String GZ = ".gz";

  /** The format of a file of this name, where AUTO was asked for. */
  static InputFormat byName(String name) {
    String lower = unpacked(name);
    if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
      return JSONL;
    }
    if (lower.endsWith(".html") || lower.endsWith(".htm") || lower.endsWith(".xhtml")) {
      return HTML;
    }
    return AUTO;
  }

  /** Whether a file of this name, found in a folder, is read if this format was asked for. */
  boolean takesFromFolder(String name) {
    String lower = unpacked(name);
    boolean text = lower.endsWith(".txt") || lower.endsWith(".text");
    return switch (this) {
      case TEXT -> text;
      case HTML, JSONL -> byName(name) == this;
      case AUTO -> text || byName(name) == HTML;
    };
  }

  /** How the names of files end that are read from a folder if this format was asked for. */
  String endings() {
    return switch (this) {
      case TEXT -> ".txt or .text";
      case HTML -> ".html, .htm or .xhtml";
      case JSONL -> ".jsonl or .ndjson";
      case AUTO -> ".txt, .text, .html, .htm or .xhtml; of rows, give the files";
    };
  }

  /** Whether a file of this name holds data of a kind that is read as no article. */
  static boolean isData(String name) {
    String lower = unpacked(name);
    return lower.endsWith(".json") || lower.endsWith(".csv") || lower.endsWith(".tsv");
  }

  /** Whether a file of this name is packed by gzip. */
  static boolean isPacked(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(GZ);
  }

  private static String unpacked(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(GZ) ? lower.substring(0, lower.length() - GZ.length()) : lower;
  }
}
