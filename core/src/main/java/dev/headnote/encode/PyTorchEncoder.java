package dev.headnote.encode;

import dev.headnote.Device;
import dev.headnote.HeadnoteException;
import dev.headnote.Precision;
import dev.headnote.encode.Windows.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A pretrained transformer on PyTorch, through Deep Java Library.
 *
 * <p>A call's windows are sorted by length and packed, without padding, into packs of a bounded
 * number of tokens; each pack runs on one core, and the packs of a call spread over the pool. How a
 * call is packed depends on its own texts alone, so a call's vectors are the same to the last bit
 * whatever else is under way and however many cores there are. On the CPUs tried, a text's vector
 * doesn't depend on the rest of its pack either.
 *
 * <p>On a GPU the windows of all calls under way share packs ({@link PackQueue}), and what else is
 * in a pack can change the last digits of a vector.
 */
public final class PyTorchEncoder implements SentenceEncoder {

  /** Enough for the matrix multiplications to run at full speed, few enough to share cores. */
  static final int PACK_TOKENS = 768;

  /** Enough to fill a large GPU; takes about 1 GB of its memory in fp32. Not measured on one. */
  static final int GPU_PACK_ROWS = 32_768;

  private final ModelCard card;
  private final Precision precision;
  private final Device device;
  private final ForkJoinPool pool;
  private final Windows windows;
  private final TorchScriptModule module;

  /** Where the packs go on a GPU; null on the CPU. */
  private final @Nullable PackQueue queue;

  private final ReadWriteLock open = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * Loads a model.
   *
   * @param files the model
   * @param device where to run it. AUTO takes a GPU if PyTorch can use one and it runs the model,
   *     else the CPU; it looks for nothing that is not there already
   * @param precision AUTO takes what is fastest on the device without loss of quality
   * @param pool the threads to run on where the device is the CPU; not closed with the encoder
   * @throws HeadnoteException with code MODEL_DAMAGED or ENGINE_UNAVAILABLE; the latter also for a
   *     precision that the device does not have
   */
  public PyTorchEncoder(ModelFiles files, Device device, Precision precision, ForkJoinPool pool) {
    this(
        files,
        windows ->
            LoadedModule.load(
                files,
                device,
                precision,
                pool,
                () ->
                    windows.get().of(ReferenceText.sentences()).stream().map(Window::ids).toList()),
        pool);
  }

  /** Loads the tokenizer beside the module, which may ask for it. */
  PyTorchEncoder(
      ModelFiles files, Function<Supplier<Windows>, LoadedModule> load, ForkJoinPool pool) {
    this.card = files.card();
    this.pool = pool;
    TorchScriptModule.configure();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ForkJoinTask<Windows> tokenizing =
        pool.submit(
            () -> {
              // The tokenizer's native library is looked up where the caller's thread would.
              Thread.currentThread().setContextClassLoader(context);
              return new Windows(files.tokenizer(), card.prefix(), card.maxTokens());
            });
    LoadedModule loaded = null;
    try {
      loaded = load.apply(tokenizing::join);
      this.windows = tokenizing.join();
    } catch (RuntimeException | Error e) {
      if (loaded != null) {
        loaded.module().close();
      }
      tokenizing.quietlyJoin();
      if (tokenizing.isCompletedNormally()) {
        tokenizing.join().close();
      }
      throw e;
    }
    this.device = loaded.device();
    this.precision = loaded.precision();
    this.module = loaded.module();
    this.queue =
        device == Device.CUDA ? new PackQueue(module, card.dimensions(), GPU_PACK_ROWS) : null;
  }

  /** Starts the engine on a thread of its own; loading a model waits until it runs. */
  public static void preload() {
    Thread thread = new Thread(TorchScriptModule::preload, "headnote-preload");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public String model() {
    return card.name();
  }

  @Override
  public Precision precision() {
    return precision;
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public int dimensions() {
    return card.dimensions();
  }

  @Override
  public float[][] encode(List<String> texts) {
    open.readLock().lock();
    try {
      if (closed) {
        throw new HeadnoteException(HeadnoteException.Code.CLOSED, "the encoder is closed");
      }
      List<Window> all = windows.of(texts);
      float[][] vectors = new float[texts.size()][card.dimensions()];
      if (queue != null) {
        add(all, queue.encode(all), vectors);
        return normalized(vectors);
      }
      List<ForkJoinTask<float[]>> runs = new ArrayList<>();
      List<List<Window>> packs = packs(all);
      for (List<Window> pack : packs) {
        runs.add(ForkJoinTask.adapt(() -> run(pack)));
      }
      if (ForkJoinTask.getPool() == pool) {
        ForkJoinTask.invokeAll(runs);
      } else {
        runs.forEach(pool::execute);
      }
      for (int i = 0; i < runs.size(); i++) {
        add(packs.get(i), runs.get(i).join(), vectors);
      }
      return normalized(vectors);
    } finally {
      open.readLock().unlock();
    }
  }

  private static List<List<Window>> packs(List<Window> windows) {
    List<Window> sorted = new ArrayList<>(windows);
    sorted.sort(Comparator.comparingInt(window -> window.ids().length));
    List<List<Window>> packs = new ArrayList<>();
    List<Window> pack = new ArrayList<>();
    int tokens = 0;
    for (Window window : sorted) {
      if (!pack.isEmpty() && tokens + window.ids().length > PACK_TOKENS) {
        packs.add(pack);
        pack = new ArrayList<>();
        tokens = 0;
      }
      pack.add(window);
      tokens += window.ids().length;
    }
    if (!pack.isEmpty()) {
      packs.add(pack);
    }
    return packs;
  }

  private float[] run(List<Window> pack) {
    return module.forward(Pack.of(pack.stream().map(Window::ids).toList()));
  }

  /** Adds each window's vector to its text's, weighted by its length. */
  private void add(List<Window> pack, float[] packVectors, float[][] vectors) {
    for (int i = 0; i < pack.size(); i++) {
      float[] vector = vectors[pack.get(i).text()];
      float weight = pack.get(i).ids().length;
      for (int d = 0; d < vector.length; d++) {
        vector[d] += weight * packVectors[i * vector.length + d];
      }
    }
  }

  private static float[][] normalized(float[][] vectors) {
    for (float[] vector : vectors) {
      normalize(vector);
    }
    return vectors;
  }

  private static void normalize(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    for (int d = 0; d < vector.length; d++) {
      vector[d] *= scale;
    }
  }

  @Override
  public void close() {
    open.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        if (queue != null) {
          queue.close();
        }
        module.close();
        windows.close();
      }
    } finally {
      open.writeLock().unlock();
    }
  }
}
