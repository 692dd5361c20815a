package dev.headnote;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Data flows one way, and no dependency shows in the API. */
@AnalyzeClasses(packages = "dev.headnote", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] DEPENDENCIES = {
    "ai.djl..", "smile..", "org.jsoup..", "com.fasterxml..", "org.slf4j.."
  };

  /** The rooms inside text are not exported. */
  @ArchTest
  static final ArchRule THE_API_SHOWS_NO_TYPE_OF_A_DEPENDENCY =
      classes().that().resideOutsideOfPackage("dev.headnote.text.*").should(showOnlyOwnTypes());

  @ArchTest
  static final ArchRule ONLY_ENCODE_KNOWS_THE_ENGINE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.headnote.encode")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..");

  @ArchTest
  static final ArchRule ONLY_PAGES_KNOW_JSOUP =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.headnote.text.page")
          .and()
          .doNotHaveFullyQualifiedName("dev.headnote.text.HtmlExtractor")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jsoup..");

  @ArchTest
  static final ArchRule TEXT_KNOWS_NOTHING_AFTER_IT =
      isUnknownTo("text", "encode", "topic", "summary", "keyphrase");

  @ArchTest
  static final ArchRule NOTHING_OUTSIDE_TEXT_KNOWS_ITS_INNER_ROOMS =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.headnote.text..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.headnote.text.*");

  @ArchTest
  static final ArchRule NO_INNER_ROOM_OF_TEXT_KNOWS_THE_WAY_IN =
      noClasses()
          .that()
          .resideInAPackage("dev.headnote.text.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.headnote.text");

  @ArchTest
  static final ArchRule INNER_ROOMS_OF_TEXT_FORM_NO_CYCLE =
      slices().matching("dev.headnote.text.(*)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule PAGE_KNOWS_NEITHER_FURNITURE_NOR_SENTENCE =
      isUnknownTo("text.page", "text.furniture", "text.sentence");

  @ArchTest
  static final ArchRule FURNITURE_DOES_NOT_KNOW_PAGE = isUnknownTo("text.furniture", "text.page");

  @ArchTest
  static final ArchRule RULE_KNOWS_ONLY_CHARS =
      isUnknownTo("text.rule", "text.page", "text.furniture", "text.sentence");

  @ArchTest
  static final ArchRule SENTENCE_KNOWS_ONLY_CHARS =
      isUnknownTo("text.sentence", "text.page", "text.furniture", "text.rule");

  @ArchTest
  static final ArchRule CHARS_KNOWS_NO_OTHER_ROOM =
      isUnknownTo("text.chars", "text.page", "text.furniture", "text.rule", "text.sentence");

  @ArchTest
  static final ArchRule ENCODE_KNOWS_NEITHER_TEXT_NOR_DECISIONS =
      isUnknownTo("encode", "text", "topic", "summary", "keyphrase");

  @ArchTest
  static final ArchRule TOPIC_KNOWS_NEITHER_TEXT_NOR_SUMMARY =
      isUnknownTo("topic", "text", "summary", "keyphrase");

  @ArchTest
  static final ArchRule SUMMARY_KNOWS_NEITHER_TEXT_NOR_TOPIC =
      isUnknownTo("summary", "text", "topic", "keyphrase");

  @ArchTest
  static final ArchRule KEYPHRASE_KNOWS_NEITHER_TEXT_NOR_TOPIC_NOR_SUMMARY =
      isUnknownTo("keyphrase", "text", "topic", "summary");

  @ArchTest
  static final ArchRule NO_PACKAGE_KNOWS_THE_FACADE =
      noClasses()
          .that()
          .resideInAnyPackage("dev.headnote.*..")
          .should()
          .dependOnClassesThat(nameMatching("dev\\.headnote\\.(Headnote|Headnote\\$.*|Digest)"));

  @ArchTest
  static final ArchRule PACKAGES_BELOW_THE_FACADE_FORM_NO_CYCLE =
      slices().matching("dev.headnote.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOTHING_REACHES_A_NETWORK =
      noClasses()
          .should()
          .dependOnClassesThat(
              nameMatching(
                  "java\\.net\\.(?!(URL|URI|URISyntaxException|URLConnection)$).*"
                      + "|java\\.net\\.http\\..*|javax\\.net\\..*|java\\.rmi\\..*|javax\\.naming\\..*"
                      + "|java\\.nio\\.channels\\..*Socket.*"));

  /** Of the class path, which is all that it is asked for. */
  @ArchTest
  static final ArchRule ONLY_MODELS_OPEN_A_URL =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.headnote.encode.ModelLocation")
          .and()
          .doNotHaveFullyQualifiedName("dev.headnote.encode.NativeLibrary")
          .should()
          .dependOnClassesThat(nameMatching("java\\.net\\..*"));

  /** Nor are other programs started. */
  @ArchTest
  static final ArchRule NOTHING_MAKES_OBJECTS_OR_CODE_OF_BYTES =
      noClasses()
          .should()
          .dependOnClassesThat(
              nameMatching(
                  "java\\.io\\.Object(Input|Output)Stream|java\\.beans\\..*|javax\\.script\\..*"
                      + "|java\\.lang\\.ProcessBuilder"
                      + "|java\\.net\\.URLClassLoader"))
          .orShould()
          .callMethodWhere(
              target(nameMatching("exec|load|loadLibrary"))
                  .and(target(owner(nameMatching("java\\.lang\\.(Runtime|System)")))));

  private static ArchRule isUnknownTo(String room, String... others) {
    String[] packages =
        Stream.of(others).map(other -> "dev.headnote." + other + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("dev.headnote." + room + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages));
  }

  private static ArchCondition<JavaClass> showOnlyOwnTypes() {
    return new ArchCondition<>("show only types of Java and of Headnote") {
      @Override
      public void check(JavaClass owner, ConditionEvents events) {
        if (!owner.getModifiers().contains(JavaModifier.PUBLIC)) {
          return;
        }
        for (JavaCodeUnit unit : owner.getCodeUnits()) {
          if (shows(unit.getModifiers())) {
            Stream.concat(
                    Stream.concat(
                        unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType())),
                    unit.getExceptionTypes().stream())
                .filter(resideInAnyPackage(DEPENDENCIES))
                .forEach(type -> violated(unit.getFullName(), type, events));
          }
        }
        for (JavaField field : owner.getFields()) {
          if (shows(field.getModifiers())
              && resideInAnyPackage(DEPENDENCIES).test(field.getRawType())) {
            violated(field.getFullName(), field.getRawType(), events);
          }
        }
      }

      private boolean shows(java.util.Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC)
            || modifiers.contains(JavaModifier.PROTECTED);
      }

      private void violated(String where, JavaClass type, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(type, where + " shows " + type.getName()));
      }
    };
  }
}
