namespace TradeBot.Optimization;

/// <summary>Several brackets of successive halving in parallel, from early and strict to late and lenient, so that slow starters get a chance.</summary>
/// <remarks>
/// Bracket b has its first rung at <c>MinSteps · Reduction^b</c>. Trials go to the brackets in turn, as many to each in proportion to
/// <c>Reduction^(last − b) / (last − b + 1)</c>. Source: Li et al., "Hyperband", <i>JMLR</i> 18, 2018.
/// </remarks>
public sealed class HyperbandPruner : IPruner
{
    /// <summary>The first step at which a trial may be pruned; at least 1.</summary>
    public int MinSteps { get; init; } = 1;

    /// <summary>The last step that a trial reports; at least <see cref="MinSteps"/>.</summary>
    public required int MaxSteps { get; init; }

    /// <summary>One of this many trials passes a rung; at least 2.</summary>
    public int Reduction { get; init; } = 3;

    /// <inheritdoc/>
    public string Name => "hyperband";

    /// <inheritdoc/>
    public IPrunerSession Start()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MinSteps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Reduction, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxSteps, MinSteps);
        return new Session(this);
    }

    private sealed class Session : IPrunerSession
    {
        private readonly HalvingSession[] _brackets;
        private readonly int[] _turns;

        public Session(HyperbandPruner options)
        {
            List<HalvingSession> brackets = [];
            for (long first = options.MinSteps; first <= options.MaxSteps; first *= options.Reduction)
                brackets.Add(new HalvingSession((int)first, options.Reduction));
            _brackets = [.. brackets];
            _turns = [.. _brackets.SelectMany((_, b) => Enumerable.Repeat(b, Share(_brackets.Length - 1 - b, options.Reduction)))];
        }

        public bool ShouldPrune(int number, IReadOnlyList<StepValue> losses) => BracketOf(number).ShouldPrune(number, losses);

        public void Tell(int number, IReadOnlyList<StepValue> losses) => BracketOf(number).Tell(number, losses);

        private static int Share(int rungsAfter, int reduction) => Math.Max(1, (int)Math.Round(Math.Pow(reduction, rungsAfter) / (rungsAfter + 1)));

        private HalvingSession BracketOf(int number) => _brackets[_turns[number % _turns.Length]];
    }
}
