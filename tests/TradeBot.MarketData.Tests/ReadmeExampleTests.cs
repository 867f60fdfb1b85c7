using System.Text;

namespace TradeBot.MarketData.Tests;

/// <summary>The README's chapter from a foreign file to sound candles.</summary>
public sealed class ReadmeExampleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task From_a_foreign_file_to_sound_candles()
    {
        CandleSeries whole = MarketGenerator.Single(240, seed: 1);
        var backup = new SeriesCandleSource([CandleTable.Of("SYNUSDT", Timeframe.OneMinute, [.. whole.Where((_, i) => i != 100)]).ToSeries()]);
        string path = WriteBroken(whole);

        ImportResult read = CandleImport.Read(path);                      // reports its assumptions
        ValidationReport report = read.Validate();                        // reports the defects
        var repair = new CandleRepair(read.Table).Sort().MergeDuplicates().DropInvalid();
        await repair.RefetchAsync(backup);                                // what another source still has
        CandleSeries candles = repair.FillForward(longest: 5).ToSeries(); // the rest, marked as synthetic
        CandleSeries hours = candles.Resample(Timeframe.OneHour);         // none before its close

        Assert.True(report.HasErrors);
        Assert.Equal(240, candles.Count);
        Assert.Equal([100], Enumerable.Range(0, 240).Where(candles.IsSynthetic));
        Assert.False(candles.Validate().HasErrors);
        Assert.Equal(4, hours.Count);
        Assert.Equal(4, repair.Log.Count); // one moved, one merged, two of the gap: one fetched, one filled
    }

    // In Binance's layout, with minutes 100 and 101 missing, 20 twice, and 51 before 50.
    private string WriteBroken(CandleSeries whole)
    {
        int[] order = [.. Enumerable.Range(0, 21), 20, .. Enumerable.Range(21, 29), 51, 50, .. Enumerable.Range(52, 48), .. Enumerable.Range(102, 138)];
        var text = new StringBuilder();
        foreach (int i in order)
        {
            Candle candle = whole[i];
            long open = whole.OpenTimes[i];
            text.Append(FormattableString.Invariant(
                $"{open},{candle.Open},{candle.High},{candle.Low},{candle.Close},{candle.Volume},{open + 59_999},{candle.Turnover},9,1,1,0\n"));
        }

        string path = Path.Combine(_folder, "SYNUSDT-1m-2024-01-01.csv");
        File.WriteAllText(path, text.ToString());
        return path;
    }
}
