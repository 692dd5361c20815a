package dev.headnote.examples.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Digests articles over HTTP. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Application {

  /** Starts it. */
  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }
}
