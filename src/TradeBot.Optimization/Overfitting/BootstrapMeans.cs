using TradeBot.Statistics;

namespace TradeBot.Optimization.Overfitting;

/// <summary>Means of every trial's returns, and how they vary over stationary bootstrap resamples of time common to all trials.</summary>
internal sealed class BootstrapMeans
{
    private BootstrapMeans(double[] means, double[] errors, (double[] Means, double[] Ratios)[] resamples, int periods)
    {
        (Means, Errors, Periods) = (means, errors, periods);
        Deviations = Array.ConvertAll(resamples, r => r.Means);
        Ratios = Array.ConvertAll(resamples, r => r.Ratios);
    }

    /// <summary>The mean return of each trial.</summary>
    public double[] Means { get; }

    /// <summary>The exact standard error of each mean over all possible resamples; 0 for a trial whose returns never vary.</summary>
    /// <remarks>Estimated from a few hundred resamples it would be so uncertain that tests at 5 % rejected noise in 6 of 100 searches.</remarks>
    public double[] Errors { get; }

    /// <summary>For each resample, for each trial, the resampled mean less the mean.</summary>
    public double[][] Deviations { get; }

    /// <summary>For each resample, for each trial, the deviation over the standard error within the resample; 0 where its returns do not vary.</summary>
    /// <remarks>Without the resample's own error, skewed returns would be found better far too often.</remarks>
    public double[][] Ratios { get; }

    public int Periods { get; }

    public static BootstrapMeans Of(IReadOnlyList<ReadOnlyMemory<double>> returns, int samples, double? meanBlock, int seed)
    {
        Require(returns, samples);
        int periods = returns[0].Length, trials = returns.Count;
        double[] byPeriod = new double[periods * trials]; // by period, then by trial, so that a resample adds up rows
        double[] means = new double[trials];
        for (int trial = 0; trial < trials; trial++)
        {
            ReadOnlySpan<double> series = returns[trial].Span;
            for (int t = 0; t < periods; t++)
                byPeriod[t * trials + trial] = series[t];
            means[trial] = RunningMoments.Of(series).Mean;
        }

        int best = Array.IndexOf(means, means.Max());
        double block = meanBlock ?? StationaryBootstrap.BlockLength(returns[Math.Max(0, best)].Span);
        var resamples = new (double[] Means, double[] Variances)[samples];
        Parallel.For(0, samples, sample => resamples[sample] = Resample(byPeriod, means, periods, block, seed, sample));

        double[] errors = new double[trials];
        Parallel.For(0, trials, trial => errors[trial] = StationaryBootstrap.StandardError(returns[trial].Span, block));
        for (int trial = 0; trial < trials; trial++)
        {
            double variance = RunningMoments.Of(returns[trial].Span).Squares / periods;
            foreach ((double[] deviations, double[] variances) in resamples)
                variances[trial] = variances[trial] > 0 && errors[trial] > 0 ? deviations[trial] / (errors[trial] * Math.Sqrt(variances[trial] / variance)) : 0;
        }

        return new(means, errors, resamples, periods); // the variances have become ratios
    }

    /// <summary>The p-value of a statistic among those of the resamples; the observed one counts as one of them.</summary>
    public static double PValue(double statistic, double[] resampled) =>
        (1.0 + resampled.Count(r => r >= statistic)) / (resampled.Length + 1);

    /// <summary>For each trial, the resampled mean less the mean, and the variance of the resampled returns.</summary>
    private static (double[] Means, double[] Variances) Resample(double[] byPeriod, double[] means, int periods, double block, int seed, int sample)
    {
        int[] positions = new int[periods];
        StationaryBootstrap.Draw(positions, block, seed, sample);
        double[] sums = new double[means.Length], squares = new double[means.Length];
        foreach (int position in positions)
        {
            ReadOnlySpan<double> row = byPeriod.AsSpan(position * sums.Length, sums.Length);
            for (int trial = 0; trial < sums.Length; trial++)
            {
                double centred = row[trial] - means[trial];
                sums[trial] += centred;
                squares[trial] += centred * centred;
            }
        }

        for (int trial = 0; trial < sums.Length; trial++)
        {
            sums[trial] /= periods;
            squares[trial] = squares[trial] / periods - sums[trial] * sums[trial];
        }

        return (sums, squares);
    }

    private static void Require(IReadOnlyList<ReadOnlyMemory<double>> returns, int samples)
    {
        ArgumentNullException.ThrowIfNull(returns);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 100);
        if (returns.Count == 0 || returns[0].Length < 2)
            throw new ArgumentException("Need the returns of at least 1 trial over at least 2 periods.", nameof(returns));
        for (int i = 1; i < returns.Count; i++)
        {
            if (returns[i].Length != returns[0].Length)
                throw new ArgumentException($"Trial {i} has {returns[i].Length} returns, trial 0 has {returns[0].Length}: all must cover the same periods.", nameof(returns));
        }
    }
}
