package dev.headnote.convert;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A TorchScript archive: a stored zip of the module's source, a pickle of its attributes, and its
 * tensors. The module has these methods:
 *
 * <ul>
 *   <li>{@code prepare(int precision) -> int}, to be called once after loading: 0 fp32, 1 bf16
 *       (needs a CPU with AVX512; fast only with AVX512_BF16 or AMX). It widens the stored weights
 *       to fp32 and rewrites them for the precision. A module whose {@code prepare} failed must be
 *       loaded anew.
 *   <li>{@code prepare_int8(bool half, Tensor ids, int[] lengths) -> int} instead, for int8. Takes
 *       the range of its activations from a text of some hundred tokens, as {@code forward} takes
 *       them, and attends in bf16 if {@code half}.
 *   <li>{@code forward(Tensor ids, int[] lengths) -> Tensor}: the fp32 vectors [sequences, hidden
 *       size], each of Euclidean length 1, of sequences that lie in {@code ids} (int64, all tokens)
 *       one after the other, without padding, in order of their lengths: each run of equal ones is
 *       one attention. It changes nothing, so threads may share a module.
 *   <li>{@code linears(int tokens) -> Tensor}: its matrix multiplications alone, as a benchmark's
 *       limit.
 * </ul>
 *
 * <p>Its code is {@code encoder.py}, beside this class, for x86 builds of PyTorch. {@code plain.py}
 * travels along as {@code extra/plain.py}: the same module in generic operations, without int8. A
 * loader on another platform writes the archive anew with it as {@code code/__torch__.py}.
 */
final class TorchScriptArchive {
  private static final String ROOT = "model/";

  private final BertWeights weights;
  private final Pooling pooling;
  private final Storage storage;

  TorchScriptArchive(BertWeights weights, Pooling pooling, Storage storage) {
    this.weights = weights;
    this.pooling = pooling;
    this.storage = storage;
  }

  /** Writes the archive to {@code file}. Equal weights give equal bytes. */
  void write(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        AlignedZipWriter zip = new AlignedZipWriter(out)) {
      zip.add(ROOT + "data.pkl", attributes());
      zip.add(ROOT + "code/__torch__.py", source("encoder.py"));
      zip.add(ROOT + "extra/plain.py", source("plain.py"));
      List<BertWeights.Weight> ordered = weights.ordered();
      for (int i = 0; i < ordered.size(); i++) {
        zip.add(ROOT + "data/" + i, elements(ordered.get(i).tensor(), storage));
      }
      zip.add(ROOT + "constants.pkl", new PickleWriter().emptyTuple().finish());
      zip.add(ROOT + "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
      zip.add(ROOT + "version", "10\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private byte[] attributes() {
    Architecture sizes = weights.architecture();
    PickleWriter pickle = new PickleWriter();
    pickle.global("__torch__", "Encoder").emptyTuple().newObject().emptyDict().mark();
    pickle.string("training").bool(false);
    pickle.string("layers").integer(sizes.layers());
    pickle.string("heads").integer(sizes.heads());
    pickle.string("hidden").integer(sizes.hiddenSize());
    pickle.string("epsilon").floating(weights.epsilon());
    pickle.string("first").bool(pooling == Pooling.FIRST);
    pickle.string("precision").integer(-1);
    pickle.string("steps").integer(0);
    pickle.string("half").bool(false);
    pickle.string("weights").emptyList().mark();
    List<BertWeights.Weight> ordered = weights.ordered();
    for (int i = 0; i < ordered.size(); i++) {
      tensor(pickle, i, ordered.get(i));
    }
    pickle.appends();
    return pickle.setItems().build().finish();
  }

  private void tensor(PickleWriter pickle, int key, BertWeights.Weight weight) {
    long[] shape = weight.tensor().shape();
    long[] sizes = shape;
    long[] strides = {1};
    if (weight.transposed()) {
      sizes = new long[] {shape[1], shape[0]};
      strides = new long[] {1, shape[1]};
    } else if (shape.length == 2) {
      strides = new long[] {shape[1], 1};
    }
    pickle.global("torch._utils", "_rebuild_tensor_v2").mark();
    pickle
        .mark()
        .string("storage")
        .global("torch", storage.torchName())
        .string(Integer.toString(key))
        .string("cpu")
        .integer(weight.tensor().size())
        .tuple()
        .persistentId();
    pickle.integer(0).integers(sizes).integers(strides).bool(false);
    pickle.global("collections", "OrderedDict").emptyTuple().reduce();
    pickle.tuple().reduce();
  }

  static byte[] elements(OnnxTensor tensor, Storage storage) throws ConversionException {
    int size = tensor.size();
    byte[] bytes = new byte[Math.multiplyExact(size, storage.width())];
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    boolean stored =
        tensor.type() == (storage == Storage.FP16 ? OnnxTensor.FLOAT16 : OnnxTensor.FLOAT);
    if (stored) {
      out.put(tensor.data().duplicate());
      return bytes;
    }
    for (int i = 0; i < size; i++) {
      float value = tensor.floatAt(i);
      if (storage == Storage.FP32) {
        out.putFloat(value);
        continue;
      }
      short half = Half.fromFloat(value);
      if ((half & 0x7c00) == 0x7c00) {
        throw new ConversionException(
            "tensor " + tensor + " holds " + value + ", which fp16 cannot: use fp32 storage");
      }
      out.putShort(half);
    }
    return bytes;
  }

  private static byte[] source(String name) {
    try (InputStream in = TorchScriptArchive.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the converter's own resource " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
