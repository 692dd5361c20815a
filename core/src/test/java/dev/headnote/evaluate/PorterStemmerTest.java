package dev.headnote.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of Porter 1980, each followed through all later steps, and NLTK's extensions. */
class PorterStemmerTest {

  private static void assertStems(String pairs) {
    assertThat(Stream.of(pairs.strip().split("\\s+")))
        .allSatisfy(
            pair -> {
              String[] words = pair.split(">");
              assertThat(PorterStemmer.stem(words[0])).as(words[0]).isEqualTo(words[1]);
            });
  }

  @Test
  void stripsPlurals() {
    assertStems("caresses>caress ponies>poni caress>caress cats>cat 1990s>1990");
  }

  @Test
  void stripsWhatVerbsEndInAndMendsTheRest() {
    assertStems(
        """
        feed>feed agreed>agre plastered>plaster bled>bled motoring>motor sing>sing
        conflated>conflat troubled>troubl sized>size hopping>hop tanned>tan falling>fall
        hissing>hiss fizzed>fizz failing>fail filing>file snowed>snow boxed>box played>play
        """);
  }

  @Test
  void stripsSuffixes() {
    assertStems(
        """
        relational>relat conditional>condit rational>ration valency>valenc hesitancy>hesit
        digitizer>digit radically>radic differently>differ vilely>vile analogously>analog
        vietnamization>vietnam predication>predic operator>oper feudalism>feudal decisiveness>decis
        hopefulness>hope callousness>callous formality>formal sensitivity>sensit sensibility>sensibl
        triplicate>triplic formative>form formalize>formal electricity>electr electrical>electr
        hopeful>hope goodness>good
        revival>reviv allowance>allow inference>infer airliner>airlin gyroscopic>gyroscop
        adjustable>adjust defensible>defens irritant>irrit replacement>replac adjustment>adjust
        dependent>depend adoption>adopt religion>religion communism>commun activate>activ
        homologous>homolog effective>effect bowdlerize>bowdler
        """);
  }

  @Test
  void tidiesTheEnd() {
    assertStems("probate>probat rate>rate cease>ceas controlling>control rolling>roll owed>owe");
  }

  @Test
  void takesYForAVowelAfterAConsonant() {
    assertStems("happy>happi syzygy>syzygi trying>tri employed>employ");
  }

  /** Whether a y is a consonant hangs on the one before, however many there are. */
  @Test
  void stemsAWordOfAnyLength() {
    assertThat(PorterStemmer.stem("y".repeat(100_000))).hasSize(100_000);
    assertThat(PorterStemmer.stem("y".repeat(100_001))).hasSize(100_001);
  }

  /**
   * Porter's own rules would make di, spi(e), enjoi, conditionalli, geologi, hopefulli and so on.
   */
  @Test
  void extendsTheRulesAsNltkDoes() {
    assertStems(
        """
        dies>die flies>fli died>die spied>spi enjoy>enjoy conditionally>condit usually>usual
        really>realli hopefully>hope geology>geolog
        skies>sky dying>die news>news innings>inning proceed>proceed
        """);
  }
}
