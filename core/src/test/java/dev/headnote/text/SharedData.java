package dev.headnote.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The folder of development data beside the checkout, which isn't part of the project. */
public final class SharedData {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SharedData() {}

  /** Returns a file or folder of it; skips the test, saying so, if it isn't there. */
  public static Path path(String name) {
    String given = System.getProperty("headnote.root");
    Path at = Path.of(given == null ? System.getProperty("user.dir") : given).toAbsolutePath();
    for (Path folder = at; folder != null; folder = folder.getParent()) {
      Path shared = folder.resolveSibling("shared").resolve(name);
      if (Files.exists(shared)) {
        return shared;
      }
    }
    return Assumptions.abort("no development data: " + name + " isn't in ../shared");
  }

  /** Reads a file of one JSON object a line. */
  static List<JsonNode> rows(String name) {
    return rows(path(name));
  }

  /** Reads a file of one JSON object a line. */
  public static List<JsonNode> rows(Path path) {
    List<JsonNode> rows = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(path)) {
        rows.add(JSON.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
