using System.Globalization;
using System.Text.Json;
using TradeBot.Testing;

namespace TradeBot.MarketData.Tests;

/// <summary>Recorded files with a manifest that another program wrote about them.</summary>
public class RealCandlesTests
{
    [SkippableFact]
    public void The_validator_finds_in_every_file_exactly_what_the_manifest_states()
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Repository.Shared("data", "manifest.json")));
        foreach (JsonElement file in manifest.RootElement.GetProperty("files").EnumerateArray())
        {
            ImportResult read = CandleImport.Read(Repository.Shared("data", file.GetProperty("file").GetString()!), new ImportOptions
            {
                Symbol = file.GetProperty("symbol").GetString(),
                Timeframe = Timeframe.Parse(file.GetProperty("interval").GetString()!),
            });
            AssertAsStated(file.GetProperty("qa"), read, file.GetProperty("file").GetString()!);
        }
    }

    [SkippableFact]
    public void Minutes_resampled_are_the_native_longer_candles()
    {
        AssertSame("BTCUSDT_1m_2023", "BTCUSDT_1h_2023", Timeframe.OneHour, expected: 8759, differing: 0);
        AssertSame("BTCUSDT_1m_2023", "BTCUSDT_15m_2023H1", Timeframe.FifteenMinutes, expected: 17_371, differing: 0);
        AssertSame("BTCUSDT_1m_2023", "BTCUSDT_1d_2023-08-15_12-31", Timeframe.OneDay, expected: 139, differing: 0);
        AssertSame("ETHUSDT_1m_2023H1", "ETHUSDT_1h_2023", Timeframe.OneHour, expected: 4343, differing: 0);
        AssertSame("ETHUSDT_1m_2023H1", "ETHUSDT_1d_2023", Timeframe.OneDay, expected: 181, differing: 0);
        AssertSame("SOLUSDT_1m_2023H1", "SOLUSDT_1h_2023", Timeframe.OneHour, expected: 4343, differing: 1);
    }

    [SkippableFact]
    public void The_one_hour_whose_volume_differs_is_found_with_its_reason()
    {
        CandleDefect defect = Assert.Single(CandleValidator.CompareTimeframes(Load("SOLUSDT_1m_2023H1"), FirstHalf(Load("SOLUSDT_1h_2023"))));

        // 2023-02-14 16:39 is missing from the minutes.
        Assert.Equal(new DateTime(2023, 2, 14, 16, 0, 0, DateTimeKind.Utc), defect.From);
        Assert.Equal(DefectSeverity.Warning, defect.Severity);
        Assert.Contains("volume", defect.Sentence, StringComparison.Ordinal);
        Assert.Contains("59 of its 60", defect.Sentence, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_longer_candle_that_was_tampered_with_is_found()
    {
        CandleSeries hours = Load("ETHUSDT_1h_2023").Slice(100, 50);
        Candle[] candles = [.. hours];
        candles[7] = candles[7] with { Close = candles[7].Close + 0.01 };
        CandleSeries tampered = CandleTable.Of(hours.Symbol, hours.Timeframe, candles).ToSeries();

        CandleDefect defect = Assert.Single(CandleValidator.CompareTimeframes(
            Load("ETHUSDT_1m_2023H1").Between(hours.OpenTimeAt(0), hours.CloseTimeAt(49)), tampered));
        Assert.Equal((DefectSeverity.Error, hours.OpenTimeAt(7)), (defect.Severity, defect.From));
    }

    private static void AssertAsStated(JsonElement stated, ImportResult read, string file)
    {
        ValidationReport report = read.Validate();
        Assert.True(read.Unreadable.Count == 0, file);
        Assert.Equal(stated.GetProperty("rows").GetInt32(), report.Rows);
        Assert.Equal(stated.GetProperty("expected_rows_if_continuous").GetInt32(), report.Completeness.Sum(day => day.Expected));
        Assert.Equal(stated.GetProperty("gaps").GetInt32(), report.Of(DefectKind.Gap).Count());
        Assert.Equal(stated.GetProperty("missing_bars").GetInt64(), report.CandlesWith(DefectKind.Gap));
        Assert.Equal(stated.GetProperty("duplicates").GetInt64(), report.CandlesWith(DefectKind.Duplicate));
        Assert.Equal(stated.GetProperty("out_of_order").GetInt64(), report.CandlesWith(DefectKind.Disorder));
        Assert.Equal(stated.GetProperty("off_grid").GetInt64(), report.CandlesWith(DefectKind.OffGrid));
        Assert.Equal(stated.GetProperty("ohlc_violations").GetInt64(), report.CandlesWith(DefectKind.PriceOrder));
        Assert.Equal(stated.GetProperty("zero_volume_rows").GetInt64(), report.CandlesWith(DefectKind.ZeroVolume));
        Assert.False(report.HasErrors, $"{file}: {report}");

        CandleDefect[] gaps = [.. report.Of(DefectKind.Gap)];
        JsonElement[] listed = [.. stated.GetProperty("gap_list").EnumerateArray()];
        for (int i = 0; i < listed.Length; i++)
        {
            var after = DateTime.Parse(listed[i].GetProperty("after").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
            Assert.Equal(UnixTime.ToDateTime(report.Timeframe.NextOpen(UnixTime.FromDateTime(after))), gaps[i].From);
            Assert.Equal(listed[i].GetProperty("missing").GetInt64(), gaps[i].Count);
        }
    }

    private static void AssertSame(string shorter, string longer, Timeframe timeframe, int expected, int differing)
    {
        CandleSeries native = Load(longer);
        CandleSeries made = Load(shorter).Resample(timeframe).Between(native.OpenTimeAt(0), native.CloseTimeAt(native.Count - 1));
        native = native.Between(made.OpenTimeAt(0), made.CloseTimeAt(made.Count - 1));

        Assert.Equal(expected, made.Count);
        Assert.True(made.OpenTimes.SequenceEqual(native.OpenTimes));
        Assert.True(made.Open.SequenceEqual(native.Open));
        Assert.True(made.High.SequenceEqual(native.High));
        Assert.True(made.Low.SequenceEqual(native.Low));
        Assert.True(made.Close.SequenceEqual(native.Close));

        int differ = 0;
        for (int i = 0; i < made.Count; i++)
            differ += Math.Abs(made.Volume[i] - native.Volume[i]) > 1e-9 * native.Volume[i] ? 1 : 0;
        Assert.Equal(differing, differ);
    }

    private static CandleSeries FirstHalf(CandleSeries series) =>
        series.Between(series.OpenTimeAt(0), new DateTime(2023, 7, 1, 0, 0, 0, DateTimeKind.Utc));

    private static CandleSeries Load(string name) => CandleCsv.Read(Repository.Shared("data", "binance-spot", $"{name}.csv.gz"));
}
