package dev.headnote.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The application as it is configured, over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ApplicationTest {

  private static final String STORM =
      """
      {"title": "Amber warning as storm nears",
       "text": "Forecasters have issued an amber warning for wind along the west coast. Gusts of \
      120 km/h are expected on Thursday. Rain will follow the wind overnight. People should stay \
      away from the shore."}
      """;

  @LocalServerPort private int port;
  private Client client;

  @BeforeEach
  void connect() {
    client = Client.of(port);
  }

  @Test
  void digestsAnArticleWithTheConfiguredLabelsAndBudget() {
    HttpResponse<String> response = client.post("/digest", STORM).join();

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("\"label\":\"weather\"")
        .doesNotContain("sport")
        .contains("Forecasters have issued an amber warning")
        .matches("(?s).*\"summary\":\"([^.]*\\.){2}\".*");
  }

  @Test
  void saysWhatIsWrongWithARequest() {
    HttpResponse<String> response = client.post("/digest", "{\"title\": \"No text\"}").join();

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("INVALID_INPUT").contains("the request has no");
  }

  @Test
  void showsItsHealth() throws Exception {
    HttpResponse<String> response = client.get("/actuator/health");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("\"headnote\":{")
        .contains("\"model\":\"instant\"")
        .contains("\"precision\":\"int8\"")
        .contains("\"callsUnderWay\":0");
  }

  @Test
  void countsArticles() throws Exception {
    client.post("/digest", STORM).join();

    assertThat(client.get("/actuator/metrics/headnote.articles?tag=verb:digest").body())
        .contains("\"statistic\":\"COUNT\"")
        .contains("\"outcome\"")
        .contains("success");
    assertThat(client.get("/actuator/metrics/headnote.workers").body())
        .contains("\"value\":" + Runtime.getRuntime().availableProcessors());
  }
}
