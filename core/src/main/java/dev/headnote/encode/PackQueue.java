package dev.headnote.encode;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.PackRunner.Call;
import dev.headnote.encode.PackRunner.Flight;
import dev.headnote.encode.PackRunner.Item;
import dev.headnote.encode.Windows.Window;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps a device busy: gathers the windows of all calls under way into packs. An idle device gets
 * what there is at once. Windows go in the order of the calls, so none starves.
 *
 * <ul>
 *   <li>On a CPU each of several threads runs a pack at a time. While there are idle threads, the
 *       windows that wait are shared out among them, so that a single article uses all cores. If
 *       packs may not depend on what is under way, they are the same for a call each time.
 *   <li>On a GPU packs are large. While one runs, the next is launched behind it only if it is
 *       worth a launch, else windows gather until the pack has ended. One thread launches and
 *       another reads results back: a blocking read then waits for the packs launched before it,
 *       and not for the one after.
 * </ul>
 *
 * <p>Safe for use by several threads. A waiting thread of a fork-join pool lets the pool replace
 * it, so that more articles are made ready, until enough for the next packs waits: what more there
 * were would only take memory.
 */
final class PackQueue implements AutoCloseable {

  /** Packs of a GPU launched and not yet read back: one that runs, one behind it. */
  private static final int GPU_IN_FLIGHT = 2;

  /**
   * A pack is not parted among idle cores into parts with fewer tokens than these, which multiply
   * slowly on a CPU (docs/performance/streams.md).
   */
  private static final int LEAST_TOKENS = 64;

  /** So many full packs for each that may run are enough to wait. */
  private static final int ENOUGH_PACKS = 2;

  private final PackRunner runner;
  private final boolean gpu;
  private final boolean shared;
  private final int maxInFlight;
  private final int maxRows;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Item> waiting = new ArrayDeque<>();
  private final Deque<Flight> launched = new ArrayDeque<>();

  /** The rows of what waits: its tokens, on a GPU with padding. */
  private long waitingRows;

  private int inFlight;
  private boolean closed;
  private boolean launcherEnded;

  private final List<Thread> threads = new ArrayList<>();

  private PackQueue(PackRunner runner, boolean gpu, boolean shared, int maxInFlight, int maxRows) {
    this.runner = runner;
    this.gpu = gpu;
    this.shared = shared;
    this.maxInFlight = maxInFlight;
    this.maxRows = maxRows;
  }

  /**
   * Starts a queue for a CPU.
   *
   * @param device runs the packs, each in its launch; not closed with the queue
   * @param dimensions the length of a vector
   * @param maxTokens the most tokens of a pack; a longer window is a pack by itself
   * @param cores how many packs run at a time
   * @param shared whether calls may share packs and a pack may be of any size
   */
  static PackQueue onCpu(
      PackDevice device, int dimensions, int maxTokens, int cores, boolean shared) {
    PackRunner runner = new PackRunner(device, dimensions);
    PackQueue queue = new PackQueue(runner, false, shared, cores, maxTokens);
    for (int i = 1; i <= cores; i++) {
      queue.threads.add(new Thread(queue::run, "headnote-encode-" + i));
    }
    return queue.started();
  }

  /**
   * Starts a queue for a GPU.
   *
   * @param device runs the packs; not closed with the queue
   * @param dimensions the length of a vector
   * @param maxRows the most tokens of a pack, padding included; a longer window is a pack by itself
   */
  static PackQueue onGpu(PackDevice device, int dimensions, int maxRows) {
    PackRunner runner = new PackRunner(device, dimensions);
    PackQueue queue = new PackQueue(runner, true, true, GPU_IN_FLIGHT, maxRows);
    queue.threads.add(new Thread(queue::launch, "headnote-launch"));
    queue.threads.add(new Thread(queue::read, "headnote-read"));
    return queue.started();
  }

  private PackQueue started() {
    for (Thread thread : threads) {
      thread.setDaemon(true);
      thread.start();
    }
    return this;
  }

