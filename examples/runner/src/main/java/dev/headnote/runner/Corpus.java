package dev.headnote.runner;

import dev.headnote.Article;
import dev.headnote.Sentence;
import dev.headnote.distil.StaticModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A file of articles to learn from, rows as {@link JsonRow} reads them, packed by gzip if its name
 * ends in {@code .gz}.
 *
 * @param texts the articles' titles and sentences, each once, in the file's order
 * @param provenance which file it was
 * @param badRows how many rows could not be read
 */
record Corpus(List<String> texts, StaticModel.Corpus provenance, long badRows) {

  /** After so many complaints the rest are only counted. */
  private static final int MOST_COMPLAINTS = 10;

  /**
   * Reads a file.
   *
   * @param reading how its articles are read
   * @param complaints is told of rows that cannot be read, which are passed over, and their count
   * @throws RunFailure if the file cannot be read
   */
  static Corpus read(Path file, ReadingOptions reading, Consumer<String> complaints) {
    Source source = Source.ofFile(file, InputFormat.JSONL);
    ItemParser parser = reading.parser(Gold.NONE);
    Set<String> texts = new LinkedHashSet<>();
    MessageDigest digest = Sha256.begin();
    long rows = 0;
    long badRows = 0;
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
        LineReader lines = new LineReader(InputReader.unpacked(file, in), reading.maxBytes())) {
      while (lines.next()) {
        if (lines.isBlank()) {
          continue;
        }
        rows++;
        Item item =
            parser.parse(InputReader.raw(source, lines, InputReader.tooLong(reading.maxBytes())));
        if (item instanceof Item.Ready ready) {
          addTexts(ready.article(), texts);
        } else {
          badRows++;
          if (badRows <= MOST_COMPLAINTS) {
            complaints.accept(((Item.Failed) item).message());
          }
        }
      }
      // What follows the packed rows counts for the file's hash.
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new RunFailure(Exit.USAGE, file + ": " + InputReader.problem(e), e);
    }
    if (badRows > 0) {
      complaints.accept(file + ": passed over " + badRows + " of " + rows + " rows");
    }
    String name = file.getFileName().toString();
    String sha256 = HexFormat.of().formatHex(digest.digest());
    return new Corpus(
        List.copyOf(texts), new StaticModel.Corpus(name, rows - badRows, sha256), badRows);
  }

  private static void addTexts(Article article, Set<String> texts) {
    if (!article.title().isEmpty()) {
      texts.add(article.title());
    }
    article.sentences().stream().map(Sentence::text).forEach(texts::add);
  }

  /**
   * Draws texts at random, from each corpus as many as from the others while it has any.
   *
   * @param most how many to draw; fewer are returned if there are no more
   * @param seed of the order in each corpus
   */
  static List<String> draw(List<Corpus> corpora, int most, long seed) {
    List<List<String>> shuffled = new ArrayList<>();
    for (Corpus corpus : corpora) {
      List<String> texts = new ArrayList<>(corpus.texts());
      Collections.shuffle(texts, new Random(seed));
      shuffled.add(texts);
    }
    int longest = shuffled.stream().mapToInt(List::size).max().orElse(0);
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < longest && drawn.size() < most; i++) {
      for (List<String> texts : shuffled) {
        if (i < texts.size() && drawn.size() < most) {
          drawn.add(texts.get(i));
        }
      }
    }
    return drawn;
  }
}
