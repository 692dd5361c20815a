package dev.headnote.runner;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far the run is, on standard error, if that is a terminal which the rows don't go to. A
 * run of a few articles is over before anybody would look. For one thread.
 */
final class RunProgress implements Closeable {

  private static final int FEW = 8;
  private static final long UNKNOWN = -1;
  private static final long KILOBYTE = 1 << 10;
  private static final long MEGABYTE = 1 << 20;

  private final Terminal terminal;
  private final Output output;
  private final long articles;
  private final long bytes;
  private final AtomicLong bytesRead = new AtomicLong();
  private long done;
  private @Nullable ProgressBar bar;

  /**
   * Files are counted. How many rows an input holds is not known before it is read: of files of
   * rows the bytes are counted, if they are all known.
   */
  RunProgress(Terminal terminal, Output output, List<Source> sources) {
    this.terminal = terminal;
    this.output = output;
    this.articles = sources.stream().noneMatch(Source::isOfSeveral) ? sources.size() : UNKNOWN;
    this.bytes = articles == UNKNOWN ? bytesOfRows(sources) : UNKNOWN;
    this.done = output.before().count();
  }

  private static long bytesOfRows(List<Source> sources) {
    long bytes = 0;
    for (Source source : sources) {
      Path path = source.path();
      if (path == null || source.isZip() || source.format() != InputFormat.JSONL) {
        return UNKNOWN;
      }
      bytes += path.toFile().length();
    }
    return bytes;
  }

  /** Is told by the reader how many bytes of rows it has read. */
  AtomicLong bytesRead() {
    return bytesRead;
  }

  void step() {
    done++;
    if (done >= FEW
        && bar == null
        && terminal.errIsTerminal()
        && !(output.isStandard() && terminal.outIsTerminal())) {
      bar = start();
    }
    if (bar != null) {
      bar.stepTo(bytes == UNKNOWN ? done : bytesRead.get());
      if (bytes != UNKNOWN) {
        bar.setExtraMessage(String.format(Locale.ROOT, " %,d articles", done));
      }
    }
  }

  private ProgressBar start() {
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName("articles")
            .setInitialMax(bytes == UNKNOWN ? articles : bytes)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .showSpeed()
            .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns()));
    if (bytes != UNKNOWN) {
      // It shows whole units, of which a small file would have none.
      boolean small = bytes < 10 * MEGABYTE;
      builder.setUnit(small ? " kB" : " MB", small ? KILOBYTE : MEGABYTE);
    }
    return builder.build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
