namespace TradeBot.Strategies;

/// <summary>A sign that a decision depends on more than the candles closed before it.</summary>
/// <param name="Probe">By what it was found.</param>
/// <param name="Time">When the decision was made that changed, UTC; for what is held or called, the first decision.</param>
/// <param name="Symbol">Whose value changed; the strategy's own name where it is no symbol's.</param>
/// <param name="Value">What changed, such as <c>exposure</c> or <c>stop</c>.</param>
/// <param name="Expected">What it was with the future as it came.</param>
/// <param name="Actual">What it was with another future, or what was found.</param>
public readonly record struct CausalityFinding(
    CausalityProbe Probe, DateTime Time, string Symbol, string Value, string Expected, string Actual)
{
    /// <summary>One sentence.</summary>
    public override string ToString() => Probe is CausalityProbe.Held or CausalityProbe.Code
        ? $"{Symbol}: {Value} {Actual}."
        : FormattableString.Invariant($"{Time:yyyy-MM-dd HH:mm} {Symbol}: {Value} was {Expected}, and {Actual} {Reason}.");

    private string Reason => Probe switch
    {
        CausalityProbe.Repeated => "when the same candles were replayed",
        CausalityProbe.Truncated => "when the candles after it were cut off",
        CausalityProbe.Perturbed => "when the candles after it were changed",
        _ => "when another session ran ahead in between",
    };
}
