package dev.headnote.runner;

import dev.headnote.Device;
import dev.headnote.Headnote;
import dev.headnote.Limits;
import dev.headnote.Precision;
import dev.headnote.encode.ModelCard;
import dev.headnote.encode.ModelFiles;
import dev.headnote.topic.TopicModel;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which model to load, and how it computes. */
final class ModelOptions {

  static final String CASCADE = "--cascade";
  static final String MAX_SENTENCES = "--max-sentences";

  private static final String NAME = "--model";

  @Option(
      names = NAME,
      paramLabel = "NAME|DIR",
      completionCandidates = Names.class,
      description =
          "A model that \"headnote models\" lists, or a folder with a converted one. Default: "
              + Headnote.DEFAULT_MODEL
              + ", or what a topic model was trained with.")
  private @Nullable String model;

  @Mixin private final TrustOption trust = new TrustOption();

  @Option(
      names = CASCADE,
      paramLabel = "MARGIN",
      arity = "0..1",
      fallbackValue = "",
      preprocessor = Margin.class,
      description =
          "Let the instant model decide where its best label is this much more probable than the"
              + " next, 0 to 1, and ask the model for the other articles only. Default margin: 0.4.")
  private @Nullable String cascade;

  @Option(
      names = "--no-blend",
      description = "Use the model's vectors alone, without the instant model's beside them.")
  private boolean noBlend;

