namespace TradeBot.Learning;

/// <summary>A fitted reduction: rows of many features in, rows of few out. Immutable.</summary>
public interface IReducer
{
    /// <summary>The names of what goes in, in order.</summary>
    IReadOnlyList<string> Features { get; }

    /// <summary>The names of what comes out, in order.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Reduces one row.</summary>
    /// <param name="row">One value per feature.</param>
    /// <param name="destination">One slot per name. NaN in makes it all NaN.</param>
    /// <exception cref="ArgumentException">A length differs.</exception>
    void Reduce(ReadOnlySpan<double> row, Span<double> destination);
}
