using System.Numerics;
using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Quantities of a trial as integers in units of their last decimal.</summary>
internal sealed class SweepUnits
{
    /// <summary>More units than this do not add up in double to the last one.</summary>
    public const long Most = 1L << 52;

    private static readonly long[] Powers = [.. Enumerable.Range(0, SweepScale.MaxQuantityDecimals + 1).Select(i => (long)Math.Pow(10, i))];

    private readonly Instrument _instrument;
    private readonly double _perLot;

    /// <param name="instrument">Spot or linear.</param>
    /// <param name="priceDecimals">Decimals of prices, for values.</param>
    /// <param name="decimals">Decimals of quantities, from 0 to <see cref="SweepScale.MaxQuantityDecimals"/>.</param>
    public SweepUnits(Instrument instrument, int priceDecimals, int decimals)
    {
        (_instrument, Decimals, PerOne) = (instrument, decimals, Powers[decimals]);
        ValueScale = SweepMarket.DoublePowerOf(priceDecimals + decimals);
        _perLot = (double)(instrument.LotSize * PerOne);
        Fewest = (double)(instrument.MinQuantity * PerOne);
        Largest = 1e15 / PerOne;
        Roomy = instrument.HasLot ? 0 : Math.Pow(10, Instrument.QuantityDigits - decimals);
    }

    public int Decimals { get; }

    /// <summary>Units of a quantity of 1.</summary>
    public long PerOne { get; }

    /// <summary>Units of value, a quantity times a price, of a value of 1.</summary>
    public double ValueScale { get; }

    /// <summary>The instrument's smallest quantity, in units.</summary>
    public double Fewest { get; }

    /// <summary>Quantities from here on have too many units.</summary>
    public double Largest { get; }

    /// <summary>Quantities from here on have room to be cut further without more decimals.</summary>
    public double Roomy { get; }

    public decimal QuantityOf(long units) => new decimal(units) / PerOne;

    /// <summary>The largest tradable quantity not above the one wanted; −1 when it has too many decimals.</summary>
    public long UnitsBelow(double quantity)
    {
        double perLot = _instrument.HasLot ? _perLot : StepAt(quantity);
        if (perLot == 0)
            return -1;
        double lots = quantity * PerOne / perLot, floor = Math.Floor(lots), part = lots - floor;
        double doubt = lots * 1e-14 + 1e-12;
        if (part > doubt && part < 1 - doubt)
            return (long)(floor * perLot);

        // The engine rounds the same bits, so equity and cash are bit-identical.
        decimal units = _instrument.FloorQuantity(quantity) * PerOne;
        return units == decimal.Floor(units) ? (long)units : -1;
    }

    /// <summary>How many decimals the engine keeps of a quantity.</summary>
    public int DecimalsOf(long units) => _instrument.HasLot
        ? Decimals
        : units == 0 ? 0 : Math.Clamp(Instrument.QuantityDigits - DigitsOf(units) + Decimals, 0, Decimals);

    /// <summary>Units with fewer decimals, which must be enough.</summary>
    public long Shortened(long units, int decimals) => decimals == Decimals ? units : units / Powers[Decimals - decimals];

    /// <summary>The quantity step at a size, in units; 0 where it is less than one.</summary>
    public long StepOf(long units) => _instrument.HasLot ? (long)_perLot : StepAt(units / (double)PerOne);

    /// <summary>Decimals in which a quantity below <see cref="Roomy"/> has room to be cut further.</summary>
    public int DecimalsFor(double quantity) => Math.Max(Decimals, Instrument.QuantityDecimals(quantity) + 2);

    private static int DigitsOf(long units)
    {
        int digits = (BitOperations.Log2((ulong)units) + 1) * 1233 >> 12; // log10 2; at most one too low
        return digits < Powers.Length && units >= Powers[digits] ? digits + 1 : digits;
    }

    private long StepAt(double quantity)
    {
        int fewer = Decimals - Instrument.QuantityDecimals(quantity);
        return fewer >= 0 && fewer < Powers.Length ? Powers[fewer] : 0;
    }
}
