using System.Collections.Concurrent;
using System.Globalization;
using Spectre.Console;
using TradeBot.MarketData;

namespace TradeBot.Cli.Printing;

/// <summary>Shows the progress of a fetch: bars on a terminal, a line for each finished series elsewhere, nothing when the output is JSON.</summary>
internal sealed class FetchPrinter(TextWriter output, bool isJson)
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });

    /// <param name="series">How many series are fetched.</param>
    /// <param name="fetch">The work.</param>
    public async Task<FetchReport> ShowAsync(int series, Func<IProgress<FetchProgress>?, Task<FetchReport>> fetch)
    {
        if (isJson)
            return await fetch(null);
        if (!_console.Profile.Out.IsTerminal)
            return await fetch(new Lines(output, series));

        return await _console.Progress()
            .HideCompleted(series > 20)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context => await fetch(new Bars(context, series)));
    }

    public void Print(FetchReport report)
    {
        var printer = new DataPrinter(output);
        if (!isJson)
        {
            printer.Line(report.ToString().TrimEnd('\n'));
            return;
        }

        printer.Json(new
        {
            report.Source,
            report.Received,
            report.Requests,
            Seconds = report.Time.TotalSeconds,
            report.HasErrors,
            Series = report.Series.Select(one => new { one.Symbol, one.Timeframe, one.Received, one.Held, one.Missing, Counts = one.Validation?.Counts }),
        });
    }

    /// <summary>One line for each series, when it is done.</summary>
    private sealed class Lines(TextWriter output, int series) : IProgress<FetchProgress>
    {
        private readonly HashSet<(string, Timeframe)> _seen = [];
        private readonly Lock _gate = new();
        private int _done;

        public void Report(FetchProgress value)
        {
            if (value.Fraction < 1)
                return;
            lock (_gate)
            {
                if (_seen.Add((value.Symbol, value.Timeframe)))
                    output.Write(string.Create(CultureInfo.InvariantCulture, $"{++_done} of {series}: {value.Symbol} {value.Timeframe}, {value.Candles:N0} candles received\n"));
            }
        }
    }

    /// <summary>A bar for each series in progress, and one for all with the candles per second.</summary>
    private sealed class Bars : IProgress<FetchProgress>
    {
        private readonly ConcurrentDictionary<(string, Timeframe), (ProgressTask Task, long Candles)> _tasks = new();
        private readonly TimeProvider _clock = TimeProvider.System;
        private readonly ProgressContext _context;
        private readonly ProgressTask _all;
        private readonly long _begun;
        private readonly int _series;

        public Bars(ProgressContext context, int series)
        {
            (_context, _series, _begun) = (context, series, _clock.GetTimestamp());
            _all = context.AddTask("all", maxValue: series);
        }

        public void Report(FetchProgress value)
        {
            (ProgressTask Task, long Candles) bar = _tasks.AddOrUpdate(
                (value.Symbol, value.Timeframe),
                key => (_context.AddTask($"{key.Item1} {key.Item2}", maxValue: 1), value.Candles),
                (_, before) => (before.Task, value.Candles));
            bar.Task.Value = value.Fraction;

            double candles = _tasks.Values.Sum(entry => (double)entry.Candles), seconds = _clock.GetElapsedTime(_begun).TotalSeconds;
            _all.Value = Math.Min(_series, _tasks.Values.Sum(entry => entry.Task.Value));
            _all.Description = string.Create(CultureInfo.InvariantCulture, $"all {_series}, {candles / Math.Max(seconds, 0.1):N0} candles/s");
        }
    }
}
