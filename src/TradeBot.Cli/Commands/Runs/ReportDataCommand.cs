using System.CommandLine;
using TradeBot.MarketData;
using TradeBot.Reporting;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

internal static class ReportDataCommand
{
    private static readonly Argument<string> Symbol = new("symbol") { Description = "The symbol." };
    private static readonly Argument<Timeframe> Length = DataArguments.TimeframeArgument("timeframe", "Timeframe of the candles");

    public static Command Create()
    {
        var command = new Command("data", "Stored candles: gaps, what validation finds, and how many trials have used them.") { Symbol, Length, ReportArguments.Data, StudyArguments.Ledger, ReportArguments.Out };
        command.SetAction(parsed =>
        {
            string data = parsed.GetRequiredValue(ReportArguments.Data);
            Timeframe timeframe = parsed.GetRequiredValue(Length);
            DataArguments.Choose(DataArguments.Existing(data, "--data"), [parsed.GetRequiredValue(Symbol)], [timeframe]);
            CandleSeries candles = CandleStore.Open(data).Load(parsed.GetRequiredValue(Symbol), timeframe);
            SearchHistory search = ReportArguments.HistoryOf(data, [DataManifest.Of(candles)], parsed.GetValue(StudyArguments.Ledger));
            return ReportArguments.Write(CandleQualityReport.Create(candles, candles.Validate(ValidationOptions.At(TimeProvider.System)), search), parsed);
        });
        return command;
    }
}
