package dev.headnote.encode;

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
import dev.headnote.encode.PackDevice.Launched;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
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
   * Loads a model whose archive is copied to a file meanwhile.
   *
   * @param files the model
   * @param device a device that is there
   * @param precision any but AUTO
   * @param copying see {@link ModelFiles#archiveCopy}
   * @param ordinaryText gives some hundred tokens of ordinary text, in windows, if int8 asks for
   *     them
   */
  static TorchScriptModule load(
      ModelFiles files,
      Device device,
      Precision precision,
      ForkJoinTask<@Nullable Path> copying,
      Supplier<List<long[]>> ordinaryText) {
    String name = files.card().name();
    if (!isFused(device, precision)) {
      return load(files.weights(), name, device, precision, ordinaryText);
    }
    return load(
        name,
        device,
        precision,
        ordinaryText,
        manager -> {
          Path copy = copying.join();
          return copy == null
              ? fromMemory(manager, files.weights(), device)
              : JniUtils.loadModule(manager, copy, false, new String[0], new String[0], false);
        });
  }

  /**
   * Loads a model.
   *
   * @param archive the TorchScript archive
   * @param name names the model in error messages
   * @param device a device that is there
   * @param precision any but AUTO
   * @param ordinaryText gives some hundred tokens of ordinary text, in windows, if int8 asks for
   *     them
   */
  static TorchScriptModule load(
      byte[] archive,
      String name,
      Device device,
      Precision precision,
      Supplier<List<long[]>> ordinaryText) {
    return load(
        name,
        device,
        precision,
        ordinaryText,
        manager ->
            fromMemory(
                manager, isFused(device, precision) ? archive : PlainArchive.of(archive), device));
  }

  private static TorchScriptModule load(
      String name,
      Device device,
      Precision precision,
      Supplier<List<long[]>> ordinaryText,
      Archive archive) {
    NDManager manager = PyTorch.manager(device);
    return ExitGate.ofJvm()
        .inside(() -> load(name, device, precision, ordinaryText, archive, manager));
  }

  private static TorchScriptModule load(
      String name,
      Device device,
      Precision precision,
      Supplier<List<long[]>> ordinaryText,
      Archive archive,
      NDManager manager) {
    try {
      PtSymbolBlock block = archive.load((PtNDManager) manager);
      prepareThread();
      if (isFused(device, precision) && precision == Precision.INT8) {
        prepareInt8(block, (PtNDManager) manager, Pack.of(ordinaryText.get()));
      } else {
        try (IValue argument = IValue.from(code(precision))) {
          IValueUtils.runMethod(block, "prepare", argument).close();
        }
      }
      return new TorchScriptModule(manager, block);
    } catch (IOException | EngineException e) {
      manager.close();
      throw new HeadnoteException(
          Code.ENGINE_UNAVAILABLE,
          "model " + name + ": PyTorch cannot load it: " + PyTorch.firstLine(e),
          e);
    } catch (RuntimeException | Error e) {
      manager.close();
      throw e;
    }
  }

  private static void prepareInt8(PtSymbolBlock block, PtNDManager manager, Pack pack) {
    try (PtNDManager scope = (PtNDManager) manager.newSubManager();
        IValue half = IValue.from(CpuFeatures.hasBfloat16());
        IValue ids = IValue.from((PtNDArray) scope.create(pack.ids()));
        IValue lengths = IValue.listFrom(pack.lengths())) {
      IValueUtils.runMethod(block, "prepare_int8", half, ids, lengths).close();
    }
  }

  /**
   * Runs a tiny pack, so that a GPU that lacks memory, or code for the precision, says so when the
   * model is loaded and not at the first article.
   *
   * @throws HeadnoteException with code INTERNAL
   */
  void tryOut() {
    try (Launched first = launchPadded(List.of(new long[] {0, 0}))) {
      first.vectors();
    }
  }

  /** Whether the device has the operators of the archive's own code in a precision. */
  static boolean isFused(Device device, Precision precision) {
    return device == Device.CPU
        && System.getProperty("os.arch").matches("amd64|x86_64")
        && (precision != Precision.BF16 || CpuFeatures.hasAvx512());
  }

  private static PtSymbolBlock fromMemory(PtNDManager manager, byte[] archive, Device device)
      throws IOException {
    return JniUtils.loadModule(
        manager, new ByteArrayInputStream(archive), device == Device.CUDA, false);
  }

  private static long code(Precision precision) {
    return switch (precision) {
      case FP32 -> 0;
      case BF16 -> 1;
      case INT8 -> 2;
      case FP16 -> 3;
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
   * @return the vectors, one after the other
   */
  float[] forward(Pack pack) {
    return ExitGate.ofJvm().inside(() -> run(pack));
  }

  private float[] run(Pack pack) {
    prepareThread();
    try (NDManager scope = manager.newSubManager()) {
      PtNDArray tokens = (PtNDArray) scope.create(pack.ids());
      try (IValue first = IValue.from(tokens);
          IValue second = IValue.listFrom(pack.lengths());
          IValue result = IValueUtils.runMethod(block, "forward", first, second)) {
        return result.toTensor((PtNDManager) scope).toFloatArray();
      }
    } catch (EngineException e) {
      throw new HeadnoteException(Code.INTERNAL, "PyTorch failed: " + PyTorch.firstLine(e), e);
    }
  }

  /** Runs windows on the CPU, in order of length, in the way of a {@link PackDevice}. */
  Launched runOnCpu(List<long[]> windows) {
    return new HostVectors(forward(Pack.of(windows)));
  }

  private record HostVectors(float[] vectors) implements Launched {
    @Override
    public void close() {
      // Java's memory.
    }
  }

  /** Launches windows on the GPU, in order of length, in the way of a {@link PackDevice}. */
  Launched launchPadded(List<long[]> windows) {
    PaddedPack pack = PaddedPack.of(windows);
    return ExitGate.ofJvm().inside(() -> launch(pack));
  }

  private Launched launch(PaddedPack pack) {
    prepareThread();
    NDManager scope = manager.newSubManager();
    try {
      // On the CPU: the module itself copies it to the GPU, without waiting for what that does.
      PtNDArray plan = (PtNDArray) scope.newSubManager(ai.djl.Device.cpu()).create(pack.plan());
      try (IValue first = IValue.from(plan);
          IValue second = IValue.from((long) pack.tokens());
          IValue third = IValue.listFrom(pack.padded());
          IValue result = IValueUtils.runMethod(block, "forward_padded", first, second, third)) {
        return new LaunchedPack(scope, result.toTensor((PtNDManager) scope));
      }
    } catch (EngineException e) {
      scope.close();
      throw new HeadnoteException(Code.INTERNAL, "PyTorch failed: " + PyTorch.firstLine(e), e);
    }
  }

  private record LaunchedPack(NDManager scope, PtNDArray result) implements Launched {

    @Override
    public float[] vectors() {
      return ExitGate.ofJvm().inside(this::read);
    }

    private float[] read() {
      try {
        return result.toFloatArray();
      } catch (EngineException e) {
        throw new HeadnoteException(Code.INTERNAL, "PyTorch failed: " + PyTorch.firstLine(e), e);
      }
    }

    @Override
    public void close() {
      scope.close();
    }
  }

  @Override
  public void close() {
    block.close();
    manager.close();
  }
}
