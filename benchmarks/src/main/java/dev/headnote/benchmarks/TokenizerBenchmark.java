package dev.headnote.benchmarks;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.encode.TokenIds;
import dev.headnote.encode.WordPieceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Texts into token ids: Headnote's tokenizer, and Hugging Face's native library through DJL, one
 * text a call in one thread, and the library also all in one call on all cores. One operation is
 * all texts; the secondary figures are tokens and characters a second. That both give the same ids
 * is checked first.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TokenizerBenchmark {

  /** A file with a text in each line; empty for the sentences of the seeds. */
  @Param({""})
  String file;

  private List<String> texts;
  private long tokens;
  private long characters;
  private WordPieceTokenizer wordPiece;
  private HuggingFaceTokenizer huggingFace;
  private final TokenIds ids = new TokenIds();

  @Setup(Level.Trial)
  public void load() throws IOException {
    Engines.configure();
    texts = file.isEmpty() ? Corpus.sentences() : Files.readAllLines(Path.of(file));
    try (InputStream in = OnnxFiles.tokenizer("e5-small")) {
      huggingFace =
          HuggingFaceTokenizer.newInstance(
              in, Map.of("padding", "false", "truncation", "false", "addSpecialTokens", "false"));
    }
    try (InputStream in = OnnxFiles.tokenizer("e5-small")) {
      wordPiece = new WordPieceTokenizer(vocabulary(in), WordPieceTokenizer.Settings.UNCASED);
    }
    for (String text : texts) {
      long[] expected = huggingFace.encode(text, false, false).getIds();
      if (!Arrays.equals(
          Arrays.stream(wordPiece.encode(text)).asLongStream().toArray(), expected)) {
        throw new IllegalStateException("the tokenizers differ for " + text);
      }
      tokens += expected.length;
      characters += text.length();
    }
  }

  /** The tokens of a tokenizer.json, the token of each id in a line. */
  private static byte[] vocabulary(InputStream in) throws IOException {
    JsonNode ids = new ObjectMapper().readTree(in).at("/model/vocab");
    String[] lines = new String[ids.size()];
    ids.properties().forEach(token -> lines[token.getValue().asInt()] = token.getKey());
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  @TearDown(Level.Trial)
  public void close() {
    huggingFace.close();
  }

  /** What JMH reports beside the operations. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counters {
    public long tokens;
    public long characters;
  }

  @Benchmark
  public int headnote(Counters counters) {
    ids.clear();
    for (String text : texts) {
      wordPiece.encode(text, 0, text.length(), ids);
    }
    count(counters);
    return ids.size();
  }

  @Benchmark
  public long huggingFace(Counters counters) {
    long sum = 0;
    for (String text : texts) {
      sum += huggingFace.encode(text, false, false).getIds().length;
    }
    count(counters);
    return sum;
  }

  @Benchmark
  public Object huggingFaceBatch(Counters counters) {
    count(counters);
    return huggingFace.batchEncode(texts, false, false);
  }

  private void count(Counters counters) {
    counters.tokens += tokens;
    counters.characters += characters;
  }
}
