package dev.headnote.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Recognises plain lines that are menus of a site, or the path to a page. */
final class Menus {

  private static final int MOST_MENU_WORDS = 10;
  private static final Set<String> NAVIGATION = PhraseLists.set("navigation");
  private static final Set<String> SECTIONS = PhraseLists.set("section");

  private Menus() {}

  /** Whether a line is a menu or a path. */
  static boolean isNavigation(String line) {
    if (line.length() > 120) {
      return false;
    }
    if (isMenu(PlainLine.label(line))) {
      return true;
    }
    int parts =
        Math.max(
            PlainLine.count(line, " > "),
            Math.max(PlainLine.count(line, " \u203A "), PlainLine.count(line, " | ")));
    parts =
        Math.max(parts, Math.max(PlainLine.count(line, " \u00bb "), PlainLine.count(line, " / ")));
    return parts >= 2 && line.indexOf('.') < 0;
  }

  /** Whether a line says how many minutes it takes to read an article. */
  static boolean isReadingTime(String line) {
    int i = 0;
    while (i < line.length() && (Chars.isDigit(line.charAt(i)) || line.charAt(i) == '-')) {
      i++;
    }
    int unit = i < line.length() && line.charAt(i) == ' ' ? i + 1 : i;
    return i > 0 && i <= 5 && line.startsWith("min", unit) && line.length() - i <= 14;
  }

  /** Whether a line is nothing but entries of menus, with counts or ages beside them. */
  private static boolean isMenu(String label) {
    if (PlainLine.count(label, " ") > MOST_MENU_WORDS + 2) {
      return false;
    }
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= label.length(); i++) {
      boolean inWord =
          i < label.length() && (Chars.isLetter(label.charAt(i)) || label.charAt(i) == '\'');
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        words.add(label.substring(start, i));
        start = -1;
      }
      if (i < label.length() && (label.charAt(i) == '.' || label.charAt(i) == '?')) {
        return false;
      }
    }
    words.removeIf(word -> word.equals("min") || word.equals("mins"));
    return words.size() <= MOST_MENU_WORDS && isMenu(words);
  }

  private static boolean isMenu(List<String> words) {
    int entries = 0;
    int sections = 0;
    int from = 0;
    while (from < words.size()) {
      int to = words.size();
      while (to > from && !NAVIGATION.contains(String.join(" ", words.subList(from, to)))) {
        to--;
      }
      if (to > from) {
        entries++;
        from = to;
      } else if (SECTIONS.contains(words.get(from))) {
        sections++;
        from++;
      } else {
        return false;
      }
    }
    return entries > 0 || sections >= 3;
  }
}
