package dev.headnote.convert;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The command line of {@link Conversion}. Exit codes: 0 converted, 1 the files cannot be converted,
 * 2 wrong options.
 */
@Command(
    name = "headnote-convert",
    description = "Converts a BERT-family ONNX file to a model folder for Headnote.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    usageHelpAutoWidth = true)
public final class Convert implements Callable<Integer> {
  @Option(
      names = "--onnx",
      required = true,
      paramLabel = "FILE",
      description = "The ONNX file, or classpath:NAME.")
  private String onnx;

  @Option(
      names = "--tokenizer",
      required = true,
      paramLabel = "FILE",
      description = "Its tokenizer.json (WordPiece), or classpath:NAME.")
  private String tokenizer;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The name under which it will be loaded.")
  private String name;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where to write model.pt, tokenizer.json and model.json.")
  private Path out;

  @Option(
      names = "--pooling",
      paramLabel = "mean|first",
      defaultValue = "mean",
      description = "From the tokens' vectors to one: their mean, or the first one ([CLS]).")
  private Pooling pooling;

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What the model expects before each text, such as \"query: \".")
  private String prefix;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      defaultValue = "256",
      description = "Tokens of a sequence at most. Default: 256.")
  private int maxTokens;

  @Option(
      names = "--spread",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "How far apart the model puts texts, as Headnote reports it. Default: 0, not known.")
  private double spread;

  @Option(
      names = "--heads",
      paramLabel = "N",
      defaultValue = "0",
      description = "Attention heads, if the file does not tell.")
  private int heads;

  @Option(
      names = "--storage",
      paramLabel = "fp16|fp32",
      defaultValue = "fp16",
      description = "How to keep the weights. Default: fp16.")
  private Storage storage;

  @Option(
      names = "--licence",
      paramLabel = "ID",
      defaultValue = "",
      description = "The licence of the weights (SPDX).")
  private String licence;

  @Option(
      names = "--origin",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Where the file was published.")
  private String origin;

  @Option(
      names = "--description",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "One sentence on the model.")
  private String description;

  @SuppressWarnings("NullAway.Init") // By picocli.
  private Convert() {}

  /** Runs the command line; ends the process with its exit code unless that is 0. */
  public static void main(String[] args) {
    int code = commandLine().execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Convert());
    line.getCommandSpec().version(Conversion.version());
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        // Maven strips the blank at the end of --prefix=query: unless it stands in quotes.
        .setTrimQuotes(true)
        .setExecutionExceptionHandler(
            (e, failed, parsed) -> {
              if (e instanceof IOException || e instanceof IllegalArgumentException) {
                failed.getErr().println("headnote-convert: " + message(e));
                return e instanceof IOException ? 1 : 2;
              }
              throw e;
            });
  }

  @Override
  public Integer call() throws IOException {
    ModelCard card =
        Conversion.of(onnx, tokenizer, name)
            .description(description)
            .origin(origin)
            .licence(licence)
            .prefix(prefix)
            .pooling(pooling)
            .storage(storage)
            .maxTokens(maxTokens)
            .spread(spread)
            .heads(heads)
            .writeTo(out);
    System.out.printf(
        Locale.ROOT,
        "%s: %d layers, %d dimensions, %s pooling, %.1f MB of %s in %s%n",
        card.name(),
        card.architecture().layers(),
        card.dimensions(),
        card.pooling(),
        card.archive().bytes() / 1e6,
        card.archive().storage(),
        out);
    return 0;
  }

  private static String message(Exception e) {
    if (e instanceof FileSystemException failure && failure.getReason() == null) {
      // Its message is the file alone, and its kind says what happened.
      return failure.getMessage() + ": " + failure.getClass().getSimpleName();
    }
    return String.valueOf(e.getMessage());
  }
}
