package dev.headnote.runner;

import dev.headnote.Headnote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks whether all is well with the installation. */
@Command(
    name = "doctor",
    description =
        "Look at Java, the processor, the engine and the models, digest an article with each model,"
            + " and say of what is wrong what to do about it.",
    footerHeading = HelpPage.EXAMPLES,
    footer = {"  headnote doctor", "  headnote doctor --model ./own --format json"})
final class DoctorCommand implements Callable<Integer> {

  /** How the examination is told. */
  enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      completionCandidates = ModelOptions.Names.class,
      description =
          "A model to try; give the option once for each. Default: "
              + Headnote.DEFAULT_MODEL
              + " and "
              + Headnote.INSTANT_MODEL
              + ".")
  private List<String> models = List.of(Headnote.DEFAULT_MODEL, Headnote.INSTANT_MODEL);

  @Mixin private final TrustOption trust = new TrustOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to write: text for people, or json. Default: text.")
  private Format format = Format.TEXT;

  @Mixin private final ColorOption color = new ColorOption();

  private final Terminal terminal;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Set<String> trusted = trust.archives();
    List<Finding> findings = new ArrayList<>(MachineExamination.findings());
    if (models.stream().anyMatch(model -> ModelExamination.needsEngine(model, trusted))) {
      findings.addAll(EngineExamination.findings(terminal.environment()));
    }
    models.forEach(model -> findings.addAll(new ModelExamination(model, trusted).findings()));
    DoctorReport report = new DoctorReport(findings);
    // What was found stays so, whoever has read it.
    Output.print(terminal, output -> write(report, output));
    return (Finding.areFine(findings) ? Exit.DONE : Exit.FAILED).code();
  }

  private void write(DoctorReport report, Output output) throws IOException {
    if (format == Format.JSON) {
      report.writeJson(output.stream());
    } else {
      report.print(output.stream(), color.of(terminal));
    }
  }
}
