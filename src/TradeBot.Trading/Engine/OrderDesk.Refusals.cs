namespace TradeBot.Trading;

/// <content>Repeated refusals, and the consequences of a loss beyond its limit.</content>
internal sealed partial class OrderDesk
{
    /// <summary>Records a refusal; one that differs from the last one only in its numbers is recorded with the last one's text, so that a report counts them as the same.</summary>
    /// <param name="time">When.</param>
    /// <param name="symbol">Of the order.</param>
    /// <param name="reason">A sentence.</param>
    /// <param name="counted">In: the text of the last refusal, null when there was none. Out: the text of this one.</param>
    public void CountRefusal(long time, string symbol, string reason, ref string? counted)
    {
        if (counted is null || !IsSameButForNumbers(reason, counted))
            counted = reason;
        Refuse(time, symbol, counted);
    }

    /// <summary>While a loss blocks, cancels what would make a position larger, and closes positions if the policy says so; after the strategy has decided.</summary>
    public void EnforceLosses(long time)
    {
        if (Gate.Monitor.Blocks is not { } reason)
            return;

        foreach (SymbolBook book in Books.Symbols)
        {
            decimal held = Books.Account.Quantity(book.Index);
            for (int i = book.Orders.Count - 1; i >= 0; i--)
            {
                if (Enlarges(book.Orders[i], held))
                    Cancel(book.Orders[i], "Cancelled: " + reason);
            }

            decimal settled = PositionBounds.Of(held, book.Orders).Settled;
            if (Gate.Monitor.Flattens && settled != 0)
                SubmitMarket(book, -settled, time, exit: ExitReason.Limit);
        }
    }

    private static bool Enlarges(Order order, decimal held)
    {
        bool closes = held != 0 && order.Side == OrderSide.Sell == held > 0 && order.Remaining <= Math.Abs(held);
        return !order.ReduceOnly && !closes;
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
