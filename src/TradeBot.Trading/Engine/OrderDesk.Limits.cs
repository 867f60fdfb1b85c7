using System.Globalization;
using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>How much of an order rules, risk policy, margin, cash and volume allow.</summary>
internal sealed partial class OrderDesk
{
    /// <summary>What fits of an order that a limit cuts, and is not worth an order.</summary>
    private const decimal NextToNothing = 1e-6m;

    /// <summary>What the rounding of a quantity without a lot can leave of a candle's volume, relative to the quantity.</summary>
    private const double RoundedOff = 1e-10;

    private const string Digits = "0.############################";

    /// <summary>Why an order may not go; null when it may.</summary>
    private string? Judge(Order order, SymbolBook book)
    {
        Instrument instrument = book.Instrument;
        double mark = Marks[book.Index];
        if (!(mark > 0))
            return "No price of it is known yet.";
        if (order.ReduceOnly)
            return null;
        if (order.Quantity < instrument.MinQuantity && !Closes(order, book))
            return FormattableString.Invariant($"the smallest quantity is {instrument.MinQuantity}, this is {order.Quantity}.");

        double notional = Notional(order.Quantity, book);
        if (notional < book.MinNotional && !Closes(order, book))
            return FormattableString.Invariant($"the smallest order value is {instrument.MinNotional}, this is {notional:0.##}.");

        return Afford(order, book, order.Quantity);
    }

    /// <summary>Why risk policy or margin do not allow so much of an order; null when they do.</summary>
    private string? Afford(Order order, SymbolBook book, decimal quantity) =>
        Risk.Judge(order, book, quantity, out double gross).Reason ?? Margin.Judge(order, book, quantity, gross);

    /// <summary>The largest part of an order that risk policy and margin allow beyond closing what is held; 0 when there is none.</summary>
    private decimal Fitting(Order order, SymbolBook book)
    {
        Instrument instrument = book.Instrument;
        decimal closes = Closing(order, book), fits = closes, beyond = order.Quantity;
        while (instrument.FloorQuantity((double)((fits + beyond) / 2)) is var middle && middle > fits && middle < beyond)
        {
            if (Afford(order, book, middle) is null)
                fits = middle;
            else
                beyond = middle;
        }

        // A limit may be passed by a billionth; where there is no lot that would show as odd digits.
        if (!instrument.HasLot && fits > closes)
            fits -= fits % (100 * instrument.QuantityStep((double)fits));
        return fits - closes > NextToNothing * order.Quantity && fits >= instrument.MinQuantity && Notional(fits, book) >= book.MinNotional ? fits : 0;
    }

    /// <summary>How much of an order only closes what is held.</summary>
    private decimal Closing(Order order, SymbolBook book)
    {
        double held = Account.Holdings[book.Index];
        return held != 0 && order.Side == OrderSide.Sell == held > 0 ? Math.Min(order.Quantity, Math.Abs(Account.Quantity(book.Index))) : 0;
    }

    /// <summary>So much of a fill as cash pays for; what only closes a position is always paid for.</summary>
    private decimal Payable(Order order, SymbolBook book, decimal quantity, decimal price, long time)
    {
        Instrument instrument = book.Instrument;
        if (order.Side == OrderSide.Buy == instrument.IsInverse)
            return quantity;
        decimal closes = Closing(order, book);
        return closes >= quantity ? quantity : Math.Max(closes, CashLimit.Cut(instrument, quantity, price, _fills.RateOf(order, time), Cash));
    }

    /// <summary>Whether another symbol's market order to sell is still to bring cash.</summary>
    private bool IsCashComing(SymbolBook book)
    {
        foreach (SymbolBook other in Books)
        {
            if (other != book && other.Orders.Exists(o => o.Type == OrderType.Market && o.Side == OrderSide.Sell))
                return true;
        }

        return false;
    }

    /// <summary>Makes an order one of so much as cash pays for.</summary>
    /// <returns>Whether something is left to fill.</returns>
    private bool Cut(Order order, decimal payable, decimal price, long time)
    {
        if (payable == 0 || order.TimeInForce == TimeInForce.FillOrKill)
        {
            End(order, order.Remaining == order.Quantity ? OrderState.Refused : OrderState.Cancelled, Reason(), time);
            return false;
        }

        // A target means a share of equity, of which the price has made another quantity; a stated quantity was cut.
        if (Listener is { StatesQuantities: true })
            Refuse(time, order.Symbol, FormattableString.Invariant($"To {order}: {Reason()} It is cut to {(order.Quantity - order.Remaining + payable).ToString(Digits, CultureInfo.InvariantCulture)}."));
        order.Amend(order.Quantity - order.Remaining + payable);
        return true;

        string Reason() => FormattableString.Invariant($"cash of {Cash:0.########} does not pay for it at {price}.");
    }

    /// <summary>What the candle's volume leaves for an order.</summary>
    private decimal Limited(Order order, SymbolBook book, decimal quantity, long time)
    {
        if (double.IsPositiveInfinity(_options.Participation) || book.Capacity >= (double)quantity)
            return quantity;
        if (order.TimeInForce == TimeInForce.FillOrKill)
        {
            End(order, OrderState.Cancelled, "Cancelled: it could not fill whole at once.", time);
            return 0;
        }

        decimal part = book.Instrument.FloorQuantity(Math.Max(0, book.Capacity));
        if (part == 0)
            book.Capacity = 0;
        return part;
    }

    /// <summary>Value of an order, in quote currency.</summary>
    private double Notional(decimal quantity, SymbolBook book) =>
        (double)quantity * (book.Instrument.IsInverse ? (double)book.Instrument.ContractValue : Marks[book.Index]);

    /// <summary>Whether an order leaves nothing of the position.</summary>
    private bool Closes(Order order, SymbolBook book) =>
        Account.Quantity(book.Index) == (order.Side == OrderSide.Buy ? -order.Quantity : order.Quantity);

    /// <summary>Counts a refusal; one that differs from the one before only in its numbers with the words of then, so that a report counts them as the same.</summary>
    /// <param name="time">When.</param>
    /// <param name="symbol">Of the order.</param>
    /// <param name="reason">A sentence.</param>
    /// <param name="counted">In: the words of the refusal before, null when there was none. Out: those of this one.</param>
    public void CountRefusal(long time, string symbol, string reason, ref string? counted)
    {
        if (counted is null || !IsSameButForNumbers(reason, counted))
            counted = reason;
        Refuse(time, symbol, counted);
    }

    private static bool IsSameButForNumbers(string one, string other)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < one.Length && IsOfNumber(one[i]))
                i++;
            while (j < other.Length && IsOfNumber(other[j]))
                j++;
            if (i == one.Length || j == other.Length)
                return i == one.Length && j == other.Length;
            if (one[i++] != other[j++])
                return false;
        }
    }

    private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c is '.' or '-';
}
