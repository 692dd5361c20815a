package dev.headnote.encode;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import dev.headnote.Device;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Precision;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/**
 * The model in native memory: weights, and the TorchScript code that runs over them. Several
 * threads may run it at once, each on one core; closing it while one does is the caller's mistake.
 */
final class TorchScriptModule implements AutoCloseable {

  /** TorchScript keeps this setting for each thread. */
  private static final ThreadLocal<Boolean> OPTIMIZER_OFF = ThreadLocal.withInitial(() -> false);

  private final NDManager manager;
  private final PtSymbolBlock block;

  private TorchScriptModule(NDManager manager, PtSymbolBlock block) {
    this.manager = manager;
    this.block = block;
  }

  /** Reads the archive once the engine runs. */
  private interface Archive {
    PtSymbolBlock load(PtNDManager manager) throws IOException;
  }

  /**
   * Loads a model, reading and verifying its archive while the engine starts.
   *
   * @param files the model
   * @param device a device that is there
   * @param precision any but AUTO
   * @param pool where to read the archive
   */
  static TorchScriptModule load(
      ModelFiles files, Device device, Precision precision, ForkJoinPool pool) {
    String name = files.card().name();
    if (!isFused(device)) {
      return load(files.archive(), name, device, precision);
    }
    CountDownLatch begun = new CountDownLatch(1);
    ForkJoinTask<@Nullable Path> copying =
        pool.submit(
            () -> {
              try {
                return files.archiveCopy(begun::countDown);
              } finally {
                begun.countDown();
              }
            });
    try {
      // Else the linker, which loads the engine for some 0.2 s, would keep the copy waiting.
      awaitUninterruptibly(begun);
      return load(
          name,
          device,
          precision,
          manager -> {
            Path copy = copying.join();
            return copy == null
                ? fromMemory(manager, files.archive(), device)
                : JniUtils.loadModule(manager, copy, false, new String[0], new String[0], false);
          });
    } finally {
      copying.quietlyJoin();
      ModelFiles.delete(copying.getRawResult());
    }
  }

  /**
   * Loads a model.
   *
   * @param archive the TorchScript archive
   * @param name names the model in error messages
   * @param device a device that is there
   * @param precision any but AUTO
   */
  static TorchScriptModule load(byte[] archive, String name, Device device, Precision precision) {
    return load(
        name,
        device,
        precision,
        manager ->
            fromMemory(manager, isFused(device) ? archive : PlainArchive.of(archive), device));
  }

  private static TorchScriptModule load(
      String name, Device device, Precision precision, Archive archive) {
    NDManager manager = engine(device);
    try {
      PtSymbolBlock block = archive.load((PtNDManager) manager);
      prepareThread();
      try (IValue argument = IValue.from(code(precision))) {
        IValueUtils.runMethod(block, "prepare", argument).close();
      }
      return new TorchScriptModule(manager, block);
    } catch (IOException | EngineException e) {
      manager.close();
      throw new HeadnoteException(
          Code.ENGINE_UNAVAILABLE,
          "model " + name + ": PyTorch cannot load it: " + firstLine(e),
          e);
    } catch (RuntimeException | Error e) {
      manager.close();
      throw e;
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the device has the operators of the archive's own code. */
  private static boolean isFused(Device device) {
    return device == Device.CPU && System.getProperty("os.arch").matches("amd64|x86_64");
  }

  private static PtSymbolBlock fromMemory(PtNDManager manager, byte[] archive, Device device)
      throws IOException {
    return JniUtils.loadModule(
        manager, new ByteArrayInputStream(archive), device == Device.CUDA, false);
  }

  /** Has native libraries run single-threaded and look nothing up on the network. */
  static void configure() {
    setUnlessSet("ai.djl.offline", "true");
    setUnlessSet("OPT_OUT_TRACKING", "true");
    setUnlessSet("ai.djl.pytorch.num_threads", "1");
    setUnlessSet("ai.djl.pytorch.num_interop_threads", "1");
    setUnlessSet("ai.djl.pytorch.graph_optimizer", "false");
    if (System.getenv("RUST_FLAVOR") == null) {
      setUnlessSet("RUST_FLAVOR", "cpu");
    }
  }

  /**
   * Finds the engine and asks for GPUs, which loading a model does first. The native libraries are
   * left to it: as long as the linker loads them, other threads wait for it at each method of
   * native code that they call for the first time.
   */
  static void preload() {
    configure();
    try {
      Engine.hasEngine("PyTorch");
      CudaUtils.hasCuda();
    } catch (EngineException | LinkageError | IllegalStateException e) {
      // Loading a model fails in the same way, and says why.
    }
  }

  private static NDManager engine(Device device) {
    configure();
    try {
      Engine engine = Engine.getEngine("PyTorch");
      if (device == Device.CUDA && engine.getGpuCount() == 0) {
        throw new HeadnoteException(
            Code.ENGINE_UNAVAILABLE,
            "device CUDA: PyTorch sees no GPU; its library is "
                + System.getProperty("PYTORCH_LIBRARY_PATH", "the CPU build on the class path")
                + ". Use Device.CPU, or point PYTORCH_LIBRARY_PATH at a CUDA build of libtorch");
      }
      return NDManager.newBaseManager(
          device == Device.CUDA ? ai.djl.Device.gpu() : ai.djl.Device.cpu(), "PyTorch");
    } catch (EngineException | UnsatisfiedLinkError | IllegalStateException e) {
      throw new HeadnoteException(
          Code.ENGINE_UNAVAILABLE,
          "PyTorch cannot start: "
              + firstLine(e)
              + ". Is pytorch-native-cpu for this platform on the class path, and can the folder"
              + " DJL_CACHE_DIR (default ~/.djl.ai) be written to?",
          e);
    }
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static String firstLine(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
  }

  private static long code(Precision precision) {
    return switch (precision) {
      case FP32 -> 0;
      case BF16 -> 1;
      case INT8 -> 2;
      case AUTO -> throw new IllegalArgumentException("AUTO must be resolved first");
    };
  }

  private static void prepareThread() {
    if (!OPTIMIZER_OFF.get()) {
      // Else TorchScript compiles the module again for each new shape.
      JniUtils.setGraphExecutorOptimize(false);
      OPTIMIZER_OFF.set(true);
    }
  }

  /**
   * Encodes a pack of windows.
   *
   * @param ids the windows' token ids, one window after the other
   * @param lengths the windows' lengths, in the same order, equal ones side by side
   * @return the vectors, one after the other
   */
  float[] forward(long[] ids, long[] lengths) {
    prepareThread();
    try (NDManager scope = manager.newSubManager()) {
      PtNDArray tokens = (PtNDArray) scope.create(ids);
      try (IValue first = IValue.from(tokens);
          IValue second = IValue.listFrom(lengths);
          IValue result = IValueUtils.runMethod(block, "forward", first, second)) {
        return result.toTensor((PtNDManager) scope).toFloatArray();
      }
    } catch (EngineException e) {
      throw new HeadnoteException(Code.INTERNAL, "PyTorch failed: " + firstLine(e), e);
    }
  }

  @Override
  public void close() {
    block.close();
    manager.close();
  }
}
