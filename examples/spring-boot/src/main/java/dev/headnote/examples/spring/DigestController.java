package dev.headnote.examples.spring;

import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Digests the article of a request. */
@RestController
class DigestController {

  /** An article; without a title, or with one that is null, its text is searched for one. */
  record Request(String title, String text) {}

  /** The labels that an article is given, and its summary. */
  record Response(List<Topic> topics, String summary) {

    record Topic(String label, double probability) {}

    static Response of(Digest digest) {
      return new Response(
          digest.topics().assigned().stream()
              .map(topic -> new Topic(topic.label().name(), topic.probability()))
              .toList(),
          digest.summary().text());
    }
  }

  private final Headnote headnote;

  DigestController(Headnote headnote) {
    this.headnote = headnote;
  }

  @PostMapping("/digest")
  Response digest(@RequestBody Request request) {
    if (request.text() == null) {
      throw new HeadnoteException(
          HeadnoteException.Code.INVALID_INPUT, "the request has no \"text\"");
    }
    return Response.of(headnote.digest(Article.of(request.title(), request.text())));
  }

  @ExceptionHandler
  ProblemDetail failed(HeadnoteException e) {
    HttpStatus status =
        switch (e.code()) {
          case INVALID_INPUT -> HttpStatus.BAD_REQUEST;
          case LIMIT_EXCEEDED -> HttpStatus.CONTENT_TOO_LARGE;
          case CLOSED, INTERRUPTED -> HttpStatus.SERVICE_UNAVAILABLE;
          default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, e.getMessage());
    problem.setProperty("code", e.code());
    return problem;
  }
}
