namespace TradeBot.Indicators.Windows;

/// <summary>What is kept of a run of values so that it can grow at either end.</summary>
/// <typeparam name="TState">What is kept; the default value stands for no values.</typeparam>
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
