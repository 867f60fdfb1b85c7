using static TradeBot.Strategies.FunctionParameter;

namespace TradeBot.Strategies;

/// <summary>Conditions combined by voting.</summary>
internal static class Votes
{
    public static IReadOnlyList<Function> All { get; } =
    [
        Vote("majority", "more than half of the conditions are true", voters => (voters / 2) + 1),
        Vote("unanimous", "all of the conditions are true", voters => voters),
        Vote("any", "one of the conditions is true", _ => 1),
        new KernelFunction()
        {
            Name = "at_least", Summary = "k or more of the conditions are true", IsCondition = true, Repeats = 1,
            Parameters = [Count("k"), Condition("condition")],
            Kernel = o => new VoteNode(Voters(o, first: 1, step: 1), o.Arguments.Int(0)),
        },
        new()
        {
            Name = "veto", Summary = "the first condition is true and none of the others", IsCondition = true, Repeats = 1,
            Parameters = [Condition("condition"), Condition("veto")],
            Expansion = Veto,
        },
        new KernelFunction()
        {
            Name = "weighted", Summary = "the true conditions have at least the share of the total weight: 0.5 is half", IsCondition = true, Repeats = 2,
            Parameters = [Number("share", 0, 1), Condition("condition"), Number("weight", 0)],
            Kernel = WeightedVote,
        },
        new KernelFunction()
        {
            Name = "confident", Summary = "the true conditions have at least the share of the total confidence at this candle; a confidence below 0 counts as 0",
            IsCondition = true, Repeats = 2,
            Parameters = [Number("share", 0, 1), Condition("condition"), Series("confidence")],
            Kernel = WeightedVote,
        },
    ];

    private static Function Vote(string name, string summary, Func<int, int> needed) => new KernelFunction()
    {
        Name = name, Summary = summary, IsCondition = true, Repeats = 1, Parameters = [Condition("condition")],
        Kernel = o => new VoteNode(Voters(o, first: 0, step: 1), needed(o.Arguments.Count)),
    };

    private static WeightedVoteNode WeightedVote(FunctionOperands operands)
    {
        Node[] weights = [.. Enumerable.Range(0, operands.Arguments.Count / 2).Select(i => operands.Series((2 * i) + 2))];
        return new WeightedVoteNode(Voters(operands, first: 1, step: 2), weights, operands.Arguments.Number(0));
    }

    private static Node[] Voters(FunctionOperands operands, int first, int step)
    {
        List<Node> voters = [];
        for (int i = first; i < operands.Arguments.Count; i += step)
            voters.Add(operands.Condition(i));
        return [.. voters];
    }

    private static Condition Veto(FunctionArguments arguments)
    {
        Condition condition = arguments.Condition(0);
        for (int i = 1; i < arguments.Count; i++)
            condition &= !arguments.Condition(i);
        return condition;
    }
}
