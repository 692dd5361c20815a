package dev.headnote.encode;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.PackDevice.Launched;
import dev.headnote.encode.Windows.Window;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
 * <p>A pack that fails is run again call by call, so that a failure reaches the calls that cause it
 * and no others. Safe for use by several threads; a waiting thread of a fork-join pool lets the
 * pool replace it.
 */
final class PackQueue implements AutoCloseable {

  /** Packs of a GPU launched and not yet read back: one that runs, one behind it. */
  private static final int GPU_IN_FLIGHT = 2;

  /**
   * Fewer tokens than these multiply slowly on a CPU: at 105 they take 8 % longer
   * (docs/performance.md).
   */
  private static final int LEAST_TOKENS = 192;

  private static final Comparator<Item> BY_LENGTH =
      Comparator.comparingInt(item -> item.ids().length);

  private final PackDevice device;
  private final int dimensions;
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

  private PackQueue(
      PackDevice device,
      int dimensions,
      boolean gpu,
      boolean shared,
      int maxInFlight,
      int maxRows) {
    this.device = device;
    this.dimensions = dimensions;
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
    PackQueue queue = new PackQueue(device, dimensions, false, shared, cores, maxTokens);
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
    PackQueue queue = new PackQueue(device, dimensions, true, true, GPU_IN_FLIGHT, maxRows);
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
    Call call = new Call(windows, dimensions);
    if (windows.isEmpty()) {
      return call.vectors;
    }
    // In order of length, so that the windows of a pack are of nearly one length.
    List<Item> items = new ArrayList<>(windows.size());
    for (int i = 0; i < windows.size(); i++) {
      items.add(new Item(call, i));
    }
    items.sort(BY_LENGTH);
    lock.lock();
    try {
      if (closed) {
        throw new HeadnoteException(Code.CLOSED, "the encoder is closed");
      }
      for (Item item : items) {
        waiting.add(item);
        waitingRows += rows(item);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      return deadline.isFinite()
          ? call.done.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS)
          : call.done.get();
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
        finish(launch(pack));
      } catch (RuntimeException | Error e) {
        fail(pack, e);
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
          add(launch(pack));
        } catch (RuntimeException | Error e) {
          fail(pack, e);
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
        waitForMemory();
      }
    }
  }

  /** If a thread of the queue ended for want of memory, calls would wait for ever. */
  private static void waitForMemory() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
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
    int idle = maxInFlight - inFlight;
    return (int) Math.min(maxRows, Math.max(LEAST_TOKENS, (waitingRows + idle - 1) / idle));
  }

  private int rows(Item item) {
    return gpu ? PaddedPack.paddedLength(item.ids().length) : item.ids().length;
  }

  private Flight launch(List<Item> pack) {
    try {
      pack.sort(BY_LENGTH);
      return new Flight(pack, device.launch(pack.stream().map(Item::ids).toList()), null);
    } catch (RuntimeException | Error e) {
      return new Flight(pack, null, e);
    }
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
        finish(flight);
      } catch (RuntimeException | Error e) {
        fail(flight.pack, e);
      } finally {
        landed();
      }
    }
  }

  /** Ends the calls of a pack, which may be done by now. */
  private static void fail(List<Item> pack, Throwable failure) {
    for (int i = 0; i < pack.size(); ) {
      try {
        pack.get(i).call().done.completeExceptionally(failure);
        i++;
      } catch (OutOfMemoryError e) {
        waitForMemory();
      }
    }
  }

  private void finish(Flight flight) {
    Throwable failure = deliver(flight);
    if (failure == null) {
      return;
    }
    Map<Call, List<Item>> byCall = flight.pack.stream().collect(Collectors.groupingBy(Item::call));
    for (Map.Entry<Call, List<Item>> one : byCall.entrySet()) {
      Throwable own = byCall.size() == 1 ? failure : deliver(launch(one.getValue()));
      if (own != null) {
        one.getKey().done.completeExceptionally(own);
      }
    }
  }

  /** Hands a pack's vectors to its calls, or returns what failed. */
  private @Nullable Throwable deliver(Flight flight) {
    if (flight.running == null) {
      return flight.failure;
    }
    float[] vectors;
    try (Launched running = flight.running) {
      vectors = running.vectors();
    } catch (RuntimeException | Error e) {
      return e;
    }
    if (vectors.length != flight.pack.size() * dimensions) {
      return new IllegalStateException("the device returned " + vectors.length + " numbers");
    }
    for (int i = 0; i < flight.pack.size(); i++) {
      flight.pack.get(i).accept(vectors, i * dimensions);
    }
    return null;
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

  /** A call of {@link #encode}. */
  private static final class Call {

    final List<Window> windows;
    final float[] vectors;
    final CompletableFuture<float[]> done = new CompletableFuture<>();
    final AtomicInteger missing;

    Call(List<Window> windows, int dimensions) {
      this.windows = windows;
      this.vectors = new float[Math.multiplyExact(windows.size(), dimensions)];
      this.missing = new AtomicInteger(windows.size());
    }
  }

  /** A window of a call. */
  private record Item(Call call, int index) {

    long[] ids() {
      return call.windows.get(index).ids();
    }

    void accept(float[] from, int at) {
      int dimensions = call.vectors.length / call.windows.size();
      System.arraycopy(from, at, call.vectors, index * dimensions, dimensions);
      if (call.missing.decrementAndGet() == 0) {
        call.done.complete(call.vectors);
      }
    }
  }

  /** A pack that was launched, or what kept it from that. */
  private record Flight(List<Item> pack, @Nullable Launched running, @Nullable Throwable failure) {}
}