  /**
   * Encodes windows, and waits for that. If the deadline is over or this thread is interrupted,
   * what has not begun of them is dropped.
   *
   * @return their vectors, one after the other
   * @throws HeadnoteException with code CLOSED after {@link #close()}, LIMIT_EXCEEDED or
   *     INTERRUPTED, or with what the device reported for these windows
   */
  float[] encode(List<Window> windows, Deadline deadline) {
    deadline.check();
    Call call = runner.call(windows);
    if (windows.isEmpty()) {
      return call.vectors();
    }
    // In order of length, so that the windows of a pack are of nearly one length.
    List<Item> items = new ArrayList<>(windows.size());
    for (int i = 0; i < windows.size(); i++) {
      items.add(new Item(call, i));
    }
    items.sort(Item.BY_LENGTH);
    boolean enough;
    lock.lock();
    try {
      if (closed) {
        throw new HeadnoteException(Code.CLOSED, "the encoder is closed");
      }
      for (Item item : items) {
        waiting.add(item);
        waitingRows += rows(item);
      }
      enough = waitingRows >= (long) ENOUGH_PACKS * maxInFlight * maxRows;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (enough) {
        call.awaitInPlace(deadline);
      }
      return deadline.isFinite()
          ? call.done().get(deadline.remainingNanos(), TimeUnit.NANOSECONDS)
          : call.done().get();
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNull(e.getCause()));
    } catch (TimeoutException e) {
      drop(call);
      throw deadline.exceeded();
    } catch (InterruptedException e) {
      drop(call);
      Thread.currentThread().interrupt();
      throw Deadline.interrupted();
    }
  }

  /** Takes back what waits of a call; what runs of it runs to its end. */
  private void drop(Call call) {
    lock.lock();
    try {
      waiting.removeIf(item -> item.call() == call);
      waitingRows = waiting.stream().mapToLong(this::rows).sum();
    } finally {
      lock.unlock();
    }
  }

  /** A new exception for each call, so that its stack trace shows that call. */
  private static HeadnoteException failure(Throwable cause) {
    return cause instanceof HeadnoteException known
        ? new HeadnoteException(known.code(), String.valueOf(known.getMessage()), known)
        : new HeadnoteException(Code.INTERNAL, "the encoder failed: " + cause, cause);
  }

  /** What a thread for a CPU does. */
  private void run() {
    for (List<Item> pack = take(); !pack.isEmpty(); pack = take()) {
      try {
        runner.finish(runner.launch(pack));
      } catch (RuntimeException | Error e) {
        PackRunner.fail(pack, e);
      } finally {
        landed();
      }
    }
  }

  private void landed() {
    lock.lock();
    try {
      inFlight--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void launch() {
    try {
      for (List<Item> pack = take(); !pack.isEmpty(); pack = take()) {
        try {
          add(runner.launch(pack));
        } catch (RuntimeException | Error e) {
          PackRunner.fail(pack, e);
          landed();
        }
      }
    } finally {
      lock.lock();
      try {
        launcherEnded = true;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void add(Flight flight) {
    lock.lock();
    try {
      launched.add(flight);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The next pack, once it is time for it; an empty one after closing. */
  private List<Item> take() {
    while (true) {
      try {
        return takeOnce();
      } catch (OutOfMemoryError e) {
        PackRunner.waitForMemory();
      }
    }
  }

  private List<Item> takeOnce() {
    lock.lock();
    try {
      while (!mayLaunch()) {
        if (closed && waiting.isEmpty()) {
          return List.of();
        }
        changed.awaitUninterruptibly();
      }
      int most = mostRows();
      Call call = waiting.element().call();
      int rows = 0;
      List<Item> pack = new ArrayList<>();
      for (Item item : waiting) {
        if ((!pack.isEmpty() && rows + rows(item) > most) || (!shared && item.call() != call)) {
          break;
        }
        rows += rows(item);
        pack.add(item);
      }
      // Not one by one, so that nothing is lost if the memory ends while the pack grows.
      for (int i = 0; i < pack.size(); i++) {
        waiting.remove();
      }
      waitingRows -= rows;
      inFlight++;
      return pack;
    } finally {
      lock.unlock();
    }
  }

  private boolean mayLaunch() {
    boolean worthIt = !gpu || inFlight == 0 || waitingRows >= Math.max(1, maxRows / 4);
    return !waiting.isEmpty() && inFlight < maxInFlight && worthIt;
  }

  /** On a CPU, what waits is for all that are idle. */
  private int mostRows() {
    if (gpu || !shared) {
      return maxRows;
    }
    long packs = Math.max(1, Math.min(maxInFlight - inFlight, waitingRows / LEAST_TOKENS));
    return (int) Math.min(maxRows, (waitingRows + packs - 1) / packs);
  }

  private int rows(Item item) {
    return gpu ? PaddedPack.paddedLength(item.ids().length) : item.ids().length;
  }

  private void read() {
    while (true) {
      Flight flight;
      lock.lock();
      try {
        while (launched.isEmpty()) {
          if (launcherEnded) {
            return;
          }
          changed.awaitUninterruptibly();
        }
        flight = launched.remove();
      } finally {
        lock.unlock();
      }
      try {
        runner.finish(flight);
      } catch (RuntimeException | Error e) {
        PackRunner.fail(flight.pack(), e);
      } finally {
        landed();
      }
    }
  }

  /** Waits for the calls under way. Calls that come later fail. Closing twice does nothing. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
