namespace TradeBot.MarketData.Tests.Candles;

public class CandleSeriesSyntheticTests
{
    private static readonly bool[] s_second = [false, true, false];

    [Fact]
    public void Without_the_column_no_candle_is_synthetic()
    {
        CandleSeries series = Series(default);

        Assert.False(series.HasSynthetic);
        Assert.True(series.Synthetic.IsEmpty);
        Assert.False(series.IsSynthetic(1));
    }

    [Fact]
    public void The_column_tells_which_candles_are_synthetic()
    {
        CandleSeries series = Series(s_second);

        Assert.True(series.HasSynthetic);
        Assert.Equal([false, true, false], [series.IsSynthetic(0), series.IsSynthetic(1), series.IsSynthetic(2)]);
    }

    [Fact]
    public void A_slice_keeps_its_part_of_the_column()
    {
        Assert.Equal([true, false], Series(s_second).Slice(1, 2).Synthetic.ToArray());
        Assert.False(Series(default).Slice(1, 2).HasSynthetic);
    }

    [Fact]
    public void The_content_hash_covers_the_column_and_its_presence()
    {
        string[] hashes = [Series(default).ContentHash, Series(new bool[3]).ContentHash, Series(s_second).ContentHash];

        Assert.Equal(3, hashes.Distinct().Count());
        Assert.Equal(hashes[2], Series(s_second).ContentHash);
    }

    [Fact]
    public void The_column_has_one_entry_per_candle()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Series(new bool[2]));

        Assert.Equal("synthetic", exception.ParamName);
    }

    private static CandleSeries Series(ReadOnlyMemory<bool> synthetic)
    {
        double[] prices = [1, 1, 1];
        return new CandleSeries(
            "BTCUSDT", Timeframe.OneMinute, new long[] { 0, 60_000, 120_000 }, prices, prices, prices, prices, prices, synthetic: synthetic);
    }
}
