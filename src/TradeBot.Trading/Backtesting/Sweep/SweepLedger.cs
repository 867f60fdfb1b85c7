using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Cash, position and round trips of a trial, in whole units of their last decimals: the decimal ledger of the engine, to the last digit.</summary>
internal struct SweepLedger
{
    private const double Doubt = 1e-12;

    // What decimal and double hold to the last unit.
    private const int DecimalBits = 95, DoubleBits = 52;

    private readonly SweepMarket _market;
    private Int128 _cash, _entryValue;
    private double _entryFees;
    private int _decimals;
    private bool _cannotTell;

    public SweepLedger(SweepMarket market)
    {
        _market = market;
        Cash = (double)market.Options.Cash;
        _decimals = market.Options.Cash.Scale;
        _cash = (Int128)(market.Options.Cash * SweepMarket.PowerOf(_decimals));
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
    /// <param name="price">Paid.</param>
    /// <param name="met">The price met before slippage.</param>
    /// <param name="seen">The price that the fill shows.</param>
    /// <param name="seenDecimals">Its decimals.</param>
    public void Settle(long change, SweepPrice price, double met, double seen, int seenDecimals)
    {
        Int128 worth = (Int128)Math.Abs(change) * price.Units, value = worth * SweepMarket.PowerOf(_market.PriceDecimals - price.Decimals);
        _cannotTell |= price.Units <= 0 || value >> DecimalBits != 0;
        long fee = _market.FeeOn(value);
        double charged = fee / 1e8, quantity = Math.Abs(change) / (double)_market.QuantityScale;
        Enter(change, value, price.Units * SweepMarket.PowerOf(_market.PriceDecimals - price.Decimals), charged);
        Pay(change > 0 ? worth : -worth, _market.QuantityDecimals + price.Decimals, fee, Math.Max(price.Decimals, seenDecimals));
        Held = Units / (double)_market.QuantityScale;
        Fills++;
        Fees += charged;
        Slippage += quantity * Math.Abs(price.Estimate - met);
        Turnover += quantity * seen;
        _cannotTell |= Math.Abs(Units) >> DoubleBits != 0;
    }

    /// <summary>Counts the trade that is still open, at a price.</summary>
    public void CountOpen(double mark)
    {
        if (Units != 0)
            Count(Held * mark - Math.Sign(Units) * ((double)_entryValue / _market.ValueScale), _entryFees, isExact: false);
    }

    /// <summary>Takes an amount and a fee from cash, which keeps the most decimals that it ever had: its last bit in double depends on them.</summary>
    private void Pay(Int128 amount, int decimals, long fee, int priceDecimals)
    {
        int feeDecimals = Math.Min(SweepTerms.MaxDecimals, decimals + _market.FeeRateDecimals);
        int needed = Math.Max(Math.Max(decimals, _market.QuantityDecimals + priceDecimals), feeDecimals);
        if (needed > _decimals)
        {
            _cash *= SweepMarket.PowerOf(needed - _decimals);
            _decimals = needed;
        }

        _cash -= amount * SweepMarket.PowerOf(_decimals - decimals);
        _cash -= _decimals >= SweepTerms.MaxDecimals
            ? (Int128)fee * SweepMarket.PowerOf(_decimals - SweepTerms.MaxDecimals)
            : fee / SweepMarket.PowerOf(SweepTerms.MaxDecimals - _decimals);
        _cannotTell |= Int128.Abs(_cash) >> DecimalBits != 0;
        Cash = (double)SweepMarket.DecimalOf(_cash, _decimals);
    }

    private void Enter(long change, Int128 value, long price, double fee)
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
