package dev.headnote.benchmarks;

import dev.headnote.Device;
import dev.headnote.Precision;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Opens what {@link EncoderBenchmark}'s methods measure, by the methods' names. */
final class Encoders {

  static final String HEADNOTE = "headnote";
  static final String ONNX_RUNTIME = "onnxRuntime";
  static final String LANGCHAIN4J = "langchain4j";
  static final String DJL_TRANSLATOR = "djlTranslator";

  private static final Set<Precision> HALVES = EnumSet.of(Precision.BF16, Precision.FP16);

  private Encoders() {}

  /**
   * Says why a method cannot run in a setting, in one line; empty if nothing speaks against it.
   *
   * @param method the name of a benchmark's method; one that is no peer can run everywhere
   */
  static Optional<String> unsupported(String method, Setting setting) {
    boolean peer =
        method.equals(ONNX_RUNTIME) || method.equals(LANGCHAIN4J) || method.equals(DJL_TRANSLATOR);
    if (peer && HALVES.contains(setting.precision())) {
      String precision = setting.precision().name().toLowerCase(Locale.ROOT);
      return Optional.of(method + " has no " + precision + " form of " + setting.model());
    }
    if (peer && setting.device() == Device.CUDA) {
      return Optional.of(method + " has no CUDA build of ONNX Runtime on the class path");
    }
    if (method.equals(LANGCHAIN4J) && setting.workers() != Setting.cores()) {
      return Optional.of(
          method + " runs ONNX Runtime on all cores; its number of threads cannot be set");
    }
    return Optional.empty();
  }

  /** Throws {@link UnsupportedSetting} where {@link #unsupported} has a reason. */
  static void requireSupported(String method, Setting setting) {
    Optional<String> reason = unsupported(method, setting);
    if (reason.isPresent()) {
      throw new UnsupportedSetting(reason.get());
    }
  }

  /**
   * Opens an encoder.
   *
   * @throws UnsupportedSetting if it cannot run in this setting
   */
  static Encoder open(String method, Setting wanted) {
    requireSupported(method, wanted);
    if (method.equals(HEADNOTE)) {
      return new HeadnoteEncoder(wanted);
    }
    Setting setting = forPeer(wanted);
    return switch (method) {
      case ONNX_RUNTIME -> new OnnxRuntimePeer(setting);
      case LANGCHAIN4J -> new Langchain4jPeer(setting);
      case DJL_TRANSLATOR -> new DjlTranslatorPeer(setting);
      default -> throw new IllegalArgumentException(method);
    };
  }

  /** The fastest precision that the peers have is int8, so that is what AUTO means for them. */
  static Setting forPeer(Setting setting) {
    return setting.precision() == Precision.AUTO ? setting.with(Precision.INT8) : setting;
  }
}
