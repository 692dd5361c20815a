package dev.headnote.examples.kotlin

import dev.headnote.Article
import dev.headnote.Digest
import dev.headnote.Headnote
import java.nio.file.Path
import java.util.stream.Stream

/** Prints the topics and the summary of files, in their order; they are digested on all cores. */
fun main(files: Array<String>) {
    Headnote.builder().model(Headnote.INSTANT_MODEL).build().use { headnote ->
        headnote.digestFiles(files.asList()) { println(it.headnote()) }
    }
}

/** Reads files lazily, so that any number of them fits the memory. */
fun Headnote.digestFiles(files: List<String>, action: (Digest) -> Unit) {
    val articles: Stream<Article> = files.stream().map { Article.read(Path.of(it)) }
    digest(articles).use { outcomes -> outcomes.forEachOrdered { action(it.orThrow()) } }
}

/** A digest as the head of a printed article. */
fun Digest.headnote(): String {
    val topics = topics().assigned().joinToString { "${it.label().name()} ${(100 * it.probability()).toInt()} %" }
    return "${article().title()}\n[${topics.ifEmpty { "none of the labels" }}]\n${summary().text()}\n"
}
