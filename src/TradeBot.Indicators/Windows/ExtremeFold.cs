namespace TradeBot.Indicators.Windows;

/// <summary>Keeps the highest value of a run and where it stands; a NaN is higher than all, and of equals the latest counts.</summary>
internal readonly struct ExtremeFold : IFold<ExtremeFold.Extreme>
{
    public Extreme AddNewer(Extreme state, double value, int count) =>
        count == 1 || value >= state.Value || double.IsNaN(value) ? new Extreme(value, count) : state;

    public Extreme AddOlder(Extreme state, double value, int count) =>
        count == 1 || value > state.Value || (double.IsNaN(value) && !double.IsNaN(state.Value)) ? new Extreme(value, count) : state;

    /// <summary>The highest value of a run.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Place">Where it stands in the order in which values joined the run, from 1.</param>
    public readonly record struct Extreme(double Value, int Place);
}
