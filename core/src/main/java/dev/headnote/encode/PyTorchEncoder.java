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

/**
 * A pretrained transformer on PyTorch, through Deep Java Library.
 *
 * <p>A call's windows are sorted by length and packed, without padding, into packs of a bounded
 * number of tokens; each pack runs on one core, and the packs of a call spread over the pool. How a
 * call is packed depends on its own texts alone, so a call's vectors are the same to the last bit
 * whatever else is under way and however many cores there are.
 */
public final class PyTorchEncoder implements SentenceEncoder {

  /** Enough for the matrix multiplications to run at full speed, few enough to share cores. */
  static final int PACK_TOKENS = 768;

  /**
   * Packs are filled up to a multiple of so many tokens. PyTorch keeps code and buffers for each of
   * hundreds of sizes that it has seen: up to a gigabyte if each number of tokens were one.
   */
  private static final int FILLED_UP_TO = 32;

  private final ModelCard card;
  private final Precision precision;
  private final ForkJoinPool pool;
  private final Windows windows;
  private final TorchScriptModule module;
  private final ReadWriteLock open = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * Loads a model.
   *
   * @param files the model
   * @param device where to run it; AUTO takes the CPU
   * @param precision AUTO takes what is fastest on this machine without loss of quality
   * @param pool the threads to run on; not closed with the encoder
   * @throws HeadnoteException with code MODEL_DAMAGED or ENGINE_UNAVAILABLE
   */
  public PyTorchEncoder(ModelFiles files, Device device, Precision precision, ForkJoinPool pool) {
    this.card = files.card();
    this.pool = pool;
    Device actual = device == Device.AUTO ? Device.CPU : device;
    this.precision = resolve(precision, actual);
    TorchScriptModule.configure();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ForkJoinTask<Windows> tokenizing =
        pool.submit(
            () -> {
              // The tokenizer's native library is looked up where the caller's thread would.
              Thread.currentThread().setContextClassLoader(context);
              return new Windows(files.tokenizer(), card.prefix(), card.maxTokens());
            });
    TorchScriptModule loaded = null;
    try {
      loaded = TorchScriptModule.load(files, actual, this.precision, pool);
      this.module = loaded;
      this.windows = tokenizing.join();
    } catch (RuntimeException | Error e) {
      if (loaded != null) {
        loaded.close();
      }
      tokenizing.quietlyJoin();
      if (tokenizing.isCompletedNormally()) {
        tokenizing.join().close();
      }
      throw e;
    }
  }

  /** Makes the engine ready to start, on a thread of its own. */
  public static void preload() {
    Thread thread = new Thread(TorchScriptModule::preload, "headnote-preload");
    thread.setDaemon(true);
    thread.start();
  }

  private static Precision resolve(Precision wanted, Device device) {
    if (wanted != Precision.AUTO) {
      return wanted;
    }
    return device == Device.CPU && CpuFeatures.hasBfloat16() ? Precision.BF16 : Precision.FP32;
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
      float[][] vectors = new float[texts.size()][card.dimensions()];
      for (int i = 0; i < runs.size(); i++) {
        add(packs.get(i), runs.get(i).join(), vectors);
      }
      for (float[] vector : vectors) {
        normalize(vector);
      }
      return vectors;
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
    int tokens = pack.stream().mapToInt(window -> window.ids().length).sum();
    int missing = Math.floorMod(-tokens, FILLED_UP_TO);
    int filler = missing > card.maxTokens() ? 0 : missing;
    long[] ids = new long[tokens + filler];
    long[] lengths = new long[pack.size() + (filler > 0 ? 1 : 0)];
    if (filler > 0) {
      // A window of padding, id 0, whose vector nobody reads.
      lengths[pack.size()] = filler;
    }
    int position = 0;
    for (int i = 0; i < pack.size(); i++) {
      long[] window = pack.get(i).ids();
      System.arraycopy(window, 0, ids, position, window.length);
      position += window.length;
      lengths[i] = window.length;
    }
    return module.forward(ids, lengths);
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
        module.close();
        windows.close();
      }
    } finally {
      open.writeLock().unlock();
    }
  }
}
