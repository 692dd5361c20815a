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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a GPU busy: gathers the windows of all calls under way into large packs.
 *
 * <p>An idle device gets what there is at once. While a pack runs, the next one is launched behind
 * it only if it is worth a launch, else windows gather until the pack has ended. Windows go in the
 * order of the calls, so none starves. One thread launches and another reads results back: a
 * blocking read then waits for the packs launched before it, and not for the one after.
 *
 * <p>A pack that fails is run again call by call, so that a failure reaches the calls that cause it
 * and no others. Safe for use by several threads; a waiting thread of a fork-join pool lets the
 * pool replace it.
 */
final class PackQueue implements AutoCloseable {

  /** Launched packs not yet read back: one that runs, one behind it. */
  private static final int MOST_IN_FLIGHT = 2;

  private final PackDevice device;
  private final int dimensions;
  private final int maxRows;
  private final int rowsWorthALaunch;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Item> waiting = new ArrayDeque<>();
  private final Deque<Flight> launched = new ArrayDeque<>();

  /** The sum of the padded lengths of what waits. */
  private long waitingRows;

  private int inFlight;
  private boolean closed;
  private boolean launcherEnded;

  private final Thread launcher = new Thread(this::launch, "headnote-launch");
  private final Thread reader = new Thread(this::read, "headnote-read");

  /**
   * Starts the threads.
   *
   * @param device runs the packs; not closed with the queue
   * @param dimensions the length of a vector
   * @param maxRows the most tokens of a pack, padding included; a longer window is a pack by itself
   */
  PackQueue(PackDevice device, int dimensions, int maxRows) {
    this.device = device;
    this.dimensions = dimensions;
    this.maxRows = maxRows;
    this.rowsWorthALaunch = Math.max(1, maxRows / 4);
    launcher.setDaemon(true);
    reader.setDaemon(true);
    launcher.start();
    reader.start();
  }

  /**
   * Encodes windows, and waits for that.
   *
   * @return their vectors, one after the other
   * @throws HeadnoteException with code CLOSED after {@link #close()}, or with what the device
   *     reported for these windows
   */
  float[] encode(List<Window> windows) {
    Call call = new Call(windows, dimensions);
    if (windows.isEmpty()) {
      return call.vectors;
    }
    lock.lock();
    try {
      if (closed) {
        throw new HeadnoteException(Code.CLOSED, "the encoder is closed");
      }
      for (int i = 0; i < windows.size(); i++) {
        Item item = new Item(call, i);
        waiting.add(item);
        waitingRows += item.rows();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      return call.done.join();
    } catch (CompletionException e) {
      throw failure(e.getCause());
    }
  }

  /** A new exception for each call, so that its stack trace shows that call. */
  private static HeadnoteException failure(Throwable cause) {
    return cause instanceof HeadnoteException known
        ? new HeadnoteException(known.code(), known.getMessage(), known)
        : new HeadnoteException(Code.INTERNAL, "the encoder failed: " + cause, cause);
  }

  private void launch() {
    try {
      for (List<Item> pack = take(); !pack.isEmpty(); pack = take()) {
        Flight flight = launch(pack);
        lock.lock();
        try {
          launched.add(flight);
          changed.signalAll();
        } finally {
          lock.unlock();
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

  /** The next pack, sorted by length, once it is time for it; an empty one after closing. */
  private List<Item> take() {
    List<Item> pack = new ArrayList<>();
    lock.lock();
    try {
      while (!mayLaunch()) {
        if (closed && waiting.isEmpty()) {
          return pack;
        }
        changed.awaitUninterruptibly();
      }
      int rows = 0;
      while (!waiting.isEmpty() && (pack.isEmpty() || rows + waiting.element().rows() <= maxRows)) {
        Item item = waiting.remove();
        rows += item.rows();
        pack.add(item);
      }
      waitingRows -= rows;
      inFlight++;
    } finally {
      lock.unlock();
    }
    pack.sort(Comparator.comparingInt(item -> item.ids().length));
    return pack;
  }

  private boolean mayLaunch() {
    return !waiting.isEmpty()
        && (inFlight == 0 || (inFlight < MOST_IN_FLIGHT && waitingRows >= rowsWorthALaunch));
  }

  private Flight launch(List<Item> pack) {
    try {
      return new Flight(
          pack, device.launch(PaddedPack.of(pack.stream().map(Item::ids).toList())), null);
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
      } finally {
        lock.lock();
        try {
          inFlight--;
          changed.signalAll();
        } finally {
          lock.unlock();
        }
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
    for (Thread thread : List.of(launcher, reader)) {
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

  /** A call of {@link #encode}. All but {@code done} is touched by the reading thread alone. */
  private static final class Call {

    final List<Window> windows;
    final float[] vectors;
    final CompletableFuture<float[]> done = new CompletableFuture<>();
    int missing;

    Call(List<Window> windows, int dimensions) {
      this.windows = windows;
      this.vectors = new float[Math.multiplyExact(windows.size(), dimensions)];
      this.missing = windows.size();
    }
  }

  /** A window of a call. */
  private record Item(Call call, int index) {

    long[] ids() {
      return call.windows.get(index).ids();
    }

    int rows() {
      return PaddedPack.paddedLength(ids().length);
    }

    void accept(float[] from, int at) {
      int dimensions = call.vectors.length / call.windows.size();
      System.arraycopy(from, at, call.vectors, index * dimensions, dimensions);
      if (--call.missing == 0) {
        call.done.complete(call.vectors);
      }
    }
  }

  /** A pack that was launched, or what kept it from that. */
  private record Flight(List<Item> pack, @Nullable Launched running, @Nullable Throwable failure) {}
}
