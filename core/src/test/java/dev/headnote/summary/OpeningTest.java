package dev.headnote.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sentences need the one before, each by a rule of its own. */
class OpeningTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He said the talks would go on.",
        "\u201cShe will be missed,\u201d Mr Smith said.",
        "It works on a simple principle.",
        "It is expected to raise 10 million pounds.",
        "It appears to be the work of one man.",
        "They're worried about the winter.",
        "Her kidney went to a stranger.",
        "Its brands include three beers.",
        "After questioning he changed his mind.",
        "Despite her success, she remains unknown abroad.",
        "When he speaks, they listen.",
        "But the bank refused to pay.",
        "And yes, the mayor also came.",
        "However, the firm has told investors to wait.",
        "So they pulled over.",
        "Then came the sharpness and the colour.",
        "Also living in the flat were two cats.",
        "Instead, councils will work more closely.",
        "In addition, the firm will close two plants.",
        "Two days later the ship sank.",
        "The next day the ship sank.",
        "That surprised the doctors.",
        "That's why the ship sank.",
        "This recall involves lanterns.",
        "These can create bright lights.",
        "Those revenues pay for the police.",
        "Despite this technology, the world lost track of the flight.",
        "Another emerging tool is radar.",
        "Others were shocked by the video.",
        "Such transplants are rare.",
        "The latter is now in prison.",
        "The former was released.",
        "The two sides meet on Monday.",
        "Both were later released.",
        "Neither wanted to talk.",
        "One of them was hurt.",
        "\"We are frustrated and disappointed.\"",
        "\u201cWe are frustrated and disappointed.\u201d",
        "\"We will look into every single case.",
        "We have much to do after this.\"",
        "'We are frustrated and disappointed.'",
        "\"The board made an offer,\" he told the News of the World.",
        "  \u2022 He said so.",
        "But\nthe bank refused."
      })
  void pointBack(String sentence) {
    assertThat(Opening.needOf(sentence)).isNotEqualTo(Opening.Need.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "...",
        "The council voted on Monday.",
        "Heavy rain fell on the city.",
        "Butter costs more than ever.",
        "Thenceforth is a word.",
        "Sofia voted on Sunday.",
        "Thatcher won three elections.",
        "IT workers are in demand.",
        "When he was ten, Smith moved to Leeds.",
        "In his speech, Mr Blair praised the army.",
        "It is clear that the bank will fail.",
        "It was Smith who called the police.",
        "It's hard to say what happened.",
        "It is not yet known whether the ship sank.",
        "It appears that the ship sank.",
        "It emerged that the ship had sunk.",
        "It took three hours to put out the fire.",
        "It was raining when the ship sank.",
        "When it comes to sleep, Japan comes last.",
        "This week, the council votes.",
        "This year's focus is on work.",
        "These days few people write letters.",
        "Those who voted were few.",
        "Those chosen have ten days to answer.",
        "At this year's festival, four films were shown.",
        "So far, 300 people have died.",
        "So many people came that the doors were shut.",
        "Instead of pulling over, the man drove on.",
        "In addition to the fine, the firm must pay costs.",
        "As a result of the strike, no trains run.",
        "The former president died on Monday.",
        "The other day, a ship sank.",
        "The two-hour film opens on Friday.",
        "Both Labour and the Tories agreed.",
        "Neither France nor Spain signed.",
        "Still images show the ship.",
        "Her Majesty the Queen opened the bridge.",
        "\"We are frustrated,\" said Mr Smith.",
        "Mr Smith said: \"We are frustrated.\"",
        "\"Bloody Sunday\" soldiers will be tried.",
        "'The new Maradona' - Carlos Tevez - joins Corinthians.",
        "Er sagte, dass die Gespr\u00e4che weitergehen."
      })
  void standAlone(String sentence) {
    assertThat(Opening.needOf(sentence)).isEqualTo(Opening.Need.NOTHING);
  }

  /** In lower case that letter is two characters, so that offsets in the two would differ. */
  @Test
  void readsSentencesWithTheTurkishCapitalI() {
    assertThat(Opening.needOf("\u0130talya kupas\u0131 yar\u0131n ba\u015fl\u0131yor."))
        .isEqualTo(Opening.Need.NOTHING);
    assertThat(Opening.needOf("When \u0130\u0130\u0130\u0130\u0130 he left."))
        .isEqualTo(Opening.Need.NOTHING);
    assertThat(
            Opening.needOf(
                "\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130 both men left."))
        .isEqualTo(Opening.Need.NOTHING);
  }
}
