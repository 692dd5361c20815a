package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.topic.TopicOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Topics and summary of each article. */
@Command(
    name = "digest",
    description = "Label the topics of articles and summarise them.",
    footerHeading = HelpPage.EXAMPLES,
    footer = {
      "  headnote digest seeds/",
      "  headnote digest --model instant --format jsonl --output news.jsonl news.zip",
      "  curl -s https://example.org/ | headnote digest --input html --sentences 2 -",
      "  headnote digest --format html --output page.html --keyphrases 5 seeds/"
    })
final class DigestCommand extends ArticlesCommand {

  @Mixin private final LabellingOptions labelling = new LabellingOptions();
  @Mixin private final BudgetOptions budget = new BudgetOptions();

  @Option(
      names = "--keyphrases",
      paramLabel = "N",
      description = "Also find at most so many phrases that say what an article is about.")
  private @Nullable Integer keyphrases;

  DigestCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  List<Path> settings() {
    return Stream.concat(labelling.files().stream(), budget.files().stream()).toList();
  }

  @Override
  Work open() {
    Headnote.Builder builder = Headnote.builder().workers(workers());
    budget.apply(builder);
    LabellingOptions.Chosen labels = labelling.apply(builder, TopicOptions.defaults(), terminal());
    if (keyphrases != null) {
      if (keyphrases < 1) {
        throw new RunFailure(Exit.USAGE, "--keyphrases: at least 1, not " + keyphrases);
      }
      builder.keyphrases(keyphrases);
    }
    ModelWork.Verb verb =
        keyphrases == null ? ModelWork.Verb.DIGEST : ModelWork.Verb.DIGEST_WITH_KEYPHRASES;
    return new ModelWork(labelling.build(builder), verb, labels.several());
  }
}
