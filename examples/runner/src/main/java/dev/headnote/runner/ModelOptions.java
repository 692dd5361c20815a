package dev.headnote.runner;

import dev.headnote.Device;
import dev.headnote.Headnote;
import dev.headnote.Precision;
import dev.headnote.encode.ModelFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which model to load, and how it computes. */
final class ModelOptions {

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      defaultValue = Headnote.DEFAULT_MODEL,
      description =
          "A model that \"headnote models\" lists, or a folder with a converted one. Default:"
              + " ${DEFAULT-VALUE}.")
  private String model = Headnote.DEFAULT_MODEL;

  @Option(
      names = "--precision",
      paramLabel = "KIND",
      defaultValue = "auto",
      description =
          "How to compute: fp32, bf16, int8 (CPU only), fp16 (GPU only), or auto: bf16 where the CPU"
              + " has it, else fp32; fp16 on a GPU. Default: auto.")
  private Precision precision = Precision.AUTO;

  @Option(
      names = "--device",
      paramLabel = "KIND",
      defaultValue = "auto",
      description =
          "Where to compute: cpu, cuda (fails where there is no GPU), or auto: a GPU if one can be"
              + " used, else the CPU. Default: auto.")
  private Device device = Device.AUTO;

  void apply(Headnote.Builder builder) {
    builder.precision(precision).device(device);
    boolean isFolder =
        model.contains("/")
            || (!ModelFiles.available().contains(model) && Files.isDirectory(Path.of(model)));
    if (isFolder) {
      builder.model(Path.of(model));
    } else {
      builder.model(model);
    }
  }
}
