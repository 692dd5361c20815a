package dev.headnote.runner;

import dev.headnote.Progress;
import java.io.Closeable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows the stages of a long piece of work on standard error, a bar with the time left for each, if
 * that is a terminal. For one thread at a time.
 */
final class StageProgress implements Progress, Closeable {

  /** The total where it is not known, such as of rows before they are read. */
  static final long UNKNOWN = -1;

  private final Terminal terminal;
  private final boolean isShown;
  private @Nullable String current;
  private @Nullable ProgressBar bar;

  StageProgress(Terminal terminal) {
    this.terminal = terminal;
    this.isShown = terminal.errIsTerminal();
  }

  @Override
  public void at(String stage, long done, long total) {
    if (!isShown) {
      return;
    }
    if (bar == null || !stage.equals(current)) {
      close();
      current = stage;
      bar =
          new ProgressBarBuilder()
              .setTaskName(stage)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              .showSpeed()
              .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns()))
              .build();
    }
    bar.stepTo(done);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
