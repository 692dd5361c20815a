package dev.headnote.encode;

import dev.headnote.Device;
import dev.headnote.HeadnoteException;
import dev.headnote.Precision;
import dev.headnote.encode.Windows.Window;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A pretrained transformer on PyTorch, through Deep Java Library.
 *
 * <p>The packs that run together ({@link PackQueue}) depend on the machine. On a CPU with AVX512,
 * the kernels treat each token of a pack alike, so the windows of all calls under way share packs,
 * and no bit of a vector depends on them; the project's tests hold the CPU that they run on to it.
 * On another CPU a call has its own packs, which depend on its texts alone. On a GPU what else is
 * in a pack can change a vector's last digits.
 */
public final class PyTorchEncoder implements SentenceEncoder {

  /** Enough for the matrix multiplications to run at full speed, few enough to share cores. */
  static final int PACK_TOKENS = 768;

  /** Enough to fill a large GPU; takes about 1 GB of its memory in fp32. Not measured on one. */
  static final int GPU_PACK_ROWS = 32_768;

  private final ModelCard card;
  private final Precision precision;
  private final Device device;
  private final Windows windows;
  private final TorchScriptModule module;

  private final PackQueue queue;

  /** Held by each call; a ReentrantReadWriteLock would let no more than 65,535 in. */
  private final ReadWriteLock open = new StampedLock().asReadWriteLock();

  private boolean closed;

  /**
   * Loads a model.
   *
   * @param files the model
   * @param device where to run it. AUTO takes a GPU if PyTorch can use one and it runs the model,
   *     else the CPU; it looks for nothing that is not there already
   * @param precision AUTO takes what is fastest on the device without loss of quality
   * @param pool loads the model; on the CPU, as many packs run at once as it has parallelism. Not
   *     closed with the encoder
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
    PyTorch.configure();
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
        device == Device.CUDA
            ? PackQueue.onGpu(module::launchPadded, card.dimensions(), GPU_PACK_ROWS)
            : PackQueue.onCpu(
                module::runOnCpu,
                card.dimensions(),
                PACK_TOKENS,
                pool.getParallelism(),
                isBatchIndependent());
  }

  /** Makes the engine ready to start. Does nothing where there is none. */
  public static void preload() {
    try {
      PyTorch.preload();
    } catch (NoClassDefFoundError e) {
      // Loading a model says that there is no engine.
    }
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
  public boolean isBatchIndependent() {
    return device == Device.CPU && CpuFeatures.hasAvx512();
  }

  @Override
  public String fingerprint() {
    return card.weightsSha256();
  }

  @Override
  public int dimensions() {
    return card.dimensions();
  }

  @Override
  public float[][] encode(List<String> texts) {
    return encode(texts, Deadline.none());
  }

  @Override
  public float[][] encode(List<String> texts, Deadline deadline) {
    return whileOpen(
        () -> {
          List<Window> all = windows.of(texts);
          float[][] vectors = new float[texts.size()][card.dimensions()];
          add(all, queue.encode(all, deadline), vectors);
          for (float[] vector : vectors) {
            normalize(vector);
          }
          return vectors;
        });
  }

  private <T> T whileOpen(Supplier<T> work) {
    open.readLock().lock();
    try {
      if (closed) {
        throw new HeadnoteException(HeadnoteException.Code.CLOSED, "the encoder is closed");
      }
      return work.get();
    } finally {
      open.readLock().unlock();
    }
  }

  /** Adds each window's vector to its text's, weighted by its length. */
  private static void add(List<Window> windows, float[] windowVectors, float[][] vectors) {
    for (int i = 0; i < windows.size(); i++) {
      float[] vector = vectors[windows.get(i).text()];
      float weight = windows.get(i).ids().length;
      for (int d = 0; d < vector.length; d++) {
        vector[d] += weight * windowVectors[i * vector.length + d];
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
  public int countTokens(String text) {
    return whileOpen(() -> windows.countTokens(text));
  }

  @Override
  public void close() {
    open.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        queue.close();
        module.close();
        windows.close();
      }
    } finally {
      open.writeLock().unlock();
    }
  }
}
