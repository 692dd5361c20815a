package dev.headnote.encode;

import dev.headnote.encode.PackDevice.Launched;
import dev.headnote.encode.Windows.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs packs on a device and hands their vectors to the calls. A pack that fails is run again call
 * by call, so that a failure reaches the calls that cause it and no others. Safe for use by several
 * threads.
 */
final class PackRunner {

  private final PackDevice device;
  private final int dimensions;

  /**
   * @param device runs the packs
   * @param dimensions the length of a vector
   */
  PackRunner(PackDevice device, int dimensions) {
    this.device = device;
    this.dimensions = dimensions;
  }

  /** A call for windows, none of which is encoded yet. */
  Call call(List<Window> windows) {
    return new Call(windows, dimensions);
  }

  /** Launches a pack; what keeps it from that is told when it is finished. */
  Flight launch(List<Item> pack) {
    try {
      pack.sort(Item.BY_LENGTH);
      return new Flight(pack, device.launch(pack.stream().map(Item::ids).toList()), null);
    } catch (RuntimeException | Error e) {
      return new Flight(pack, null, e);
    }
  }

  /** Ends the calls of a pack, which may be done by now. */
  static void fail(List<Item> pack, Throwable failure) {
    for (int i = 0; i < pack.size(); ) {
      try {
        pack.get(i).call().done.completeExceptionally(failure);
        i++;
      } catch (OutOfMemoryError e) {
        waitForMemory();
      }
    }
  }

  /** Waits for a pack, and hands its vectors, or its failure, to its calls. */
  void finish(Flight flight) {
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

  /** If a thread of the queue ended for want of memory, calls would wait for ever. */
  static void waitForMemory() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
  }

  /** Windows that are encoded together, and what becomes of them. */
  static final class Call {

    private final List<Window> windows;
    private final float[] vectors;
    private final CompletableFuture<float[]> done = new CompletableFuture<>();
    private final AtomicInteger missing;

    private Call(List<Window> windows, int dimensions) {
      this.windows = windows;
      this.vectors = new float[Math.multiplyExact(windows.size(), dimensions)];
      this.missing = new AtomicInteger(windows.size());
    }

    /** One after the other; complete once {@link #done} is. */
    float[] vectors() {
      return vectors;
    }

    CompletableFuture<float[]> done() {
      return done;
    }

    /**
     * Waits until the call is done. Other than {@link CompletableFuture#get()}, a latch does not
     * let a fork-join pool replace the thread.
     */
    void awaitInPlace(Deadline deadline) throws InterruptedException, TimeoutException {
      CountDownLatch latch = new CountDownLatch(1);
      CompletableFuture<float[]> unused = done.whenComplete((value, failure) -> latch.countDown());
      if (!latch.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw new TimeoutException();
      }
    }
  }

  /** A window of a call. */
  record Item(Call call, int index) {

    static final Comparator<Item> BY_LENGTH = Comparator.comparingInt(item -> item.ids().length);

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
  record Flight(List<Item> pack, @Nullable Launched running, @Nullable Throwable failure) {}
}
