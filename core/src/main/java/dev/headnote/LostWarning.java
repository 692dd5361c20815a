package dev.headnote;

import java.lang.ref.Cleaner;
import org.slf4j.LoggerFactory;

/**
 * Warns of an object that nobody can close any more, once. It frees nothing: threads may still be
 * at work with what the object held.
 */
final class LostWarning implements Runnable {

  private static final Cleaner CLEANER = Cleaner.create();

  private final String model;
  private volatile boolean closed;

  private LostWarning(String model) {
    this.model = model;
  }

  /**
   * Watches an object until it is closed.
   *
   * @param model names it in the warning
   * @return to be run when the object is closed; keeps no reference to it
   */
  static Runnable watch(Object watched, String model) {
    LostWarning warning = new LostWarning(model);
    Cleaner.Cleanable cleanable = CLEANER.register(watched, warning);
    return () -> {
      warning.closed = true;
      cleanable.clean();
    };
  }

  /** By the cleaner, once the object is unreachable or closed. */
  @Override
  public void run() {
    if (!closed) {
      LoggerFactory.getLogger(LostWarning.class)
          .warn(
              "a Headnote with the model {} was lost without being closed, and keeps its native"
                  + " memory; build one, share it, and close it",
              model);
    }
  }
}
