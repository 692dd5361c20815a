package dev.headnote.benchmarks;

import dev.headnote.encode.ModelFiles;
import dev.headnote.encode.PyTorchEncoder;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/** Headnote's own encoder, as a {@link dev.headnote.Headnote} runs it. */
final class HeadnoteEncoder implements Encoder {

  private final ForkJoinPool pool;
  private final PyTorchEncoder encoder;

  HeadnoteEncoder(Setting setting) {
    pool = new ForkJoinPool(setting.workers());
    encoder =
        new PyTorchEncoder(
            ModelFiles.named(setting.model()), setting.device(), setting.precision(), pool);
  }

  @Override
  public float[][] encode(List<String> sentences) {
    return encoder.encode(sentences);
  }

  @Override
  public void close() {
    encoder.close();
    pool.shutdown();
  }
}
