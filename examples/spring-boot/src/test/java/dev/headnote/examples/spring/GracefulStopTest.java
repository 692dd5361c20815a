package dev.headnote.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.Article;
import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** What becomes of requests in flight, and of the Headnote, when the application stops. */
@Timeout(60)
class GracefulStopTest {

  private static final int REQUESTS = 4;

  /** Takes long enough for a stop to fall into the work. */
  private static String largeArticle() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      text.append("Councillor number ").append(i).append(" spoke about the budget of the town. ");
    }
    return "{\"title\": \"A long debate\", \"text\": \"" + text + "\"}";
  }

  private static ConfigurableApplicationContext start() {
    return SpringApplication.run(
        Application.class, "--server.port=0", "--spring.main.banner-mode=off");
  }

  @Test
  void requestsInFlightAreAnsweredThenTheHeadnoteIsClosed() throws Exception {
    ConfigurableApplicationContext context = start();
    Client client =
        Client.of(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    Headnote headnote = context.getBean(Headnote.class);
    HeadnoteHealthIndicator health = context.getBean(HeadnoteHealthIndicator.class);
    String article = largeArticle();
    List<CompletableFuture<HttpResponse<String>>> inFlight =
        IntStream.range(0, REQUESTS).mapToObj(i -> client.post("/digest", article)).toList();
    while (headnote.callsUnderWay() < REQUESTS) {
      assertThat(inFlight).noneMatch(CompletableFuture::isDone);
      Thread.sleep(1);
    }

    context.close();

    for (CompletableFuture<HttpResponse<String>> response : inFlight) {
      assertThat(response.join().statusCode()).isEqualTo(200);
      assertThat(response.join().body()).contains("\"label\":\"local politics\"");
    }
    assertThatThrownBy(() -> headnote.digest(Article.of("It is late.")))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.CLOSED));
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.health().getDetails()).containsEntry("code", Code.CLOSED);
    assertThatThrownBy(() -> client.get("/actuator/health")).isInstanceOf(ConnectException.class);
  }
}
