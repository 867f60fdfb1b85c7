using System.Numerics;
using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Cash, position and round trips of a trial, as integers in units of their last decimal; equal to the decimal ledger of the engine in every digit.</summary>
internal struct SweepLedger
{
    private const double Doubt = 1e-12;

    /// <summary>More than the rounding error of a fee.</summary>
    private const double FeeUnit = (double)CashLimit.FeeUnit;

    // Up to this size another fill fits in 128 bits.
    private const int LedgerBits = 120;

    private readonly SweepMarket _market;
    private Int128 _cash, _entryValue;
    private double _entryFees;
    private int _decimals, _quantityDecimals;
    private bool _cannotTell;

    public SweepLedger(SweepMarket market)
    {
        _market = market;
        Scale = market.Units;
        Cash = (double)market.Options.Cash;
        _decimals = market.Options.Cash.Scale;
        _cash = (Int128)(market.Options.Cash * (decimal)SweepMarket.PowerOf(_decimals));
    }

    /// <summary>Cash as double, for marking to market.</summary>
    public double Cash { get; private set; }

    /// <summary>The units in which the ledger counts quantities.</summary>
    public SweepUnits Scale { get; private set; }

    /// <summary>Signed quantity, in units.</summary>
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

    /// <summary>Whether a value is so close to a limit that only the engine can decide on which side it is.</summary>
    public readonly bool CannotTell => _cannotTell;

    /// <summary>Equity at a price.</summary>
    public readonly double Equity(double mark) => Units == 0 ? Cash : Cash + Held * mark;

    /// <summary>Counts in more decimals from now on where a quantity needs them; a position that has no room for them stays as it is.</summary>
    /// <param name="quantity">About to be held; at least 0.</param>
    public void Refine(double quantity)
    {
        if (quantity >= Scale.Roomy)
            return;
        SweepUnits finer = _market.UnitsOf(Scale.DecimalsFor(quantity));
        long raise = finer.PerOne / Scale.PerOne;
        if (Math.Abs(Units) >= SweepUnits.Most / raise || Int128.Abs(_entryValue) >> LedgerBits - BitOperations.Log2((ulong)raise) - 1 != 0)
            return;
        (Scale, Units, _entryValue) = (finer, Units * raise, _entryValue * raise);
    }

    /// <summary>Settles a fill of a signed quantity.</summary>
    /// <param name="change">Signed quantity, in units.</param>
    /// <param name="price">Paid.</param>
    /// <param name="met">The price met before slippage.</param>
    /// <param name="shown">The price that the fill shows.</param>
    public void Settle(long change, SweepPrice price, double met, SweepPrice shown)
    {
        // Decimals as the engine's numbers have them, which keep the most that they ever had: the last bit of cash in double depends on them.
        int quantityDecimals = _quantityDecimals = Math.Max(_quantityDecimals, Scale.DecimalsOf(Math.Abs(Units + change)));
        int decimals = quantityDecimals + price.Decimals;
        Int128 worth = (Int128)Scale.Shortened(Math.Abs(change), quantityDecimals) * price.Units;
        _cannotTell |= price.Units <= 0 || !SweepMarket.IsExact(worth, decimals);
        long fee = _market.FeeOn(worth, decimals);
        double charged = fee / 1e8, quantity = Math.Abs(change) / (double)Scale.PerOne;
        Int128 priceRaise = SweepMarket.PowerOf(_market.PriceDecimals - price.Decimals);
        Enter(change, worth * SweepMarket.PowerOf(_market.PriceDecimals + Scale.Decimals - decimals), price.Units * priceRaise, charged);
        Pay(change > 0 ? worth : -worth, decimals, fee, quantityDecimals + Math.Max(price.Decimals, shown.Decimals));
        Held = Units / (double)Scale.PerOne;
        Fills++;
        Fees += charged;
        Slippage += quantity * Math.Abs(price.Estimate - met);
        Turnover += quantity * shown.Estimate;
        _cannotTell |= Math.Abs(Units) >= SweepUnits.Most;
    }

