namespace TradeBot.Indicators.Windows;

/// <summary>What is kept of a run of values so that it can grow at either end.</summary>
/// <typeparam name="TState">The state of a run; the default value is an empty run.</typeparam>
internal interface IFold<TState>
    where TState : struct
{
    /// <summary>The run with a newer value at its end.</summary>
    /// <param name="state">The run before.</param>
    /// <param name="value">The value that joins it.</param>
    /// <param name="count">How many values the run then has.</param>
    TState AddNewer(TState state, double value, int count);

    /// <summary>The run with an older value at its beginning.</summary>
    /// <param name="state">The run before.</param>
    /// <param name="value">The value that joins it.</param>
    /// <param name="count">How many values the run then has.</param>
    TState AddOlder(TState state, double value, int count);
}

/// <summary>Keeps the sum of a run.</summary>
internal readonly struct SumFold : IFold<double>
{
    public double AddNewer(double state, double value, int count) => state + value;

    public double AddOlder(double state, double value, int count) => state + value;
}

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

/// <summary>Keeps the highest value of a run and its position; NaN is higher than all, and of equal values the latest counts.</summary>
internal readonly struct ExtremeFold : IFold<ExtremeFold.Extreme>
{
    public Extreme AddNewer(Extreme state, double value, int count) =>
        count == 1 || value >= state.Value || double.IsNaN(value) ? new Extreme(value, count) : state;

    public Extreme AddOlder(Extreme state, double value, int count) =>
        count == 1 || value > state.Value || (double.IsNaN(value) && !double.IsNaN(state.Value)) ? new Extreme(value, count) : state;

    /// <summary>The highest value of a run.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Place">Its position in the order in which values joined the run, from 1.</param>
    public readonly record struct Extreme(double Value, int Place);
}
