namespace TradeBot.Learning;

/// <summary>A fitted dimensionality reduction. Immutable.</summary>
public interface IReducer
{
    /// <summary>Names of the inputs, in order.</summary>
    IReadOnlyList<string> Features { get; }

    /// <summary>Names of the outputs, in order.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Reduces one row.</summary>
    /// <param name="row">One value per feature.</param>
    /// <param name="destination">One slot per output. A NaN input makes all outputs NaN.</param>
    /// <exception cref="ArgumentException">A length differs.</exception>
    void Reduce(ReadOnlySpan<double> row, Span<double> destination);
}
