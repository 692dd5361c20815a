/**
 * Topics and an extractive summary of an article from one pass of a pretrained transformer; {@link
 * dev.headnote.Headnote} is where to begin.
 *
 * <p>Deep Java Library and Smile need not be there: the first is for transformers, the second for
 * training alone, which reads it by itself as its module has no name to rely on. Models are modules
 * of their own, {@code dev.headnote.models.instant} and others.
 */
module dev.headnote {
  requires transitive static org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires org.jsoup;
  requires org.slf4j;
  requires static ai.djl.api;
  requires static ai.djl.pytorch_engine;
  requires static ai.djl.tokenizers;

  exports dev.headnote;
  exports dev.headnote.distil;
  exports dev.headnote.encode;
  exports dev.headnote.evaluate;
  exports dev.headnote.keyphrase;
  exports dev.headnote.salience;
  exports dev.headnote.summary;
  exports dev.headnote.text;
  exports dev.headnote.topic;
}
