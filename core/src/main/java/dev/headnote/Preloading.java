package dev.headnote;

import dev.headnote.encode.ModelCard;
import dev.headnote.encode.ModelFiles;
import dev.headnote.encode.PyTorchEncoder;
import dev.headnote.salience.SalienceModel;

/** Begins, in the background, what loading or the first article would wait for. */
final class Preloading {

  private Preloading() {}

  /** Returns at once. */
  static void start(String model) {
    Thread thread = new Thread(() -> preload(model), "headnote-preload");
    thread.setDaemon(true);
    thread.start();
  }

  private static void preload(String model) {
    try {
      // The card takes time to read, and the default model is known to need the engine.
      if (model.equals(Headnote.DEFAULT_MODEL)) {
        PyTorchEncoder.preload();
      } else if (ModelFiles.isAvailable(model)) {
        if (ModelFiles.named(model).card().kind() == ModelCard.Kind.TRANSFORMER) {
          PyTorchEncoder.preload();
        } else {
          SalienceModel.builtIn();
        }
      }
    } catch (HeadnoteException e) {
      // Building says what is wrong with the model.
    }
  }
}
