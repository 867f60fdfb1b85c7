using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Cash, position and round trips of a trial, in whole units of their last decimals: the decimal ledger of the engine, to the last digit.</summary>
internal struct SweepLedger
{
    private const double Doubt = 1e-12;

    private readonly SweepMarket _market;
    private Int128 _cash, _entryValue;
    private double _entryFees;
    private bool _cannotTell;

    public SweepLedger(SweepMarket market)
    {
        _market = market;
        Cash = (double)market.Options.Cash;
        _cash = (Int128)(market.Options.Cash * 1e8m) * market.CashPerFee;
    }

    /// <summary>Cash as double, for marking to market.</summary>
    public double Cash { get; private set; }

    /// <summary>Signed quantity, in units of its last decimal.</summary>
    public long Units { get; private set; }

    /// <summary>Signed quantity as double.</summary>
    public double Held { get; private set; }

    public int Fills { get; private set; }

    public int Trades { get; private set; }

    public int Wins { get; private set; }

    public double Gains { get; private set; }

    public double Losses { get; private set; }

    public double Fees { get; private set; }

    public double Slippage { get; private set; }

    public double Turnover { get; private set; }

    /// <summary>Whether a figure lies so near to a border that only the engine can say on which side.</summary>
    public readonly bool CannotTell => _cannotTell;

    /// <summary>Equity at a price.</summary>
    public readonly double Equity(double mark) => Units == 0 ? Cash : Cash + Held * mark;

    /// <summary>Settles a fill of a signed quantity.</summary>
    /// <param name="change">Signed quantity, in units.</param>
    /// <param name="price">Paid, in units.</param>
    /// <param name="met">The price met before slippage.</param>
    /// <param name="seen">The price that the fill shows.</param>
    public void Settle(long change, long price, double met, double seen)
    {
        Int128 value = (Int128)Math.Abs(change) * price;
        long fee = _market.FeeOn(value);
        double charged = fee / 1e8, quantity = Math.Abs(change) / (double)_market.QuantityScale;
        _cash -= (change > 0 ? value : -value) * _market.CashPerValue + (Int128)fee * _market.CashPerFee;
        Enter(change, price, value, charged);
        Cash = (double)_cash / _market.CashScale;
        Held = Units / (double)_market.QuantityScale;
        Fills++;
        Fees += charged;
        Slippage += quantity * Math.Abs(price / (double)_market.PriceScale - met);
        Turnover += quantity * seen;
        _cannotTell |= price <= 0 || Math.Abs(Cash) > 1e10 || Math.Abs(Held) > 1e15 / _market.QuantityScale;
    }

    /// <summary>Counts the trade that is still open, at a price.</summary>
    public void CountOpen(double mark)
    {
        if (Units != 0)
            Count(Held * mark - Math.Sign(Units) * ((double)_entryValue / _market.ValueScale), _entryFees, isExact: false);
    }

    private void Enter(long change, long price, Int128 value, double fee)
    {
        long before = Units;
        Units += change;
        if (before == 0)
        {
            (_entryValue, _entryFees) = (value, fee);
            return;
        }

        // A fill that crosses zero is split by quantity.
        Int128 closing = (Int128)Math.Abs(before) * price;
        double closingFee = Units == 0 ? fee : fee * Math.Abs(before) / Math.Abs(change);
        Int128 gain = before > 0 ? closing - _entryValue : _entryValue - closing;
        Count((double)gain / _market.ValueScale, _entryFees + closingFee, isExact: true);
        (_entryValue, _entryFees) = (value - closing, fee - closingFee);
    }

    private void Count(double gross, double fees, bool isExact)
    {
        double profit = gross - fees;
        _cannotTell |= (!isExact || fees != 0) && Math.Abs(profit) <= Doubt * (Math.Abs(gross) + fees + (isExact ? 0 : Cash + Math.Abs(Held)));
        Trades++;
        if (profit > 0)
        {
            Wins++;
            Gains += profit;
        }
        else
        {
            Losses += profit;
        }
    }
}
