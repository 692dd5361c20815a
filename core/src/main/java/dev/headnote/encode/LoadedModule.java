package dev.headnote.encode;

import dev.headnote.Device;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A module with the device and the precision that were chosen for it.
 *
 * @param module the module, to be closed by whom it is handed to
 * @param device never AUTO
 * @param precision never AUTO
 */
record LoadedModule(TorchScriptModule module, Device device, Precision precision) {

  /**
   * Chooses and loads. See {@link PyTorchEncoder}'s constructor.
   *
   * @param pool where to read the archive, while the engine starts
   * @param ordinaryText see {@link TorchScriptModule#load}
   * @throws HeadnoteException with code MODEL_DAMAGED or ENGINE_UNAVAILABLE
   */
  static LoadedModule load(
      ModelFiles files,
      Device device,
      Precision precision,
      ForkJoinPool pool,
      Supplier<List<long[]>> ordinaryText) {
    check(device, precision);
    CountDownLatch begun = new CountDownLatch(1);
    ForkJoinTask<@Nullable Path> copying =
        pool.submit(
            () -> {
              try {
                boolean copied =
                    device != Device.CUDA && TorchScriptModule.isFused(Device.CPU, precision);
                return copied ? files.archiveCopy(begun::countDown) : null;
              } finally {
                begun.countDown();
              }
            });
    try {
      // Else the linker, which loads the engine for some 0.2 s, would keep the copy waiting.
      awaitUninterruptibly(begun);
      boolean tryGpu =
          device == Device.CUDA
              || (device == Device.AUTO && precision != Precision.INT8 && PyTorch.seesGpu());
      if (tryGpu) {
        try {
          return load(files, Device.CUDA, precision, copying, ordinaryText);
        } catch (HeadnoteException e) {
          if (device == Device.CUDA) {
            throw e;
          }
          logger().debug("the GPU is left alone: {}", e.getMessage());
        }
      }
      check(Device.CPU, precision);
      return load(files, Device.CPU, precision, copying, ordinaryText);
    } finally {
      copying.quietlyJoin();
      ModelFiles.delete(copying.getRawResult());
    }
  }

  private static LoadedModule load(
      ModelFiles files,
      Device device,
      Precision precision,
      ForkJoinTask<@Nullable Path> copying,
      Supplier<List<long[]>> ordinaryText) {
    String name = files.card().name();
    Precision actual = precision == Precision.AUTO ? best(device) : precision;
    TorchScriptModule module = TorchScriptModule.load(files, device, actual, copying, ordinaryText);
    try {
      if (device == Device.CUDA) {
        module.tryOut();
      }
      return new LoadedModule(module, device, actual);
    } catch (HeadnoteException e) {
      module.close();
      throw new HeadnoteException(
          Code.ENGINE_UNAVAILABLE,
          "model "
              + name
              + ": device "
              + device
              + " cannot run it in "
              + actual
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private static Precision best(Device device) {
    if (device == Device.CUDA) {
      return Precision.FP16;
    }
    return CpuFeatures.hasBfloat16() ? Precision.BF16 : Precision.FP32;
  }

  private static void check(Device device, Precision precision) {
    if (device == Device.CUDA && precision == Precision.INT8) {
      throw new HeadnoteException(
          Code.ENGINE_UNAVAILABLE,
          "precision INT8: a GPU does not have it; use FP16, BF16 or FP32 there, or Device.CPU");
    }
    if (device == Device.CPU && precision == Precision.FP16) {
      throw new HeadnoteException(
          Code.ENGINE_UNAVAILABLE,
          "precision FP16: only a GPU has it, and the encoder would run on the CPU; use BF16 or FP32"
              + " there, or AUTO");
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

  private static Logger logger() {
    return LoggerFactory.getLogger(LoadedModule.class);
  }
}
