package dev.headnote.topic;

import dev.headnote.HeadnoteException;
import dev.headnote.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The labels that an article is measured against, with unique ids, in a fixed order. Immutable. */
public final class LabelSet {

  /** How many ids {@link #toString} has. */
  private static final int MOST_SHOWN = 20;

  private final List<Label> labels;

  private LabelSet(List<Label> labels) {
    this.labels = List.copyOf(labels);
  }

  /**
   * Returns a set of the given labels.
   *
   * @throws HeadnoteException with code INVALID_LABELS if there are none, if two share an id or one
   *     has half of a surrogate pair in it, or if a parent is not in the set or leads back to its
   *     own child
   */
  public static LabelSet of(List<Label> labels) {
    Objects.requireNonNull(labels, "labels")
        .forEach(label -> Objects.requireNonNull(label, "labels holds a null"));
    return checked(labels, Collections.nCopies(labels.size(), "labels"), "labels");
  }

  /** Returns a set of labels that have a name only. */
  public static LabelSet ofNames(String... names) {
    return of(Arrays.stream(Objects.requireNonNull(names, "names")).map(Label::of).toList());
  }

  /**
   * Returns the 17 top-level subjects of IPTC Media Topics (CC BY 4.0), with descriptions of ours.
   */
  public static LabelSet iptc() {
    return ofResources("iptc.jsonl");
  }

  /**
   * Returns the 17 top-level subjects of IPTC Media Topics and the 120 of its second level (CC BY
   * 4.0), with descriptions of ours.
   */
  public static LabelSet iptcLevel2() {
    return ofResources("iptc.jsonl", "iptc-level2.jsonl");
  }

  /**
   * Returns the 704 categories of IAB Tech Lab's Content Taxonomy 3.1 (CC BY 3.0), all tiers, by
   * their unique ids, with descriptions of ours.
   */
  public static LabelSet iab() {
    return ofResources("iab.jsonl");
  }

  private static LabelSet ofResources(String... resources) {
    StringBuilder lines = new StringBuilder();
    for (String resource : resources) {
      try (InputStream in = LabelSet.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IOException(resource + " is missing from the library's jar");
        }
        lines.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new HeadnoteException(
            HeadnoteException.Code.INTERNAL, "cannot read " + resource + ": " + e.getMessage(), e);
      }
    }
    return LabelLines.parse(lines.toString(), String.join(", ", resources));
  }

  /**
   * Reads a set from a file of JSON lines: {@code {"label", "name"?, "description"?, "parent"?}}.
   *
   * @throws HeadnoteException with code INVALID_LABELS that names the line and what is wrong, or if
   *     the file cannot be read or does not fit the memory
   */
  public static LabelSet load(Path file) {
    Objects.requireNonNull(file, "file");
    try {
      return LabelLines.read(Files.readAllBytes(file), file.toString());
    } catch (NoSuchFileException e) {
      throw invalid(file + ": there is no such file", e);
    } catch (IOException e) {
      throw invalid(
          file
              + ": cannot be read: "
              + WholeFile.reasonToRead(e)
              + "; give a file of JSON lines with a \"label\" each",
          e);
    } catch (OutOfMemoryError e) {
      throw invalid(file + ": does not fit the memory; raise java -Xmx", e);
    }
  }

  /**
   * Returns a set of labels that were read.
   *
   * @param places what messages call the labels, one for each
   * @param source what they call the whole
   * @throws HeadnoteException with code INVALID_LABELS, as {@link #of} does
   */
  static LabelSet checked(List<Label> labels, List<String> places, String source) {
    if (labels.isEmpty()) {
      throw invalid(source + ": holds no label; give at least one", null);
    }
    checkTexts(labels, places);
    checkParents(labels, places);
    return new LabelSet(labels);
  }

  /** Checks that no id comes twice, and that all texts can be written. */
  private static void checkTexts(List<Label> labels, List<String> places) {
    CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      if (!ids.add(label.id())) {
        throw invalid(places.get(i) + ": has the label \"" + label.id() + "\" twice", null);
      }
      for (String text : List.of(label.id(), label.name(), label.description())) {
        if (!utf8.canEncode(text)) {
          throw invalid(
              places.get(i) + ": has half of a surrogate pair in its label, name or description",
              null);
        }
      }
    }
  }

  /** Checks that each parent is there, and that the way up from each label ends. */
  private static void checkParents(List<Label> labels, List<String> places) {
    Map<String, @Nullable String> parents = new HashMap<>();
    for (Label label : labels) {
      parents.put(label.id(), label.parent());
    }
    // Those whose way up is known to end, so that a long one is gone once.
    Set<String> ending = new HashSet<>();
    for (int i = 0; i < labels.size(); i++) {
      String id = labels.get(i).id();
      String parent = labels.get(i).parent();
      if (parent != null && !parents.containsKey(parent)) {
        throw invalid(
            places.get(i) + ": \"" + id + "\" has the parent \"" + parent + "\", which is missing",
            null);
      }
      Set<String> way = new HashSet<>();
      for (String at = id; at != null && !ending.contains(at); at = parents.get(at)) {
        if (!way.add(at)) {
          int place = labels.stream().map(Label::id).toList().indexOf(at);
          throw invalid(places.get(place) + ": \"" + at + "\" is among its own parents", null);
        }
      }
      ending.addAll(way);
    }
  }

  static HeadnoteException invalid(String message, @Nullable Throwable cause) {
    return new HeadnoteException(HeadnoteException.Code.INVALID_LABELS, message, cause);
  }

  /** Whether both have the same labels in the same order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LabelSet set && labels.equals(set.labels);
  }

  @Override
  public int hashCode() {
    return labels.hashCode();
  }

  /** Their number, and the ids of the first. */
  @Override
  public String toString() {
    return labels.stream()
        .limit(MOST_SHOWN)
        .map(Label::id)
        .collect(
            Collectors.joining(
                ", ", "LabelSet[" + size() + ": ", size() > MOST_SHOWN ? ", ...]" : "]"));
  }

  /** The labels, in the order given. */
  public List<Label> labels() {
    return labels;
  }

  /** How many labels there are; at least 1. */
  public int size() {
    return labels.size();
  }
}
