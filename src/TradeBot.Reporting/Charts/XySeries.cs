namespace TradeBot.Reporting;

/// <summary>Points (x, y). A y that is not finite is unknown: it leaves a gap and is never drawn as 0.</summary>
/// <remarks>Lines over times are not drawn across a gap: a step that is longer than the usual one, where few are.</remarks>
public abstract record XySeries : ChartSeries
{
    /// <summary>Positions along the horizontal axis.</summary>
    public ReadOnlyMemory<double> X { get; init; }

    /// <summary>Values, aligned with <see cref="X"/>.</summary>
    public ReadOnlyMemory<double> Y { get; init; }
}
