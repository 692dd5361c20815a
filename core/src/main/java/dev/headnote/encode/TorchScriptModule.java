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
import dev.headnote.Device;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Precision;
import java.io.ByteArrayInputStream;
import java.io.IOException;

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

  /**
   * Loads a model.
   *
   * @param archive the TorchScript archive
   * @param name names the model in error messages
   * @param device a device that is there
   * @param precision any but AUTO
   */
  static TorchScriptModule load(byte[] archive, String name, Device device, Precision precision) {
    NDManager manager = engine(device);
    try {
      boolean fused = device == Device.CPU && System.getProperty("os.arch").matches("amd64|x86_64");
      byte[] code = fused ? archive : PlainArchive.of(archive);
      PtSymbolBlock block =
          JniUtils.loadModule(
              (PtNDManager) manager, new ByteArrayInputStream(code), device == Device.CUDA, false);
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
    }
  }

  /** Starts PyTorch, single-threaded and without looking anything up on the network. */
  private static NDManager engine(Device device) {
    setUnlessSet("ai.djl.offline", "true");
    setUnlessSet("OPT_OUT_TRACKING", "true");
    setUnlessSet("ai.djl.pytorch.num_threads", "1");
    setUnlessSet("ai.djl.pytorch.num_interop_threads", "1");
    setUnlessSet("ai.djl.pytorch.graph_optimizer", "false");
    if (System.getenv("RUST_FLAVOR") == null) {
      setUnlessSet("RUST_FLAVOR", "cpu");
    }
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
