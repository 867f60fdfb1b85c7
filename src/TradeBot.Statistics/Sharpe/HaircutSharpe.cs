using MathNet.Numerics.Distributions;

namespace TradeBot.Statistics;

/// <summary>Haircut Sharpe ratio: adjusted for multiple testing.</summary>
/// <param name="Sharpe">As measured, per observation.</param>
/// <param name="PValue">Two-sided p-value of the single test.</param>
/// <param name="AdjustedPValue">p-value adjusted for all tests.</param>
/// <param name="AdjustedSharpe">The Sharpe ratio whose single-test p-value equals the adjusted one, per observation; never negative.</param>
/// <remarks>Source: Harvey and Liu, "Backtesting", <i>J. Portfolio Management</i> 42(1), 2015.</remarks>
public sealed record HaircutSharpe(double Sharpe, double PValue, double AdjustedPValue, double AdjustedSharpe)
{
    /// <summary>The haircut as a fraction in [0, 1]; NaN when the measured ratio is not positive.</summary>
    public double Haircut => Sharpe > 0 ? 1 - AdjustedSharpe / Sharpe : double.NaN;

    /// <summary>Bonferroni adjustment: <c>p · N</c>, at most 1.</summary>
    /// <param name="sharpe">Per observation.</param>
    /// <param name="observations">At least 2.</param>
    /// <param name="trials">Number of tests, at least 1.</param>
    public static HaircutSharpe Bonferroni(double sharpe, int observations, double trials)
    {
        RequireTrials(trials);
        double p = PValueOf(sharpe, observations);
        return Of(sharpe, observations, p, Math.Min(1, p * trials));
    }

    /// <summary>Šidák adjustment for independent trials: <c>1 − (1 − p)^N</c>.</summary>
    /// <param name="sharpe">Per observation.</param>
    /// <param name="observations">At least 2.</param>
    /// <param name="trials">Number of tests, at least 1.</param>
    public static HaircutSharpe Sidak(double sharpe, int observations, double trials)
    {
        RequireTrials(trials);
        double p = PValueOf(sharpe, observations);
        return Of(sharpe, observations, p, -Math.Exp(trials * Math.Log(1 - p)) + 1);
    }

    /// <summary>Holm adjustment of several ratios (step-down Bonferroni).</summary>
    /// <param name="sharpes">Per observation, over the same number of observations.</param>
    /// <param name="observations">At least 2.</param>
    /// <returns>In the order given.</returns>
    public static HaircutSharpe[] Holm(ReadOnlySpan<double> sharpes, int observations) => Adjusted(sharpes, observations, MultipleTests.Holm);

    /// <summary>False discovery rate adjustment of several ratios: Benjamini, Hochberg and Yekutieli.</summary>
    /// <param name="sharpes">Per observation, over the same number of observations.</param>
    /// <param name="observations">At least 2.</param>
    /// <returns>In the order given.</returns>
    public static HaircutSharpe[] FalseDiscovery(ReadOnlySpan<double> sharpes, int observations) => Adjusted(sharpes, observations, MultipleTests.FalseDiscovery);

    private static HaircutSharpe[] Adjusted(ReadOnlySpan<double> sharpes, int observations, Func<double[], double[]> adjust)
    {
        double[] measured = sharpes.ToArray(), p = Array.ConvertAll(measured, s => PValueOf(s, observations)), adjusted = adjust(p);
        return [.. measured.Select((sharpe, i) => Of(sharpe, observations, p[i], adjusted[i]))];
    }

    private static HaircutSharpe Of(double sharpe, int observations, double p, double adjusted) => new(
        sharpe, p, adjusted, adjusted >= 1 ? 0 : StudentT.InvCDF(0, 1, observations - 1, 1 - adjusted / 2) / Math.Sqrt(observations));

    private static double PValueOf(double sharpe, int observations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(observations, 2);
        return 2 * StudentT.CDF(0, 1, observations - 1, -Math.Abs(sharpe) * Math.Sqrt(observations));
    }

    private static void RequireTrials(double trials)
    {
        if (!(trials >= 1 && double.IsFinite(trials)))
            throw new ArgumentOutOfRangeException(nameof(trials), trials, "Must be at least 1.");
    }
}
