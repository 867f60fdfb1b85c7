using Microsoft.Data.Analysis;
using TradeBot.Trading;

namespace TradeBot.Integrations.DataAnalysis;

/// <summary>Trades as a <see cref="DataFrame"/> and back; amounts stay decimal.</summary>
public static class TradeFrames
{
    /// <summary>One row per trade, in their order, with <c>return</c> as a last column.</summary>
    public static DataFrame ToDataFrame(this IReadOnlyList<Trade> trades)
    {
        ArgumentNullException.ThrowIfNull(trades);
        return new DataFrame(
            new StringDataFrameColumn("symbol", trades.Select(trade => trade.Symbol)),
            new BooleanDataFrameColumn("is_long", trades.Select(trade => trade.IsLong)),
            new DateTimeDataFrameColumn("entry_time", trades.Select(trade => trade.EntryTime)),
            new DateTimeDataFrameColumn("exit_time", trades.Select(trade => trade.ExitTime)),
            new DecimalDataFrameColumn("quantity", trades.Select(trade => trade.Quantity)),
            new DecimalDataFrameColumn("entry_price", trades.Select(trade => trade.EntryPrice)),
            new DecimalDataFrameColumn("exit_price", trades.Select(trade => trade.ExitPrice)),
            new DecimalDataFrameColumn("entry_value", trades.Select(trade => trade.EntryValue)),
            new DecimalDataFrameColumn("fees", trades.Select(trade => trade.Fees)),
            new DecimalDataFrameColumn("profit", trades.Select(trade => trade.Profit)),
            new BooleanDataFrameColumn("is_open", trades.Select(trade => trade.IsOpen)),
            new BooleanDataFrameColumn("is_liquidated", trades.Select(trade => trade.IsLiquidated)),
            new StringDataFrameColumn("exit_reason", trades.Select(trade => trade.ExitReason?.ToString() ?? "")),
            new DoubleDataFrameColumn("adverse_excursion", trades.Select(trade => trade.AdverseExcursion)),
            new DoubleDataFrameColumn("favourable_excursion", trades.Select(trade => trade.FavourableExcursion)),
            new DoubleDataFrameColumn("return", trades.Select(trade => trade.Return)));
    }

    /// <summary>The trades of a frame with the columns that <see cref="ToDataFrame"/> writes; others are ignored.</summary>
    /// <exception cref="ArgumentException">A column is missing, or a value does not fit its column.</exception>
    public static IReadOnlyList<Trade> ToTrades(this DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        string[] symbols = DataFrameColumns.Strings(frame, "symbol");
        DateTime[] entered = DataFrameColumns.Times(frame, "entry_time"), left = DataFrameColumns.Times(frame, "exit_time");
        bool[] longs = DataFrameColumns.Booleans(frame, "is_long"), open = DataFrameColumns.Booleans(frame, "is_open"), liquidated = DataFrameColumns.Booleans(frame, "is_liquidated");
        decimal[] quantity = DataFrameColumns.Decimals(frame, "quantity"), value = DataFrameColumns.Decimals(frame, "entry_value");
        decimal[] entry = DataFrameColumns.Decimals(frame, "entry_price"), exit = DataFrameColumns.Decimals(frame, "exit_price");
        decimal[] fees = DataFrameColumns.Decimals(frame, "fees"), profit = DataFrameColumns.Decimals(frame, "profit");
        double[] adverse = DataFrameColumns.Doubles(frame, "adverse_excursion"), favourable = DataFrameColumns.Doubles(frame, "favourable_excursion");
        string[] reasons = frame.Columns.IndexOf("exit_reason") >= 0 ? DataFrameColumns.Strings(frame, "exit_reason") : [.. symbols.Select(_ => "")];
        return
        [
            .. Enumerable.Range(0, symbols.Length).Select(i =>
                new Trade(symbols[i], longs[i], entered[i], left[i], quantity[i], entry[i], exit[i], fees[i], profit[i], open[i])
                {
                    EntryValue = value[i],
                    IsLiquidated = liquidated[i],
                    ExitReason = reasons[i].Length == 0 ? null : Enum.Parse<ExitReason>(reasons[i], ignoreCase: true),
                    AdverseExcursion = adverse[i],
                    FavourableExcursion = favourable[i],
                }),
        ];
    }
}
