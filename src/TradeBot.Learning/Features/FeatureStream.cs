using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>One run of a pipeline over candles as they close.</summary>
public sealed class FeatureStream
{
    private readonly FeatureState[] _states;

    internal FeatureStream(FeatureState[] states) => _states = states;

    /// <summary>How many columns a row has.</summary>
    public int Count => _states.Length;

    /// <summary>Takes the next closed candle.</summary>
    /// <param name="candle">Opened after the one before.</param>
    /// <param name="row">Receives one value per column; NaN where unknown.</param>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    public void Update(in Candle candle, Span<double> row)
    {
        if (row.Length != _states.Length)
            throw new ArgumentException($"Expected {_states.Length} slots, got {row.Length}.", nameof(row));

        for (int i = 0; i < row.Length; i++)
            row[i] = _states[i].Update(candle);
    }
}
