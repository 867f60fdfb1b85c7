using FsCheck;
using FsCheck.Fluent;
using static TradeBot.MarketData.Tests.CandleTables;

namespace TradeBot.MarketData.Tests;

/// <summary>The one-pass validator against definitions written down row by row.</summary>
public class ValidationPropertiesTests
{
    [Fact]
    public void Every_count_is_what_the_definition_gives()
    {
        var gen = from count in Gen.Choose(0, 400) from seed in Gen.Choose(0, 100_000) from harm in Gen.Choose(2, 60) select (count, seed, harm);
        Prop.ForAll(gen.ToArbitrary(), sample =>
        {
            CandleTable table = Table(Broken(sample.count, sample.seed, sample.harm));
            ValidationReport report = table.Validate();
            Candle[] rows = [.. Enumerable.Range(0, table.Count).Select(i => table[i])];

            Assert.Equal(rows.Where((row, i) => rows.Take(i).Any(other => other.OpenTime == row.OpenTime)).Count(), report.CandlesWith(DefectKind.Duplicate));
            Assert.Equal(
                rows.Where((row, i) => rows.Take(i).Any(other => other.OpenTime > row.OpenTime) && rows.Take(i).All(other => other.OpenTime != row.OpenTime)).Count(),
                report.CandlesWith(DefectKind.Disorder));
            Assert.Equal(rows.Count(row => row.OpenTime.Second != 0), report.CandlesWith(DefectKind.OffGrid));

            Candle[] finite = [.. rows.Where(row => Values(row).All(double.IsFinite))];
            Assert.Equal(rows.Length - finite.Length, report.CandlesWith(DefectKind.NotFinite));
            Assert.Equal(finite.Count(row => Values(row).Take(4).Min() <= 0), report.CandlesWith(DefectKind.NonPositivePrice));
            Assert.Equal(
                finite.Count(row => row.High < Values(row).Take(4).Max() || row.Low > Values(row).Take(4).Min()), report.CandlesWith(DefectKind.PriceOrder));
            Assert.Equal(finite.Count(row => row.Volume < 0), report.CandlesWith(DefectKind.NegativeVolume));
            Assert.Equal(finite.Count(row => row.Volume == 0), report.CandlesWith(DefectKind.ZeroVolume));

            long[] present = [.. rows.Select(row => Timeframe.OneMinute.OpenOf(UnixTime.FromDateTime(row.OpenTime))).Distinct()];
            long spanned = present.Length == 0 ? 0 : (present.Max() - present.Min()) / UnixTime.MillisecondsPerMinute + 1;
            Assert.Equal(spanned - present.Length, report.CandlesWith(DefectKind.Gap));
            Assert.Equal(present.Length, report.Completeness.Sum(day => day.Present));
            Assert.Equal(spanned, report.Completeness.Sum(day => day.Expected));
        }).QuickCheckThrowOnFailure();
    }

    private static double[] Values(Candle row) => [row.Open, row.High, row.Low, row.Close, row.Volume];

    private static List<Candle> Broken(int count, int seed, int harm)
    {
        var random = new System.Random(seed);
        List<Candle> candles = [.. MarketGenerator.Single(count, seed)];
        for (int i = 0; i < candles.Count; i++)
        {
            candles[i] = random.Next(harm * 8) switch
            {
                0 => candles[i] with { OpenTime = candles[i].OpenTime.AddSeconds(random.Next(60)) },
                1 => candles[i] with { Close = double.NaN },
                2 => candles[i] with { Low = -1 },
                3 => candles[i] with { High = candles[i].Low / 2 },
                4 => candles[i] with { Volume = -1 },
                5 => candles[i] with { Volume = 0 },
                6 => candles[random.Next(candles.Count)],
                7 => candles[i] with { Volume = double.PositiveInfinity },
                _ => candles[i],
            };
        }

        candles.RemoveAll(_ => random.Next(harm) == 0);
        return candles;
    }
}
