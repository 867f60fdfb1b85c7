namespace TradeBot.MarketData;

/// <summary>White noise of variance 1 with fat tails, volatility clustering and jumps.</summary>
/// <remarks>
/// The logarithm of volatility is a slow component that the whole market shares plus a fast one of the
/// process's own, normalised so that the mean square of volatility is 1. Shocks are Student-t; jumps arrive at
/// random with normal sizes.
/// </remarks>
internal sealed class ShockProcess
{
    private const double SlowHalfLifeMinutes = 2160;
    private const double FastHalfLifeMinutes = 30;
    private const double SlowShare = 0.6; // of the variance of log volatility

    private readonly DeviateSource _deviates;
    private readonly LogVolatility _fast;
    private readonly int _tailDegrees;
    private readonly double _logVariance, _jumpChance, _jumpSize, _diffusion;

    public ShockProcess(DeviateSource deviates, SyntheticMarketOptions options)
    {
        _deviates = deviates;
        _tailDegrees = options.TailDegrees;
        _logVariance = options.VolatilityOfVolatility * options.VolatilityOfVolatility;

        double minutes = options.Timeframe.Duration.TotalMinutes;
        _fast = new LogVolatility(deviates, _logVariance * (1 - SlowShare), FastHalfLifeMinutes / minutes);
        _jumpChance = Math.Min(1, options.JumpsPerDay * minutes / 1440);
        _jumpSize = _jumpChance > 0 ? Math.Sqrt(options.JumpShareOfVariance / _jumpChance) : 0;
        _diffusion = Math.Sqrt(1 - options.JumpShareOfVariance);
    }

    /// <summary>Volatility of the current shock; its mean square is 1.</summary>
    public double Volatility { get; private set; }

    /// <summary>The slow component of log volatility, one for the whole market.</summary>
    public static LogVolatility SlowVolatility(DeviateSource deviates, SyntheticMarketOptions options) => new(
        deviates,
        options.VolatilityOfVolatility * options.VolatilityOfVolatility * SlowShare,
        SlowHalfLifeMinutes / options.Timeframe.Duration.TotalMinutes);

    /// <summary>The next shock, in units of its long-run standard deviation.</summary>
    /// <param name="slow">The slow component of log volatility.</param>
    public double Next(double slow)
    {
        Volatility = PortableMath.Exp(slow + _fast.Next() - _logVariance);
        double shock = _diffusion * Volatility * _deviates.Student(_tailDegrees);
        bool jumps = _deviates.Uniform() < _jumpChance;
        return jumps ? shock + _jumpSize * _deviates.Normal() : shock;
    }
}
