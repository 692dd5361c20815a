package dev.headnote.runner;

import picocli.CommandLine.Command;

/** Parts the evaluations; each is a command below this one. */
@Command(
    name = "evaluate",
    description = "Measure how good results are on articles of your own.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = HelpPage.EXAMPLES,
    footer = {
      "  headnote evaluate topics --labels labels.jsonl articles.jsonl",
      "  headnote evaluate summaries --model instant articles.jsonl.gz"
    })
final class EvaluateCommand {}
