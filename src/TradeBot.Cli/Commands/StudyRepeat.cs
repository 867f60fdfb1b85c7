using System.CommandLine;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

/// <summary>What a saved study ran: its candles, strategy and conditions, read again from the command that began it.</summary>
internal sealed class StudyRepeat
{
    private readonly ParseResult _command;
    private readonly string _strategy;
    private readonly Dictionary<string, double> _settings;

    private StudyRepeat(ParseResult command, CandleSeries candles)
    {
        _command = command;
        _strategy = command.GetRequiredValue(OptimizeCommand.Argument);
        _settings = command.GetRequiredValue(OptimizeCommand.Set);
        Candles = candles;
        Conditions = BacktestConditions.Of(command);
    }

    /// <summary>The candles that the study saw.</summary>
    public CandleSeries Candles { get; }

    /// <summary>The conditions of every trial.</summary>
    public BacktestOptions Conditions { get; }

    /// <summary>Reads the command again; null where the candles are gone or others.</summary>
    /// <param name="arguments">The command that began the study.</param>
    /// <param name="dataHash">Content hash of the candles that the study saw.</param>
    public static StudyRepeat? Of(string[] arguments, string? dataHash)
    {
        ParseResult command = CommandLine.CreateRoot().Parse(arguments);
        string data = command.GetRequiredValue(OptimizeCommand.Data);
        if (!Directory.Exists(data))
            return null;

        CandleSeries candles = OptimizeCommand.Load(command, out _);
        if (command.GetValue(StudyArguments.Holdout) is double share and not 0)
            candles = OptimizeCommand.WithoutHoldout(candles, Path.Combine(data, OptimizeCommand.HoldoutFile), share);
        return candles.ContentHash == dataHash ? new StudyRepeat(command, candles) : null;
    }

    /// <summary>The backtest of a set of parameters.</summary>
    public BacktestResult Run(ParameterSet parameters, CancellationToken cancellationToken) =>
        Backtest.Run(Candles, StrategyOf(parameters), Conditions, cancellationToken);

    /// <summary>The study's search, repeated in every fold.</summary>
    /// <param name="study">The study as it was saved, for its name, seed and trials.</param>
    /// <param name="split">How the candles are divided.</param>
    /// <param name="ledger">Where the trials of the folds are counted; null for nowhere.</param>
    /// <param name="cancellationToken">Ends the validation.</param>
    public ValidationResult Validate(StudyResult study, ISplit split, ITrialLedger? ledger, CancellationToken cancellationToken)
    {
        return StudyArguments.Judge(OptimizeCommand.Allowed(SpaceArguments.AddTo(Study.Named($"{study.Name}, {split.Name}", study.Seed), _command), _strategy, _settings), _command).Validate(
            Candles,
            split,
            StrategyOf,
            Conditions,
            new FoldSearchOptions
            {
                Sampler = StudyArguments.SamplerOf(_command),
                Trials = _command.GetValue(StudyArguments.Trials) ?? int.MaxValue,
                Study = new StudyOptions { Ledger = ledger ?? TrialLedger.None },
            },
            cancellationToken);
    }

    private DefinedStrategy StrategyOf(ParameterSet parameters) => StrategyArguments.Load(_strategy, OptimizeCommand.Settings(_settings, parameters));
}
