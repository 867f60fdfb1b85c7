namespace TradeBot.MarketData;

/// <summary>One component of the logarithm of volatility: a first-order autoregression with mean 0.</summary>
internal sealed class LogVolatility
{
    private readonly DeviateSource _deviates;
    private readonly double _decay, _step;
    private double _value;

    /// <param name="deviates">Random numbers of the shocks.</param>
    /// <param name="variance">Long-run variance.</param>
    /// <param name="halfLife">Half-life of a deviation, in candles.</param>
    public LogVolatility(DeviateSource deviates, double variance, double halfLife)
    {
        _deviates = deviates;
        _decay = PortableMath.Exp(-PortableMath.Log(2) / halfLife);
        _step = Math.Sqrt(variance * (1 - _decay * _decay));
        _value = Math.Sqrt(variance) * deviates.Normal();
    }

    public double Next() => _value = _decay * _value + _step * _deviates.Normal();
}