    /// <summary>The part of a purchase that cash pays for, by the rules of <see cref="CashLimit"/>; what only closes a position is always paid for.</summary>
    /// <param name="change">Signed quantity, in units.</param>
    /// <param name="price">To be paid.</param>
    /// <returns>In units; 0 where only the engine can decide.</returns>
    public readonly long Payable(long change, SweepPrice price)
    {
        long closes = Math.Max(0, -Units);
        if (change <= closes || _market.MayBorrow || Pays(change, price))
            return change;

        long part = Math.Min(UnitsFor(Cash, price), change - Scale.StepOf(change));
        if (part > 0 && !Pays(part, price))
            part = Math.Min(UnitsFor(Cash - FeeUnit, price), part - Scale.StepOf(part));
        return part > closes && part >= Scale.Fewest && Pays(part, price) ? part : 0;
    }

    private readonly long UnitsFor(double cash, SweepPrice price)
    {
        double wanted = cash > 0 ? CashLimit.Estimate(cash, price.Estimate, _market.FeeRate) : 0;
        return wanted > 0 && wanted < Scale.Largest ? Scale.UnitsBelow(wanted) : 0;
    }

    private readonly bool Pays(long units, SweepPrice price)
    {
        if (CashLimit.Pays(units / (double)Scale.PerOne * price.Estimate, _market.FeeRate, Cash) is bool pays)
            return pays;
        Int128 worth = (Int128)units * price.Units;
        int decimals = Scale.Decimals + price.Decimals, most = Math.Max(SweepTerms.MaxDecimals, Math.Max(decimals, _decimals));
        return worth * SweepMarket.PowerOf(most - decimals) + _market.FeeOn(worth, decimals) * SweepMarket.PowerOf(most - SweepTerms.MaxDecimals)
            <= _cash * SweepMarket.PowerOf(most - _decimals);
    }

    /// <summary>Counts the trade that is still open, at a price.</summary>
    public void CountOpen(double mark)
    {
        if (Units != 0)
            Count(Held * mark - Math.Sign(Units) * ((double)_entryValue / Scale.ValueScale), _entryFees, isExact: false);
    }

    /// <summary>Takes an amount and a fee from cash, which keeps the most decimals that it ever had: its last bit in double depends on them.</summary>
    private void Pay(Int128 amount, int decimals, long fee, int shownDecimals)
    {
        int feeDecimals = Math.Min(SweepTerms.MaxDecimals, decimals + _market.FeeRateDecimals);
        int needed = Math.Max(shownDecimals, feeDecimals);
        if (needed > _decimals)
        {
            _cash *= SweepMarket.PowerOf(needed - _decimals);
            _decimals = needed;
        }

        _cash -= amount * SweepMarket.PowerOf(_decimals - decimals);
        _cash -= _decimals >= SweepTerms.MaxDecimals
            ? (Int128)fee * SweepMarket.PowerOf(_decimals - SweepTerms.MaxDecimals)
            : fee / SweepMarket.PowerOf(SweepTerms.MaxDecimals - _decimals);
        bool isExact = Int128.Abs(_cash) >> LedgerBits == 0 && SweepMarket.IsExact(_cash, _decimals);
        _cannotTell |= !isExact;
        Cash = isExact ? (double)SweepMarket.Shortest(_cash, _decimals) : (double)_cash / SweepMarket.DoublePowerOf(_decimals);
    }

    private void Enter(long change, Int128 value, Int128 price, double fee)
    {
        long before = Units;
        Units += change;
        if (before == 0)
        {
            (_entryValue, _entryFees) = (value, fee);
            return;
        }

        // A fill that crosses zero is split by quantity.
        Int128 closing = Math.Abs(before) * price;
        double closingFee = Units == 0 ? fee : fee * Math.Abs(before) / Math.Abs(change);
        Int128 gain = before > 0 ? closing - _entryValue : _entryValue - closing;
        Count((double)gain / Scale.ValueScale, _entryFees + closingFee, isExact: true);
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
