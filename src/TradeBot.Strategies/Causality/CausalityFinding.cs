namespace TradeBot.Strategies;

/// <summary>Evidence that a decision depends on more than the candles closed before it.</summary>
/// <param name="Probe">The probe that found it.</param>
/// <param name="Time">Time of the decision that changed, UTC; the first decision for held data and calls.</param>
/// <param name="Symbol">The symbol whose value changed; the strategy's name when it belongs to no symbol.</param>
/// <param name="Value">What changed, such as <c>exposure</c> or <c>stop</c>.</param>
/// <param name="Expected">Its value with the original future.</param>
/// <param name="Actual">Its value with another future, or what was found.</param>
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
