/**
 * Converts BERT-family ONNX files to the model folders that Headnote loads: a TorchScript archive,
 * a tokenizer and a model card.
 *
 * <p>Data flows one way: {@link dev.headnote.convert.OnnxModel} reads the file, {@link
 * dev.headnote.convert.BertWeights} finds the encoder in it, {@link
 * dev.headnote.convert.TorchScriptArchive} writes it, {@link dev.headnote.convert.Conversion} does
 * all of this for one model and {@link dev.headnote.convert.Convert} is its command line. Nothing
 * here needs PyTorch, Python or a network.
 */
@NullMarked
package dev.headnote.convert;

import org.jspecify.annotations.NullMarked;
