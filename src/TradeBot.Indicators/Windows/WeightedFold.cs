namespace TradeBot.Indicators.Windows;

/// <summary>Keeps the sum of a run, and the sum with weights 1, 2, 3… from its oldest value.</summary>
internal readonly struct WeightedFold : IFold<WeightedFold.Sums>
{
    public Sums AddNewer(Sums state, double value, int count) => new(state.Plain + value, state.Weighted + count * value);

    public Sums AddOlder(Sums state, double value, int count)
    {
        // The weight of every other value grows by one: that adds the plain sum.
        double plain = state.Plain + value;
        return new Sums(plain, state.Weighted + plain);
    }

    /// <summary>Both sums of a run.</summary>
    public readonly record struct Sums(double Plain, double Weighted);
}
