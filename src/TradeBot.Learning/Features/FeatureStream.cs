using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>One run of a pipeline over candles as they close.</summary>
public sealed class FeatureStream
{
    private readonly ExpressionStream _stream;

    internal FeatureStream(CandleFeed feed, IReadOnlyList<ScalarFeature> columns, CandleSeries? series) =>
        _stream = new ExpressionStream(feed, [.. columns.Select(column => column.Expression)], series);

    /// <summary>Number of columns.</summary>
    public int Count => _stream.Count;

    /// <summary>Takes the next closed candle.</summary>
    /// <param name="candle">Must open after the previous one.</param>
    /// <param name="row">Receives one value per column; NaN where unknown.</param>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    public void Update(in Candle candle, Span<double> row)
    {
        if (row.Length != Count)
            throw new ArgumentException($"Expected {Count} slots, got {row.Length}.", nameof(row));
        _stream.Update(candle, row);
    }
}
