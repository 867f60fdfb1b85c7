namespace TradeBot.MarketData;

/// <summary>Renko charts: price moves of a fixed size, independent of time.</summary>
public static class RenkoChart
{
    /// <summary>Computes the Renko bricks from the closes of a series.</summary>
    /// <param name="series">Highs and lows are not used, because their order within a candle is unknown.</param>
    /// <param name="brick">Size of a brick, in quote currency; positive and finite.</param>
    /// <returns>
    /// Bricks on the grid of whole sizes around the first close, oldest first. A brick continues its direction after
    /// one size; it reverses only after a full brick beyond the last one's open, two sizes from its close. One candle
    /// may complete several.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is not positive and finite.</exception>
    public static IReadOnlyList<RenkoBrick> Renko(this CandleSeries series, double brick)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (!CandleRow.IsPrice(brick))
            throw new ArgumentOutOfRangeException(nameof(brick), brick, "Must be positive and finite.");

        List<RenkoBrick> bricks = [];
        double anchor = series.Count > 0 ? series.Close[0] : double.NaN;
        long top = 0, bottom = 0; // the ends of the last brick, in whole sizes from the anchor
        for (int i = 0; i < series.Count; i++)
        {
            double level = (series.Close[i] - anchor) / brick;
            DateTime time = series.CloseTimeAt(i);
            for (; level >= top + 1; top++)
            {
                bottom = top;
                bricks.Add(new RenkoBrick(time, anchor + top * brick, anchor + (top + 1) * brick));
            }

            for (; level <= bottom - 1; bottom--)
            {
                top = bottom;
                bricks.Add(new RenkoBrick(time, anchor + bottom * brick, anchor + (bottom - 1) * brick));
            }
        }

        return bricks;
    }
}

/// <summary>One step of a Renko chart.</summary>
/// <param name="Time">Close of the candle that completed the brick, UTC: it is known from then on.</param>
/// <param name="Open">Start of the brick, in quote currency.</param>
/// <param name="Close">End of the brick: one brick size above or below.</param>
public readonly record struct RenkoBrick(DateTime Time, double Open, double Close)
{
    /// <summary>True when the price went up.</summary>
    public bool IsUp => Close > Open;
}
