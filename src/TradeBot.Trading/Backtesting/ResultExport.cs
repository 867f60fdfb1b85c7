using System.Globalization;
using System.Text;
using CsvHelper;
using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Writes a result as files that other programs read.</summary>
internal static class ResultExport
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(BacktestResult result, string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        WriteCsv(folder, "trades.csv",
            ["symbol", "side", "entry_time", "exit_time", "quantity", "entry_price", "exit_price", "fees", "profit", "return", "open"],
            result.Trades.Select(t => (object[])
                [t.Symbol, t.IsLong ? "long" : "short", Iso(t.EntryTime), Iso(t.ExitTime), t.Quantity, t.EntryPrice, t.ExitPrice, t.Fees, t.Profit, t.Return, t.IsOpen ? 1 : 0]));
        WriteCsv(folder, "fills.csv",
            ["time", "symbol", "side", "quantity", "price", "fee", "slippage"],
            result.Fills.Select(f => (object[])[Iso(f.Time), f.Symbol, f.Side == OrderSide.Buy ? "buy" : "sell", f.Quantity, f.Price, f.Fee, f.Slippage]));
        WriteCsv(folder, "refusals.csv", ["time", "symbol", "reason"],
            result.Refusals.Select(r => (object[])[Iso(r.Time), r.Symbol, r.Reason]));
        WriteCsv(folder, "equity.csv", ["timestamp", "equity", "exposure"],
            Enumerable.Range(0, result.Equity.Count).Select(i => (object[])[result.Equity.Times[i], result.Equity.Values[i], result.Equity.Exposure[i]]));
        AtomicFile.Write(Path.Combine(folder, "manifest.json"), stream => stream.Write(Utf8.GetBytes(result.Manifest.ToJson() + "\n")));
    }

    private static void WriteCsv(string folder, string name, string[] header, IEnumerable<object[]> rows) =>
        AtomicFile.Write(Path.Combine(folder, name), stream =>
        {
            using var csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
            foreach (object[] row in rows.Prepend(header))
            {
                foreach (object field in row)
                    csv.WriteField(field);
                csv.EndRecord();
            }
        });

    private static string Iso(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
