namespace TradeBot.MarketData;

/// <summary>Generates the candles of one symbol, one after the other.</summary>
internal sealed class SymbolProcess
{
    private const int StepsPerCandle = 12;
    private const double MinutesPerYear = 365 * 1440;
    private const double MeanAbsoluteShock = 0.7; // mean of |shock| for the default process
    private const double VolumeNoise = 0.4;

    private readonly SyntheticSymbol _symbol;
    private readonly CommonFactor _common;
    private readonly IntradayPattern _pattern;
    private readonly DeviateSource _deviates;
    private readonly ShockProcess _own;
    private readonly EdgeFilter? _edge;
    private readonly DecimalGrid _ticks, _lots;
    private readonly double[] _path = new double[StepsPerCandle + 1];
    private readonly double _correlation, _ownWeight, _deviation, _drift, _turnover;
    private readonly int _minutes;
    private double _price;

    public SymbolProcess(SyntheticSymbol symbol, CommonFactor common, IntradayPattern pattern, SyntheticMarketOptions options)
    {
        (_symbol, _common, _pattern) = (symbol, common, pattern);
        _deviates = new DeviateSource(options.Seed, symbol.Name);
        _own = new ShockProcess(_deviates, options);
        _edge = symbol.Edge is null ? null : new EdgeFilter(symbol.Edge);
        (_ticks, _lots) = (new DecimalGrid(symbol.TickSize), new DecimalGrid(symbol.LotSize));

        _minutes = (int)options.Timeframe.Duration.TotalMinutes;
        double years = _minutes / MinutesPerYear;
        _correlation = symbol.Correlation;
        _ownWeight = Math.Sqrt(1 - _correlation * _correlation);
        _deviation = symbol.AnnualVolatility * Math.Sqrt(years);
        _drift = symbol.AnnualDrift * years;
        _turnover = symbol.DailyTurnover * _minutes / 1440;
        _price = symbol.StartPrice;
    }

    /// <summary>The signal after the last candle; NaN without an edge.</summary>
    public double Signal => _edge?.Signal ?? double.NaN;

    /// <summary>The candle at an index; indices must be requested in order.</summary>
    public Candle Next(int index, long openTime)
    {
        double level = _pattern.Level(openTime, _minutes);
        double shock = _correlation * _common.Shocks[index] + _ownWeight * _own.Next(_common.SlowLogVolatilities[index]);
        if (_edge is not null)
            shock = _edge.Next(shock);

        double commonVolatility = _correlation * _common.Volatilities[index];
        double ownVolatility = _ownWeight * _own.Volatility;
        double scale = level * _deviation;
        double spread = scale * Math.Sqrt(commonVolatility * commonVolatility + ownVolatility * ownVolatility);

        // Half the variance is subtracted, so that the price, not its logarithm, has no expected gain.
        double move = _drift - spread * spread / 2 + scale * shock;
        return Trade(openTime, move, spread, level, shock);
    }

    private Candle Trade(long openTime, double move, double spread, double level, double shock)
    {
        (double lowest, double highest, double mean) = Walk(move, spread);
        double start = _price;
        _price = Math.Max((double)_symbol.TickSize, start * PortableMath.Exp(move));

        double open = _ticks.Step(start, (int)(3 * _deviates.Uniform()) - 1); // the first trade is at bid, mid or ask
        double close = _ticks.Round(_price);
        double high = Math.Max(Math.Max(open, close), _ticks.Round(start * PortableMath.Exp(highest)));
        double low = Math.Min(Math.Min(open, close), _ticks.Round(start * PortableMath.Exp(lowest)));

        double average = Math.Clamp(start * PortableMath.Exp(mean), low, high);
        double activity = 0.5 + 0.5 * Math.Abs(shock) / MeanAbsoluteShock;
        double noise = PortableMath.Exp(VolumeNoise * _deviates.Normal() - VolumeNoise * VolumeNoise / 2);
        double volume = _lots.Round(_turnover * level * level * activity * noise / average);
        return new Candle(UnixTime.ToDateTime(openTime), open, high, low, close, volume, Math.Round(volume * average, 2));
    }

    // A Brownian bridge from 0 to the candle's log return: the path inside the candle.
    private (double Lowest, double Highest, double Mean) Walk(double move, double spread)
    {
        double step = spread / Math.Sqrt(StepsPerCandle);
        for (int k = 1; k <= StepsPerCandle; k++)
            _path[k] = _path[k - 1] + step * _deviates.Normal();

        double correction = (move - _path[StepsPerCandle]) / StepsPerCandle;
        double lowest = 0, highest = 0, sum = 0;
        for (int k = 1; k <= StepsPerCandle; k++)
        {
            double at = _path[k] + correction * k;
            lowest = Math.Min(lowest, at);
            highest = Math.Max(highest, at);
            sum += at;
        }

        return (lowest, highest, sum / StepsPerCandle);
    }
}
