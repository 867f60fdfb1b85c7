namespace TradeBot.Optimization;

/// <summary>The sampler of one study: gives parameters, receives their results. Not thread-safe.</summary>
public interface ISamplerSession
{
    /// <summary>The parameters of the next trial.</summary>
    /// <param name="number">The trial's number: 0, 1, 2 and so on, each asked once.</param>
    /// <returns>Parameters that the space accepts; null when there is nothing left to try.</returns>
    ParameterSet? Ask(int number);

    /// <summary>Receives the result of a trial, in the order of trial numbers.</summary>
    /// <param name="number">The trial's number.</param>
    /// <param name="parameters">The parameters of the trial.</param>
    /// <param name="losses">One per objective, smaller is better; all NaN when the trial failed, was pruned, broke a requirement or is undefined.</param>
    void Tell(int number, ParameterSet parameters, ReadOnlySpan<double> losses);
}
