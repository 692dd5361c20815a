package dev.headnote.runner;

import java.io.Closeable;
import java.util.List;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far the run is, on standard error, if that is a terminal which the rows don't go to. A
 * run of a few articles is over before anybody would look. For one thread.
 */
final class Progress implements Closeable {

  private static final int FEW = 8;
  private static final long UNKNOWN = -1;

  private final Terminal terminal;
  private final Output output;
  private final long articles;
  private long done;
  private @Nullable ProgressBar bar;

  /** Files are counted; how many rows an input holds is not known before it is read. */
  Progress(Terminal terminal, Output output, List<Source> sources) {
    this.terminal = terminal;
    this.output = output;
    boolean counted = sources.stream().noneMatch(Source::isOfSeveral);
    this.articles = counted ? sources.size() : UNKNOWN;
    this.done = output.before().count();
  }

  void step() {
    done++;
    if (done >= FEW
        && bar == null
        && terminal.errIsTerminal()
        && !(output.isStandard() && terminal.outIsTerminal())) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("articles")
              .setInitialMax(articles)
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns()))
              .build();
    }
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
