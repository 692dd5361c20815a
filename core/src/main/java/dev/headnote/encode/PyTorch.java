package dev.headnote.encode;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.cuda.CudaUtils;
import dev.headnote.Device;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.nio.file.Path;

/** The engine: its settings, how it starts, and why it can't. Safe for use by several threads. */
final class PyTorch {

  private PyTorch() {}

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

  /**
   * Starts PyTorch, unless it runs.
   *
   * @param device CPU or CUDA
   * @return a manager of memory on the device, to be closed
   * @throws HeadnoteException with code ENGINE_UNAVAILABLE that says what is missing
   */
  static NDManager manager(Device device) {
    configure();
    try {
      Engine engine = Engine.getEngine("PyTorch");
      if (device == Device.CUDA && !seesGpu(engine)) {
        throw new HeadnoteException(
            Code.ENGINE_UNAVAILABLE,
            NoGpu.message(
                Path.of(LibUtils.getLibtorchPath()), System.getenv(), NativeLibrary.onClassPath()));
      }
      return NDManager.newBaseManager(
          device == Device.CUDA ? ai.djl.Device.gpu() : ai.djl.Device.cpu(), "PyTorch");
    } catch (EngineException | UnsatisfiedLinkError | IllegalStateException e) {
      throw new HeadnoteException(
          Code.ENGINE_UNAVAILABLE,
          NoEngine.message(
              firstLine(e),
              NativeLibrary.thisPlatform(),
              System.getenv(),
              NativeLibrary.onClassPath()),
          e);
    }
  }

  /** Whether PyTorch can use a GPU. A CPU build answers at once. Starts PyTorch. */
  static boolean seesGpu() {
    try (NDManager started = manager(Device.CPU)) {
      return seesGpu(started.getEngine());
    }
  }

  private static boolean seesGpu(Engine engine) {
    // PyTorch's own answer. Engine.getGpuCount() asks libcudart instead, where it finds one.
    return engine.hasCapability("CUDA");
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** The first line of what went wrong at the root; PyTorch's own messages have many. */
  static String firstLine(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return (message == null ? "" : message).lines().findFirst().orElse(root.toString());
  }
}
