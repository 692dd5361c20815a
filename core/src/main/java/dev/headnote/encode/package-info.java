/**
 * From sentences to vectors: finding, verifying and loading a model, tokens, packing and the
 * workers that run it. Knows nothing of articles, labels or summaries; the only package that
 * touches Deep Java Library.
 *
 * <p>To read it: {@link dev.headnote.encode.ModelFiles} finds a model, by its {@code ModelLocation}
 * and {@link dev.headnote.encode.ModelCard}, and loads a {@link dev.headnote.encode.StaticEncoder},
 * which adds up rows of a {@link dev.headnote.encode.StaticTable}, or a {@link
 * dev.headnote.encode.PyTorchEncoder}. That cuts texts into {@code Windows} by a {@code Tokenizer}
 * (BERT's: {@link dev.headnote.encode.WordPieceTokenizer}, made by {@code TokenizerFile}); a {@code
 * PackQueue} packs them, and a {@code TorchScriptModule} runs the packs on {@code PyTorch}. {@code
 * ConvertedArchive} says which archives may be loaded.
 */
@NullMarked
package dev.headnote.encode;

import org.jspecify.annotations.NullMarked;
