/**
 * From sentences to vectors: finding, verifying and loading a model, tokens, packing and the
 * workers that run it. Knows nothing of articles, labels or summaries; the only package that
 * touches Deep Java Library.
 *
 * <h2>Finding a model</h2>
 *
 * <p>{@link dev.headnote.encode.ModelFiles} are found by a {@code ModelLocation} and described by a
 * {@link dev.headnote.encode.ModelCard}, which {@code ModelCardReader} reads by {@code
 * JsonScalars}. They load as a {@link dev.headnote.encode.SentenceEncoder}: one of the two below.
 * {@link dev.headnote.encode.BlendedEncoder} is both side by side, and {@link
 * dev.headnote.encode.MemoizingEncoder} remembers vectors.
 *
 * <h2>A static model</h2>
 *
 * <p>{@link dev.headnote.encode.StaticEncoder} adds up rows of a {@link
 * dev.headnote.encode.StaticTable}, by {@code RowSum}.
 *
 * <h2>A transformer, in this order</h2>
 *
 * <ol>
 *   <li>{@link dev.headnote.encode.PyTorchEncoder} cuts texts into {@code Windows} of {@code
 *       TokenIds} by a {@code Tokenizer}: {@link dev.headnote.encode.WordPieceTokenizer}, which
 *       {@code TokenizerFile} makes with a {@code Vocabulary} and {@code BertCharacters}, or {@code
 *       NativeTokenizer} for all that is not BERT's.
 *   <li>{@code PackQueue} gathers the windows of all calls, {@code PackRunner} runs them as {@code
 *       Pack}s on a {@code PackDevice}, and a GPU takes each as a {@code PaddedPack}. {@link
 *       dev.headnote.encode.Deadline} and {@code ExitGate} say when work must end.
 *   <li>{@code TorchScriptModule} is the model in native memory. {@code ConvertedArchive}, with
 *       {@code StoredZip} and {@code ModuleAttributes}, says which archives may be loaded, and
 *       {@code PlainArchive} rewrites one where the fused operators are lacking.
 *   <li>{@code PyTorch} starts the engine from a {@code NativeLibrary}; {@code NoEngine} and {@code
 *       NoGpu} say why it can't.
 * </ol>
 */
@NullMarked
package dev.headnote.encode;

import org.jspecify.annotations.NullMarked;
