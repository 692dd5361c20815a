package dev.headnote.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.summary.Opening.Need;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which references past a sentence's opening are open, each by a rule of its own. */
class OpenReferenceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "At midnight a volunteer was seen carrying them back down to the car park, unfired.",
        "Engineers had switched it on to warm the gearbox.",
        "The bad news is that he was arrested.",
        "The charge was based on his articles and lectures.",
        "The tally for its DVD soared past that of the cinemas.",
        "The value of her paintings rose.",
        "Speaking ahead of a summit in London today, he warned against complacency.",
        "Barely out of his teens, he was signed by an agency.",
        "For a capital city it's unusually green.",
        "Beyond Washington, it was less popular.",
        "In Virginia Beach, she didn't go unnoticed.",
        "In it, Gadahn renounces all violence.",
        "Fortunately she didn't have to look far.",
        "The behaviour of shoppers was also changing, he said.",
        "Doctors saved his life.",
        "There had never been any doubt she would win.",
        "Now the federation has suspended both athletes.",
        "All four men have pleaded not guilty.",
        "Investors in the two firms may get nothing.",
        "Critics argue that these moves do not go far enough.",
        "But he said the bank had refused.",
        "Perhaps they will win the vote."
      })
  void open(String sentence) {
    assertThat(Opening.needOf(sentence)).isEqualTo(Need.REFERENCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A volunteer carried the fireworks down because they were wet.",
        "Obi said she would leave.",
        "The mayor said he would leave.",
        "The penpal said he had changed.",
        "The 47-year-old says she is innocent.",
        "Peters said she would ask the airlines.",
        "Kelly said she would leave.",
        "Boeing has set itself a target.",
        "Somebody lost his hat.",
        "Anyone who calls can leave their name.",
        "Doctors said they were tired.",
        "The bank said it would close its branches.",
        "The firm cut its prices.",
        "Despite the commission delivering its decision, nobody listened.",
        "Often people had to look at a website to judge whether it was useful.",
        "Before she left, Obi sold the house.",
        "Still playing with tape on her shoulder, Sharapova won.",
        "Two days after his arrest, Voss confessed.",
        "In a speech that he gave on Monday at the end of a long conference of ministers and of"
            + " heads of state from more than thirty countries of the north and south, Obi smiled.",
        "Experts say it is too early to tell.",
        "In theory it's possible to land there.",
        "Labour and the Greens agreed after both parties had voted.",
        "Voss and Obi were the two men.",
        "Police released the two men who found the money.",
        "Yesterday Her Majesty opened the bridge.",
        "New materials are tested by those who would buy these materials.",
        "The ministry has these tips: wash, rest and drink.",
        "Few people write letters these days.",
        ""
      })
  void closed(String sentence) {
    assertThat(Opening.needOf(sentence)).isEqualTo(Need.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"But the bank refused.", "And Obi agreed.", "In addition, shops closed."})
  void transition(String sentence) {
    assertThat(Opening.needOf(sentence)).isEqualTo(Need.TRANSITION);
  }
}
