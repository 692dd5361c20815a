/**
 * From sentence vectors to topics: labels, label sets and the classifier. Knows vectors and labels,
 * never text cleaning or the engine.
 *
 * <p>To read it: a {@link dev.headnote.topic.LabelSet} (read by {@code LabelLines}) becomes a
 * vector for each label in {@code LabelDirections}. {@link dev.headnote.topic.TopicClassifier} asks
 * a {@code Scorer} for an article's logits, the {@code ZeroShotScorer} or the {@code
 * TrainedScorer}; both compare sentences with labels in {@code LabelComparison} and add them up in
 * {@code ArticleLogits}. {@code Probabilities} and {@code LabelTree} make topics of the logits.
 *
 * <p>{@link dev.headnote.topic.TopicTrainer} gathers articles in an {@code ArticleCollection};
 * {@code ModelSelection} chooses how to learn, {@code ModelFitting} learns so by {@code
 * LogisticRegression}, and {@code DecisionThresholds} draws the line. {@link
 * dev.headnote.topic.TopicAdapter} does without labels, in {@code Adaptation}. Either gives a
 * {@link dev.headnote.topic.TopicModel}, which {@code TopicModelFile} keeps.
 */
@NullMarked
package dev.headnote.topic;

import org.jspecify.annotations.NullMarked;
