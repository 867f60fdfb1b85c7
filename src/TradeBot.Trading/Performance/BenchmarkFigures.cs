using TradeBot.Statistics;

namespace TradeBot.Trading.Performance;

/// <summary>A run compared with buying and holding without costs (<see cref="HoldingBenchmark"/>).</summary>
public sealed record BenchmarkFigures
{
    private BenchmarkFigures()
    {
    }

    /// <summary>Total return less that of holding.</summary>
    public double ExcessReturn { get; private init; }

    /// <summary>Mean return that the benchmark's movement does not explain, annualised.</summary>
    public double Alpha { get; private init; }

    /// <summary>Sensitivity of returns to the benchmark's returns.</summary>
    public double Beta { get; private init; }

    /// <summary>Pearson's correlation with the benchmark's returns.</summary>
    public double Correlation { get; private init; }

    /// <summary>Standard deviation of the difference in returns, annualised.</summary>
    public double TrackingError { get; private init; }

    /// <summary>Mean difference in returns over its standard deviation, annualised.</summary>
    public double InformationRatio { get; private init; }

    /// <summary>Mean return over the benchmark's in the periods in which it rose.</summary>
    public double UpCapture { get; private init; }

    /// <summary>Mean return over the benchmark's in the periods in which it fell.</summary>
    public double DownCapture { get; private init; }

    internal static IEnumerable<FigureDefinition> Definitions =>
    [
        new("Excess over holding", p => p.Benchmark.ExcessReturn, FigureUnit.Fraction, "Total return less that of buying and holding."),
        new("Alpha", p => p.Benchmark.Alpha, FigureUnit.Fraction, "Mean return that the movement of buying and holding does not explain, annualised; risk-free rate 0.", "Jensen 1968"),
        new("Beta", p => p.Benchmark.Beta, FigureUnit.Ratio, "Covariance with the returns of buying and holding over their variance.", "Jensen 1968"),
        new("Correlation with holding", p => p.Benchmark.Correlation, FigureUnit.Ratio, "Pearson's correlation with the returns of buying and holding."),
        new("Tracking error", p => p.Benchmark.TrackingError, FigureUnit.Fraction, "Standard deviation of the difference to the returns of buying and holding, annualised."),
        new("Information ratio", p => p.Benchmark.InformationRatio, FigureUnit.Ratio, "Mean difference to the returns of buying and holding over its standard deviation, annualised.", "Goodwin 1998"),
        new("Up capture", p => p.Benchmark.UpCapture, FigureUnit.Fraction, "Mean return over that of buying and holding, in the periods in which that rose."),
        new("Down capture", p => p.Benchmark.DownCapture, FigureUnit.Fraction, "Mean return over that of buying and holding, in the periods in which that fell."),
    ];

    /// <param name="returns">One per period.</param>
    /// <param name="benchmark">Of the same periods.</param>
    /// <param name="periodsPerYear">How many a year has.</param>
    /// <param name="excess">Total return less the benchmark's.</param>
    internal static BenchmarkFigures Of(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, double periodsPerYear, double excess)
    {
        var fit = new Comovement();
        double[] differences = new double[returns.Length];
        double up = 0, upOfBenchmark = 0, down = 0, downOfBenchmark = 0;
        for (int i = 0; i < returns.Length; i++)
        {
            fit.Add(benchmark[i], returns[i]);
            differences[i] = returns[i] - benchmark[i];
            if (benchmark[i] > 0)
                (up, upOfBenchmark) = (up + returns[i], upOfBenchmark + benchmark[i]);
            else if (benchmark[i] < 0)
                (down, downOfBenchmark) = (down + returns[i], downOfBenchmark + benchmark[i]);
        }

        return new BenchmarkFigures
        {
            ExcessReturn = excess,
            Alpha = periodsPerYear * (fit.MeanY - fit.Slope * fit.MeanX),
            Beta = fit.Slope,
            Correlation = fit.Correlation,
            TrackingError = Math.Sqrt(periodsPerYear) * Moments.Of(differences).StandardDeviation,
            InformationRatio = SharpeRatio.Annualized(differences, periodsPerYear),
            UpCapture = up / upOfBenchmark,
            DownCapture = down / downOfBenchmark,
        };
    }
}
