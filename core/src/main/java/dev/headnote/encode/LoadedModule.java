package dev.headnote.encode;

import dev.headnote.Device;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Precision;
import java.util.List;
import java.util.function.Supplier;
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
   * @param ordinaryText see {@link TorchScriptModule#load}
   * @throws HeadnoteException with code MODEL_DAMAGED or ENGINE_UNAVAILABLE
   */
  static LoadedModule load(
      ModelFiles files, Device device, Precision precision, Supplier<List<long[]>> ordinaryText) {
    check(device, precision);
    byte[] archive = files.archive();
    String name = files.card().name();
    boolean tryGpu =
        device == Device.CUDA
            || (device == Device.AUTO
                && precision != Precision.INT8
                && TorchScriptModule.seesGpu());
    if (tryGpu) {
      try {
        return load(archive, name, Device.CUDA, precision, ordinaryText);
      } catch (HeadnoteException e) {
        if (device == Device.CUDA) {
          throw e;
        }
        logger().debug("the GPU is left alone: {}", e.getMessage());
      }
    }
    check(Device.CPU, precision);
    return load(archive, name, Device.CPU, precision, ordinaryText);
  }

  private static LoadedModule load(
      byte[] archive,
      String name,
      Device device,
      Precision precision,
      Supplier<List<long[]>> ordinaryText) {
    Precision actual = precision == Precision.AUTO ? best(device) : precision;
    TorchScriptModule module = TorchScriptModule.load(archive, name, device, actual, ordinaryText);
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

  private static Logger logger() {
    return LoggerFactory.getLogger(LoadedModule.class);
  }
}
