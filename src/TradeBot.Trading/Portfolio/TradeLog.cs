namespace TradeBot.Trading;

/// <summary>Groups the fills of one symbol into round trips.</summary>
/// <remarks>A fill that crosses zero is split: one part closes the old trade, the rest opens the next; its fee is split by quantity.</remarks>
internal sealed class TradeLog(string symbol)
{
    private decimal _position;
    private decimal _entered, _entryValue, _exited, _exitValue, _fees;
    private DateTime _entryTime;

    /// <summary>Average price of the entries of the open trade; 0 when flat.</summary>
    public decimal EntryPrice => _position == 0 ? 0 : _entryValue / _entered;

    public void Add(in Fill fill, List<Trade> closed)
    {
        decimal after = _position + fill.SignedQuantity;
        if (_position * after < 0)
        {
            decimal closingFee = fill.Fee * Math.Abs(_position) / fill.Quantity;
            Apply(fill with { Quantity = Math.Abs(_position), Fee = closingFee }, closed);
            Apply(fill with { Quantity = Math.Abs(after), Fee = fill.Fee - closingFee }, closed);
        }
        else
        {
            Apply(fill, closed);
        }
    }

    /// <summary>The trade that is still open, its rest valued at a price; null when flat.</summary>
    public Trade? Open(DateTime time, decimal mark) => _position == 0
        ? null
        : Build(time, _exitValue + Math.Abs(_position) * mark, isOpen: true);

    private void Apply(in Fill fill, List<Trade> closed)
    {
        bool enters = _position * fill.SignedQuantity >= 0;
        if (_position == 0)
            (_entryTime, _entered, _entryValue, _exited, _exitValue, _fees) = (fill.Time, 0, 0, 0, 0, 0);

        _fees += fill.Fee;
        if (enters)
            (_entered, _entryValue) = (_entered + fill.Quantity, _entryValue + fill.Notional);
        else
            (_exited, _exitValue) = (_exited + fill.Quantity, _exitValue + fill.Notional);

        bool isLong = enters ? fill.Side == OrderSide.Buy : _position > 0;
        _position += fill.SignedQuantity;
        if (_position == 0)
            closed.Add(Build(fill.Time, _exitValue, isOpen: false, isLong));
    }

    private Trade Build(DateTime exitTime, decimal exitValue, bool isOpen, bool? closedLong = null)
    {
        bool isLong = closedLong ?? _position > 0;
        decimal gross = isLong ? exitValue - _entryValue : _entryValue - exitValue;
        return new Trade(
            symbol, isLong, _entryTime, exitTime, _entered, _entryValue / _entered, exitValue / _entered, _fees, gross - _fees, isOpen);
    }
}
