package dev.headnote.runner;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The command line reaches no network, and makes no objects of bytes. */
@AnalyzeClasses(
    packages = "dev.headnote.runner",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NOTHING_REACHES_A_NETWORK =
      noClasses()
          .should()
          .dependOnClassesThat(
              nameMatching(
                  "java\\.net\\.(?!(URL|URI|URISyntaxException|URLConnection)$).*"
                      + "|java\\.net\\.http\\..*|javax\\.net\\..*|java\\.rmi\\..*|javax\\.naming\\..*"
                      + "|java\\.nio\\.channels\\..*Socket.*"));

  @ArchTest
  static final ArchRule NOTHING_MAKES_OBJECTS_OF_BYTES =
      noClasses()
          .should()
          .dependOnClassesThat(
              nameMatching(
                  "java\\.io\\.Object(Input|Output)Stream|java\\.beans\\..*|javax\\.script\\..*"));

  /** Two of the system's, which tell of the terminal, with no argument from outside. */
  @ArchTest
  static final ArchRule ONLY_THE_TERMINAL_ASKS_PROGRAMS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.headnote.runner.Terminal")
          .should()
          .dependOnClassesThat(nameMatching("java\\.lang\\.ProcessBuilder"))
          .orShould()
          .callMethod(Runtime.class, "exec", String.class)
          .orShould()
          .callMethod(Runtime.class, "exec", String[].class);
}