  @Option(
      names = "--precision",
      paramLabel = "PRECISION",
      defaultValue = "auto",
      description =
          "How to compute: fp32, bf16, int8 (CPU only), fp16 (GPU only), or auto: bf16 where the CPU"
              + " has it, else fp32; fp16 on a GPU. Default: auto.")
  private Precision precision = Precision.AUTO;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "auto",
      description =
          "Where to compute: cpu, cuda (fails where there is no GPU), or auto: a GPU if one can be"
              + " used, else the CPU. Default: auto.")
  private Device device = Device.AUTO;

  @Option(
      names = MAX_SENTENCES,
      paramLabel = "N",
      description =
          "The most sentences of an article; one of more fails, and the others are done. Default:"
              + " 100000.")
  private int maxSentences = Limits.defaults().sentences();

  @Option(
      names = "--max-seconds",
      paramLabel = "S",
      description =
          "The most seconds that an article may take, waiting for others included; one that takes"
              + " more fails, and the others are done; learning ends with it. Default: 1800.")
  private long maxSeconds = Limits.defaults().time().toSeconds();

  /** The model that a command line names, found without parsing it, or the default. */
  static String modelIn(String... args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(NAME + "=")) {
        return args[i].substring(NAME.length() + 1);
      }
      if (args[i].equals(NAME) && i + 1 < args.length) {
        return args[i + 1];
      }
    }
    return Headnote.DEFAULT_MODEL;
  }

  /** Whether the command line says how long an article may take. */
  boolean limitsTime() {
    return maxSeconds != Limits.defaults().time().toSeconds();
  }

  /** Whether two models are to share the work. */
  boolean isCascade() {
    return cascade != null;
  }

  /** Sets the model. */
  void apply(Headnote.Builder builder) {
    checkDeviceHasPrecision();
    if (model != null) {
      checkTableIsLeftAsItIs(model);
    }
    builder.precision(precision).device(device).blend(!noBlend).limits(limits());
    trust.apply(builder);
    if (cascade != null) {
      applyCascade(builder, cascade);
    }
    if (model != null && isFolder(model)) {
      builder.model(Path.of(model));
    } else if (model != null) {
      builder.model(model);
    }
  }

  /**
   * Sets the model that a topic model was learned with, unless another is named.
   *
   * @param file the topic model's
   * @throws RunFailure if only the user can know where that is, or the options can't go with it
   */
  void apply(Headnote.Builder builder, TopicModel learned, Path file) {
    if (noBlend && learned.blended()) {
      throw new RunFailure(
          Exit.USAGE,
          "--no-blend: " + file + " was learned with the instant model's vectors; leave it out");
    }
    apply(builder);
    builder.blend(learned.blended());
    if (model != null) {
      return;
    }
    if (!ModelFiles.isAvailable(learned.encoder())) {
      throw new RunFailure(
          Exit.USAGE,
          file
              + ": was learned with the model \""
              + learned.encoder()
              + "\", which is not on the class path; give its folder by "
              + NAME);
    }
    checkTableIsLeftAsItIs(learned.encoder());
    builder.model(learned.encoder());
  }

  /** What no machine can do is a mistake; what this one can't is told when the model is loaded. */
  private void checkDeviceHasPrecision() {
    if (device == Device.CPU && precision == Precision.FP16) {
      throw new RunFailure(
          Exit.USAGE, "--precision fp16: only a GPU has it; leave out --device cpu");
    }
    if (device == Device.CUDA && precision == Precision.INT8) {
      throw new RunFailure(Exit.USAGE, "--precision int8: a GPU does not have it; leave it out");
    }
  }

  private void checkTableIsLeftAsItIs(String name) {
    boolean moved = device == Device.CUDA;
    if (!moved && (precision == Precision.AUTO || precision == Precision.INT8)) {
      return;
    }
    if (find(name, trust.archives()).card().kind() == ModelCard.Kind.STATIC) {
      throw new RunFailure(
          Exit.USAGE,
          (moved ? "--device" : "--precision")
              + ": the model "
              + name
              + " is a table of 8-bit numbers, which runs on the CPU as it is; leave it out");
    }
  }

  /** Loads the model, if the options go together. */
  static Headnote build(Headnote.Builder builder) {
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new RunFailure(Exit.USAGE, CASCADE + ": " + e.getMessage(), e);
    }
  }

  /** How many sentences an article may have; at least 1. */
  int maxSentences() {
    if (maxSentences < 1) {
      throw new RunFailure(Exit.USAGE, MAX_SENTENCES + ": at least 1, not " + maxSentences);
    }
    return maxSentences;
  }

  private Limits limits() {
    if (maxSeconds < 1) {
      throw new RunFailure(Exit.USAGE, "--max-seconds: at least 1, not " + maxSeconds);
    }
    // How long an article may be is up to its reader.
    return Limits.defaults()
        .withBytes(Integer.MAX_VALUE)
        .withSentences(maxSentences())
        .withTime(Duration.ofSeconds(maxSeconds));
  }

  private static void applyCascade(Headnote.Builder builder, String margin) {
    try {
      if (margin.isEmpty()) {
        builder.cascade();
      } else {
        builder.cascade(Double.parseDouble(margin));
      }
    } catch (IllegalArgumentException e) {
      throw new RunFailure(
          Exit.USAGE, CASCADE + ": a margin between 0 and 1, not \"" + margin + "\"", e);
    }
  }

  /**
   * The files of a model that a command line names.
   *
   * @param model a name, or the path of a folder
   * @param trusted the SHA-256 of archives that may run any code
   */
  static ModelFiles find(String model, Set<String> trusted) {
    return isFolder(model) ? ModelFiles.in(Path.of(model), trusted) : ModelFiles.named(model);
  }

  /** Whether a model is named by its folder; that of the empty path nobody means. */
  static boolean isFolder(String model) {
    return model.contains("/")
        || (!model.isEmpty()
            && !ModelFiles.isAvailable(model)
            && Files.isDirectory(Path.of(model)));
  }

  /** Leaves an article that follows the option to the articles, where no margin is given. */
  static final class Margin implements IParameterPreprocessor {

    @Override
    public boolean preprocess(
        Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      boolean attached = "=".equals(info.get("separator"));
      if (attached || args.isEmpty() || !isArticle(args.peek())) {
        return false;
      }
      option.setValue("");
      return true;
    }

    private static boolean isArticle(String argument) {
      return argument.equals(Source.STANDARD_INPUT) || new File(argument).exists();
    }
  }

  /** The models on the class path, for a shell to complete. */
  static final class Names implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return ModelFiles.available().iterator();
    }
  }
}
