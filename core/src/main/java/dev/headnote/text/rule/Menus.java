package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.ClassedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Recognises plain lines that are menus of a site, or the path to a page. */
public final class Menus {

  private static final int LONGEST_PATH = 120;
  private static final int MOST_MENU_WORDS = 10;

  /** A bar has three entries or more, of few words each. */
  private static final int FEWEST_ENTRIES = 3;

  private static final int FEWEST_BUTTONS = 2;
  private static final int MOST_ENTRY_WORDS = 4;
  private static final int LONGEST_ENTRY = 40;
  private static final Set<String> NAVIGATION = PhraseLists.set("navigation");
  private static final Set<String> SECTIONS = PhraseLists.set("section");

  /** Between the parts of a path, or the entries of a menu. */
  private static final String[] PATH_SIGNS = {" > ", " \u203A ", " | ", " \u00bb ", " / "};

  private Menus() {}

  /** Whether a line is a menu or a path. */
  public static boolean isNavigation(String line) {
    if (line.length() > LONGEST_PATH) {
      return false;
    }
    if (isMenu(PlainLine.label(line))) {
      return true;
    }
    if (line.indexOf('.') >= 0) {
      return false;
    }
    for (String sign : PATH_SIGNS) {
      if (PlainLine.count(line, sign) >= 2) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line is a row of entries, as of a menu. */
  public static boolean isBar(ClassedText text, int start, int end) {
    return isBar(text, start, end, FEWEST_ENTRIES);
  }

  public static boolean isBar(ClassedText text, int start, int end, int fewestEntries) {
    Cells cells = Cells.of(text, start, end);
    return cells.count() >= fewestEntries && cells.areShort(MOST_ENTRY_WORDS, LONGEST_ENTRY);
  }

  /**
   * Whether a line is buttons with wide gaps between them, such as "1 of 6 View gallery": short
   * parts, one of which is what only buttons and menus say.
   */
  public static boolean isRowOfButtons(ClassedText text, int start, int end) {
    if (!isBar(text, start, end, FEWEST_BUTTONS)) {
      return false;
    }
    int from = start;
    for (int i = start; i <= end; i++) {
      boolean gap = i + 1 < end && text.isBlank(i) && text.isBlank(i + 1);
      if (i == end || gap || text.at(i) == '\t') {
        String part = PlainLine.of(text.string(), from, i).strip();
        if (!part.isEmpty() && LineRules.isButton(part)) {
          return true;
        }
        from = i;
      }
    }
    return false;
  }

  /** Whether a line says how many minutes it takes to read an article. */
  public static boolean isReadingTime(String line) {
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
