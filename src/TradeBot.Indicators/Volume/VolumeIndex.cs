using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>Compounds the returns of candles whose volume moved in one direction; the common part of NVI and PVI.</summary>
/// <param name="direction">1 for candles with more volume than the one before, −1 for those with less.</param>
internal struct VolumeIndex(double direction)
{
    private double _index = 1000;
    private double _previousClose = double.NaN;
    private double _previousVolume;
    private bool _started;

    public double Update(in Candle candle)
    {
        double sign = _started ? Sign.Of(candle.Volume - _previousVolume) : 0 * (candle.Volume + candle.Close);
        double change = _started ? candle.Close / _previousClose : 1;
        if (sign == direction || double.IsNaN(sign) || double.IsNaN(change))
            _index *= change + 0 * sign;

        (_started, _previousClose, _previousVolume) = (true, candle.Close, candle.Volume);
        return _index;
    }
}
