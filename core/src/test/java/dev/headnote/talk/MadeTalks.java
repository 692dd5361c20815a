package dev.headnote.talk;

/** Talks to test with. */
public final class MadeTalks {

  public static final String LABELLED =
      """
      Operator: Good afternoon, and welcome to the third quarter earnings call.

      Ann Lee: Thank you, operator. The mill at Holm will close in May because orders fell by half.

      Operator: Our next question comes from Bob Ford with Some Bank.

      Ann Lee: It costs us nine million, and 200 people lose their work.
      """;

  /** Without a pleasantry, so that labels alone tell it. */
  public static final String CURT =
      """
      Q: Why will the mill at Holm close in May of the next year?

      A: Orders fell by half in the spring, and nobody would pay for the repairs.

      Q: And the workers?

      A: It costs us nine million, and 200 people lose the work that they have now.
      """;

  public static final String UNLABELLED =
      """
      Good afternoon, and welcome to the third quarter call.

      Thank you, operator.

      The mill at Holm will close in May because orders fell by half in the spring.

      Thanks, Ann.

      It costs us nine million, and 200 people lose the work that they have now.
      """;

  private MadeTalks() {}
}
