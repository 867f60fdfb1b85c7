using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Groups the fills of one symbol into round trips.</summary>
/// <remarks>A fill that crosses zero is split: one part closes the old trade, the rest opens the next; its value and fee are split by quantity.</remarks>
internal sealed class TradeLog(Instrument instrument, int book)
{
    private decimal _position;
    private decimal _entered, _entryValue, _exitValue, _fees;
    private decimal _lastPrice, _onlyEntry;
    private double _metAtEntry;
    private DateTime _entryTime, _time;
    private bool _liquidated, _inside;

    /// <summary>Average price of the entries of the open trade; 0 when flat.</summary>
    public decimal EntryPrice => _position == 0 ? 0 : EntryOf();

    /// <summary>The same as an estimate, from which levels are measured.</summary>
    public double EntryEstimate => _onlyEntry != 0 ? FillEntry.EstimateOf(instrument, _onlyEntry, _metAtEntry) : (double)EntryPrice;

    /// <param name="fill">The next fill of the symbol.</param>
    /// <param name="closed">Receives each round trip that has ended.</param>
    public void Add(ref readonly FillEntry fill, BlockLog<RoundTrip> closed)
    {
        // The value that changed hands, impact included, in account currency.
        decimal value = instrument.ValueOf(fill.Quantity, fill.Paid);
        (_inside, _time) = (fill.IsInside, UnixTime.ToDateTime(fill.Time));
        _lastPrice = fill.Impact(instrument, value) == 0 ? fill.Shown : 0;
        int side = Math.Sign(_position);
        if (side == 0 || side * Math.Sign(_position + fill.SignedQuantity) >= 0)
        {
            Apply(in fill, fill.Quantity, value, fill.Fee, closed);
            return;
        }

        decimal closing = Math.Abs(_position), closingFee = fill.Fee * closing / fill.Quantity, closingValue = closing * value / fill.Quantity;
        Apply(in fill, closing, closingValue, closingFee, closed);
        Apply(in fill, fill.Quantity - closing, value - closingValue, fill.Fee - closingFee, closed);
    }

    /// <summary>Ends the trade that is still open, its rest valued at a price.</summary>
    public void End(DateTime time, decimal mark, BlockLog<RoundTrip> closed)
    {
        if (_position == 0)
            return;
        decimal rest = Math.Abs(_position);
        _exitValue += instrument.IsInverse ? rest * instrument.ContractValue / mark : rest * mark;
        _inside = false;
        Write(ref closed.Add(), time, AverageOf(_exitValue), _position > 0, ExitReason.End);
    }

    private void Apply(ref readonly FillEntry fill, decimal quantity, decimal value, decimal fee, BlockLog<RoundTrip> closed)
    {
        bool buys = fill.Side == OrderSide.Buy;
        int side = Math.Sign(_position);
        if (side == 0)
        {
            (_entryTime, _entered, _entryValue, _exitValue, _fees) = (_time, quantity, value, 0, fee);
            (_onlyEntry, _metAtEntry, _liquidated) = (_lastPrice, fill.Met, false);
            _position = buys ? quantity : -quantity;
            return;
        }

        _fees += fee;
        _liquidated |= fill.Kind == FillKind.Liquidation;
        _position = buys ? _position + quantity : _position - quantity;
        if (buys == side > 0)
        {
            (_entered, _entryValue, _onlyEntry) = (_entered + quantity, _entryValue + value, 0);
            return;
        }

        bool atOnce = _exitValue == 0 && _lastPrice != 0;
        _exitValue += value;
        if (_position == 0)
            Write(ref closed.Add(), _time, atOnce ? _lastPrice : AverageOf(_exitValue), side > 0, fill.Reason);
    }

    private void Write(ref RoundTrip trip, DateTime exitTime, decimal exitPrice, bool isLong, ExitReason reason)
    {
        decimal gross = isLong != instrument.IsInverse ? _exitValue - _entryValue : _entryValue - _exitValue;
        trip.EntryTime = _entryTime;
        trip.ExitTime = exitTime;
        trip.Quantity = _entered;
        trip.EntryPrice = EntryOf();
        trip.ExitPrice = exitPrice;
        trip.Fees = _fees;
        trip.Profit = gross - _fees;
        trip.EntryValue = _entryValue;
        trip.Book = book;
        trip.IsLong = isLong;
        trip.IsOpen = _position != 0;
        trip.Reason = reason;
        trip.IsLiquidated = _liquidated;
        trip.ExitsInside = _inside;
    }

    /// <summary>The one price at which the trade was entered, or the average.</summary>
    private decimal EntryOf() => _onlyEntry != 0 ? _onlyEntry : AverageOf(_entryValue);

    /// <summary>The average price at which what was entered has a value.</summary>
    private decimal AverageOf(decimal value) => instrument.IsInverse
        ? value == 0 ? 0 : _entered * instrument.ContractValue / value
        : value / _entered;
}
