/**
 * The library's front: {@link dev.headnote.Headnote} and the words that everything else uses. The
 * packages below know these words ({@link dev.headnote.Sentence}, {@link dev.headnote.Span}, {@link
 * dev.headnote.HeadnoteException} and so on) but never {@code Headnote} or {@code Digest}.
 *
 * <p>To read it:
 *
 * <ol>
 *   <li>A {@link dev.headnote.Headnote} is built with a model, {@link dev.headnote.Limits}, a
 *       {@link dev.headnote.Device} and a {@link dev.headnote.Precision}. {@code Preloading} begins
 *       what takes long, {@code WorkerPools} makes the threads, and {@code DigesterLoader} makes a
 *       {@code Digester}: {@code OnePass}, or {@code Cascade}, which asks a second one where the
 *       first hardly prefers one label to the next. {@code Labelling} encodes the labels once.
 *   <li>{@code Calls} keeps each call's time, and lets closing wait for them; {@code ObservedCalls}
 *       tell an {@link dev.headnote.ArticleObserver}. {@code LostWarning} speaks up if nobody
 *       closes.
 *   <li>An {@link dev.headnote.Article} becomes a {@link dev.headnote.Digest}, or an {@link
 *       dev.headnote.Outcome} of a stream, which {@link dev.headnote.OrderedParallel} maps by an
 *       {@code OrderedRun}.
 *   <li>{@code TopicLearning} learns from {@link dev.headnote.LabelledArticle}s, and {@code
 *       SalienceLearning} from {@link dev.headnote.SummarizedArticle}s; {@code Learning} runs both
 *       on the pool.
 * </ol>
 */
@NullMarked
package dev.headnote;

import org.jspecify.annotations.NullMarked;
