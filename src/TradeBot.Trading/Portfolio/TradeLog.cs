using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Groups the fills of one symbol into round trips.</summary>
/// <remarks>A fill that crosses zero is split: one part closes the old trade, the rest opens the next; its value and fee are split by quantity.</remarks>
internal sealed class TradeLog(Instrument instrument)
{
    private decimal _position;
    private decimal _entered, _entryValue, _exited, _exitValue, _fees;
    private DateTime _entryTime;
    private bool _liquidated;

    /// <summary>Average price of the entries of the open trade; 0 when flat.</summary>
    public decimal EntryPrice => _position == 0 ? 0 : PriceOf(_entered, _entryValue);

    public void Add(in Fill fill, List<Trade> closed)
    {
        decimal value = Math.Abs(fill.Paid);
        if (_position * (_position + fill.SignedQuantity) >= 0)
        {
            Apply(fill, fill.Quantity, value, fill.Fee, closed);
            return;
        }

        decimal closing = Math.Abs(_position), closingFee = fill.Fee * closing / fill.Quantity, closingValue = closing * value / fill.Quantity;
        Apply(fill, closing, closingValue, closingFee, closed);
        Apply(fill, fill.Quantity - closing, value - closingValue, fill.Fee - closingFee, closed);
    }

    /// <summary>The trade that is still open, its rest valued at a price; null when flat.</summary>
    public Trade? Open(DateTime time, decimal mark)
    {
        if (_position == 0)
            return null;
        decimal rest = Math.Abs(_position);
        decimal value = instrument.IsInverse ? rest * instrument.ContractValue / mark : rest * mark;
        return Build(time, _exitValue + value, _position > 0, isOpen: true);
    }

    private void Apply(in Fill fill, decimal quantity, decimal value, decimal fee, List<Trade> closed)
    {
        decimal signed = fill.Side == OrderSide.Buy ? quantity : -quantity;
        bool enters = _position * signed >= 0;
        if (_position == 0)
        {
            (_entryTime, _entered, _entryValue, _exited, _exitValue, _fees) = (fill.Time, 0, 0, 0, 0, 0);
            _liquidated = false;
        }

        _fees += fee;
        _liquidated |= fill.Kind == FillKind.Liquidation;
        if (enters)
            (_entered, _entryValue) = (_entered + quantity, _entryValue + value);
        else
            (_exited, _exitValue) = (_exited + quantity, _exitValue + value);

        bool isLong = enters ? fill.Side == OrderSide.Buy : _position > 0;
        _position += signed;
        if (_position == 0)
            closed.Add(Build(fill.Time, _exitValue, isLong, isOpen: false));
    }

    private Trade Build(DateTime exitTime, decimal exitValue, bool isLong, bool isOpen)
    {
        decimal gross = isLong != instrument.IsInverse ? exitValue - _entryValue : _entryValue - exitValue;
        return new Trade(
            instrument.Symbol, isLong, _entryTime, exitTime, _entered, PriceOf(_entered, _entryValue), PriceOf(_entered, exitValue),
            _fees, gross - _fees, isOpen)
        {
            EntryValue = _entryValue,
            IsLiquidated = _liquidated,
        };
    }

    /// <summary>The average price at which a quantity had a value.</summary>
    private decimal PriceOf(decimal quantity, decimal value) => instrument.IsInverse
        ? value == 0 ? 0 : quantity * instrument.ContractValue / value
        : value / quantity;
}
