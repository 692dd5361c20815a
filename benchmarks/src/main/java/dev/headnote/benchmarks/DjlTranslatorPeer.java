package dev.headnote.benchmarks;

import ai.djl.MalformedModelException;
import ai.djl.huggingface.translator.TextEmbeddingTranslatorFactory;
import ai.djl.inference.Predictor;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Deep Java Library's own way to embed text: a model loaded by {@code Criteria} with {@code
 * TextEmbeddingTranslatorFactory}, and batches through {@code Predictor.batchPredict}. It runs on
 * DJL's ONNX Runtime engine, because these files are what a user of DJL finds on Maven Central for
 * these models: a TorchScript file of them would have to be traced in Python. Sentences are sorted
 * by their number of characters, so that batches hold little padding.
 */
final class DjlTranslatorPeer implements Encoder {

  private static final int BATCH = 32;

  private final Path folder;
  private final ZooModel<String, float[]> model;
  private final Predictor<String, float[]> predictor;
  private final String prefix;

  DjlTranslatorPeer(Setting setting) {
    Engines.configure();
    prefix = Corpus.prefix(setting.model());
    try {
      folder = Files.createTempDirectory("headnote-benchmarks");
      try (InputStream onnx = OnnxFiles.model(setting.model(), setting.precision());
          InputStream tokenizer = OnnxFiles.tokenizer(setting.model())) {
        Files.copy(onnx, folder.resolve("model.onnx"));
        Files.copy(tokenizer, folder.resolve("tokenizer.json"));
      }
      model =
          Criteria.builder()
              .setTypes(String.class, float[].class)
              .optModelPath(folder)
              .optModelName("model")
              .optEngine("OnnxRuntime")
              .optOption("intraOpNumThreads", String.valueOf(setting.workers()))
              .optTranslatorFactory(new TextEmbeddingTranslatorFactory())
              .optArgument("includeTokenTypes", "true")
              .optArgument("padding", "true")
              .build()
              .loadModel();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ModelNotFoundException | MalformedModelException e) {
      throw new IllegalStateException(e);
    }
    predictor = model.newPredictor();
  }

  @Override
  public float[][] encode(List<String> sentences) {
    List<Integer> order =
        IntStream.range(0, sentences.size())
            .boxed()
            .sorted(Comparator.comparing(i -> sentences.get(i).length()))
            .toList();
    float[][] vectors = new float[sentences.size()][];
    for (int from = 0; from < order.size(); from += BATCH) {
      List<Integer> batch = order.subList(from, Math.min(order.size(), from + BATCH));
      List<String> texts = new ArrayList<>();
      batch.forEach(i -> texts.add(prefix + sentences.get(i)));
      try {
        List<float[]> results = predictor.batchPredict(texts);
        for (int b = 0; b < results.size(); b++) {
          vectors[batch.get(b)] = results.get(b);
        }
      } catch (TranslateException e) {
        throw new IllegalStateException(e);
      }
    }
    return vectors;
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
