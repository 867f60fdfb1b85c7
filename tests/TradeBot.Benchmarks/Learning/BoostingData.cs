using TradeBot.Learning;
using TradeBot.MarketData;
using TradeBot.Testing;

namespace TradeBot.Benchmarks.Learning;

/// <summary>Rows to learn from: two made by formula, one of real candles.</summary>
internal static class BoostingData
{
    public const int Width = 40;

    public static readonly string[] Names = ["smooth", "stepped", "candles"];

    public static (double[][] Columns, double[] Target)? Make(string name, int rows, int seed) => name switch
    {
        "smooth" => Formula(rows, seed, x => Math.Sin(2 * x(0)) + x(1) * x(2) + 0.5 * x(3) * x(3) - 0.5 + 0.7 * x(4) - 0.4 * x(5)),
        "stepped" => Formula(rows, seed, x => (x(0) > 0 ? x(1) : -x(2)) + (x(3) > 1 ? 1.5 : 0) - (x(4) < -0.5 && x(5) > 0 ? 1 : 0) + 0.2 * x(6)),
        _ => OfCandles(rows, seed),
    };

    private static (double[][] Columns, double[] Target) Formula(int rows, int seed, Func<Func<int, double>, double> logOdds)
    {
        // Not Random: from a seed it subtracts draws 21 and 55 places back, so the noise in the target would follow from the features.
        ulong state = (ulong)seed << 40;
        double[][] columns = [.. Enumerable.Range(0, Width).Select(_ => new double[rows])];
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            foreach (double[] column in columns)
                column[row] = (float)(Math.Sqrt(-2 * Math.Log(1 - Draw(ref state))) * Math.Cos(2 * Math.PI * Draw(ref state)));
            target[row] = Draw(ref state) < 1 / (1 + Math.Exp(-logOdds(i => columns[i][row]))) ? 1 : 0;
        }

        return (columns, target);
    }

    /// <summary>Uniform in [0, 1).</summary>
    /// <remarks>Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.</remarks>
    private static double Draw(ref ulong state)
    {
        ulong value = state += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return ((value ^ (value >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Whether the volatility of the next quarter of an hour is above that of the last four hours; the seed shifts the window.</summary>
    private static (double[][] Columns, double[] Target)? OfCandles(int rows, int seed)
    {
        string? path = Directory.Exists(Repository.PathOf("..", "shared", "data"))
            ? Directory.EnumerateFiles(Repository.PathOf("..", "shared", "data"), "*BTCUSDT*1m*.csv.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
        if (path == null)
            return null;

        CandleSeries candles = CandleCsv.Read(path);
        int[] spans = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];
        FeaturePipeline features = Features.Pipeline(f =>
        [
            .. spans.Select(n => f.Return(n)), .. spans.Select(n => f.Volatility(n + 4)), .. spans.Select(n => f.Rsi(n + 2)), .. spans.Select(n => f.Volume.ZScore(n + 8)),
        ]);
        double[][] columns = features.Compute(candles);
        double[] volatility = Features.Pipeline(f => [f.Volatility(15) / f.Volatility(240)]).Compute(candles)[0];
        int first = 500 + seed * 2000;
        if (first + rows + 16 > candles.Count)
            return null;

        return (
            [.. columns.Select(column => Array.ConvertAll(column[first..(first + rows)], value => (double)(float)value))],
            [.. Enumerable.Range(first, rows).Select(row => volatility[row + 15] > 0.9 ? 1.0 : 0.0)]);
    }
}
